using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Enumeration;

/// <summary>Repairs DICT102: enumerates the collection itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT102UnneededSnapshotCodeFix))]
[Shared]
public sealed class DICT102UnneededSnapshotCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string DropCopyKey = "DICT102.DropCopy";

    /// <summary>Creates the code fix.</summary>
    public DICT102UnneededSnapshotCodeFix()
        : base("DICT102", new RepairVariant(DropCopyKey, "Enumerate the collection itself", Plan, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations is not [var location]
            || context.Find<ExpressionSyntax>(diagnostic.Location) is not { } copy
            || context.Find<ExpressionSyntax>(location) is not { } source
            || !copy.Span.Contains(source.Span) || HasCommentsBeside(copy, source))
        {
            yield break;
        }

        yield return new Repair(copy, editor => editor.ReplaceNode(copy, (_, _) => source.WithoutTrivia().WithTriviaFrom(copy)));
    }

    private static bool HasCommentsBeside(ExpressionSyntax copy, ExpressionSyntax source) =>
        copy.DescendantTrivia().Any(trivia => !source.Span.Contains(trivia.Span) && copy.Span.Contains(trivia.Span) && !string.IsNullOrWhiteSpace(trivia.ToString()));
}
