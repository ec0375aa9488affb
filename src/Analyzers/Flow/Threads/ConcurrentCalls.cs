using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// The table of the framework's methods, constructors and events that run a delegate at the same time as other code: beside
/// what, and how one knows that it has ended.
/// </summary>
internal static class ConcurrentCalls
{
    private const string Constructor = ".ctor";

    private static readonly ImmutableArray<Row> Rows =
    [
        new("System.Threading.Tasks", "Parallel", "For", DelegateConcurrency.WithItself, DelegateEnd.Call),
        new("System.Threading.Tasks", "Parallel", "ForEach", DelegateConcurrency.WithItself, DelegateEnd.Call),
        new("System.Threading.Tasks", "Parallel", "ForAsync", DelegateConcurrency.WithItself, DelegateEnd.Result),
        new("System.Threading.Tasks", "Parallel", "ForEachAsync", DelegateConcurrency.WithItself, DelegateEnd.Result),

        // Each once, all beside each other.
        new("System.Threading.Tasks", "Parallel", "Invoke", DelegateConcurrency.WithCreator, DelegateEnd.Call),

        new("System.Threading.Tasks", "Task", "Run", DelegateConcurrency.WithCreator, DelegateEnd.Result),
        new("System.Threading.Tasks", "Task", "ContinueWith", DelegateConcurrency.WithCreator, DelegateEnd.Result),
        new("System.Threading.Tasks", "Task", Constructor, DelegateConcurrency.WithCreator, DelegateEnd.Result),
        new("System.Threading.Tasks", "TaskFactory", "StartNew", DelegateConcurrency.WithCreator, DelegateEnd.Result),
        new("System.Threading.Tasks", "TaskFactory", "ContinueWhenAll", DelegateConcurrency.WithCreator, DelegateEnd.Result),
        new("System.Threading.Tasks", "TaskFactory", "ContinueWhenAny", DelegateConcurrency.WithCreator, DelegateEnd.Result),
        new("System.Threading", "Thread", Constructor, DelegateConcurrency.WithCreator, DelegateEnd.Result),

        new("System.Threading", "ThreadPool", "QueueUserWorkItem", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.Threading", "ThreadPool", "UnsafeQueueUserWorkItem", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.Threading", "ThreadPool", "RegisterWaitForSingleObject", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.Threading", "ThreadPool", "UnsafeRegisterWaitForSingleObject", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.Threading", "CancellationToken", "Register", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.Threading", "CancellationToken", "UnsafeRegister", DelegateConcurrency.WithCreator, DelegateEnd.Never),

        // A callback that takes longer than the period runs beside the next one.
        new("System.Threading", "Timer", Constructor, DelegateConcurrency.WithItself, DelegateEnd.Never),
        new("System.Timers", "Timer", "Elapsed", DelegateConcurrency.WithItself, DelegateEnd.Never),

        new("System.Threading.Tasks.Dataflow", "ActionBlock", Constructor, DelegateConcurrency.WithCreator, DelegateEnd.Result),
        new("System.Threading.Tasks.Dataflow", "TransformBlock", Constructor, DelegateConcurrency.WithCreator, DelegateEnd.Result),
        new("System.Threading.Tasks.Dataflow", "TransformManyBlock", Constructor, DelegateConcurrency.WithCreator, DelegateEnd.Result),

        // Each request runs beside the others.
        .. RequestHandlers("EndpointRouteBuilderExtensions", "Map", "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "MapFallback"),
        .. RequestHandlers("FallbackEndpointRouteBuilderExtensions", "MapFallback"),
        .. RequestHandlers("UseExtensions", "Use"),
        .. RequestHandlers("RunExtensions", "Run"),

        new("System.IO", "FileSystemWatcher", "Changed", DelegateConcurrency.WithItself, DelegateEnd.Never),
        new("System.IO", "FileSystemWatcher", "Created", DelegateConcurrency.WithItself, DelegateEnd.Never),
        new("System.IO", "FileSystemWatcher", "Deleted", DelegateConcurrency.WithItself, DelegateEnd.Never),
        new("System.IO", "FileSystemWatcher", "Renamed", DelegateConcurrency.WithItself, DelegateEnd.Never),
        new("System.IO", "FileSystemWatcher", "Error", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.IO.Ports", "SerialPort", "DataReceived", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.Diagnostics", "Process", "OutputDataReceived", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.Diagnostics", "Process", "ErrorDataReceived", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.Diagnostics", "Process", "Exited", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.ComponentModel", "BackgroundWorker", "DoWork", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System", "Console", "CancelKeyPress", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System", "AppDomain", "AssemblyResolve", DelegateConcurrency.WithItself, DelegateEnd.Never),
        new("System", "AppDomain", "AssemblyLoad", DelegateConcurrency.WithItself, DelegateEnd.Never),
        new("System", "AppDomain", "TypeResolve", DelegateConcurrency.WithItself, DelegateEnd.Never),
        new("System", "AppDomain", "FirstChanceException", DelegateConcurrency.WithItself, DelegateEnd.Never),
        new("System.Runtime.Loader", "AssemblyLoadContext", "Resolving", DelegateConcurrency.WithItself, DelegateEnd.Never),
        new("System", "AppDomain", "ProcessExit", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.Threading.Tasks", "TaskScheduler", "UnobservedTaskException", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.Net.NetworkInformation", "NetworkChange", "NetworkAddressChanged", DelegateConcurrency.WithCreator, DelegateEnd.Never),
        new("System.Net.NetworkInformation", "NetworkChange", "NetworkAvailabilityChanged", DelegateConcurrency.WithCreator, DelegateEnd.Never),
    ];

    /// <summary>How a method or constructor runs the delegates it is given, or an event its handlers; null where the table has no row.</summary>
    public static (DelegateConcurrency Concurrency, DelegateEnd End)? Of(ISymbol member)
    {
        // By name first: of hundreds of calls one is in the table.
        foreach (var row in Rows)
        {
            if (row.Member == member.Name && member.ContainingType.IsOrDerivesFrom(row.Space, row.Type))
            {
                return (row.Concurrency, row.End);
            }
        }

        return null;
    }

    /// <summary>Whether what <paramref name="member"/> runs overlaps itself only where one run takes too long: ticks of a timer, events of one watcher.</summary>
    public static bool OverlapsWhenSlow(ISymbol member) => member.ContainingType is { Name: "Timer" or "FileSystemWatcher" };

    /// <summary>Whether <paramref name="method"/> is an operator of PLINQ that runs its delegates on several threads.</summary>
    public static bool IsParallelOperator(IMethodSymbol method) =>
        method.ContainingType.IsNamed("System.Linq", "ParallelEnumerable") && !IsSequential(method);

    /// <summary>Whether the query is run, by <paramref name="method"/> of PLINQ, before the call returns.</summary>
    public static bool EndsQuery(IMethodSymbol method) =>
        method.ContainingType.IsNamed("System.Linq", "ParallelEnumerable")
        && method.Name is "ForAll" or "ToArray" or "ToList" or "ToDictionary" or "ToLookup" or "Aggregate" or "All" or "Any" or "Average"
            or "Contains" or "Count" or "LongCount" or "ElementAt" or "ElementAtOrDefault" or "First" or "FirstOrDefault" or "Last"
            or "LastOrDefault" or "Max" or "Min" or "SequenceEqual" or "Single" or "SingleOrDefault" or "Sum";

    private static IEnumerable<Row> RequestHandlers(string type, params string[] methods) =>
        methods.Select(method => new Row("Microsoft.AspNetCore.Builder", type, method, DelegateConcurrency.WithItself, DelegateEnd.Never));

    // These call their delegates on the thread that asks for the result.
    private static bool IsSequential(IMethodSymbol method) =>
        method.Name is "AsSequential" or "AsEnumerable" or "ToDictionary" or "ToLookup"
        || (method.Name is "Aggregate" && method.Parameters.All(parameter => parameter.Name is not "updateAccumulatorFunc"));

    private sealed record Row(string Space, string Type, string Member, DelegateConcurrency Concurrency, DelegateEnd End);
}
