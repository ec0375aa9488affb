using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Finds what is done to a key of a ConcurrentDictionary because of what was asked of the same key before, where another
/// thread can come in between: each call is atomic, the two together are not.
/// </summary>
internal sealed class CheckThenActFinder
{
    private readonly CompilationModel model;
    private readonly CheckSearch search;
    private readonly CheckThenActInCallee callees;

    public CheckThenActFinder(CompilationModel model)
    {
        this.model = model;
        search = new CheckSearch(model);
        callees = new CheckThenActInCallee(model, search);
    }

    /// <summary>The check that <paramref name="use"/> acts on; null where there is none, or nobody can come in between.</summary>
    public CheckThenAct? At(DictionaryUse use, CancellationToken cancellationToken) =>
        CheckSearch.IsAct(use) && IsConcurrent(use, cancellationToken) && !ThreadIdentity.IsIn(use.Key, model.Paths) && !FreshKeys.Are(use.Key, model.Paths)
            && model.Paths.Read(use.Receiver, cancellationToken) is { } collection
                ? search.Unless(use.Receiver, search.OfUse(use, collection, cancellationToken), cancellationToken)
                : null;

    /// <summary>The check that a method or indexer acts on which <paramref name="operation"/> calls; null likewise.</summary>
    public CheckThenAct? InCalleeOf(IOperation operation, CancellationToken cancellationToken) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.Name is "Add" or "TryAdd" && DictionaryUse.TryGet(call, model.Types) is not null ? null : callees.Of(call, cancellationToken),
        IPropertyReferenceOperation { Property: { IsIndexer: true, OriginalDefinition.DeclaringSyntaxReferences.IsEmpty: false } } indexer => callees.Of(indexer, cancellationToken),
        _ => null,
    };

    /// <summary>Whether <paramref name="code"/> may call such a method: it gives a collection away, or asks a ConcurrentDictionary for a key, itself or through a method of who has one.</summary>
    public bool MayBeIn(CodeBlock code, CancellationToken cancellationToken) =>
        code.Handovers.Count > 0
        || code.Uses.Exists(static use => use is { Kind: CollectionKind.ConcurrentDictionary, Verb: Verb.Lookup or Verb.Contains, Operation: IInvocationOperation })
        || code.OfKind(OperationKind.Invocation).Exists(call => callees.MayAsk((IInvocationOperation)call, cancellationToken));

    private bool IsConcurrent(DictionaryUse use, CancellationToken cancellationToken) =>
        use.Kind is CollectionKind.ConcurrentDictionary
        || (use.Kind is CollectionKind.Interface && MayHoldConcurrent(use.Receiver, cancellationToken)
            && model.Kinds.Of(use.Receiver, cancellationToken) is CollectionKind.ConcurrentDictionary);

    // 'IDictionary<..> _map = new ConcurrentDictionary<..>()': without binding anything, whether the type names one at all.
    private bool MayHoldConcurrent(IOperation receiver, CancellationToken cancellationToken) =>
        receiver.Unwrapped() is not IMemberReferenceOperation { Member.ContainingType: { } type }
        || model.Members.NamesOf("ConcurrentDictionary", type, cancellationToken).Any();
}
