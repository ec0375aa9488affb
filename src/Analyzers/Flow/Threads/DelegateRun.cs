using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>One place that makes the code of a lambda, local function or method group run.</summary>
/// <param name="Launch">The call, creation, <c>Start()</c> or <c>+=</c> from which on it may run; where nothing is known, the delegate itself.</param>
/// <param name="Concurrency">Whose code it runs beside.</param>
/// <param name="End">How it is known that it has ended.</param>
internal sealed record DelegateRun(IOperation Launch, DelegateConcurrency Concurrency, DelegateEnd End)
{
    /// <summary>What stands for the end of the runs: the task, the sequence of tasks, the thread; null for other ends.</summary>
    public IOperation? Result { get; init; }

    /// <summary>Whether one launch runs it many times, one after the other.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether it is on the launching thread until its first <c>await</c>: an async lambda that is called and not awaited.</summary>
    public bool FromFirstAwait { get; init; }

    /// <summary>Whether runs overlap only where one takes longer than it should: the callbacks of a timer, the events of one source.</summary>
    public bool OverlapsWhenSlow { get; init; }

    /// <summary>The creation of the thread or task, where it is started by way of an array or list; null for other runs. One start in a loop starts several.</summary>
    public IOperation? Made { get; init; }

    /// <summary>The static member that keeps the delegate for whichever thread calls it; null for other runs.</summary>
    public ISymbol? KeptBy { get; init; }

    /// <summary>Whether it runs at the same time as other code.</summary>
    public bool IsConcurrent => Concurrency is DelegateConcurrency.WithCreator or DelegateConcurrency.WithItself;

    /// <summary>A run of which nothing is known.</summary>
    public static DelegateRun Unknown(IOperation value) => new(value, DelegateConcurrency.Unknown, DelegateEnd.Unknown);

    /// <summary>A run that is over before <paramref name="launch"/> is, on the same thread.</summary>
    public static DelegateRun OnTheSpot(IOperation launch) => new(launch, DelegateConcurrency.OnTheSpot, DelegateEnd.Call);
}
