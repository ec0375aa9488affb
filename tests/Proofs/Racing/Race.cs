using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace DictionaryAnalyzers.Proofs.Racing;

/// <summary>
/// Makes threads meet in code that is not safe for it. Proofs compile this file into their programs (<see cref="RaceProofs"/>): it uses the
/// framework and nothing else.
/// </summary>
internal static class Race
{
    /// <summary>What a race that nobody loses costs: some tenths of a second on two idle cores. One that is lost shows in a fraction of it.</summary>
    private const int Rounds = 5_000;

    /// <summary>How often the threads of a run wait for each other, so that one of them is not done before the next has started.</summary>
    private const int Heats = 200;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    [ThreadStatic]
    private static uint s_pauses;

    [ThreadStatic]
    private static uint s_pauseEvery;

    /// <summary>
    /// Repeats rounds until the fault shows, and says whether it did. In a round each contender runs once with the number of the round, all
    /// at the same time; then <paramref name="fault"/> is asked, with the same number and while nothing else runs, so it may also clean up.
    /// An exception of either ends the race and is thrown here.
    /// </summary>
    public static bool Until(Func<int, bool> fault, params Action<int>[] contenders)
    {
        var clock = Stopwatch.StartNew();
        var shown = false;
        Go(contenders.Length, (thread, meeting) =>
        {
            s_pauseEvery = 1;
            for (var round = 0; !meeting.IsOver; round++)
            {
                meeting.Try(() =>
                {
                    Delay(thread, round);
                    contenders[thread](round);
                });
                meeting.Meet(() =>
                {
                    shown = fault(round);
                    return shown || round + 1 >= Rounds || clock.Elapsed > Bound;
                });
            }
        });
        return shown;
    }

    /// <summary>The same for contenders that all do the same.</summary>
    public static bool Until(int threads, Action<int> contender, Func<int, bool> fault) => Until(fault, [.. Enumerable.Repeat(contender, threads)]);

    /// <summary>
    /// Runs the body for each of the numbers from 0 up to <paramref name="operations"/>, dealt in turn to the threads: with eight of them,
    /// operations 0 to 7 run at about the same time. The first exception ends the race and is thrown here.
    /// </summary>
    public static void Run(int threads, int operations, Action<int> body)
    {
        var heat = operations / Heats + 1;
        Go(threads, (thread, meeting) =>
        {
            s_pauseEvery = 512;
            var operation = thread;
            for (var end = 0L; !meeting.IsOver; end += heat)
            {
                meeting.Try(() =>
                {
                    for (; operation < Math.Min(end, operations) && !meeting.HasFailed; operation += threads)
                    {
                        body(operation);
                    }
                });
                meeting.Meet(() => end >= operations);
            }
        });
    }

    /// <summary>
    /// Lets others go first: what opening a connection, creating a value or computing the hash code of a long key does in production. Only for
    /// what a program brings along, never for what is to be repaired. In a <see cref="Run"/> only now and then.
    /// </summary>
    public static void Pause()
    {
        if (s_pauseEvery > 0 && ++s_pauses % s_pauseEvery == 0)
        {
            Delay(Environment.CurrentManagedThreadId, (int)s_pauses);
            Thread.Yield();
        }
    }

    /// <summary>
    /// A comparer that pauses before it gives a hash code. Each operation of a dictionary begins with one, so others get between any two
    /// operations, even on a machine that has only one core left for the race.
    /// </summary>
    public static IEqualityComparer<T> Comparer<T>() => EqualityComparer<T>.Create(
        EqualityComparer<T>.Default.Equals,
        value =>
        {
            Pause();
            return value!.GetHashCode();
        });

    private static void Go(int threads, Action<int, Meeting> run)
    {
        var meeting = new Meeting(threads);
        var started = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            Spread(thread);
            run(thread, meeting);
        })
        {
            IsBackground = true,
        }).ToList();
        started.ForEach(thread => thread.Start());
        started.ForEach(thread => thread.Join());
        meeting.Failure?.Throw();
    }

    /// <summary>
    /// Threads that wait for each other look idle, and the scheduler leaves them on one core, where two of them never run at once. Where it
    /// can be told, it is told to use all; where not, the race only takes longer to show.
    /// </summary>
    private static void Spread(int thread)
    {
        if (OperatingSystem.IsLinux())
        {
            var cores = 1L << thread % Math.Min(Environment.ProcessorCount, 64);
            _ = sched_setaffinity(0, sizeof(long), ref cores);
        }
    }

    [DllImport("libc")]
    private static extern int sched_setaffinity(int thread, nint size, ref long cores);

    /// <summary>
    /// Who leaves a meeting last is always late by the same amount, and the same two steps would meet in every round. So each contender
    /// waits for nothing to some microseconds, differently in each round: sooner or later every step meets every other.
    /// </summary>
    private static void Delay(int thread, int round)
    {
        var mixed = unchecked(((uint)round + 1) * 2_654_435_761u * (uint)(2 * thread + 3)) >> 8;
        var longest = 1u << (int)(mixed % 8);
        Thread.SpinWait((int)(mixed / 8 % longest));
    }

    /// <summary>Where threads wait for each other: awake, so that all go on in the same instant.</summary>
    private sealed class Meeting(int parties)
    {
        private volatile ExceptionDispatchInfo? _failure;
        private volatile bool _isOver;
        private volatile int _held;
        private int _arrived;

        public ExceptionDispatchInfo? Failure => _failure;

        public bool HasFailed => _failure is not null;

        /// <summary>Changes only in a meeting, so that nobody waits for those who have left.</summary>
        public bool IsOver => _isOver;

        /// <summary>The last to arrive says whether this was the last meeting, while the others wait.</summary>
        public void Meet(Func<bool> isLast)
        {
            var held = _held;
            if (Interlocked.Increment(ref _arrived) < parties)
            {
                var wait = default(SpinWait);
                while (_held == held)
                {
                    wait.SpinOnce(sleep1Threshold: -1);
                }
            }
            else
            {
                _arrived = 0;
                Try(() => _isOver = isLast());
                _isOver |= HasFailed;
                _held = held + 1;
            }
        }

        public void Try(Action action)
        {
            try
            {
                action();
            }
#pragma warning disable CA1031 // it is thrown again where the race was started
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _failure ??= ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
