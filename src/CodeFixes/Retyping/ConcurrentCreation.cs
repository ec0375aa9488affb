using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>How is a ConcurrentDictionary made with what a Dictionary is made of: capacity, comparer, another dictionary, elements?</summary>
internal static class ConcurrentCreation
{
    private const int WholeLayer = 2;

    /// <summary>Rewrites a creation with all its elements.</summary>
    public static bool Replace(RetypedDocument document, IObjectCreationOperation creation, Translation translation)
    {
        if (creation.Constructor is not { } constructor || creation.Syntax is not BaseObjectCreationExpressionSyntax syntax
            || document.Facts.Types.KindOf(creation.Type) is not CollectionKind.Dictionary
            || constructor.Parameters.Any(parameter => parameter.Type.IsNamed("System.Runtime.Serialization", "SerializationInfo")))
        {
            return false;
        }

        if (!HasDistinctKeys(creation.Initializer))
        {
            return WrapWhole(document, creation, syntax);
        }

        if (syntax is ObjectCreationExpressionSyntax written && !translation.RewriteType(document, written.Type, creation.Type!, ElementRole.Map))
        {
            return false;
        }

        if (constructor.Parameters is [{ Type.SpecialType: SpecialType.System_Int32 }, ..] && syntax.ArgumentList is { Arguments: [var first, ..] })
        {
            document.Edits.Wrap(first.Span, $"{document.NameOf("System", "Environment", 0, first)}.ProcessorCount, ", string.Empty, WholeLayer);
        }

        return syntax.Initializer is null || syntax.Initializer.Expressions.All(element => ReplaceElement(document, element));
    }

    /// <summary>Copies what LINQ has made into a ConcurrentDictionary; nobody else holds it.</summary>
    public static bool Wrap(RetypedDocument document, IOperation map)
    {
        if (map is not IInvocationOperation { Syntax: ExpressionSyntax expression, Type: INamedTypeSymbol type } call
            || !KnownTypes.Is(call.TargetMethod.ContainingType, document.Facts.Types.Enumerable)
            || document.Facts.Types.KindOf(type) is not CollectionKind.Dictionary
            || ComparerText(call.Arguments) is not { } comparer)
        {
            return false;
        }

        document.Edits.Wrap(expression.Span, $"new {TextOf(document, type, expression)}(", comparer + ")", WholeLayer);
        return true;
    }

    // Elements whose keys may be equal are added as before, to a Dictionary that throws.
    private static bool WrapWhole(RetypedDocument document, IObjectCreationOperation creation, BaseObjectCreationExpressionSyntax syntax)
    {
        if (ComparerText(creation.Arguments) is not { } comparer || creation.Type is not INamedTypeSymbol { TypeArguments: [var key, var value] } type)
        {
            return false;
        }

        if (syntax is ObjectCreationExpressionSyntax)
        {
            document.Edits.Wrap(syntax.Span, $"new {TextOf(document, type, syntax)}(", comparer + ")", WholeLayer);
            return true;
        }

        var name = document.NameOf("System.Collections.Generic", "Dictionary", 2, syntax);
        document.Edits.Wrap(TextSpan.FromBounds(syntax.NewKeyword.Span.End, syntax.Span.End), $"(new {name}<{document.TextOf(key, syntax)}, {document.TextOf(value, syntax)}>", comparer + ")", WholeLayer);
        return true;
    }

    /// <summary>The comparer once more, as an argument with its comma; null where naming it again could give another one.</summary>
    public static string? ComparerText(ImmutableArray<IArgumentOperation> arguments)
    {
        var given = arguments.FirstOrDefault(argument => argument.ArgumentKind is ArgumentKind.Explicit && argument.Parameter?.Type.IsNamed("System.Collections.Generic", "IEqualityComparer") is true);
        return given is null ? string.Empty
            : given.Value.Unwrapped() is IPropertyReferenceOperation { Instance: null } or IFieldReferenceOperation { Instance: null, Field.IsReadOnly: true }
                && given.Value.Syntax is ExpressionSyntax ? ", " + given.Value.Syntax.ToString()
            : null;
    }

    // '{ key, value }' calls 'Add', which a ConcurrentDictionary has only for those who ask its interface.
    private static bool ReplaceElement(RetypedDocument document, ExpressionSyntax element)
    {
        if (element is AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax })
        {
            return true;
        }

        if (element is not InitializerExpressionSyntax { Expressions: [var key, var value] } pair || pair.DescendantTrivia().Any(trivia =>
            (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsDirective)
            && pair.Span.Contains(trivia.Span) && !key.Span.Contains(trivia.Span) && !value.Span.Contains(trivia.Span)))
        {
            return false;
        }

        document.Edits.Replace(TextSpan.FromBounds(pair.SpanStart, key.SpanStart), "[");
        document.Edits.Replace(TextSpan.FromBounds(key.Span.End, value.SpanStart), "] = ");
        document.Edits.Replace(TextSpan.FromBounds(value.Span.End, pair.Span.End), string.Empty);
        return true;
    }

    // No 'Add' of the initializer can throw: the keys are constants or types, and no two are alike, whatever their case.
    private static bool HasDistinctKeys(IObjectOrCollectionInitializerOperation? initializer)
    {
        var keys = new HashSet<object>();
        foreach (var element in initializer?.Initializers ?? [])
        {
            if (element is IInvocationOperation { Arguments: [{ Value: var key }, _] } && (IdentityOf(key.Unwrapped()) is not { } identity || !keys.Add(identity)))
            {
                return false;
            }
        }

        return true;
    }

    private static object? IdentityOf(IOperation key) => key switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text.ToUpperInvariant(),
        { ConstantValue: { HasValue: true, Value: { } constant } } => constant,
        ITypeOfOperation type => type.TypeOperand,
        _ => null,
    };

    private static string TextOf(RetypedDocument document, INamedTypeSymbol type, SyntaxNode place) =>
        $"{ConcurrentMap.NameAt(document, place)}<{document.TextOf(type.TypeArguments[0], place)}, {document.TextOf(type.TypeArguments[1], place)}>";
}
