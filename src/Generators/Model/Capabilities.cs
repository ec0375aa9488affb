namespace DictionaryAnalyzers.Generators.Model;

/// <summary>What the consumer's compiler and framework can do.</summary>
/// <param name="HasNullableAnnotations">Whether the language has <c>#nullable</c> and <c>string?</c> (C# 8).</param>
internal sealed record Capabilities(bool HasNullableAnnotations);
