using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>How is the dictionary that stands for a set made of what the set is made of: capacity, comparer, a sequence, elements?</summary>
internal static class SetCreation
{
    private const int WholeLayer = 2;

    /// <summary>How the new type is written at <paramref name="place"/>.</summary>
    public static string TypeAt(RetypedDocument document, ITypeSymbol element, SyntaxNode place) =>
        $"{ConcurrentMap.NameAt(document, place)}<{document.TextOf(element, place)}, byte>";

    /// <summary>Rewrites a creation with all its elements.</summary>
    public static bool Replace(RetypedDocument document, IOperation creation, Translation translation)
    {
        if (creation is ICollectionExpressionOperation { Elements.IsEmpty: true, Syntax: var empty })
        {
            document.Edits.Replace(empty.Span, "new()");
            return document.Language >= LanguageVersion.CSharp9 && !empty.DescendantTrivia().Comments().Any();
        }

        if (creation is not IObjectCreationOperation { Constructor: { } constructor, Type: INamedTypeSymbol { TypeArguments: [var element] } type, Syntax: BaseObjectCreationExpressionSyntax syntax } made
            || document.Facts.Types.KindOf(type) is not CollectionKind.HashSet)
        {
            return false;
        }

        return (syntax is not ObjectCreationExpressionSyntax written || translation.RewriteType(document, written.Type, type, ElementRole.Map))
            && ReplaceArguments(document, made, constructor, syntax, element)
            && (syntax.Initializer is null || syntax.Initializer.Expressions.All(given => ReplaceElement(document, given)));
    }

    /// <summary>Copies what LINQ has made into the dictionary; nobody else holds it.</summary>
    public static bool Wrap(RetypedDocument document, IOperation map)
    {
        if (map is not IInvocationOperation { Syntax: ExpressionSyntax expression, Type: INamedTypeSymbol { TypeArguments: [var element] } type } call
            || !KnownTypes.Is(call.TargetMethod.ContainingType, document.Facts.Types.Enumerable)
            || document.Facts.Types.KindOf(type) is not CollectionKind.HashSet
            || ConcurrentCreation.ComparerText(call.Arguments) is not { } comparer)
        {
            return false;
        }

        document.Edits.Wrap(expression.Span, $"new {TypeAt(document, element, expression)}(", $"{Pairs(document, element, expression)}{comparer})", WholeLayer);
        return true;
    }

    private static bool ReplaceArguments(RetypedDocument document, IObjectCreationOperation made, IMethodSymbol constructor, BaseObjectCreationExpressionSyntax syntax, ITypeSymbol element)
    {
        if (constructor.Parameters is [] or [{ Type: INamedTypeSymbol { Name: "IEqualityComparer" } }])
        {
            return true;
        }

        if (syntax.ArgumentList is not { Arguments: [{ NameColon: null } first, ..] arguments } || arguments.Any(argument => argument.NameColon is not null))
        {
            return false;
        }

        if (constructor.Parameters is [{ Type.SpecialType: SpecialType.System_Int32 }, ..])
        {
            document.Edits.Wrap(first.Span, $"{document.NameOf("System", "Environment", 0, first)}.ProcessorCount, ", string.Empty, WholeLayer);
            return true;
        }

        // Of equal elements a set takes the first; the dictionary would throw.
        if (constructor.Parameters is not [{ Type.OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T }, ..] || ConcurrentCreation.ComparerText(made.Arguments) is not { } comparer)
        {
            return false;
        }

        var isPrimary = first.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax;
        document.Require("System.Linq", first);
        document.Edits.Wrap(
            first.Span,
            isPrimary ? string.Empty : "(",
            $"{(isPrimary ? string.Empty : ")")}.Distinct({(comparer.Length == 0 ? string.Empty : comparer.Substring(2))}){Pairs(document, element, first)}",
            WholeLayer);
        return true;
    }

    private static string Pairs(RetypedDocument document, ITypeSymbol element, SyntaxNode place)
    {
        document.Require("System.Linq", place);
        var pair = document.NameOf("System.Collections.Generic", "KeyValuePair", 2, place);
        var modifier = document.Language >= LanguageVersion.CSharp9 ? "static " : string.Empty;
        return $".Select({modifier}element => new {pair}<{document.TextOf(element, place)}, byte>(element, 0))";
    }

    // '{ element }' calls 'Add', of which the second with an equal element does nothing.
    private static bool ReplaceElement(RetypedDocument document, ExpressionSyntax element)
    {
        if (element is InitializerExpressionSyntax or AssignmentExpressionSyntax)
        {
            return false;
        }

        document.Edits.Wrap(element.Span, "[", "] = 0", WholeLayer);
        return true;
    }
}
