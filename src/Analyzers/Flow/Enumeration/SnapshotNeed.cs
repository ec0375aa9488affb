using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether a loop needs the copy that it enumerates: whether without it any step could throw, or visit something
/// else. What is not known to be harmless needs the copy.
/// </summary>
internal sealed class SnapshotNeed(CompilationModel model)
{
    private readonly CompilationModel model = model;
    private readonly EnumerationHazards hazards = new(model, model.Rules);
    private readonly HarmlessCode harmless = new(model);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> synchronizing = new(SymbolEqualityComparer.Default);

    /// <summary>Whether <paramref name="operation"/> is a loop over something that looks like a copy. It allocates nothing.</summary>
    public static bool IsCandidate(IOperation operation) =>
        operation is IForEachLoopOperation { IsAsynchronous: false, Collection: var collection } && collection.Unwrapped() is
            IInvocationOperation { TargetMethod.Name: "ToList" or "ToArray" } or IObjectCreationOperation { Arguments.Length: 1, Initializer: null };

    /// <summary>
    /// The collection, or its view, that the loop could enumerate itself under the <paramref name="rules"/> of every
    /// framework that the code runs on; null where the copy is needed.
    /// </summary>
    public LiveSequence? Unneeded(IForEachLoopOperation loop, FrameworkRules rules, CancellationToken cancellationToken)
    {
        if (CopiedBy(loop.Collection.Unwrapped()) is not { } source
            || !IsSameElement(loop.Collection.Unwrapped().Type, source.Type)
            || model.Sequences.Read(source, cancellationToken) is not [{ Stages.IsEmpty: true, View: not SequenceView.Projected, IsIndirect: false } sequence]
            || sequence.Source != source || !IsUnderstood(sequence.Kind))
        {
            return null;
        }

        var enumeration = new Enumeration(sequence, loop, source, loop.Body, LoopElements.Of(loop), EnumerationForm.Loop);
        if (hazards.ModificationsIn(enumeration, cancellationToken) is not { } modifications
            || !modifications.All(hazard => LeavesTheRest(enumeration, hazard, rules, cancellationToken))
            || (modifications.Count > 0 && IsWalkedAgain(loop, sequence.Path, cancellationToken)))
        {
            return null;
        }

        var isClosed = IsLocalToBody(loop, source, sequence.Path, cancellationToken)
            || (IsPrivateAndUnshared(sequence.Path, loop)
                && harmless.Is(loop.Body, sequence, [.. modifications.Select(hazard => hazard.Reached.Effect.Operation)], cancellationToken));
        return isClosed ? sequence : null;
    }

    // 'd.ToList()', 'd.Keys.ToArray()', 'new List<int>(d.Values)'.
    private IOperation? CopiedBy(IOperation copy) => copy switch
    {
        IInvocationOperation { Arguments: [var only] } call when KnownTypes.Is(call.TargetMethod.ContainingType, model.Types.Enumerable) => only.Value.Unwrapped(),
        IInvocationOperation { Arguments: [], Instance: { } instance } call when model.Types.IsKnown(call.TargetMethod.ContainingType) => instance.Unwrapped(),
        IObjectCreationOperation { Arguments: [var only], Initializer: null } creation when model.Types.KindOf(creation.Type) is CollectionKind.List
            && creation.Type is INamedTypeSymbol list && model.Types.IsKnown(list) => only.Value.Unwrapped(),
        _ => null,
    };

    private static bool IsSameElement(ITypeSymbol? copy, ITypeSymbol? source)
    {
        var element = copy switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var only] } => only,
            _ => null,
        };
        return element is not null && source is not null && source.AllInterfaces.Append(source as INamedTypeSymbol)
            .Where(type => type?.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T)
            .Select(type => type!.TypeArguments[0])
            .ToArray() is [var own] && SymbolEqualityComparer.Default.Equals(own, element);
    }

    // A concurrent dictionary's copy is a moment in time, an immutable one is its own: other questions than this one.
    private static bool IsUnderstood(CollectionKind kind) => kind
        is CollectionKind.Dictionary or CollectionKind.SortedDictionary or CollectionKind.SortedList or CollectionKind.OrderedDictionary
        or CollectionKind.HashSet or CollectionKind.SortedSet or CollectionKind.List;

    // Other keys than the own one would be visited in the copy, and are not visited, or with another value, without it.
    private static bool LeavesTheRest(Enumeration enumeration, Hazard hazard, FrameworkRules rules, CancellationToken cancellationToken) =>
        enumeration.Sequence.Kind is CollectionKind.Dictionary or CollectionKind.HashSet
        && hazard is { Change: Modification.Remove or Modification.Overwrite or Modification.AddPresent, Reached.Effect.Use: { Key: { } key, Operation: var operation } }
        && operation is not IInvocationOperation { TargetMethod.Name: "SetAt" or "EnsureCapacity" }
        && !CollectionSemantics.Throws(enumeration.Sequence.Kind, hazard.Change.Value, rules)
        && hazard.Reached.Frame.Read(key, cancellationToken) is { } path
        && enumeration.IsOwnKey(path);

    private bool IsWalkedAgain(IForEachLoopOperation loop, InstancePath collection, CancellationToken cancellationToken) =>
        loop.Body.Descendants().Any(operation =>
            DictionaryUse.TryGet(operation, model.Types) is { Verb: Verb.Enumerate or Verb.EnumerateKeys or Verb.EnumerateValues or Verb.Snapshot } use
            && collection.Equals(model.Paths.Read(use.Receiver, cancellationToken)));

    // Made in this body and handed to nobody before the loop has ended.
    private bool IsLocalToBody(IForEachLoopOperation loop, IOperation source, InstancePath collection, CancellationToken cancellationToken)
    {
        var owner = DictionaryUse.TryGet(source, model.Types) is { Verb: Verb.EnumerateKeys or Verb.EnumerateValues } view ? view.Receiver : source;
        if (owner is not ILocalReferenceOperation { Local.IsRef: false } local || !SymbolEqualityComparer.Default.Equals(local.Local.ContainingSymbol, EnclosingMethod(loop))
            || model.Bodies.Around(loop).Locals.SoleValue(local.Local)?.Unwrapped() is not { } origin || !Makes(origin))
        {
            return false;
        }

        var isRepeated = IsRepeated(loop);
        return model.Escapes.Of(loop.Root(), collection, cancellationToken)
            .Concat(loop.Root().Descendants().Where(operation => IsCaptured(operation, local.Local)))
            .All(escape => IsReturned(escape)
                || (!isRepeated && escape.Syntax.SpanStart > loop.Syntax.Span.End && escape.EnclosingBody() is not ILocalFunctionOperation));
    }

    private ISymbol? EnclosingMethod(IOperation operation) =>
        model.Bodies.ModelOf(operation.Syntax.SyntaxTree).GetEnclosingSymbol(operation.Syntax.SpanStart);

    private bool Makes(IOperation origin) => origin switch
    {
        IObjectCreationOperation creation => creation.Type is INamedTypeSymbol type && model.Types.IsKnown(type),
        IInvocationOperation call => KnownTypes.Is(call.TargetMethod.ContainingType, model.Types.Enumerable)
            && call.TargetMethod.Name is "ToDictionary" or "ToHashSet" or "ToList",
        _ => false,
    };

    private static bool IsCaptured(IOperation operation, ILocalSymbol local) =>
        operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)
        && operation.EnclosingBody() is IAnonymousFunctionOperation or ILocalFunctionOperation;

    private static bool IsReturned(IOperation escape)
    {
        var parent = escape.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent is IReturnOperation { Kind: OperationKind.Return };
    }

    private static bool IsRepeated(IOperation loop)
    {
        for (var parent = loop.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return loop.Root().Descendants().Any(operation => operation is IBranchOperation { BranchKind: BranchKind.GoTo });
    }

    // A field of the instance that nobody outside sees, in a type that knows of no second thread.
    private bool IsPrivateAndUnshared(InstancePath collection, IForEachLoopOperation loop) =>
        collection is { Root.Kind: PathRootKind.This, Segments: [{ Member: { IsStatic: false, DeclaredAccessibility: Accessibility.Private } member }] }
        && member is IFieldSymbol or IPropertySymbol
        && SymbolEqualityComparer.Default.Equals(member.ContainingType, EnclosingMethod(loop)?.ContainingType.OriginalDefinition)
        && !synchronizing.GetOrAdd(member.ContainingType, Synchronizes);

    private static bool Synchronizes(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax().DescendantTokens())
            .Any(token => token.IsKind(SyntaxKind.LockKeyword) || token.IsKind(SyntaxKind.AsyncKeyword) || token.IsKind(SyntaxKind.AwaitKeyword)
                || token.IsKind(SyntaxKind.VolatileKeyword) || (token.IsKind(SyntaxKind.IdentifierToken) && IsOfThreads(token.ValueText)));

    private static bool IsOfThreads(string name) => name
        is "Monitor" or "SemaphoreSlim" or "Semaphore" or "ReaderWriterLock" or "ReaderWriterLockSlim" or "SpinLock" or "Mutex" or "Lock"
        or "Interlocked" or "Volatile" or "Thread" or "ThreadPool" or "Timer" or "Parallel" or "Task" or "ValueTask" or "TaskCompletionSource"
        or "MethodImplOptions" or "BackgroundService" or "IHostedService" or "Dispatcher" or "ConcurrentDictionary" or "ConcurrentQueue"
        or "BlockingCollection" or "Channel" or "ManualResetEvent" or "ManualResetEventSlim" or "AutoResetEvent" or "CountdownEvent";
}
