using System.Collections.Immutable;
using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>What is known of a mapper: what to generate, when there is anything, and what is wrong.</summary>
internal sealed record MapperParse(MapperModel? Model, ImmutableArray<MappingProblem> Problems);
