using System.Composition;
using DictionaryAnalyzers.Mapping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Repairs DICT302: a generated mapper takes the place of the way through JSON.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT302JsonRoundTripCodeFix))]
[Shared]
public sealed class DICT302JsonRoundTripCodeFix : MapperCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string MapperKey = "DICT302.Mapper";

    /// <summary>Creates the repair.</summary>
    public DICT302JsonRoundTripCodeFix()
        : base("DICT302", MapperKey, JsonMapperRepair.ApplyAsync)
    {
    }
}
