using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>One way in which a lambda or local function that holds an object runs.</summary>
/// <param name="Body">The lambda or local function; the argument, where the object is lent to an async method.</param>
/// <param name="Run">How it runs.</param>
/// <param name="Launches">The places of the owner's own code from which it starts.</param>
/// <param name="Ends">The places of the owner's own code after which it has ended.</param>
/// <param name="PossibleEnds">The places after which it may have ended.</param>
/// <param name="HasEnded">Whether it has ended before the owner's code goes on.</param>
internal sealed record Flight(
    IOperation Body, DelegateRun Run, ImmutableArray<IOperation> Launches, ImmutableArray<IOperation> Ends, ImmutableArray<IOperation> PossibleEnds, bool HasEnded)
{
    /// <summary>Whether what launches it runs often, and does not wait for one before it launches the next.</summary>
    public bool Repeats { get; init; }

    /// <summary>The <c>WhenAll</c> that it is launched in: what is launched there runs beside each other.</summary>
    public IOperation? Group { get; init; }

    /// <summary>The statements outside of which it has been told to end: the block of the <c>using</c> that holds the timer or registration; null where there is none.</summary>
    public IOperation? Scope { get; init; }

    /// <summary>Whether it is an async method that was given the object, and uses it after its first <c>await</c>.</summary>
    public bool IsLent { get; init; }

    /// <summary>Whether every place that may wait for its end stands in the owner's own code.</summary>
    public bool EndIsKnown { get; init; }
}
