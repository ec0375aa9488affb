using System.Collections.Generic;
using System.Composition;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Repairs DICT304: the name in the path that leads nowhere becomes the nearest one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT304UnknownMemberCodeFix))]
[Shared]
public sealed class DICT304UnknownMemberCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string CorrectPathKey = "DICT304.CorrectPath";

    /// <summary>Creates the code fix.</summary>
    public DICT304UnknownMemberCodeFix()
        : base("DICT304", new RepairVariant(CorrectPathKey, "Correct the path", Plan, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue(DICT304UnknownMemberAnalyzer.CorrectedKey, out var corrected) && corrected is not null
            && context.Find<LiteralExpressionSyntax>(diagnostic.Location) is { } written && written.IsKind(SyntaxKind.StringLiteralExpression))
        {
            yield return new Repair(written, editor => editor.ReplaceNode(
                written, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(corrected)).WithTriviaFrom(written)));
        }
    }
}
