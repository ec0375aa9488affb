using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>A method that makes a new dictionary.</summary>
internal static class DictionaryEmitter
{
    public static void Body(CodeWriter writer, MethodModel method, HelperSet helpers)
    {
        var whenNull = method.Source.ReturnsNull
            ? "return null;"
            : $"return new global::System.Collections.Generic.Dictionary<string, {method.Dictionary.ValueType}>();";
        var source = SourceGuard.Write(writer, method, whenNull);
        new EntriesEmitter(writer, method, helpers, helpers.For(method), depth: null, source).ToNewDictionary(method.Objects[0].Entries);
    }
}
