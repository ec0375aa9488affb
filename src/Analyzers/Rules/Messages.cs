using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Rules;

/// <summary>Parts of messages that the rules have in common.</summary>
internal static class Messages
{
    /// <summary>The text of a node on one line, at most sixty characters of it; <c>.B</c> in <c>a?.B</c> is told with what it is called on.</summary>
    public static string Shortened(this SyntaxNode site)
    {
        var start = site;
        while (start.GetFirstToken().Parent is MemberBindingExpressionSyntax or BracketedArgumentListSyntax { Parent: ElementBindingExpressionSyntax }
            && start.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(start.Span)) is { } access)
        {
            start = access;
        }

        var whole = site.SyntaxTree.GetText().ToString(TextSpan.FromBounds(start.SpanStart, site.Span.End));
        var text = string.Join(" ", whole.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }

    /// <summary>The whole <c>d[k]++</c> or <c>--d[k]</c> that counts what stands at <paramref name="site"/>; null where nothing counts it.</summary>
    public static ExpressionSyntax? CountingOf(SyntaxNode site) => site.Parent?.Kind() switch
    {
        SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression or SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression => (ExpressionSyntax)site.Parent,
        _ => null,
    };

    /// <summary>The type and name of the method that a call runs.</summary>
    public static string CalleeName(this IOperation call) =>
        call is IInvocationOperation { TargetMethod: var method } ? $"{method.ContainingType?.Name}.{method.Name}" : string.Empty;
}
