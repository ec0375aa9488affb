using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers from syntax alone whether a place that names a collection can only read it. It binds nothing, and where it is not
/// sure it says no; large types name their collections in hundreds of methods.
/// </summary>
internal static class SyntacticReads
{
    private static readonly ImmutableHashSet<string> Readers = ImmutableHashSet.Create(
        "Count", "Length", "Keys", "Values", "Comparer", "IsEmpty", "ContainsKey", "ContainsValue", "Contains", "TryGetValue", "GetValueOrDefault", "IndexOf",
        "Any", "All", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "Where", "Select", "SelectMany", "OfType", "Cast",
        "OrderBy", "OrderByDescending", "Sum", "Min", "Max", "Average", "Aggregate", "ToArray", "ToList", "ToDictionary", "ToHashSet", "ToLookup", "GetEnumerator");

    /// <summary>Whether the expression that ends in <paramref name="name"/> can only read what it denotes.</summary>
    public static bool OnlyReads(SyntaxToken name)
    {
        if (name.Parent is not IdentifierNameSyntax identifier)
        {
            return false;
        }

        var expression = identifier.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == identifier ? (ExpressionSyntax)qualified : identifier;
        return expression.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Expression == expression => Readers.Contains(access.Name.Identifier.ValueText),
            ElementAccessExpressionSyntax element when element.Expression == expression => !IsWritten(element),
            CommonForEachStatementSyntax loop => loop.Expression == expression,
            _ => false,
        };
    }

    /// <summary>Whether a call that <paramref name="name"/> names is given <c>this</c> or a new object.</summary>
    public static bool PassesItselfOrNew(SyntaxToken name)
    {
        for (var node = name.Parent; node is not null and not StatementSyntax; node = node.Parent)
        {
            if (node is InvocationExpressionSyntax call)
            {
                foreach (var argument in call.ArgumentList.Arguments)
                {
                    if (argument.Expression is ThisExpressionSyntax or BaseObjectCreationExpressionSyntax)
                    {
                        return true;
                    }
                }

                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the <c>new</c> at <paramref name="keyword"/> may create a type called <paramref name="type"/>.</summary>
    public static bool MayCreate(SyntaxToken keyword, string type) => keyword.Parent switch
    {
        ImplicitObjectCreationExpressionSyntax => true,
        ObjectCreationExpressionSyntax creation => creation.Type.DescendantNodesAndSelf().Any(node => node is SimpleNameSyntax name && name.Identifier.ValueText == type),
        _ => false,
    };

    private static bool IsWritten(ElementAccessExpressionSyntax element) => element.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == element,
        PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
        _ => false,
    };
}
