using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers who gives a delegate to an object that keeps it: the callers of <c>Subscribe(Action handler)</c>, and those that
/// add a handler to an event of another type.
/// </summary>
internal sealed class Registrars(NameSearch names)
{
    // More registrations than these are not looked into; each of them tells by itself.
    private const int MaximumRegistrations = 20;

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Registration>> known = new(SymbolEqualityComparer.Default);

    /// <summary>The delegates that are given for <paramref name="parameter"/> of an instance method, by whatever name of the method.</summary>
    public ImmutableArray<Registration> Of(IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        parameter = parameter.OriginalDefinition;
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false } method || parameter.Type.TypeKind is not TypeKind.Delegate)
        {
            return [];
        }

        return known.TryGetValue(parameter, out var found) ? found : known.GetOrAdd(parameter, [.. (
            from named in ImmutableArray.Create(method).AddRange(Implemented(method))
            from call in (names.Of(named, cancellationToken) ?? []).OfType<IInvocationOperation>()
            let given = call.Argument(parameter.Ordinal)
            where given is not null && call.Instance is not null
            select new Registration(call.Instance!.ResolvedReceiver(), given)).Take(MaximumRegistrations)]);
    }

    /// <summary>The handlers that other types than its own add to <paramref name="raised"/>.</summary>
    public ImmutableArray<Registration> Of(IEventSymbol raised, CancellationToken cancellationToken)
    {
        raised = raised.OriginalDefinition;
        return known.TryGetValue(raised, out var found) ? found : known.GetOrAdd(raised, [.. (
            from reference in (names.Of(raised, cancellationToken) ?? []).OfType<IEventReferenceOperation>()
            where reference is { Instance: not (null or IInstanceReferenceOperation), Parent: IEventAssignmentOperation { Adds: true } }
            select new Registration(reference.Instance!.ResolvedReceiver(), ((IEventAssignmentOperation)reference.Parent!).HandlerValue)).Take(MaximumRegistrations)]);
    }

    // The interface methods that the method implements: callers may know the object by its interface.
    private static System.Collections.Generic.IEnumerable<IMethodSymbol> Implemented(IMethodSymbol method) =>
        from implemented in method.ContainingType.AllInterfaces
        from member in implemented.GetMembers(method.Name).OfType<IMethodSymbol>()
        where SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)
        select member;
}
