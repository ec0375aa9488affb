namespace DictionaryAnalyzers.Generators.Model;

/// <summary>An enum: its type, the type that it is declared with, and the names that a value can have, each value once.</summary>
internal sealed record EnumModel(string Type, string UnderlyingType, EquatableArray<EnumMemberModel> Members);
