using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether other threads can reach a collection where an operation uses it.</summary>
internal sealed class ExposureReader(
    KnownTypes types, PathReader paths, SourceBodies bodies, BodyGraphs graphs, ConcurrentDelegates delegates, ObjectUses uses,
    MemberExposure members)
{
    private readonly ConcurrentDictionary<(SyntaxNode Owner, InstancePath Path), ObjectFlights> known = new();

    /// <summary>The exposure of the object that <paramref name="receiver"/> denotes, where it stands.</summary>
    public Exposure Of(IOperation receiver, CancellationToken cancellationToken)
    {
        if (paths.Read(receiver, cancellationToken) is not { } path)
        {
            return Exposure.Unknown;
        }

        if (path.Root.Kind is PathRootKind.This or PathRootKind.Static)
        {
            return members.Of(receiver, path, cancellationToken);
        }

        if (HolderOf(receiver, path) is not { } holder || FlightsOf(path, holder, cancellationToken) is not { } flights)
        {
            return Exposure.Unknown;
        }

        var exposure = new OwnObject(flights, delegates).At(receiver, cancellationToken);
        return (path.Segments.IsEmpty && holder.IsMadeHere) || exposure is Exposure.Shared ? exposure : Exposure.Unknown;
    }

    /// <summary>
    /// The body that has the object at the root of <paramref name="path"/>, which <paramref name="receiver"/> denotes, in a variable, and
    /// the delegates that hold it; null where no single body has it.
    /// </summary>
    public (IOperation Owner, ObjectFlights Flights)? FlightsOf(IOperation receiver, InstancePath path, CancellationToken cancellationToken) =>
        path.Root.Kind is not (PathRootKind.This or PathRootKind.Static)
        && HolderOf(receiver, path) is { } holder && FlightsOf(path, holder, cancellationToken) is { } flights
            ? (holder.Body, flights)
            : null;

    private ObjectFlights? FlightsOf(InstancePath path, Holder holder, CancellationToken cancellationToken)
    {
        // What lies in a container of the object's own may come from elsewhere, and be another one in each round.
        if (path.Segments.Any(segment => segment.Key is not null || segment.Member is { } member && MemberExposure.OfThread(member) is not null))
        {
            return null;
        }

        var root = path;
        while (root.Parent() is { } shorter)
        {
            root = shorter;
        }

        var key = (holder.Body.Syntax, root);
        return known.TryGetValue(key, out var found) ? found : known.GetOrAdd(key, new ObjectFlights(
            holder.Body, holder.Births, uses.Of(holder.Body, root, cancellationToken), graphs, delegates, cancellationToken));
    }

    // Who has the object in a variable: who makes it, or was given it and keeps it in the same variable.
    private Holder? HolderOf(IOperation receiver, InstancePath path)
    {
        if (path.Root.Kind is PathRootKind.Creation)
        {
            return CreationOf(receiver, path) is { } creation ? new Holder(creation.EnclosingBody(), [creation], true) : null;
        }

        if (path.Root.Symbol is ILocalSymbol local && OwnValues(receiver, local) is { } values)
        {
            return DeclaringBody(receiver, local) is { } owner ? new Holder(owner, values, true) : null;
        }

        return path.Root.Symbol is { } variable && DeclaringBody(receiver, variable) is { } body && IsKept(receiver, variable, body)
            ? new Holder(body, [], false)
            : null;
    }

    // It is never given another value; one that is declared in a loop is another variable in each round.
    private bool IsKept(IOperation receiver, ISymbol variable, IOperation body)
    {
        if (variable is IParameterSymbol { RefKind: not RefKind.None } or ILocalSymbol { IsRef: true } || !bodies.Around(receiver).Locals.IsNeverReassigned(variable))
        {
            return false;
        }

        var write = bodies.Around(receiver).Locals.WritesOf(variable).FirstOrDefault();
        for (var outer = write; outer is not null && outer.Syntax != body.Syntax; outer = outer.Parent)
        {
            if (outer is ILoopOperation)
            {
                return false;
            }
        }

        return write is not null || variable is IParameterSymbol;
    }

    private static IOperation? CreationOf(IOperation receiver, InstancePath path) =>
        receiver.Root().DescendantsAndSelf().FirstOrDefault(operation => operation is IObjectCreationOperation && operation.Syntax == path.Root.Value);

    // The values of a local, where each of them is made here and by nobody else.
    private List<IOperation>? OwnValues(IOperation receiver, ILocalSymbol local)
    {
        if (local.IsRef)
        {
            return null;
        }

        var locals = bodies.Around(receiver).Locals;
        var births = locals.WritesOf(local).ToList();
        return births.Count > 0 && locals.ValuesOf(local).All(value => value is not null && IsMadeHere(value.Unwrapped())) ? births : null;
    }

    private bool IsMadeHere(IOperation value) => value switch
    {
        IObjectCreationOperation or ITypeParameterObjectCreationOperation or ICollectionExpressionOperation or IDefaultValueOperation => true,
        { ConstantValue: { HasValue: true, Value: null } } => true,
        IConditionalOperation { WhenFalse: { } otherwise } conditional => IsMadeHere(conditional.WhenTrue.Unwrapped()) && IsMadeHere(otherwise.Unwrapped()),
        IInvocationOperation { TargetMethod: { Name: "ToDictionary" or "ToHashSet" or "ToList" or "ToArray" } method } => LazyOperators.Of(method, types) is Laziness.Consumes,
        _ => false,
    };

    private static IOperation? DeclaringBody(IOperation receiver, ISymbol variable)
    {
        for (var body = receiver.EnclosingBody(); ; body = body.Parent!.EnclosingBody())
        {
            if (body.Parent is null || SymbolOf(body) is { } method && SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, method))
            {
                return body;
            }
        }
    }

    private static IMethodSymbol? SymbolOf(IOperation body) => body switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation function => function.Symbol,
        _ => null,
    };

    private sealed record Holder(IOperation Body, IReadOnlyList<IOperation> Births, bool IsMadeHere);
}
