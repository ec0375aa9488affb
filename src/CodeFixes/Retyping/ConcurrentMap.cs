using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// <c>Dictionary&lt;K, V&gt;</c> becomes <c>ConcurrentDictionary&lt;K, V&gt;</c>. Keys and values stay what they are; what changes is the
/// dictionary, the members that it has, and the views of it.
/// </summary>
internal sealed class ConcurrentMap : Translation
{
    private const string Generic = "System.Collections.Generic";

    public override bool IsMap(ITypeSymbol? type, KnownTypes types) =>
        types.HasConcurrentDictionary
        && type is INamedTypeSymbol { TypeArguments: [not IErrorTypeSymbol, not IErrorTypeSymbol] } named && types.IsKnown(named)
        && (types.KindOf(named) is CollectionKind.Dictionary || IsInterface(named));

    public override bool Changes(ElementRole role) => role is ElementRole.Map;

    public override bool RewriteType(RetypedDocument document, TypeSyntax written, ITypeSymbol type, ElementRole role)
    {
        var bare = written is NullableTypeSyntax { ElementType: var element } ? element : written;
        if (role is not ElementRole.Map || type is not INamedTypeSymbol { TypeArguments: [var key, var value] } || bare is not NameSyntax)
        {
            return false;
        }

        // The arguments stay as they are written; an alias has none.
        var name = NameAt(document, bare);
        if (WrittenNames.GenericIn(bare) is { } generic)
        {
            document.Edits.Replace(TextSpan.FromBounds(bare.SpanStart, generic.Identifier.Span.End), name);
            return true;
        }

        document.Edits.Replace(bare.Span, $"{name}<{document.TextOf(key, bare)}, {document.TextOf(value, bare)}>");
        return true;
    }

    public override bool? ReplaceMember(RetypedDocument document, IOperation member) => ConcurrentMembers.Replace(document, member);

    public override bool? TakeMethod(RetypedDocument document, IMethodReferenceOperation method) =>
        ConcurrentMembers.HasSame(method.Method, document.Facts.Types);

    public override bool? ReplaceCreation(RetypedDocument document, IOperation creation) => creation is IObjectCreationOperation made ? ConcurrentCreation.Replace(document, made, this) : null;

    public override bool PutMap(RetypedDocument document, IOperation map) => ConcurrentCreation.Wrap(document, map);

    // What others ask for is implemented by both, but for the root to lock on that only the old one has.
    public override bool Converts(ITypeSymbol target, IOperation place) =>
        target.TypeKind is TypeKind.Interface
        && (target.SpecialType is SpecialType.System_Collections_IEnumerable || target.ContainingNamespace?.ToDisplayString() is Generic);

    /// <summary>How the new type is written at <paramref name="place"/>, without its arguments.</summary>
    public static string NameAt(RetypedDocument document, SyntaxNode place) =>
        document.NameOf("System.Collections.Concurrent", "ConcurrentDictionary", 2, place);

    private static bool IsInterface(INamedTypeSymbol type) =>
        type.IsNamed(Generic, "IDictionary") || type.IsNamed(Generic, "IReadOnlyDictionary");
}
