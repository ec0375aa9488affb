using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Mapping;

/// <summary>Writes a choice by type in front of what a helper does.</summary>
internal static class HelperDispatch
{
    /// <summary>The helper with a case for each type: the type, a variable for the object, a guard or nothing, and the call that makes the result.</summary>
    public static MethodDeclarationSyntax Write(MethodDeclarationSyntax helper, string parameter, IEnumerable<(string Type, string Variable, string Guard, string Call)> cases, string endOfLine)
    {
        var start = helper.ExpressionBody is { Expression: var expression } ? expression.SpanStart : helper.SpanStart;
        var line = helper.SyntaxTree.GetText().Lines.GetLineFromPosition(start).ToString();
        var outer = line.Substring(0, line.Length - line.TrimStart().Length);
        var inner = outer + "    ";
        var text = new StringBuilder();
        if (helper.ExpressionBody is { Expression: var old })
        {
            // '=> source switch { Order order => OrderMapper.ToDictionary(order), _ => .. }'
            text.Append(parameter).Append(" switch").Append(endOfLine).Append(outer).Append('{').Append(endOfLine);
            foreach (var (type, variable, guard, call) in cases)
            {
                text.Append(inner).Append(type).Append(' ').Append(variable).Append(guard).Append(" => ").Append(call).Append(',').Append(endOfLine);
            }

            text.Append(inner).Append("_ => ").Append(old.WithoutTrivia()).Append(',').Append(endOfLine).Append(outer).Append('}');
            return helper.ReplaceNode(old, SyntaxFactory.ParseExpression(text.ToString()).WithTriviaFrom(old));
        }

        text.Append(inner).Append("switch (").Append(parameter).Append(')').Append(endOfLine).Append(inner).Append('{').Append(endOfLine);
        foreach (var (type, variable, guard, call) in cases)
        {
            text.Append(inner).Append("    case ").Append(type).Append(' ').Append(variable).Append(guard).Append(':').Append(endOfLine)
                .Append(inner).Append("        return ").Append(call).Append(';').Append(endOfLine);
        }

        text.Append(inner).Append('}');
        var choice = SyntaxFactory.ParseStatement(text.ToString()).WithTrailingTrivia(SyntaxFactory.EndOfLine(endOfLine), SyntaxFactory.EndOfLine(endOfLine));
        return helper.WithBody(helper.Body!.WithStatements(helper.Body.Statements.Insert(0, choice)));
    }
}
