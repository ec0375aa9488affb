using System.Collections.Generic;
using System.Composition;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Repairs DICT211: gives the lambda the key as its parameter, so that it is the factory.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DICT211DelegateAsValueCodeFix))]
[Shared]
public sealed class DICT211DelegateAsValueCodeFix : RuleCodeFix
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string TakeKeyKey = "DICT211.TakeKey";

    /// <summary>Creates the code fix.</summary>
    public DICT211DelegateAsValueCodeFix()
        : base("DICT211", new RepairVariant(TakeKeyKey, "Make it the factory of the value", Plan, diagnostic => diagnostic.Location.SourceSpan))
    {
    }

    private static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (context.Find<ExpressionSyntax>(diagnostic.Location) is not { } value)
        {
            yield break;
        }

        var name = NameFor(context, value);
        switch (value)
        {
            case ParenthesizedLambdaExpressionSyntax { ParameterList: { Parameters.Count: 0 } list } lambda:
                yield return new Repair(value, editor => editor.ReplaceNode(value, WithParameter(lambda, list, name)));
                break;

            // Without a list it takes whatever is given.
            case AnonymousMethodExpressionSyntax { ParameterList: { Parameters.Count: 0 } list } method:
                yield return new Repair(value, editor => editor.ReplaceNode(
                    value,
                    method.WithParameterList(null).WithDelegateKeyword(method.DelegateKeyword.WithTrailingTrivia(
                        SyntaxFactory.TriviaList([.. UpToComment(method.DelegateKeyword.TrailingTrivia), .. Inside(list), .. list.GetTrailingTrivia()])))));
                break;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when context.Model.GetTypeInfo(value, context.CancellationToken).Type
                is INamedTypeSymbol { DelegateInvokeMethod.Parameters.IsEmpty: true }:
                yield return new Repair(value, editor => editor.ReplaceNode(value, SyntaxFactory.ParseExpression($"{name} => {value.WithoutTrivia()}()").WithTriviaFrom(value)));
                break;
        }
    }

    private static SimpleLambdaExpressionSyntax WithParameter(ParenthesizedLambdaExpressionSyntax lambda, ParameterListSyntax list, string name) =>
        SyntaxFactory.SimpleLambdaExpression(
            lambda.AttributeLists,
            lambda.Modifiers,
            SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithLeadingTrivia(list.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.TriviaList([.. Inside(list), .. list.GetTrailingTrivia()])),
            lambda.ArrowToken,
            lambda.Block,
            lambda.ExpressionBody).WithTriviaFrom(lambda);

    // The comments in an empty list.
    private static IEnumerable<SyntaxTrivia> Inside(ParameterListSyntax list) =>
        from trivia in list.OpenParenToken.TrailingTrivia.Concat(list.CloseParenToken.LeadingTrivia)
        where !string.IsNullOrWhiteSpace(trivia.ToString())
        from part in new[] { SyntaxFactory.Space, trivia }
        select part;

    // What stands behind a word, without the space after it.
    private static IEnumerable<SyntaxTrivia> UpToComment(SyntaxTriviaList trivia) =>
        trivia.Take(trivia.Count - trivia.Reverse().TakeWhile(part => string.IsNullOrWhiteSpace(part.ToString())).Count());

    // One parameter called '_' is a parameter, to which a discard in the body would be an assignment.
    private static string NameFor(RepairContext context, ExpressionSyntax value) =>
        value.DescendantTokens().Any(token => token.IsKind(SyntaxKind.UnderscoreToken) || token.ValueText == "_")
            ? context.NameInInnerScope("key", value, value)
            : "_";
}
