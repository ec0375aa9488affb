using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether it matters which of two objects, made alike by two threads, a dictionary ends up with: it does where the
/// object can change, must be disposed, or is waited on.
/// </summary>
internal static class ValueIdentity
{
    /// <summary>Whether two values of <paramref name="type"/> made alike are not as good as one. Where that is not known: no.</summary>
    public static bool Matters(ITypeSymbol? type, KnownTypes types)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } named || named.SpecialType is not SpecialType.None)
        {
            return false;
        }

        var kind = types.KindOf(named);
        if (kind is not (CollectionKind.None or CollectionKind.Interface))
        {
            return !kind.IsImmutable();
        }

        if (types.Disposable is not null && named.AllInterfaces.Contains(types.Disposable, SymbolEqualityComparer.Default))
        {
            return !named.IsOrDerivesFrom("System.Threading.Tasks", "Task");
        }

        return named.DeclaringSyntaxReferences.IsEmpty
            ? named.TypeKind is TypeKind.Class && IsMutableOfFramework(named)
            : WithBases(named).Any(HasState);
    }

    private static System.Collections.Generic.IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            yield return candidate;
        }
    }

    // A field or property that is written after construction, or an event.
    private static bool HasState(INamedTypeSymbol type) => type.GetMembers().Any(member => member switch
    {
        { IsStatic: true } => false,
        IEventSymbol => true,
        IFieldSymbol field => !field.IsReadOnly && !field.IsConst && field.AssociatedSymbol is null,
        IPropertySymbol { SetMethod: { IsInitOnly: false } } => true,
        _ => false,
    });

    private static bool IsMutableOfFramework(INamedTypeSymbol type) =>
        type.IsNamed("System.Text", "StringBuilder")
        || type.IsNamed("System.Threading.Tasks", "TaskCompletionSource")
        || type.IsNamed("System", "Lazy") || type.IsNamed("System", "WeakReference")
        || type.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Concurrent" or "System.Collections"
            && type.Name is not "Comparer" and not "EqualityComparer";
}
