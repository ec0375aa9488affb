using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Flow;

/// <summary>A call that registers something in a container, as it is written.</summary>
/// <param name="Call">The call; the last one of a chain.</param>
/// <param name="Lifetime">How long the registered objects live.</param>
/// <param name="Form">How the name is to be read.</param>
internal sealed record RegistrationSite(SyntaxNode Call, Lifetimes Lifetime, RegistrationForm Form)
{
    /// <summary>
    /// Whether each type that it registers, or a base or interface of it, is written in it. Where a variable is registered, or
    /// what a method returns, only binding tells.
    /// </summary>
    public bool SaysItsTypes
    {
        get
        {
            var said = false;
            for (var link = Call; link is not null; link = Form is RegistrationForm.Chain && CalledIn(link) is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax before } ? before : null)
            {
                if (Says(link))
                {
                    said = true;
                }
                else if (ArgumentsOf(link).Count > 0)
                {
                    return false;
                }
            }

            return said;
        }
    }

    /// <summary>Every name in it, and what the file's aliases stand for.</summary>
    public IEnumerable<string> Names => Call.DescendantTokens()
        .Concat(Call.AncestorsAndSelf().SelectMany(node => UsingsOf(node)).Where(directive => directive.Alias is not null).SelectMany(directive => directive.DescendantTokens()))
        .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
        .Select(token => token.ValueText)
        .Distinct();

    // 'AddSingleton<I, T>(..)', 'AddSingleton(typeof(I), ..)', 'AddSingleton(new T())'
    private static bool Says(SyntaxNode call) =>
        NameOf(CalledIn(call)) is GenericNameSyntax
        || (ArgumentsOf(call) is { Count: > 0 } arguments
            && (arguments.Any(argument => argument.Expression is TypeOfExpressionSyntax) || arguments.All(argument => SaysType(argument.Expression))));

    private static ExpressionSyntax? CalledIn(SyntaxNode call) => (call as InvocationExpressionSyntax)?.Expression;

    private static SeparatedSyntaxList<ArgumentSyntax> ArgumentsOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList.Arguments,
        BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list.Arguments,
        _ => default,
    };

    private static bool SaysType(ExpressionSyntax value) => value switch
    {
        TypeOfExpressionSyntax or ObjectCreationExpressionSyntax or CastExpressionSyntax or LiteralExpressionSyntax => true,
        ParenthesizedExpressionSyntax parenthesized => SaysType(parenthesized.Expression),
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.AsExpression),
        InvocationExpressionSyntax call => NameOf(call.Expression) is GenericNameSyntax { Identifier.ValueText: "CreateInstance" or "GetRequiredService" or "GetService" or "GetServiceOrCreateInstance" },
        LambdaExpressionSyntax { ExpressionBody: { } result } => SaysType(result),
        LambdaExpressionSyntax { Block: { } block } => block
            .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .All(result => result.Expression is { } returned && SaysType(returned)),
        _ => false,
    };

    private static SimpleNameSyntax? NameOf(ExpressionSyntax? called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => called as SimpleNameSyntax,
    };

    private static SyntaxList<UsingDirectiveSyntax> UsingsOf(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax unit => unit.Usings,
        BaseNamespaceDeclarationSyntax space => space.Usings,
        _ => default,
    };
}
