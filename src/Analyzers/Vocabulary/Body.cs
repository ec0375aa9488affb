using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>One executable body (a method, an accessor, a local function) and what is known of its locals.</summary>
internal sealed class Body
{
    private readonly Lazy<LocalBindings> locals;

    public Body(IOperation operation)
    {
        Operation = operation;
        locals = new Lazy<LocalBindings>(() => LocalBindings.Of(Operation.Root()), LazyThreadSafetyMode.PublicationOnly);
    }

    public IOperation Operation { get; }

    /// <summary>What the locals of the body, and of the one it may be nested in, are bound to.</summary>
    public LocalBindings Locals => locals.Value;

    /// <summary>The value that every call returns: of the single <c>return</c> or expression body; null when there are several or none.</summary>
    public IOperation? SoleReturnValue()
    {
        var returns = Operation.Executed().OfType<IReturnOperation>()
            .Where(candidate => candidate.Kind is OperationKind.Return)
            .Take(2).ToArray();
        return returns is [{ ReturnedValue: { } value }] ? value : null;
    }

    /// <summary>Whether the body is an iterator, which runs only when its result is enumerated.</summary>
    public bool IsIterator => Operation.Executed().Any(operation => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak);
}
