using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>A call whose result nobody uses stays a statement when <c>.Value</c> follows it: <c>_ = map.GetOrAdd(..).Value;</c>.</summary>
internal static class UnusedResults
{
    /// <summary>Makes room for a property access behind <paramref name="call"/>; false where the language has no place for it.</summary>
    public static bool TryKeep(RetypedDocument document, IOperation call, int layer)
    {
        var whole = call;
        while (whole.Parent is IConditionalAccessOperation access && access.WhenNotNull == whole)
        {
            whole = access;
        }

        if (whole.Parent is not IExpressionStatementOperation || whole.Syntax is not ExpressionSyntax expression)
        {
            return true;
        }

        if (document.Model.LookupSymbols(expression.SpanStart, name: "_").IsEmpty)
        {
            document.Edits.Wrap(expression.Span, "_ = ", string.Empty, layer);
            return true;
        }

        // A parameter is called '_' here; writing to it would be no discard.
        var variable = $"var {document.FreeName("created", expression)} = ";
        switch (expression.Parent)
        {
            case ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax }:
                document.Edits.Wrap(expression.Span, variable, string.Empty, layer);
                return true;
            case LambdaExpressionSyntax lambda when lambda.Body == expression:
                document.Edits.Wrap(expression.Span, "{ " + variable, "; }", layer);
                return true;
            default:
                return false;
        }
    }
}
