using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// A field that holds a dictionary which is read often and written seldom publishes copies: it holds an ImmutableDictionary, readers take
/// the table of the moment without a lock, writers swap the whole table.
/// </summary>
internal sealed class PublishedCopy : Translation
{
    private const string Immutable = "System.Collections.Immutable";
    private const int WholeLayer = 2;

    private readonly PublishedReads reads = new();
    private readonly PublishedWrites writes = new();

    /// <summary>Each write copies a part of the table: only what is read at more places than it is written at, and not written in loops, gains.</summary>
    public override bool IsWanted => reads.Count > writes.Count && !writes.AreInLoop;

    public override bool IsMap(ITypeSymbol? type, KnownTypes types) =>
        types.ImmutableDictionary is not null
        && type is INamedTypeSymbol { TypeArguments: [not IErrorTypeSymbol, not IErrorTypeSymbol] } named && types.IsKnown(named)
        && (types.KindOf(named) is CollectionKind.Dictionary || type.IsNamed("System.Collections.Generic", "IDictionary") || type.IsNamed("System.Collections.Generic", "IReadOnlyDictionary"));

    public override bool Changes(ElementRole role) => role is ElementRole.Map;

    // Only a field can be swapped, and only one that may be assigned.
    public override bool RewriteType(RetypedDocument document, TypeSyntax written, ITypeSymbol type, ElementRole role)
    {
        if (role is not ElementRole.Map || WrittenNames.GenericIn(written) is not { } generic
            || written.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax { Parent: ClassDeclarationSyntax or RecordDeclarationSyntax } field }
            || field.Modifiers.Any(SyntaxKind.VolatileKeyword) || field.AttributeLists.Count > 0)
        {
            return false;
        }

        var name = document.NameOf(Immutable, "ImmutableDictionary", 2, written);
        document.Edits.Replace(TextSpan.FromBounds(written.SpanStart, generic.Identifier.Span.End), name);
        foreach (var modifier in field.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.ReadOnlyKeyword)))
        {
            document.Edits.Replace(TextSpan.FromBounds(modifier.SpanStart, modifier.GetNextToken().SpanStart), string.Empty);
        }

        return true;
    }

    public override bool Meets(RetypedDocument document, IOperation map)
    {
        if (map is not IFieldReferenceOperation { Field.ContainingType.IsValueType: false, Syntax: ExpressionSyntax } || map.Parent is IConditionalAccessOperation or ILockOperation)
        {
            return false;
        }

        if (map.Parent is not ISimpleAssignmentOperation assignment || assignment.Target != map)
        {
            reads.Add(document, (IFieldReferenceOperation)map);
            return true;
        }

        writes.AddSwap();
        return assignment.Parent is IExpressionStatementOperation;
    }

    public override bool? ReplaceMember(RetypedDocument document, IOperation member)
    {
        if (DictionaryUse.TryGet(member, document.Facts.Types) is not { } use)
        {
            return member is IInvocationOperation { Instance: null } ? null : false;
        }

        if (use.Receiver is not IFieldReferenceOperation map)
        {
            return false;
        }

        if (!use.Verb.Modifies())
        {
            return member is IInvocationOperation { Instance: null } ? null : use.Verb is not Verb.Snapshot && HasSame(member, document.Facts.Types);
        }

        reads.Remove(map);
        return writes.Replace(document, use, map);
    }

    public override bool? TakeMethod(RetypedDocument document, IMethodReferenceOperation method) => false;

    public override bool? ReplaceCreation(RetypedDocument document, IOperation creation)
    {
        if (creation is not IObjectCreationOperation { Syntax: BaseObjectCreationExpressionSyntax syntax, Constructor: { } constructor, Type: INamedTypeSymbol { TypeArguments: [var key, var value] } type } made
            || document.Facts.Types.KindOf(type) is not CollectionKind.Dictionary || ConcurrentCreation.ComparerText(made.Arguments) is not { } comparer)
        {
            return false;
        }

        var arguments = $"<{document.TextOf(key, syntax)}, {document.TextOf(value, syntax)}>";
        var takesContents = constructor.Parameters.Any(parameter => parameter.Type.SpecialType is not SpecialType.System_Int32 && !parameter.Type.IsNamed("System.Collections.Generic", "IEqualityComparer"));
        if (!takesContents && made.Initializer is null && !syntax.DescendantTrivia().Any(trivia => trivia.IsDirective))
        {
            var empty = document.NameOf(Immutable, "ImmutableDictionary", comparer.Length == 0 ? 2 : 0, syntax);
            document.Edits.Replace(syntax.Span, comparer.Length == 0 ? $"{empty}{arguments}.Empty" : $"{empty}.Create{arguments}({comparer.Substring(2)})");
            return true;
        }

        if (syntax is ImplicitObjectCreationExpressionSyntax)
        {
            document.Edits.Replace(syntax.NewKeyword.Span, $"new {document.NameOf("System.Collections.Generic", "Dictionary", 2, syntax)}{arguments}");
        }

        return Freeze(document, syntax, comparer);
    }

    public override bool PutMap(RetypedDocument document, IOperation map) =>
        map is IInvocationOperation { Syntax: ExpressionSyntax expression } call
        && KnownTypes.Is(call.TargetMethod.ContainingType, document.Facts.Types.Enumerable)
        && document.Facts.Types.KindOf(call.Type) is CollectionKind.Dictionary
        && ConcurrentCreation.ComparerText(call.Arguments) is { } comparer
        && Freeze(document, expression, comparer);

    // Whoever asks a property gets the table of the moment, which never changes.
    public override bool Converts(ITypeSymbol target, IOperation place) =>
        place is IReturnOperation && target.TypeKind is TypeKind.Interface && (target.IsNamed("System.Collections.Generic", "IReadOnlyDictionary")
            || target.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IReadOnlyCollection_T);

    public override bool Finish(RetypingScope scope) => writes.Any && PublishedUpdates.AreWhole(reads, writes) && reads.Finish();

    private static bool HasSame(IOperation member, KnownTypes types)
    {
        var name = member switch
        {
            IInvocationOperation call => call.TargetMethod.Name,
            IPropertyReferenceOperation property => property.Property.MetadataName,
            _ => string.Empty,
        };
        return types.ImmutableDictionary is { } immutable
            && immutable.GetMembers().Any(other => other.MetadataName == name && other is { IsStatic: false, DeclaredAccessibility: Accessibility.Public });
    }

    private static bool Freeze(RetypedDocument document, ExpressionSyntax expression, string comparer)
    {
        document.Require(Immutable, expression);
        document.Edits.Append(expression.Span, $".ToImmutableDictionary({(comparer.Length == 0 ? string.Empty : comparer.Substring(2))})", WholeLayer);
        return true;
    }
}
