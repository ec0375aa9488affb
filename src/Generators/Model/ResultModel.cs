namespace DictionaryAnalyzers.Generators.Model;

/// <summary>The object that a dictionary is read into.</summary>
/// <param name="Type">Its type.</param>
/// <param name="IsValueType">Whether it is a structure.</param>
/// <param name="IsMade">Whether it is there whatever the dictionary holds; without, it is null where its constructor could not be called.</param>
internal sealed record ResultModel(string Type, bool IsValueType, bool IsMade);
