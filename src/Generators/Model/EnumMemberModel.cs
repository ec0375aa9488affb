namespace DictionaryAnalyzers.Generators.Model;

/// <summary>A member of an enum: the name that its value is written with, and its own as it stands in code, escaped where it is a keyword.</summary>
internal sealed record EnumMemberModel(string Name, string Identifier);
