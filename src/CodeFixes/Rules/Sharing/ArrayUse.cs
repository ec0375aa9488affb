using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Answers whether an array will do where a list is made.</summary>
internal static class ArrayUse
{
    /// <summary>Whether the list that <paramref name="list"/> makes is only read, in ways that an array is read as well.</summary>
    public static bool Suffices(RepairContext context, ExpressionSyntax list)
    {
        while (list.Parent is ParenthesizedExpressionSyntax outer)
        {
            list = outer;
        }

        return IsOnlyRead(context, list) || IsPlaceOfSequence(context, list) || IsInLocalThatIsOnlyRead(context, list);
    }

    /// <summary>Whether a collection expression stands where its target type takes the array of exactly its elements.</summary>
    public static bool IsPlaceOfArray(RepairContext context, CollectionExpressionSyntax collection) =>
        IsAssigned(collection)
        && context.Model.GetTypeInfo(collection, context.CancellationToken).ConvertedType is { } target
        && (target is IArrayTypeSymbol || IsReadOnlySequence(target));

    private static bool IsOnlyRead(RepairContext context, ExpressionSyntax list) => list.Parent switch
    {
        CommonForEachStatementSyntax loop => loop.Expression == list,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == list => IsLinq(context, call),
        _ => false,
    };

    // 'Reverse()' of an array is another method than that of a list.
    private static bool IsLinq(RepairContext context, InvocationExpressionSyntax call) =>
        context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol { Name: not ("Reverse" or "ToList") } method
        && KnownTypes.Is(method.ContainingType, context.Facts.Types.Enumerable);

    private static bool IsPlaceOfSequence(RepairContext context, ExpressionSyntax list) =>
        IsAssigned(list)
        && context.Model.GetTypeInfo(list, context.CancellationToken) is { Type: { } type, ConvertedType: { } target }
        && !SymbolEqualityComparer.Default.Equals(type, target) && IsReadOnlySequence(target);

    // An argument may choose another overload.
    private static bool IsAssigned(ExpressionSyntax value) => value.Parent switch
    {
        EqualsValueClauseSyntax or ReturnStatementSyntax => true,
        ArrowExpressionClauseSyntax arrow => arrow.Parent is not LambdaExpressionSyntax,
        AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Right == value,
        _ => false,
    };

    private static bool IsReadOnlySequence(ITypeSymbol type) => type.OriginalDefinition.SpecialType
        is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
        or SpecialType.System_Collections_Generic_IReadOnlyList_T or SpecialType.System_Collections_IEnumerable;

    private static bool IsInLocalThatIsOnlyRead(RepairContext context, ExpressionSyntax list)
    {
        if (list.Parent is not EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true, Parent: LocalDeclarationStatementSyntax } } declarator
            }
            || context.Model.GetDeclaredSymbol(declarator, context.CancellationToken) is not ILocalSymbol local)
        {
            return false;
        }

        var body = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? (SyntaxNode)context.Root;
        var uses = body.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local.Name
                && SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol, local))
            .ToArray();
        return uses.Length > 0 && uses.All(name => IsOnlyRead(context, name));
    }
}
