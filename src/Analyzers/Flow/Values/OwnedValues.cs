using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether a dictionary alone owns the disposable objects in it: each was made to be stored there, and no code that
/// uses the dictionary gives one away.
/// </summary>
internal sealed class OwnedValues(CompilationModel model)
{
    private readonly ConcurrentDictionary<SyntaxNode, ITypeSymbol?> known = new();
    private readonly DisposalCosts costs = new(model);
    private readonly ValueFates fates = new(model.Types);

    /// <summary>The type that is made for the dictionary which <paramref name="places"/> name; null where it does not own what it holds.</summary>
    public ITypeSymbol? MadeFor(ImmutableArray<IOperation> places, ITypeSymbol valueType, CancellationToken cancellationToken)
    {
        if (places.IsEmpty)
        {
            return null;
        }

        var key = places[0].Syntax;
        return known.TryGetValue(key, out var made) ? made : known.GetOrAdd(key, Find(places, valueType, cancellationToken));
    }

    private ITypeSymbol? Find(ImmutableArray<IOperation> places, ITypeSymbol valueType, CancellationToken cancellationToken)
    {
        ITypeSymbol? made = null;
        foreach (var place in places)
        {
            if (place.Access() is AccessKind.Write or AccessKind.ReadWrite && !IsMadeEmpty(place))
            {
                return null;
            }

            if (DictionaryUse.Of(place, model.Types) is not { } use || !use.Verb.LeavesKeyPresent())
            {
                continue;
            }

            var stored = ValuesOf(use).SelectMany(Sources).ToArray();
            if (stored.Length == 0 || stored.Any(source => source is not IObjectCreationOperation creation || !HasToBeDisposed(creation.Type!, cancellationToken)))
            {
                return null;
            }

            made ??= stored[0].Type;
        }

        return made is null || places.Select(place => place.Root()).Distinct().Any(body => LetsOut(body, valueType)) ? null : made;
    }

    // What comes with a dictionary that was made elsewhere, or with a copy, has an owner already.
    private static bool IsMadeEmpty(IOperation place) => place.Parent is IAssignmentOperation { Value: var value }
        && value.Unwrapped() is IObjectCreationOperation { Initializer: null } creation
        && creation.Arguments.All(argument => KnownTypes.ValueTypeOf(argument.Value.Unwrapped().Type) is null);

    // All that a call puts in: 'AddOrUpdate' has two.
    private static IEnumerable<IOperation> ValuesOf(DictionaryUse use) => use.Operation is IInvocationOperation { TargetMethod.Name: "AddOrUpdate" } call
        ? [.. call.Arguments.Where(argument => argument.Parameter is { Ordinal: 1 or 2 }).Select(argument => argument.Value)]
        : use.Value is { } value ? [value] : [];

    // A semaphore has nothing to give back as long as nobody asks for its wait handle.
    private bool HasToBeDisposed(ITypeSymbol type, CancellationToken cancellationToken) =>
        costs.Of(type, cancellationToken) && !type.IsNamed("System.Threading", "SemaphoreSlim");

    // What a stored value comes from: creations, or something else that is not looked into.
    private IEnumerable<IOperation> Sources(IOperation value)
    {
        value = value.Unwrapped();
        if (value.Lambda() is { } factory)
        {
            return factory.Body.Executed().OfType<IReturnOperation>().Where(returned => returned.ReturnedValue is not null).SelectMany(returned => Sources(returned.ReturnedValue!));
        }

        return value switch
        {
            IObjectCreationOperation creation => IsGivenItsOwner(creation) ? [creation.Arguments[0]] : [creation],
            IConditionalOperation { WhenFalse: { } otherwise } choice => Sources(choice.WhenTrue).Concat(Sources(otherwise)),
            IAssignmentOperation { Target: ILocalReferenceOperation local } => SourcesOfLocal(local),
            ILocalReferenceOperation local => SourcesOfLocal(local),
            _ => [value],
        };
    }

    // A local that is given new objects only, stays at home, and is stored once: under two keys, or in two dictionaries, it has two owners.
    private IEnumerable<IOperation> SourcesOfLocal(ILocalReferenceOperation local)
    {
        var values = model.Bodies.Around(local).Locals.ValuesOf(local.Local).Where(value => !IsLookUp(value)).ToArray();
        var places = local.Root().Descendants()
            .Where(operation => operation is ILocalReferenceOperation named && SymbolEqualityComparer.Default.Equals(named.Local, local.Local))
            .ToArray();
        var isAtHome = places.All(named => named.Access() is AccessKind.Write || fates.Of(named) is ValueFate.Used)
            && places.Count(IsStored) <= 1;
        return isAtHome && values.Length > 0 && values.All(value => value?.Unwrapped() is IObjectCreationOperation creation && !IsGivenItsOwner(creation) && fates.Of(creation) is ValueFate.Used)
            ? values.Select(value => value!.Unwrapped())
            : [local];
    }

    private bool IsStored(IOperation value) => value.Parent switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } => DictionaryUse.TryGet(call, model.Types) is { } use && use.Verb.LeavesKeyPresent(),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } } assignment => assignment.Value == value,
        _ => false,
    };

    // 'if (!d.TryGetValue(k, out var v)) d[k] = v = new()'
    private bool IsLookUp(IOperation? value) => value is IInvocationOperation call && DictionaryUse.TryGet(call, model.Types) is { Verb: Verb.Lookup };

    // An object of the compilation's own that knows who made it may ask to be removed when it is disposed.
    private static bool IsGivenItsOwner(IObjectCreationOperation creation) =>
        creation.Type is { DeclaringSyntaxReferences.IsEmpty: false }
        && creation.Descendants().Any(part => part is IMethodReferenceOperation or IAnonymousFunctionOperation
            || part is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Parent: not IMemberReferenceOperation });

    // Alone, in a pair, or in a sequence. Where the dictionary itself goes is known.
    private bool LetsOut(IOperation body, ITypeSymbol valueType) => body.Descendants().Any(operation =>
        operation.Type.Mentions(valueType) && (operation is IInvocationOperation || KnownTypes.ValueTypeOf(operation.Type) is null) && fates.Of(operation) is ValueFate.Leaves);
}
