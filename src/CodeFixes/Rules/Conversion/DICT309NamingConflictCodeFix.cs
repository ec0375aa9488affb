using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Repairs DICT309: a key of its own decides between two names, and a name without a letter goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT309NamingConflictCodeFix))]
[Shared]
public sealed class DICT309NamingConflictCodeFix : MemberKeyCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string DecideKeyKey = "DICT309.DecideKey";

    /// <summary>Creates the code fix.</summary>
    public DICT309NamingConflictCodeFix()
        : base("DICT309", "Say which key is meant", DecideKeyKey, DICT309NamingConflictAnalyzer.KeysKey)
    {
    }
}
