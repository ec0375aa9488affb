using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT208: walks the dictionary itself, counts it without a copy, counts it once.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT208WholeTableInLoopCodeFix))]
[Shared]
public sealed class DICT208WholeTableInLoopCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair that walks the dictionary instead of its keys or values.</summary>
    public const string WalkKey = "DICT208.WalkDictionary";

    /// <summary>The equivalence key of the repair that asks for the count of the dictionary instead of that of its keys.</summary>
    public const string CountDirectlyKey = "DICT208.CountDirectly";

    /// <summary>The equivalence key of the repair that counts before the loop.</summary>
    public const string CountBeforeKey = "DICT208.CountBefore";

    /// <summary>Creates the code fix.</summary>
    public DICT208WholeTableInLoopCodeFix()
        : base(
            "DICT208",
            new RepairVariant(WalkKey, "Enumerate the dictionary itself", Walk, diagnostic => diagnostic.Location.SourceSpan),
            new RepairVariant(CountDirectlyKey, "Count the dictionary without a copy", CountDirectly, diagnostic => diagnostic.Location.SourceSpan),
            new RepairVariant(CountBeforeKey, "Count once, before the loop", CountBefore, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static bool Allows(Diagnostic diagnostic, string repair) =>
        diagnostic.Properties.TryGetValue(DICT208WholeTableInLoopAnalyzer.RepairProperty, out var allowed) && allowed == repair;

    // 'foreach (var key in cd.Keys)' becomes 'foreach (var (key, _) in cd)'.
    private static IEnumerable<Repair> Walk(RepairContext context, Diagnostic diagnostic)
    {
        if (!Allows(diagnostic, DICT208WholeTableInLoopAnalyzer.Walk)
            || context.Find<MemberAccessExpressionSyntax>(diagnostic.Location) is not { Parent: ForEachStatementSyntax loop } view || loop.Expression != view
            || loop.Type is RefTypeSyntax || HasComments(view, view.Expression)
            || !IsDictionary(context, view.Expression) || !HasDeconstruct(context, view.Expression))
        {
            yield break;
        }

        // What the variable is called stays, and so does its type where it was named.
        var isKey = view.Name.Identifier.ValueText == "Keys";
        yield return new Repair(loop, editor => editor.ReplaceNode(loop, (current, _) =>
        {
            var kept = (ForEachStatementSyntax)current;
            var name = kept.Identifier.WithoutTrivia();
            ExpressionSyntax variable = kept.Type.IsVar
                ? DeclarationExpression(
                    kept.Type,
                    ParenthesizedVariableDesignation(Pair<VariableDesignationSyntax>(isKey, SingleVariableDesignation(name), DiscardDesignation())))
                : TupleExpression(Pair(
                    isKey,
                    Argument(DeclarationExpression(kept.Type.WithTrailingTrivia(Space), SingleVariableDesignation(name))),
                    Argument(ParseExpression("_"))));
            return ForEachVariableStatement(
                    kept.AwaitKeyword, kept.ForEachKeyword, kept.OpenParenToken, variable.WithTrailingTrivia(kept.Identifier.TrailingTrivia), kept.InKeyword,
                    view.Expression.WithTriviaFrom(view), kept.CloseParenToken, kept.Statement)
                .WithAttributeLists(kept.AttributeLists);
        }));
    }

    // 'cd.Keys.Count' and 'cd.Values.Count()' become 'cd.Count'.
    private static IEnumerable<Repair> CountDirectly(RepairContext context, Diagnostic diagnostic)
    {
        if (context.Find<MemberAccessExpressionSyntax>(diagnostic.Location) is not { Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } count } view
            || count.Expression != view || !IsDictionary(context, view.Expression))
        {
            return [];
        }

        var whole = count.Parent is InvocationExpressionSyntax call && call.Expression == count ? call : (ExpressionSyntax)count;
        return whole is InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } || HasComments(whole, view.Expression)
            ? []
            : [new Repair(whole, editor => editor.ReplaceNode(whole, view.WithName(IdentifierName("Count")).WithTriviaFrom(whole)))];
    }

    private static IEnumerable<Repair> CountBefore(RepairContext context, Diagnostic diagnostic)
    {
        if (!Allows(diagnostic, DICT208WholeTableInLoopAnalyzer.CountBefore)
            || diagnostic.AdditionalLocations is not [_, var place]
            || context.Find<ExpressionSyntax>(diagnostic.Location) is not MemberAccessExpressionSyntax count
            || context.Find<StatementSyntax>(place) is not { Parent: BlockSyntax } loop || !loop.Span.Contains(count.Span))
        {
            yield break;
        }

        var name = context.UniqueName("count", loop);

        // Parsed and not made: what is made by hand brings elastic trivia, by which the loop would be laid out anew.
        var line = ParseStatement($"var {name} = {count.WithoutTrivia()};").WithTrailingTrivia(EndOfLine(context.EndOfLine));
        var indentation = loop.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        yield return new Repair(loop, editor =>
        {
            editor.ReplaceNode(count, IdentifierName(name).WithTriviaFrom(count));
            editor.InsertBefore(loop, line.WithLeadingTrivia(indentation == default ? TriviaList() : TriviaList(indentation)));
        });
    }

    private static SeparatedSyntaxList<TNode> Pair<TNode>(bool isKey, TNode variable, TNode discard)
        where TNode : SyntaxNode =>
        SeparatedList(isKey ? [variable, discard] : new[] { discard, variable }, [Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space)]);

    private static bool IsDictionary(RepairContext context, ExpressionSyntax expression) =>
        context.Model.GetTypeInfo(expression, context.CancellationToken).Type is { } type
        && context.Facts.Types.KindOf(type) is CollectionKind.ConcurrentDictionary or CollectionKind.Interface;

    // Pairs come apart since .NET Core 2.0.
    private static bool HasDeconstruct(RepairContext context, ExpressionSyntax dictionary) =>
        context.Model.GetTypeInfo(dictionary, context.CancellationToken).Type is { } type
        && type.AllInterfaces.Append(type as INamedTypeSymbol).Any(candidate =>
            candidate is { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T, TypeArguments: [{ Name: "KeyValuePair" } pair] }
            && !pair.GetMembers("Deconstruct").IsEmpty);

    // Whether something between the parts that stay would be lost.
    private static bool HasComments(SyntaxNode whole, SyntaxNode kept) => whole.DescendantTrivia().Any(trivia =>
        whole.Span.Contains(trivia.Span) && !kept.Span.Contains(trivia.Span) && !string.IsNullOrWhiteSpace(trivia.ToString()));
}
