namespace DictionaryAnalyzers.Generators.Model;

/// <summary>A member of an enum: its name, and the same as it stands in code, escaped where it is a keyword.</summary>
internal sealed record EnumMemberModel(string Name, string Identifier);
