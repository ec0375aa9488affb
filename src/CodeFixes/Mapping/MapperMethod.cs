using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Mapping;

/// <summary>A method of a mapper that is there, in a solution that has it.</summary>
internal sealed record MapperMethod(Solution Solution, string Namespace, string Class, string Name);
