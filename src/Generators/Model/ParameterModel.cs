namespace DictionaryAnalyzers.Generators.Model;

/// <summary>A parameter: modifiers with a space after them (<c>"this in "</c>), type and escaped name.</summary>
internal sealed record ParameterModel(string Modifiers, string Type, string Name);
