using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// The types that the package knows by name, resolved once a compilation. A type that the references do not have is
/// simply absent, and what needs it stays silent.
/// </summary>
internal sealed class KnownTypes
{
    private static readonly ImmutableArray<(string MetadataName, CollectionKind Kind)> Collections =
    [
        ("System.Collections.Generic.Dictionary`2", CollectionKind.Dictionary),
        ("System.Collections.Generic.SortedDictionary`2", CollectionKind.SortedDictionary),
        ("System.Collections.Generic.SortedList`2", CollectionKind.SortedList),
        ("System.Collections.Generic.OrderedDictionary`2", CollectionKind.OrderedDictionary),
        ("System.Collections.Generic.HashSet`1", CollectionKind.HashSet),
        ("System.Collections.Generic.SortedSet`1", CollectionKind.SortedSet),
        ("System.Collections.Generic.List`1", CollectionKind.List),
        ("System.Collections.Concurrent.ConcurrentDictionary`2", CollectionKind.ConcurrentDictionary),
        ("System.Collections.Immutable.ImmutableDictionary`2", CollectionKind.ImmutableDictionary),
        ("System.Collections.Immutable.ImmutableSortedDictionary`2", CollectionKind.ImmutableDictionary),
        ("System.Collections.Immutable.ImmutableDictionary`2+Builder", CollectionKind.ImmutableDictionaryBuilder),
        ("System.Collections.Immutable.ImmutableSortedDictionary`2+Builder", CollectionKind.ImmutableSortedDictionaryBuilder),
        ("System.Collections.Frozen.FrozenDictionary`2", CollectionKind.FrozenDictionary),
        ("System.Collections.ObjectModel.ReadOnlyDictionary`2", CollectionKind.ReadOnlyDictionary),
        ("System.Collections.Hashtable", CollectionKind.Hashtable),
        ("System.Collections.SortedList", CollectionKind.NonGenericSortedList),
        ("System.Collections.Specialized.OrderedDictionary", CollectionKind.SpecializedOrderedDictionary),
        ("System.Collections.Specialized.ListDictionary", CollectionKind.ListDictionary),
        ("System.Collections.Specialized.HybridDictionary", CollectionKind.HybridDictionary),
        ("System.Collections.Specialized.NameValueCollection", CollectionKind.NameValueCollection),
        ("System.Dynamic.ExpandoObject", CollectionKind.ExpandoObject),
        ("System.Collections.Generic.IDictionary`2", CollectionKind.Interface),
        ("System.Collections.Generic.IReadOnlyDictionary`2", CollectionKind.Interface),
        ("System.Collections.IDictionary", CollectionKind.Interface),
        ("System.Collections.Generic.ISet`1", CollectionKind.Interface),
        ("System.Collections.Generic.IReadOnlySet`1", CollectionKind.Interface),
        ("System.Collections.Generic.IList`1", CollectionKind.Interface),
        ("System.Collections.Generic.ICollection`1", CollectionKind.Interface),
        ("System.Collections.Generic.IReadOnlyCollection`1", CollectionKind.Interface),
        ("System.Collections.Generic.IReadOnlyList`1", CollectionKind.Interface),
        ("System.Collections.IList", CollectionKind.Interface),
        ("System.Collections.ICollection", CollectionKind.Interface),
    ];

    // Async code in one of these, or in what derives from it, goes on where it was: its host runs one piece of it at a time.
    private static readonly ImmutableArray<(string Space, string Name)> Contexts =
    [
        ("Orleans", "Grain"), ("Orleans", "IGrainBase"), ("Orleans.Runtime", "SystemTarget"), ("Orleans.Runtime", "GrainService"), ("Akka.Actor", "ActorBase"), ("Proto", "IActor"),
        ("Microsoft.ServiceFabric.Actors.Runtime", "ActorBase"), ("Microsoft.AspNetCore.Components", "ComponentBase"), ("Microsoft.VisualStudio.Shell", "AsyncPackage"),
    ];

    // Where one of these is, async code goes on where it was: on the one thread of the window, scene or request.
    private static readonly ImmutableArray<string> UserInterfaces =
    [
        "System.Windows.Threading.Dispatcher", "System.Windows.Forms.Control", "Avalonia.Threading.Dispatcher", "Microsoft.UI.Dispatching.DispatcherQueue",
        "Windows.UI.Core.CoreDispatcher", "Microsoft.Maui.Dispatching.IDispatcher", "UnityEngine.MonoBehaviour", "Godot.Node", "System.Web.HttpContext",
    ];

    private readonly Dictionary<ISymbol, CollectionKind> kinds = new(SymbolEqualityComparer.Default);

    private readonly Lazy<bool> hasUserInterface;

    private readonly HashSet<ISymbol> locks = new(SymbolEqualityComparer.Default);

    private readonly HashSet<ISymbol> singletonAttributes = new(SymbolEqualityComparer.Default);

    public KnownTypes(
        Compilation compilation, ImmutableArray<string> additionalTypes, ImmutableArray<string> lockTypes, ImmutableArray<string> singletonAttributes)
    {
        foreach (var (metadataName, kind) in Collections)
        {
            Add(Resolve(compilation, metadataName), kind);
        }

        foreach (var name in additionalTypes)
        {
            Add(Resolve(compilation, name), CollectionKind.Additional);
        }

        locks.UnionWith(lockTypes.Select(name => Resolve(compilation, name)).OfType<ISymbol>());
        this.singletonAttributes.UnionWith(singletonAttributes.Add("System.Composition.SharedAttribute").Select(name => Resolve(compilation, name)).OfType<ISymbol>());
        Enumerable = Resolve(compilation, "System.Linq.Enumerable");
        CollectionExtensions = Resolve(compilation, "System.Collections.Generic.CollectionExtensions");
        CollectionsMarshal = Resolve(compilation, "System.Runtime.InteropServices.CollectionsMarshal");
        ConcurrentDictionary = Resolve(compilation, "System.Collections.Concurrent.ConcurrentDictionary`2");
        ImmutableDictionary = Resolve(compilation, "System.Collections.Immutable.ImmutableDictionary`2");
        Disposable = Resolve(compilation, "System.IDisposable");
        AsyncDisposable = Resolve(compilation, "System.IAsyncDisposable");
        LazyOf = Resolve(compilation, "System.Lazy`1");
        Lock = Resolve(compilation, "System.Threading.Lock");
        DictionaryMapper = compilation.Assembly.GetTypeByMetadataName("DictionaryAnalyzers.DictionaryMapperAttribute");
        hasUserInterface = new(() => UserInterfaces.Any(name => Resolve(compilation, name) is not null));
    }

    /// <summary><c>System.Linq.Enumerable</c>.</summary>
    public INamedTypeSymbol? Enumerable { get; }

    /// <summary><c>System.Collections.Generic.CollectionExtensions</c>.</summary>
    public INamedTypeSymbol? CollectionExtensions { get; }

    /// <summary><c>System.Runtime.InteropServices.CollectionsMarshal</c>.</summary>
    public INamedTypeSymbol? CollectionsMarshal { get; }

    /// <summary><c>System.Collections.Concurrent.ConcurrentDictionary&lt;TKey, TValue&gt;</c>.</summary>
    public INamedTypeSymbol? ConcurrentDictionary { get; }

    /// <summary><c>System.Collections.Immutable.ImmutableDictionary&lt;TKey, TValue&gt;</c>.</summary>
    public INamedTypeSymbol? ImmutableDictionary { get; }

    /// <summary><c>System.IDisposable</c>.</summary>
    public INamedTypeSymbol? Disposable { get; }

    /// <summary><c>System.IAsyncDisposable</c>.</summary>
    public INamedTypeSymbol? AsyncDisposable { get; }

    /// <summary><c>System.Threading.Lock</c>.</summary>
    public INamedTypeSymbol? Lock { get; }

    /// <summary><c>System.Lazy&lt;T&gt;</c>.</summary>
    public INamedTypeSymbol? LazyOf { get; }

    /// <summary><c>[DictionaryMapper]</c>, which the generator writes into each compilation that it runs on.</summary>
    public INamedTypeSymbol? DictionaryMapper { get; }

    /// <summary>Whether async code that stands in <paramref name="type"/> goes on where it was, one piece at a time.</summary>
    public bool ResumesInContext(INamedTypeSymbol? type)
    {
        for (var outer = type; outer is not null && !hasUserInterface.Value; outer = outer.ContainingType)
        {
            // A base that is not found may be any of them.
            if (outer.BaseType is { TypeKind: TypeKind.Error } || Contexts.Any(context => outer.IsOrDerivesFrom(context.Space, context.Name) || outer.AllInterfaces.Any(implemented => implemented.IsNamed(context.Space, context.Name))))
            {
                return true;
            }
        }

        return hasUserInterface.Value;
    }

    /// <summary>Whether the references have any collection at all.</summary>
    public bool HasCollections => kinds.Count > 0;

    /// <summary>Whether the references have a ConcurrentDictionary.</summary>
    public bool HasConcurrentDictionary => kinds.ContainsValue(CollectionKind.ConcurrentDictionary);

    /// <summary>Whether the references have a FrozenDictionary.</summary>
    public bool HasFrozenDictionary => kinds.ContainsValue(CollectionKind.FrozenDictionary);

    /// <summary>
    /// The kind of a type: the type itself, the nearest base that is known, or <see cref="CollectionKind.Interface"/>
    /// where only a known interface is implemented or named.
    /// </summary>
    public CollectionKind KindOf(ITypeSymbol? type)
    {
        if (type is ITypeParameterSymbol typeParameter)
        {
            return typeParameter.ConstraintTypes.Select(KindOf).FirstOrDefault(kind => kind is not CollectionKind.None);
        }

        // Asked of nearly everything: numbers, texts and the like, and what all classes derive from, are no collections.
        for (var candidate = type; candidate is not null and not { SpecialType: > SpecialType.None and < SpecialType.System_Array }; candidate = candidate.BaseType)
        {
            if (kinds.TryGetValue(candidate.OriginalDefinition, out var kind))
            {
                return kind;
            }

            // 'Dictionary<,>.AlternateLookup<>' is the same table under another key type.
            if (candidate is { Name: "AlternateLookup", ContainingType: { } table })
            {
                return KindOf(table);
            }
        }

        return CollectionKind.None;
    }

    /// <summary>Whether <paramref name="type"/>, a base or an interface of it is one of the <c>lock_types</c> that the user lists.</summary>
    public bool IsLock(ITypeSymbol? type)
    {
        if (locks.Count == 0 || type is null)
        {
            return false;
        }

        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (locks.Contains(candidate.OriginalDefinition))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(implemented => locks.Contains(implemented.OriginalDefinition));
    }

    /// <summary>
    /// The attribute of <paramref name="type"/>, one of the <c>singleton_attributes</c> that the user lists or a known one, that
    /// says that all threads have the same object of it; null where there is none.
    /// </summary>
    public INamedTypeSymbol? SingletonAttributeOf(INamedTypeSymbol type) =>
        singletonAttributes.Count == 0 ? null
            : type.GetAttributes().Select(attribute => attribute.AttributeClass).FirstOrDefault(attribute => attribute is not null && singletonAttributes.Contains(attribute.OriginalDefinition));

    /// <summary>Whether a <c>using</c> can hold a <paramref name="type"/>.</summary>
    public bool IsDisposable(ITypeSymbol type) =>
        Is(type, Disposable) || Is(type, AsyncDisposable) || type.AllInterfaces.Any(implemented => Is(implemented, Disposable) || Is(implemented, AsyncDisposable))
        || type.IsRefLikeType && type.GetMembers("Dispose").Length > 0;

    /// <summary>The type of the keys of a generic dictionary, or of an interface of one; null for anything else.</summary>
    public static ITypeSymbol? KeyTypeOf(ITypeSymbol? type) => PairTypeOf(type)?.TypeArguments[0];

    /// <summary>The type of the values of a generic dictionary, or of an interface of one; null for anything else.</summary>
    public static ITypeSymbol? ValueTypeOf(ITypeSymbol? type) => PairTypeOf(type)?.TypeArguments[1];

    // The interface of the type, or the type itself, that says what its keys and values are.
    private static INamedTypeSymbol? PairTypeOf(ITypeSymbol? type)
    {
        static INamedTypeSymbol? Own(ITypeSymbol? candidate) =>
            candidate is INamedTypeSymbol { Name: "IDictionary" or "IReadOnlyDictionary", TypeArguments.Length: 2 } named && named.IsNamed("System.Collections.Generic", named.Name)
                ? named
                : null;
        return Own(type) ?? type?.AllInterfaces.Select(Own).FirstOrDefault(found => found is not null);
    }

    /// <summary>Whether <paramref name="type"/> itself, and not only a base of it, is a collection that the package knows.</summary>
    public bool IsKnown(INamedTypeSymbol type) =>
        kinds.ContainsKey(type.OriginalDefinition) || type is { Name: "AlternateLookup", ContainingType: { } table } && IsKnown(table);

    /// <summary>Whether <paramref name="type"/> is, without its type arguments, <paramref name="known"/>.</summary>
    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? known) =>
        known is not null && SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, known);

    private void Add(INamedTypeSymbol? type, CollectionKind kind)
    {
        if (type is not null)
        {
            kinds[type] = kind;
        }
    }

#pragma warning disable RS0030 // the one place that resolves a type by its name
    // Where two references define a type the single look-up gives nothing; the first that is visible is as good as any.
    private static INamedTypeSymbol? Resolve(Compilation compilation, string metadataName) =>
        compilation.GetTypeByMetadataName(metadataName)
        ?? compilation.GetTypesByMetadataName(metadataName)
            .FirstOrDefault(type => type.DeclaredAccessibility == Accessibility.Public);
#pragma warning restore RS0030
}
