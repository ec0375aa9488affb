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
    private readonly ConcurrentDictionary<(SyntaxNode Owner, InstancePath Path), OwnObject> objects = new();

    /// <summary>The exposure of the object that <paramref name="receiver"/> denotes, where it stands.</summary>
    public Exposure Of(IOperation receiver, CancellationToken cancellationToken)
    {
        if (paths.Read(receiver, cancellationToken) is not { } path)
        {
            return Exposure.Unknown;
        }

        switch (path.Root.Kind)
        {
            case PathRootKind.This or PathRootKind.Static:
                return members.Of(receiver, path, cancellationToken);
            case PathRootKind.Creation when CreationOf(receiver, path) is { } creation:
                return OfOwn(receiver, path, creation.EnclosingBody(), [creation], cancellationToken);
            case PathRootKind.Symbol when path.Root.Symbol is ILocalSymbol local && OwnValues(receiver, local) is { } values
                && DeclaringBody(receiver, local) is { } owner:
                return OfOwn(receiver, path, owner, values, cancellationToken);
            default:
                return Exposure.Unknown;
        }
    }

    private Exposure OfOwn(IOperation receiver, InstancePath path, IOperation owner, IEnumerable<IOperation> births, CancellationToken cancellationToken)
    {
        // What lies in a container of the object's own may come from elsewhere, and be another one in each round.
        if (path.Segments.Any(segment => segment.Key is not null))
        {
            return Exposure.Unknown;
        }

        var root = path;
        while (root.Parent() is { } shorter)
        {
            root = shorter;
        }

        var key = (owner.Syntax, root);
        var own = objects.TryGetValue(key, out var known) ? known : objects.GetOrAdd(key, new OwnObject(
            owner, births, uses.Of(owner, root, cancellationToken), graphs, delegates, cancellationToken));
        var exposure = own.At(receiver, cancellationToken);
        return path.Segments.IsEmpty || exposure is Exposure.Shared ? exposure : Exposure.Unknown;
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

    private static IOperation? DeclaringBody(IOperation receiver, ILocalSymbol local)
    {
        for (var body = receiver.EnclosingBody(); ; body = body.Parent!.EnclosingBody())
        {
            if (body.Parent is null || SymbolOf(body) is { } method && SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, method))
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
}
