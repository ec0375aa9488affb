using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether an operation is the first unsynchronized change, in some concurrent region, of a dictionary or set that is not
/// thread-safe.
/// </summary>
internal sealed class CapturedDictionaries
{
    private readonly CompilationModel model;
    private readonly CalleeWrites callees;
    private readonly ObjectRaces objects;
    private readonly MemberRaces members;
    private readonly SynchronizedWrappers wrappers;

    public CapturedDictionaries(CompilationModel model)
    {
        this.model = model;
        callees = new CalleeWrites(model);
        objects = new ObjectRaces(model, callees);
        members = new MemberRaces(model, callees);
        wrappers = new SynchronizedWrappers(model.Paths, model.Members);
    }

    /// <summary>What is wrong at <paramref name="operation"/>; null where nothing is, or that is not known.</summary>
    public RacyWrite? At(IOperation operation, CancellationToken cancellationToken)
    {
        // Most operations have nothing to do with a collection; a call may hand one over.
        if (DictionaryUse.TryGet(operation, model.Types) is { } use)
        {
            return At(use, cancellationToken);
        }

        if (operation is not IInvocationOperation { Arguments.IsEmpty: false, TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } call)
        {
            return null;
        }

        foreach (var argument in call.Arguments)
        {
            var value = argument.Value.Unwrapped();
            if (model.Types.KindOf(value.Type) is not CollectionKind.None && At(operation, value, cancellationToken) is { } race)
            {
                return race;
            }
        }

        return null;
    }

    /// <summary>The same for what is done with a collection.</summary>
    public RacyWrite? At(DictionaryUse use, CancellationToken cancellationToken) => use.Verb.Modifies() ? At(use.Operation, use.Receiver, cancellationToken) : null;

    private RacyWrite? At(IOperation operation, IOperation dictionary, CancellationToken cancellationToken) =>
        IsUnsafe(dictionary, cancellationToken) && MayLaunch(dictionary, cancellationToken)
            ? RacesOf(dictionary, cancellationToken).FirstOrDefault(race => race.Place.Syntax == operation.Syntax && race.Place.Kind == operation.Kind)
            : null;

    /// <summary>Whether anything is wrong with what <paramref name="dictionary"/> denotes.</summary>
    public bool Reports(IOperation dictionary, CancellationToken cancellationToken) =>
        MayLaunch(dictionary, cancellationToken) && IsUnsafe(dictionary, cancellationToken) && RacesOf(dictionary, cancellationToken).Any();

    // Without binding anything: types that launch nothing are most of a code base.
    private bool MayLaunch(IOperation dictionary, CancellationToken cancellationToken) =>
        dictionary.SemanticModel?.GetEnclosingSymbol(dictionary.Syntax.SpanStart, cancellationToken) is { } around
        && (around.ContainingType is not { } type || members.MayLaunch(type, cancellationToken) || StaticDelegates.IsInReturned(dictionary) || IsInHelpersLambda(dictionary, type));

    // 'Batches.Each(items, item => ..)': a type of the compilation's own may launch it.
    private static bool IsInHelpersLambda(IOperation dictionary, INamedTypeSymbol type)
    {
        for (var body = dictionary.EnclosingBody(); body.Parent is not null; body = body.Parent.EnclosingBody())
        {
            if (body is IAnonymousFunctionOperation && LambdaRuns.ReceiverOf(body) is { Parent: IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences: not [] } helper } }
                && !SymbolEqualityComparer.Default.Equals(helper.ContainingType, type))
            {
                return true;
            }
        }

        return false;
    }

    // The dictionaries and sets that one thread may change while nobody else looks.
    private bool IsUnsafe(IOperation dictionary, CancellationToken cancellationToken) => model.Kinds.Of(dictionary, cancellationToken) is var kind and not (
        CollectionKind.None or CollectionKind.Interface or CollectionKind.List or CollectionKind.Additional or CollectionKind.ConcurrentDictionary
        or CollectionKind.ImmutableDictionary or CollectionKind.FrozenDictionary or CollectionKind.ReadOnlyDictionary)
        && !wrappers.MayBe(dictionary, kind, cancellationToken);

    private IEnumerable<RacyWrite> RacesOf(IOperation dictionary, CancellationToken cancellationToken)
    {
        if (model.Paths.Read(dictionary, cancellationToken) is not { } path || path.Segments.Any(segment => segment.Key is not null))
        {
            return [];
        }

        return path.Root.Kind is not (PathRootKind.This or PathRootKind.Static) ? objects.Of(dictionary, path, cancellationToken)
            : dictionary.SemanticModel?.GetEnclosingSymbol(dictionary.Syntax.SpanStart, cancellationToken)?.ContainingType is { } type ? members.Of(path, type, cancellationToken)
            : [];
    }
}
