using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether the code around a dictionary means the dictionary to hold delegates, where its value type would also hold anything else.</summary>
internal sealed class DelegateValues(SourceBodies bodies)
{
    /// <summary>Whether what <paramref name="call"/> returns is at once taken for something that is not a delegate.</summary>
    public static bool TakesResultForAnotherType(IOperation call) =>
        CastOf(call) is { } type && !IsDelegate(type) && type.SpecialType is not SpecialType.System_Object;

    /// <summary>Whether what <paramref name="call"/> returns is at once taken for a delegate.</summary>
    public static bool TakesResultForDelegate(IOperation call) => CastOf(call) is { } type && IsDelegate(type);

    /// <summary>
    /// Whether the type around <paramref name="place"/> ever takes an object for a delegate, by a cast or a pattern, or stores a
    /// lambda under a key of something with the name of <paramref name="dictionary"/>.
    /// </summary>
    public bool AreMeant(IOperation place, IOperation dictionary, CancellationToken cancellationToken)
    {
        var name = NameOf(dictionary.Syntax);
        var type = place.Syntax.AncestorsAndSelf().LastOrDefault(node => node is TypeDeclarationSyntax) ?? place.Syntax.SyntaxTree.GetRoot(cancellationToken);
        return type.DescendantNodes().Any(node => node switch
        {
            CastExpressionSyntax cast => NamesDelegate(cast.Type) && cast.Expression is not (ParenthesizedExpressionSyntax { Expression: AnonymousFunctionExpressionSyntax } or AnonymousFunctionExpressionSyntax),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression or (int)SyntaxKind.IsExpression, Right: TypeSyntax tested } => NamesDelegate(tested),
            DeclarationPatternSyntax pattern => NamesDelegate(pattern.Type),
            TypePatternSyntax pattern => NamesDelegate(pattern.Type),
            RecursivePatternSyntax { Type: { } matched } => NamesDelegate(matched),
            IdentifierNameSyntax { Identifier.ValueText: "DynamicInvoke" } => true,
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: var holder }, Right: AnonymousFunctionExpressionSyntax } => NameOf(holder) == name,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var holder, Name.Identifier.ValueText: "TryAdd" or "Add" or "TryUpdate" } } call =>
                NameOf(holder) == name && call.ArgumentList.Arguments.Any(argument => argument.Expression is AnonymousFunctionExpressionSyntax),
            _ => false,
        });

        bool NamesDelegate(TypeSyntax named) =>
            bodies.Owns(named.SyntaxTree) && bodies.ModelOf(named.SyntaxTree).GetTypeInfo(named, cancellationToken).Type is { } found && IsDelegate(found);
    }

    private static ITypeSymbol? CastOf(IOperation call)
    {
        while (call.Parent is IParenthesizedOperation)
        {
            call = call.Parent;
        }

        return call.Parent is IConversionOperation { IsImplicit: false, Type: var type } ? type : null;
    }

    private static bool IsDelegate(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Delegate || type.SpecialType is SpecialType.System_Delegate or SpecialType.System_MulticastDelegate;

    private static string NameOf(SyntaxNode expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => string.Empty,
    };
}
