using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Tests.Vocabulary;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>How the marked lambda or local function runs, and how its creator knows that it has ended.</summary>
public class ConcurrentDelegatesTests
{
    [Theory]
    [InlineData("Parallel.For(0, 9, [|x => Work(x)|]);", "WithItself Call")]
    [InlineData("Parallel.ForEach(items, [|x => Work(x)|]);", "WithItself Call")]
    [InlineData("Parallel.ForEach(items, () => 1, [|(x, state, local) => { Work(x); return local; }|], local => { });", "WithItself Call")]
    [InlineData("Parallel.ForEach(items, () => 1, (x, state, local) => local, [|local => Work(local)|]);", "WithItself Call")]
    [InlineData("await Parallel.ForEachAsync(items, [|async (x, token) => { await Task.Yield(); Work(x); }|]);", "WithItself Result")]
    [InlineData("await Parallel.ForAsync(0, 9, [|async (x, token) => { await Task.Yield(); Work(x); }|]);", "WithItself Result")]
    [InlineData("Parallel.ForEach(items, [|async x => { await Task.Yield(); Work(x); }|]);", "WithItself Unknown")]
    [InlineData("Parallel.Invoke([|() => Work(1)|], () => Work(2));", "WithCreator Call")]
    [InlineData("Parallel.Invoke(new ParallelOptions(), () => Work(1), [|() => Work(2)|]);", "WithCreator Call")]
    [InlineData("Parallel.For(0, 9, new ParallelOptions { MaxDegreeOfParallelism = 4 }, [|x => Work(x)|]);", "WithItself Call")]
    [InlineData("Parallel.For(0, 9, new ParallelOptions { MaxDegreeOfParallelism = 1 }, [|x => Work(x)|]);", "Unknown Unknown")]
    [InlineData("await Task.Run([|() => Work(1)|]);", "WithCreator Result")]
    [InlineData("await Task.Run([|async () => { await Task.Yield(); Work(1); }|]);", "WithCreator Result")]
    [InlineData("await Task.Factory.StartNew([|() => Work(1)|]);", "WithCreator Result")]
    [InlineData("await Task.Factory.StartNew([|async () => { await Task.Yield(); Work(1); }|]);", "WithCreator Unknown")]
    [InlineData("await Task.Factory.StartNew([|async () => { await Task.Yield(); Work(1); }|]).Unwrap();", "WithCreator Result")]
    [InlineData("await await Task.Factory.StartNew([|async () => { await Task.Yield(); Work(1); }|]);", "WithCreator Result")]
    [InlineData("Task.CompletedTask.ContinueWith([|_ => Work(1)|]);", "WithCreator Result")]
    [InlineData("var t = new Task([|() => Work(1)|]); t.Start();", "WithCreator Result")]
    [InlineData("var t = new Task([|() => Work(1)|]); t.RunSynchronously();", "OnTheSpot Call")]
    [InlineData("var t = new Task([|() => Work(1)|]);", "Unknown Unknown")]
    [InlineData("ThreadPool.QueueUserWorkItem([|_ => Work(1)|]);", "WithCreator Never")]
    [InlineData("ThreadPool.QueueUserWorkItem([|n => Work(n)|], 3, false);", "WithCreator Never")]
    [InlineData("ThreadPool.UnsafeQueueUserWorkItem([|_ => Work(1)|], null);", "WithCreator Never")]
    [InlineData("ThreadPool.RegisterWaitForSingleObject(gate, [|(_, _) => Work(1)|], null, 10, true);", "WithCreator Never")]
    [InlineData("ThreadPool.RegisterWaitForSingleObject(gate, [|(_, _) => Work(1)|], null, 10, false);", "WithItself Never")]
    [InlineData("token.Register([|() => Work(1)|]);", "WithCreator Never")]
    [InlineData("new Thread([|() => Work(1)|]).Start();", "WithCreator Result")]
    [InlineData("var t = new Thread([|() => Work(1)|]); t.IsBackground = true; t.Start();", "WithCreator Result")]
    [InlineData("var t = new Thread([|() => Work(1)|]);", "Unknown Unknown")]
    [InlineData("new Timer([|_ => Work(1)|], null, 0, 10);", "WithItself Never")]
    [InlineData("new Timer([|_ => Work(1)|], null, TimeSpan.Zero, TimeSpan.FromSeconds(1));", "WithItself Never")]
    [InlineData("new Timer([|_ => Work(1)|], null, 10, Timeout.Infinite);", "WithCreator Never")]
    [InlineData("new Timer([|_ => Work(1)|]);", "WithCreator Never")]
    [InlineData("new System.Timers.Timer().Elapsed += [|(_, _) => Work(1)|];", "WithItself Never")]
    [InlineData("new System.IO.FileSystemWatcher().Created += [|(_, _) => Work(1)|];", "WithItself Never")]
    [InlineData("new System.Diagnostics.Process().Exited += [|(_, _) => Work(1)|];", "WithCreator Never")]
    [InlineData("Console.CancelKeyPress += [|(_, _) => Work(1)|];", "WithCreator Never")]
    [InlineData("new ActionBlock<int>([|x => Work(x)|]);", "WithCreator Result")]
    [InlineData("new ActionBlock<int>([|x => Work(x)|], new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = 4 });", "WithItself Result")]
    [InlineData("new TransformBlock<int, int>([|x => x|], new ExecutionDataflowBlockOptions { BoundedCapacity = 4 });", "WithCreator Result")]
    [InlineData("items.AsParallel().ForAll([|x => Work(x)|]);", "WithItself Call")]
    [InlineData("items.AsParallel().Where([|x => x > 1|]).Select(x => x).ToList();", "WithItself Call")]
    [InlineData("items.AsParallel().Select([|x => x|]);", "WithItself Unknown")]
    [InlineData("items.AsParallel().WithDegreeOfParallelism(1).ForAll([|x => Work(x)|]);", "Unknown Unknown")]
    [InlineData("items.AsParallel().AsSequential().Select([|x => x|]).ToList();", "OnTheSpot Call")]
    [InlineData("items.Select([|x => x|]).ToList();", "OnTheSpot Call")]
    [InlineData("foreach (var y in items.Where([|x => x > 1|]).Select(x => x)) { }", "OnTheSpot Call")]
    [InlineData("var q = items.Where([|x => x > 1|]);", "Unknown Unknown")]
    [InlineData("items.ForEach([|x => Work(x)|]);", "OnTheSpot Call")]
    [InlineData("items.ForEach([|async x => { await Task.Yield(); Work(x); }|]);", "Unknown Unknown")]
    [InlineData("Array.ForEach(items.ToArray(), [|x => Work(x)|]);", "OnTheSpot Call")]
    [InlineData("map.GetOrAdd(1, [|k => k|]);", "OnTheSpot Call")]
    [InlineData("await Task.WhenAll(items.Select([|async x => { await Task.Yield(); Work(x); }|]));", "WithItself Result")]
    [InlineData("var ts = items.Select([|async x => { await Task.Yield(); Work(x); }|]).ToArray();", "WithItself Result")]
    [InlineData("foreach (var t in items.Select([|async x => { await Task.Yield(); Work(x); }|])) await t;", "Unknown Unknown")]
    [InlineData("Action f = [|() => Work(1)|]; f();", "OnTheSpot Call")]
    [InlineData("Action f = [|() => Work(1)|]; f?.Invoke();", "OnTheSpot Call")]
    [InlineData("Action f = [|() => Work(1)|]; f(); Task.Run(f);", "OnTheSpot Call, WithCreator Result")]
    [InlineData("Func<Task> f = [|async () => await Task.Yield()|]; await f();", "OnTheSpot Call")]
    [InlineData("Func<Task> f = [|async () => await Task.Yield()|]; var t = f();", "WithCreator Result")]
    [InlineData("Unseen([|() => Work(1)|]);", "Unknown Unknown")]
    [InlineData("Twice([|() => Work(1)|]);", "OnTheSpot Call, OnTheSpot Call")]
    [InlineData("Start([|() => Work(1)|]);", "WithCreator Never")]
    [InlineData("await StartAsync([|() => Work(1)|]);", "WithCreator Result")]
    [InlineData("All([|x => Work(x)|]);", "WithItself Call")]
    public void Lambda(string statements, string expected) => AssertRuns(statements, expected);

    [Theory]
    [InlineData("F(); [|void F() { Work(1); }|]", "OnTheSpot Call")]
    [InlineData("Task.Run(F); [|void F() { Work(1); }|]", "WithCreator Result")]
    [InlineData("Task.Run(() => F()); [|void F() { Work(1); }|]", "OnTheSpot Call")]
    [InlineData("await F(); [|async Task F() { await Task.Yield(); }|]", "OnTheSpot Call")]
    [InlineData("var t = F(); [|async Task F() { await Task.Yield(); }|]", "WithCreator Result")]
    [InlineData("F(); [|async void F() { await Task.Yield(); }|]", "WithCreator Never")]
    [InlineData("foreach (var x in F()) { } [|IEnumerable<int> F() { yield return 1; }|]", "OnTheSpot Call")]
    [InlineData("var q = F(); [|IEnumerable<int> F() { yield return 1; }|]", "Unknown Unknown")]
    [InlineData("[|void F() { Work(1); }|]", "")]
    public void LocalFunction(string statements, string expected) => AssertRuns(statements, expected);

    private static void AssertRuns(string statements, string expected)
    {
        var probe = Probe.OfTypes($$"""
            #nullable disable
            using System.Threading;
            using System.Threading.Tasks.Dataflow;
            class C
            {
                static event Action Later;
                void Work(int x) { }
                void Unseen(Action a) => Later += a;
                void Twice(Action a) { a(); a(); }
                void Start(Action a) { Task.Run(a); }
                Task StartAsync(Action a) => Task.Run(a);
                void All(Action<int> a) { Parallel.For(0, 9, x => a(x)); }
                async Task M(List<int> items, WaitHandle gate, CancellationToken token, ConcurrentDictionary<int, int> map)
                {
                    {{statements}}
                    await Task.Yield();
                }
            }
            """);
        var marked = probe.Marked();
        var body = marked as ILocalFunctionOperation ?? marked.DescendantsAndSelf().First(operation => operation is IAnonymousFunctionOperation);
        var runs = probe.Model.Concurrency.Of(body, CancellationToken.None);
        Assert.Equal(expected, string.Join(", ", runs.Select(run => $"{run.Concurrency} {run.End}")));
    }
}
