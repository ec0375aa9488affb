using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT207: copies by the dictionary's own <c>ToArray()</c>, which is one step.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT207RacyCopyCodeFix))]
[Shared]
public sealed class DICT207RacyCopyCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string ToArrayKey = "DICT207.ToArray";

    private const string Own = ".ToArray()";

    /// <summary>Creates the code fix.</summary>
    public DICT207RacyCopyCodeFix()
        : base("DICT207", new RepairVariant(ToArrayKey, "Copy by the dictionary's own ToArray()", Plan, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations is not [var location]
            || context.Find<ExpressionSyntax>(location) is not { } source
            || !IsPartOf(diagnostic.Location.SourceSpan, source)
            || !IsDictionary(context, source))
        {
            return [];
        }

        // What is given to a collection expression or to another method may have been cast on the way.
        var given = source;
        while (given.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
        {
            given = (ExpressionSyntax)given.Parent;
        }

        return given.Parent switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CopyTo" } => [],
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == given => OfCall(context, call, access, source, given),
            ConditionalAccessExpressionSyntax access when access.Expression == given => OfConditional(context, access),
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } => OfArgument(context, call, source, given),
            SpreadElementSyntax { Parent: CollectionExpressionSyntax { Elements.Count: 1 } collection } => OfSpread(context, collection, source, given),
            _ => [Inside(source, given)],
        };
    }

    // 'cd.ToList()': an array where an array will do, else a list of it.
    private static IEnumerable<Repair> OfCall(
        RepairContext context, InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, ExpressionSyntax source, ExpressionSyntax given)
    {
        if (call.ArgumentList.Arguments.Count == 0
            && (access.Name.Identifier.ValueText == "ToArray" || (access.Name.Identifier.ValueText == "ToList" && ArrayUse.Suffices(context, call))))
        {
            yield return new Repair(call, editor => editor.ReplaceNode(call, (current, _) => OwnToArray((InvocationExpressionSyntax)current, source)));
        }

        if (access.Name.Identifier.ValueText != "ToArray")
        {
            yield return Inside(source, given);
        }
    }

    // 'Enumerable.ToArray(cd)'
    private static IEnumerable<Repair> OfArgument(RepairContext context, InvocationExpressionSyntax call, ExpressionSyntax source, ExpressionSyntax given)
    {
        var isLinq = context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol method
            && KnownTypes.Is(method.ContainingType, context.Facts.Types.Enumerable);
        if (isLinq && call is { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToArray" } or SimpleNameSyntax { Identifier.ValueText: "ToArray" } })
        {
            return HasCommentsBeside(call, source)
                ? []
                : [new Repair(call, editor => editor.ReplaceNode(call, source.Followed(Own).WithTriviaFrom(call)))];
        }

        return [Inside(source, given)];
    }

    // 'cd?.ToList()'
    private static IEnumerable<Repair> OfConditional(RepairContext context, ConditionalAccessExpressionSyntax access)
    {
        if (access.WhenNotNull.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().FirstOrDefault() is not { Parent: InvocationExpressionSyntax call } binding)
        {
            yield break;
        }

        var toArray = SyntaxFactory.IdentifierName("ToArray");
        if (call == access.WhenNotNull && call.ArgumentList.Arguments.Count == 0
            && (binding.Name.Identifier.ValueText == "ToArray" || (binding.Name.Identifier.ValueText == "ToList" && ArrayUse.Suffices(context, access))))
        {
            // Behind '?.' the name alone may still mean the extension method, where the variable is an interface; that was asked before.
            yield return new Repair(binding, editor => editor.ReplaceNode(binding.Name, toArray.WithTriviaFrom(binding.Name)));
        }

        if (binding.Name.Identifier.ValueText is not ("ToArray" or "CopyTo"))
        {
            yield return new Repair(binding, editor => editor.ReplaceNode(binding, (current, _) => SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                SyntaxFactory.InvocationExpression(binding.WithName(toArray).WithoutTrailingTrivia()),
                ((MemberBindingExpressionSyntax)current).Name)));
        }
    }

    // '[.. cd]': where an array is wanted, its own array is that.
    private static IEnumerable<Repair> OfSpread(RepairContext context, CollectionExpressionSyntax collection, ExpressionSyntax source, ExpressionSyntax given)
    {
        if (ArrayUse.IsPlaceOfArray(context, collection) && !HasCommentsBeside(collection, source))
        {
            yield return new Repair(collection, editor => editor.ReplaceNode(collection, source.Followed(Own).WithTriviaFrom(collection)));
        }

        yield return Inside(source, given);
    }

    // Where the dictionary stands, its array stands afterwards.
    private static Repair Inside(ExpressionSyntax source, ExpressionSyntax given) =>
        new(given, editor => editor.ReplaceNode(given, source.Followed(Own).WithTriviaFrom(given)));

    private static InvocationExpressionSyntax OwnToArray(InvocationExpressionSyntax call, ExpressionSyntax source)
    {
        var access = (MemberAccessExpressionSyntax)call.Expression;
        return call.WithExpression(access
            .WithExpression(source.WithTriviaFrom(access.Expression))
            .WithName(SyntaxFactory.IdentifierName("ToArray").WithTriviaFrom(access.Name)));
    }

    // 'cd?.ToList()' is reported at its second half.
    private static bool IsPartOf(TextSpan reported, ExpressionSyntax source) =>
        reported.Contains(source.Span)
        || (source.Parent is ConditionalAccessExpressionSyntax access && access.Expression == source && access.Span.Contains(reported));

    private static bool IsDictionary(RepairContext context, ExpressionSyntax source) =>
        context.Facts.Types.KindOf(context.Model.GetTypeInfo(source, context.CancellationToken).Type) is CollectionKind.ConcurrentDictionary;

    private static bool HasCommentsBeside(ExpressionSyntax whole, ExpressionSyntax source) => whole.DescendantTrivia().Any(trivia =>
        !source.Span.Contains(trivia.Span) && whole.Span.Contains(trivia.Span) && !string.IsNullOrWhiteSpace(trivia.ToString()));
}
