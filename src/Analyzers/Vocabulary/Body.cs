using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>One executable body (a method, an accessor, a local function) and what is known of it, each computed once.</summary>
internal sealed class Body
{
    private readonly Lazy<LocalBindings> locals;
    private readonly Lazy<IOperation?> soleReturnValue;
    private readonly Lazy<bool> isIterator;

    public Body(IOperation operation)
    {
        Operation = operation;
        locals = Once(() => LocalBindings.Of(Operation.Root()));
        soleReturnValue = Once(FindSoleReturnValue);
        isIterator = Once(() => Operation.Executed().Any(IsYield));
    }

    public IOperation Operation { get; }

    /// <summary>What the locals of the body, and of the one it may be nested in, are bound to.</summary>
    public LocalBindings Locals => locals.Value;

    /// <summary>The value that every call returns: of the single <c>return</c> or expression body; null when there are several or none.</summary>
    public IOperation? SoleReturnValue => soleReturnValue.Value;

    /// <summary>Whether the body is an iterator, which runs only when its result is enumerated.</summary>
    public bool IsIterator => isIterator.Value;

    // Two threads may compute the same thing; neither waits for the other.
    private static Lazy<T> Once<T>(Func<T> compute) => new(compute, LazyThreadSafetyMode.PublicationOnly);

    private static bool IsYield(IOperation operation) => operation.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak;

    private IOperation? FindSoleReturnValue()
    {
        var returns = Operation.Executed().OfType<IReturnOperation>()
            .Where(candidate => candidate.Kind is OperationKind.Return)
            .Take(2).ToArray();
        return returns is [{ ReturnedValue: { } value }] ? value : null;
    }
}
