using System.Composition;
using DictionaryAnalyzers.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Repairs DICT301: a generated mapper takes the place of reflection.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT301ReflectionConversionCodeFix))]
[Shared]
public sealed class DICT301ReflectionConversionCodeFix : MapperCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string MapperKey = "DICT301.Mapper";

    /// <summary>Creates the repair.</summary>
    public DICT301ReflectionConversionCodeFix()
        : base("DICT301", MapperKey, MapperRepair.ApplyAsync)
    {
    }
}
