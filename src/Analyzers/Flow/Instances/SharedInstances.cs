using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether several threads visibly have the same object of a type: it is a singleton of a container, a hosted service, a
/// middleware, or held by a static member, or an attribute says so. Where nothing visible makes them, they are not.
/// </summary>
internal sealed class SharedInstances(KnownTypes types, TypeHierarchy hierarchy, Registrations registrations, StaticHolders holders)
{
    private readonly ConcurrentDictionary<ISymbol, SharedInstance?> known = new(SymbolEqualityComparer.Default);

    /// <summary>What makes the objects of <paramref name="type"/>, or of one that derives from it, shared; null where nothing visible does.</summary>
    public SharedInstance? Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        type = type.OriginalDefinition;
        if (type is not { TypeKind: TypeKind.Class, IsStatic: false })
        {
            return null;
        }

        return known.TryGetValue(type, out var shared) ? shared : known.GetOrAdd(type, Find(type, cancellationToken));
    }

    /// <summary>Whether a container makes a new object for each request, scope or user, and nothing else keeps one.</summary>
    public bool IsShortLived(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        registrations.Of(type, cancellationToken) is Lifetimes.Short && Of(type, cancellationToken) is null;

    // What holds for a derived type holds for what it inherits.
    private SharedInstance? Find(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        hierarchy.WithDerived(type).Select(candidate => OfExactly(candidate, cancellationToken)).FirstOrDefault(found => found is not null);

    private SharedInstance? OfExactly(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type is not { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false })
        {
            return null;
        }

        if (types.SingletonAttributeOf(type) is { } attribute)
        {
            return new SharedInstance(SharingReason.Marked, attribute);
        }

        // A singleton is called by whoever has it; what the host runs alone, only by the host.
        var lifetimes = registrations.Of(type, cancellationToken);
        return (lifetimes & Lifetimes.Singleton) != 0 ? new SharedInstance(SharingReason.Singleton, type)
            : IsMiddleware(type) || ((lifetimes & Lifetimes.Middleware) != 0 && !IsFactoryMiddleware(type)) ? new SharedInstance(SharingReason.Middleware, type)
            : (lifetimes & Lifetimes.Hosted) != 0 || IsHosted(type) ? new SharedInstance(SharingReason.Hosted, type)
            : holders.Of(type, cancellationToken) is { } holder ? new SharedInstance(SharingReason.StaticHolder, holder)
            : null;
    }

    private static bool IsHosted(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(implemented => implemented.IsNamed("Microsoft.Extensions.Hosting", "IHostedService"));

    // By convention: made once with the next one of the pipeline, and then called for each request.
    private static bool IsMiddleware(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => parameter.Type.IsNamed("Microsoft.AspNetCore.Http", "RequestDelegate")))
        && type.GetMembers().Any(member => member is IMethodSymbol { Name: "Invoke" or "InvokeAsync", Parameters: [{ Type: var first }, ..] } && first.IsNamed("Microsoft.AspNetCore.Http", "HttpContext"));

    // These come from the container, which knows how long they live.
    private static bool IsFactoryMiddleware(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(implemented => implemented.IsNamed("Microsoft.AspNetCore.Http", "IMiddleware"));
}
