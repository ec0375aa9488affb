using System.Collections.Concurrent;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>The control-flow graphs of a compilation's bodies, each built when it is first asked for.</summary>
internal sealed class BodyGraphs
{
    private readonly ConcurrentDictionary<SyntaxNode, BodyGraph?> graphs = new();

    /// <summary>The graph of the body around <paramref name="operation"/>; null where the compiler has none to give.</summary>
    public BodyGraph? Around(IOperation operation, CancellationToken cancellationToken) => Of(operation.EnclosingBody(), cancellationToken);

    /// <summary>The graph of a body, lambda or local function.</summary>
    public BodyGraph? Of(IOperation body, CancellationToken cancellationToken) =>
        graphs.TryGetValue(body.Syntax, out var graph) ? graph : graphs.GetOrAdd(body.Syntax, BodyGraph.Of(body, cancellationToken));
}
