using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>A change of an entry that starts from the value that it has: <c>d[k]++</c>, <c>d[k] += x</c>, <c>d[k] = f(old)</c>.</summary>
/// <param name="Whole">The expression that changes the entry.</param>
/// <param name="Value">What the new value is computed from besides; the whole computation, where it is an assignment.</param>
/// <param name="Old">What stands for the old value in it.</param>
/// <param name="Pattern">The new value: <c>@</c> for the old value, <c>$</c> for <see cref="Value"/>.</param>
internal sealed record EntryUpdate(ExpressionSyntax Whole, ExpressionSyntax Value, IReadOnlyCollection<ExpressionSyntax> Old, string Pattern)
{
    private static readonly ExpressionSyntax Nothing = SyntaxFactory.ParseExpression("1");

    /// <summary>Whether the old value is not named, but meant by the operator.</summary>
    public bool IsFused => Pattern != "$";

    /// <summary>The update of <paramref name="entry"/>; null where it is none, or its own old value is looked at.</summary>
    public static EntryUpdate? Of(CheckThenActSite site, ExpressionSyntax entry)
    {
        switch (entry.Parent)
        {
            case PostfixUnaryExpressionSyntax { RawKind: not (int)SyntaxKind.SuppressNullableWarningExpression } step:
                return site.OperationOf(step)?.Parent is IExpressionStatementOperation ? Stepped(site, step, step.OperatorToken.Text) : null;
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } step:
                return Stepped(site, step, step.OperatorToken.Text);
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } store when store.Left == entry:
                return new EntryUpdate(store, store.Right, [], "$");
            case AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.CoalesceAssignmentExpression } compound when compound.Left == entry:
                return Compound(site, compound);
            default:
                return null;
        }
    }

    /// <summary>The new value, given the name or value of the old one.</summary>
    public string PatternWith(string old) => Pattern.Replace("@", old);

    private static EntryUpdate Stepped(CheckThenActSite site, ExpressionSyntax step, string operation) =>
        new(step, Nothing, [], site.ValueType.SpecialType is >= SpecialType.System_Int32 and <= SpecialType.System_Double ? $"@ {operation[0]} 1" : operation + "@");

    private static EntryUpdate? Compound(CheckThenActSite site, AssignmentExpressionSyntax compound)
    {
        if (site.OperationOf(compound) is not ICompoundAssignmentOperation operation)
        {
            return null;
        }

        var right = compound.Right is LiteralExpressionSyntax or NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or ParenthesizedExpressionSyntax or ObjectCreationExpressionSyntax or InterpolatedStringExpressionSyntax
                ? "$"
                : "($)";
        var isPlain = operation is { OperatorMethod: null, InConversion.IsIdentity: true, OutConversion.IsIdentity: true }
            && site.ValueType.SpecialType is (>= SpecialType.System_Int32 and <= SpecialType.System_String) or SpecialType.System_Boolean;
        var name = compound.OperatorToken.Text;
        return new EntryUpdate(compound, compound.Right, [], isPlain ? $"@ {name.Substring(0, name.Length - 1)} {right}" : $"@ {name} $");
    }
}
