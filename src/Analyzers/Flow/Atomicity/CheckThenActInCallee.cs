using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Finds a check and an act of which one stands in a method that is called: an extension for any dictionary, or a helper that does not ask again.</summary>
internal sealed class CheckThenActInCallee(CompilationModel model, CheckSearch search)
{
    private readonly ConcurrentDictionary<SyntaxNode, bool> asking = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> naming = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IParameterSymbol, CheckThenAct?> ofParameters = new(SymbolEqualityComparer.Default);

    /// <summary>The check that what <paramref name="call"/> does relies on, here or in the callee; null where there is none.</summary>
    public CheckThenAct? Of(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (call.TargetMethod.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty || call.TargetMethod.MethodKind is MethodKind.DelegateInvoke)
        {
            return null;
        }

        return OfArguments(call, cancellationToken) ?? OfHelper(call, cancellationToken) ?? OfReader(call, call.TargetMethod, call.Instance, call.Argument, cancellationToken);
    }

    /// <summary>The check that the read which an indexer of the compilation stands for relies on; null where there is none.</summary>
    public CheckThenAct? Of(IPropertyReferenceOperation indexer, CancellationToken cancellationToken) =>
        indexer.Property.GetMethod is { } getter && indexer.Access() is AccessKind.Read ? OfReader(indexer, getter, indexer.Instance, indexer.Argument, cancellationToken) : null;

    // 'if (players.Has(id)) Use(players[id]);', where the indexer is 'this[int id] => _players[id]'.
    private CheckThenAct? OfReader(
        IOperation site, IMethodSymbol reader, IOperation? owner, System.Func<int, IOperation?> argument, CancellationToken cancellationToken)
    {
        if (reader.Parameters.IsEmpty || reader.ReturnsVoid || reader.ReturnType.SpecialType is SpecialType.System_Boolean || reader.MayBeOverridden()
            || reader.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty || owner is null || !AsksConcurrent(site.EnclosingBody(), cancellationToken)
            || model.Bodies.Of(reader, cancellationToken)?.SoleReturnValue?.Unwrapped() is not IPropertyReferenceOperation returned
            || DictionaryUse.TryGet(returned, model.Types) is not { Verb: Verb.Lookup, Kind: CollectionKind.ConcurrentDictionary } use
            || use.Key?.Unwrapped() is not IParameterReferenceOperation { Parameter: var parameter }
            || model.Paths.Read(owner, cancellationToken) is not { } outer
            || model.Paths.Read(use.Receiver, cancellationToken)?.Translated(root => root.Kind is PathRootKind.This ? outer : null) is not { } collection)
        {
            return null;
        }

        var key = argument(parameter.Ordinal);
        var found = search.OfSite(site, use, collection, new KeyIdentity(model.Paths.Read(key, cancellationToken), key), [], isInCallee: true, cancellationToken);
        return found is null || search.IsLocked(site, cancellationToken) ? null : search.Unless(use.Receiver, found, cancellationToken);
    }

    // 'concurrent.AddIfAbsent(key, value)', where the extension takes any dictionary and asks before it acts.
    private CheckThenAct? OfArguments(IInvocationOperation call, CancellationToken cancellationToken)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.OriginalDefinition is { Type: INamedTypeSymbol { TypeKind: TypeKind.Interface, IsGenericType: true } } parameter
                && model.Types.KindOf(parameter.Type) is CollectionKind.Interface
                && model.Types.KindOf(argument.Value.Unwrapped().Type) is CollectionKind.Interface or CollectionKind.ConcurrentDictionary
                && !call.TargetMethod.MayBeOverridden()
                && model.Kinds.Of(argument.Value, cancellationToken) is CollectionKind.ConcurrentDictionary
                && OfParameter(call.TargetMethod, parameter, cancellationToken) is { } inCallee
                && !search.IsLocked(call, cancellationToken))
            {
                return search.Unless(argument.Value, inCallee with { Site = call, Fault = FaultWith(argument.Value, inCallee.Fault) }, cancellationToken);
            }
        }

        return null;
    }

    // The extension does not know what the values are; who calls it does.
    private ActFault FaultWith(IOperation dictionary, ActFault inCallee) =>
        inCallee is ActFault.Harmless && dictionary.Unwrapped().Type is INamedTypeSymbol { TypeArguments: [_, var value] } && ValueIdentity.Matters(value, model.Types)
            ? ActFault.SecondValue
            : inCallee;

    private CheckThenAct? OfParameter(IMethodSymbol method, IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        if (ofParameters.TryGetValue(parameter, out var known))
        {
            return known;
        }

        CheckThenAct? found = null;
        if (model.Bodies.Of(method, cancellationToken) is { } body && body.Locals.IsNeverReassigned(parameter))
        {
            var collection = InstancePath.OfSymbol(parameter);
            found = body.Operation.Executed()
                .Select(operation => DictionaryUse.TryGet(operation, model.Types))
                .OfType<DictionaryUse>()
                .Where(use => CheckSearch.IsAct(use) && use.Verb is not Verb.Lookup && collection.Equals(model.Paths.Read(use.Receiver, cancellationToken)))
                .Select(use => search.OfUse(use, collection, cancellationToken))
                .OfType<CheckThenAct>()
                .OrderBy(act => act.Fault is ActFault.Harmless)
                .FirstOrDefault();
        }

        return ofParameters.GetOrAdd(parameter, found);
    }

    // 'if (!cd.ContainsKey(key)) Store(key, value);', where the helper writes without asking again.
    private CheckThenAct? OfHelper(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var isLocal = call.TargetMethod.MethodKind is MethodKind.LocalFunction;
        if ((call.Arguments.IsEmpty && !isLocal) || !AsksConcurrent(call.EnclosingBody(), cancellationToken))
        {
            return null;
        }

        var checks = model.KeyEvents.In(call.EnclosingBody(), cancellationToken)
            .Where(check => check.Operation != call && check.Use.Kind is CollectionKind.ConcurrentDictionary && check.IsTest && check.Key.Path is not null)
            .ToArray();
        if (checks.Length == 0
            || !isLocal && !call.Arguments.Any(argument => model.Paths.Read(argument.Value, cancellationToken) is { } given && checks.Any(check => given.Equals(check.Key.Path))))
        {
            return null;
        }

        var type = call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart, cancellationToken)?.ContainingType;
        foreach (var reached in model.Search.Of(call, type, static (_, _) => true, cancellationToken))
        {
            if (reached is { Effect: { Kind: EffectKind.Modifies, Use: { Key: { } keyInCallee } use }, Frame.Caller: not null, Target: { } collection }
                && use.Verb is not Verb.Overwrite && CheckSearch.IsAct(use)
                && checks.Any(check => collection.Equals(check.Collection))
                && reached.Frame.Read(keyInCallee, cancellationToken) is { } key
                && !AsksAgain(use, reached.Effect.Target, cancellationToken)
                && !search.IsLocked(use.Operation, cancellationToken) && !search.IsLocked(call, cancellationToken)
                && search.OfSite(call, use, collection, new KeyIdentity(key, null), [.. call.Arguments.Select(argument => argument.Value)], isInCallee: true, cancellationToken) is { } found)
            {
                return search.Unless(checks.First(check => collection.Equals(check.Collection)).Use.Receiver, found, cancellationToken);
            }
        }

        return null;
    }

    // Most bodies ask no ConcurrentDictionary anything, and are not looked at further.
    private bool AsksConcurrent(IOperation body, CancellationToken cancellationToken) =>
        asking.TryGetValue(body.Syntax, out var known)
            ? known
            : asking.GetOrAdd(body.Syntax, body.Executed().Any(operation =>
                operation is IInvocationOperation { Arguments.IsEmpty: false } call && (Asks(call) || MayAsk(call, cancellationToken))));

    private bool Asks(IInvocationOperation call) =>
        call.TargetMethod.Name is "ContainsKey" or "TryGetValue" or "GetValueOrDefault" or "Contains"
        && DictionaryUse.TryGet(call, model.Types) is { Kind: CollectionKind.ConcurrentDictionary };

    /// <summary>Whether <paramref name="call"/> is of a type that names a ConcurrentDictionary, and may tell of a key: <c>Has(key)</c>, <c>Find(key)</c>. Nothing is bound to know that.</summary>
    public bool MayAsk(IInvocationOperation call, CancellationToken cancellationToken) =>
        (call is { Type.SpecialType: SpecialType.System_Boolean } or { Type.IsReferenceType: true, Arguments.Length: 1 }) && call is { TargetMethod: { ContainingType: { } type, OriginalDefinition.DeclaringSyntaxReferences.IsEmpty: false } method }
        && !method.MayBeOverridden() && NamesDictionary(type.OriginalDefinition, cancellationToken);

    private bool NamesDictionary(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        naming.TryGetValue(type, out var known) ? known : naming.GetOrAdd(type, model.Members.NamesOf("ConcurrentDictionary", type, cancellationToken).Any());

    // Or takes the entry out, and puts in what it took.
    private bool AsksAgain(DictionaryUse use, InstancePath collection, CancellationToken cancellationToken) =>
        model.KeyEvents.In(use.Operation.EnclosingBody(), cancellationToken)
            .Any(check => (check.IsTest || check.Use.Verb is Verb.Remove) && collection.Equals(check.Collection));
}
