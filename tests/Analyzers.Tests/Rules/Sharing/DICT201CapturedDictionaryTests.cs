using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public partial class DICT201CapturedDictionaryTests
{
    [Theory]

    // Delegates that run beside themselves.
    [InlineData("Parallel.For(0, 9, i => [|d[i] = i|]);")]
    [InlineData("Parallel.ForEach(items, i => [|d.Add(i, i)|]);")]
    [InlineData("Parallel.ForEach(items, i => { if (!d.ContainsKey(i)) [|d.Add(i, i)|]; });")]
    [InlineData("Parallel.ForEach(items, i => [|d[i % 3]++|]);")]
    [InlineData("Parallel.ForEach(items, i => [|d[i % 3] += i|]);")]
    [InlineData("Parallel.ForEach(items, i => [|d.Remove(i)|]);")]
    [InlineData("Parallel.ForEach(items, i => [|d.TryAdd(i, i)|]);")]
    [InlineData("Parallel.ForEach(items, (i, state) => [|d[i] = i|]);")]
    [InlineData("Parallel.ForEach(items, () => 0, (i, state, n) => { [|d[i] = i|]; return n; }, n => { });")]
    [InlineData("Parallel.ForEach(items, () => new Dictionary<int, int>(), (i, state, own) => { own[i] = i; return own; }, own => { foreach (var p in own) [|d[p.Key] = p.Value|]; });")]
    [InlineData("await Parallel.ForEachAsync(items, async (i, token) => [|d[i] = await Load(i)|]);")]
    [InlineData("await Parallel.ForEachAsync(items, (i, token) => { [|d[i] = i|]; return default; });")]
    [InlineData("await Parallel.ForAsync(0, 9, async (i, token) => { await Load(i); [|d[i] = i|]; });")]
    [InlineData("items.AsParallel().ForAll(i => [|d[i] = i|]);")]
    [InlineData("var n = items.AsParallel().Where(i => [|d.TryAdd(i, i)|]).Count();")]
    [InlineData("var q = from i in items.AsParallel() select [|d.TryAdd(i, i)|]; q.ToList();")]
    [InlineData("Parallel.ForEach(items, Put); void Put(int i) => [|d[i] = i|];")]
    [InlineData("Parallel.ForEach(items, i => Put(i)); void Put(int i) { [|d[i] = i|]; }")]
    [InlineData("var alias = d; Parallel.ForEach(items, i => [|alias[i] = i|]);")]
    [InlineData("Action<int> put = i => [|d[i] = i|]; Parallel.ForEach(items, put);")]
    [InlineData("Parallel.ForEach(items, i => { foreach (var j in items) { [|d[j] = i|]; } });")]
    [InlineData("Parallel.ForEach(items, i => items.ToList().ForEach(j => [|d[j] = i|]));")]
    [InlineData("Parallel.ForEach(items, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => [|d[i] = i|]);")]
    [InlineData("Parallel.ForEach(items, options, i => [|d[i] = i|]);")]
    [InlineData("Parallel.Invoke(() => [|d[1] = 1|], () => d[2] = 2);")]
    [InlineData("Parallel.Invoke(() => Use(d.Count), () => [|d[2] = 2|]);")]

    // What each iteration is given.
    [InlineData("Parallel.ForEach(items, i => [|given[i] = i|]);")]
    [InlineData("var got = Get(); Parallel.ForEach(items, i => [|got[i] = i|]);")]
    [InlineData("Parallel.ForEach(items, i => [|Fill(d, i)|]);")]
    [InlineData("Parallel.ForEach(items, i => [|FillBoth(i, d)|]);")]
    [InlineData("var s = new State(); Parallel.ForEach(items, i => [|s.Map[i] = i|]);")]
    [InlineData("IDictionary<int, int> map = new Dictionary<int, int>(); Parallel.ForEach(items, i => [|map[i] = i|]);")]
    [InlineData("var set = new HashSet<int>(); Parallel.ForEach(items, i => [|set.Add(i)|]);")]
    [InlineData("var set = new SortedSet<int>(); Parallel.ForEach(items, i => [|set.Add(i)|]);")]
    [InlineData("var table = new System.Collections.Hashtable(); Parallel.ForEach(items, i => [|table[i] = i|]);")]
    [InlineData("var sorted = new SortedDictionary<int, int>(); Parallel.ForEach(items, i => [|sorted[i] = i|]);")]
    [InlineData("dynamic bag = null; IDictionary<string, object> expando = new System.Dynamic.ExpandoObject(); Parallel.ForEach(items, i => [|expando[i.ToString()] = i|]);")]

    // Tasks that run beside each other.
    [InlineData("await Task.WhenAll(items.Select(async i => [|d[i] = await Load(i)|]));")]
    [InlineData("await Task.WhenAll(items.Select(async i => { var v = await Load(i); [|d.Add(i, v)|]; }));")]
    [InlineData("var tasks = items.Select(async i => { var v = await Load(i); [|d.Add(i, v)|]; }).ToList(); await Task.WhenAll(tasks);")]
    [InlineData("await Task.WhenAll(from i in items select Task.Run(() => [|d[i] = i|]));")]
    [InlineData("await Task.WhenAll(items.Select(i => Task.Run(() => [|d[i] = i|])));")]
    [InlineData("await Task.WhenAll(items.Select(i => [|FillAsync(d, i)|]));")]
    [InlineData("await Task.WhenAll(items.Select(i => Put(i))); async Task Put(int i) { await Load(i); [|d[i] = i|]; }")]
    [InlineData("await Task.WhenAll(items.Select(Put)); async Task Put(int i) => [|d[i] = await Load(i)|];")]
    [InlineData("var tasks = new List<Task>(); foreach (var i in items) tasks.Add(Task.Run(() => [|d[i] = i|])); await Task.WhenAll(tasks);")]
    [InlineData("var tasks = new List<Task>(); foreach (var i in items) tasks.Add([|FillAsync(d, i)|]); await Task.WhenAll(tasks);")]
    [InlineData("var tasks = new Task[4]; for (var n = 0; n < 4; n++) { tasks[n] = Task.Run(async () => { await foreach (var i in channel.Reader.ReadAllAsync()) [|d[i] = i|]; }); } await Task.WhenAll(tasks);")]
    [InlineData("foreach (var i in items) new Thread(() => [|d[i] = i|]).Start();")]
    [InlineData("foreach (var i in items) ThreadPool.QueueUserWorkItem(_ => [|d[i] = i|]);")]
    [InlineData("var block = new ActionBlock<int>(i => [|d[i] = i|], new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = 4 }); foreach (var i in items) block.Post(i);")]
    [InlineData("var timer = new System.Threading.Timer(async _ => { await Load(1); [|d[1] = 1|]; }, null, 0, 10);")]

    // A task beside its creator.
    [InlineData("var t = Task.Run(() => [|d[1] = 1|]); d[2] = 2; await t;")]
    [InlineData("var t = Task.Run(() => [|d[1] = 1|]); Use(d.Count); await t;")]
    [InlineData("var t = Task.Run(() => [|d[1] = 1|]); foreach (var p in d) Use(p.Key); t.Wait();")]
    [InlineData("var t = Task.Run(() => Use(d.Count)); [|d[2] = 2|]; await t;")]
    [InlineData("_ = Task.Run(() => [|d[1] = 1|]); d.Clear();")]
    [InlineData("var t = Task.Factory.StartNew(() => [|d[1] = 1|]); d[2] = 2; t.Wait();")]
    [InlineData("var t = new Thread(() => [|d[1] = 1|]); t.Start(); d[2] = 2; t.Join();")]
    [InlineData("var t = Load(1).ContinueWith(_ => [|d[1] = 1|]); d[2] = 2; await t;")]
    [InlineData("var t = [|FillAsync(d, 1)|]; d[2] = 2; await t;")]
    [InlineData("var t = Put(); d[2] = 2; await t; async Task Put() { await Load(1); [|d[1] = 1|]; }")]
    [InlineData("var a = Task.Run(() => [|d[1] = 1|]); var b = Task.Run(() => Use(d.Count)); await Task.WhenAll(a, b);")]
    [InlineData("await Task.WhenAll(Task.Run(() => [|d[1] = 1|]), Task.Run(() => Use(d.Count)));")]
    [InlineData("if (d.Count > 1) { var t = Task.Run(() => [|d[1] = 1|]); d[2] = 2; await t; }")]

    // What is given back is no lock, and what is counted lets all in.
    [InlineData("Parallel.ForEach(items, i => { using (rw.Read()) [|d[i] = i|]; });")]
    [InlineData("var four = new SemaphoreSlim(4); await Task.WhenAll(items.Select(async i => { using (await four.EnterAsync()) { [|d[i] = await Load(i)|]; } }));")]
    [InlineData("var n = 0; Parallel.ForEach(items, i => { Interlocked.Increment(ref n); [|d[i] = i|]; });")]
    [InlineData("var n = 0; Parallel.ForEach(items, i => { if (items[i] == 1) Interlocked.Increment(ref n); [|d[i] = i|]; });")]
    [InlineData("Task t = Task.CompletedTask; foreach (var i in items) { tasks.Add(t.ContinueWith(_ => { [|d[i] = i|]; })); } await Task.WhenAll(tasks);")]
    [InlineData("using (var t = new Timer(_ => [|d[1] = 1|], null, 0, 10)) { await Task.Delay(50); Use(d.Count); }")]

    // A query that a local keeps until somebody waits for its tasks.
    [InlineData("var loads = items.Select(i => Task.Run(() => { [|d[i] = i|]; })); await Task.WhenAll(loads);")]
    [InlineData("var loads = items.Select(async i => { var v = await Load(i); [|d[i] = v|]; }); await Task.WhenAll(loads);")]
    [InlineData("IEnumerable<Task> loads = items.Where(i => i > 1).Select(async i => { await Load(i); [|d[i] = i|]; }); Task.WaitAll(loads.ToArray());")]
    [InlineData("var readers = Enumerable.Range(0, 4).Select(async _ => { await foreach (var i in channel.Reader.ReadAllAsync()) [|d[i] = i|]; }); await Task.WhenAll(readers);")]

    // What an awaited method does after its own await.
    [InlineData("await Task.WhenAll(items.Select(async i => await One(i))); async Task One(int i) { var v = await Load(i); [|d[i] = v|]; }")]
    [InlineData("await Task.WhenAll(items.Select(async i => { await One(i); })); async Task One(int i) { var v = await Load(i); [|d[i] = v|]; }")]

    // Tasks in variables of their own.
    [InlineData("var a = One(1); var b = One(2); await a; await b; async Task One(int i) { var v = await Load(i); [|d[i] = v|]; }")]
    [InlineData("var a = One(1); d[5] = 5; await a.ConfigureAwait(false); async Task One(int i) { var v = await Load(i); [|d[i] = v|]; }")]

    // Threads that a list holds until they are started.
    [InlineData("var threads = new Thread[4]; for (var i = 0; i < 4; i++) { var j = i; threads[i] = new Thread(() => { [|d[j] = j|]; }); threads[i].Start(); } foreach (var t in threads) t.Join();")]
    [InlineData("var threads = new List<Thread>(); for (var i = 0; i < 4; i++) { var j = i; threads.Add(new Thread(() => { [|d[j] = j|]; })); } foreach (var t in threads) t.Start(); foreach (var t in threads) t.Join();")]
    [InlineData("var threads = items.Select(i => new Thread(() => { [|d[i] = i|]; })).ToList(); threads.ForEach(t => t.Start()); threads.ForEach(t => t.Join());")]
    [InlineData("var threads = new[] { new Thread(() => { [|d[1] = 1|]; }), new Thread(() => { d[2] = 2; }) }; foreach (var t in threads) t.Start(); foreach (var t in threads) t.Join();")]
    [InlineData("var started = new List<Task>(); foreach (var i in items) { var t = new Task(() => { [|d[i] = i|]; }); started.Add(t); } foreach (var t in started) t.Start(); Task.WaitAll(started.ToArray());")]

    // The same dictionary by the name of a member that was given it.
    [InlineData("var s = new Kept(d); Parallel.ForEach(items, i => [|s.Map[i] = i|]);")]
    [InlineData("var s = new Kept(new()); Parallel.ForEach(items, i => [|s.Map[i] = i|]);")]
    [InlineData("var s = new Pair(d, 1); Parallel.ForEach(items, i => [|s.Map[i] = i|]);")]
    [InlineData("Parallel.ForEach(items, i => [|FillIn(in d, i)|]);")]

    // Helpers of other types.
    [InlineData("Batches.Each(items, i => [|d[i] = i|]);")]
    [InlineData("Batches.EachWrapped(items, i => [|d[i] = i|]);")]
    [InlineData("await Batches.Started(items, i => [|d[i] = i|]);")]
    [InlineData("await Batches.Throttled(items, 4, async i => { await Load(i); [|d[i] = i|]; });")]
    [InlineData("await Batches.Partitioned(items, 4, async i => { await Load(i); [|d[i] = i|]; });")]
    public Task Reports_Statements(string statements) => Verify(Method(statements));

    [Theory]

    // Locks of all kinds.
    [InlineData("Parallel.ForEach(items, i => { lock (gate) { d[i] = i; } });")]
    [InlineData("Parallel.ForEach(items, i => { lock (d) d[i] = i; });")]
    [InlineData("Parallel.ForEach(items, i => { Monitor.Enter(gate); try { d[i] = i; } finally { Monitor.Exit(gate); } });")]
    [InlineData("Parallel.ForEach(items, i => { using (modern.EnterScope()) d[i] = i; });")]
    [InlineData("Parallel.ForEach(items, i => { rw.EnterWriteLock(); try { d[i] = i; } finally { rw.ExitWriteLock(); } });")]
    [InlineData("await Task.WhenAll(items.Select(async i => { await one.WaitAsync(); try { d[i] = await Load(i); } finally { one.Release(); } }));")]
    [InlineData("var mine = new object(); Parallel.ForEach(items, i => { lock (mine) { if (!d.ContainsKey(i)) d.Add(i, i); } });")]
    [InlineData("Parallel.ForEach(items, i => { lock (gate) { Fill(d, i); } });")]
    [InlineData("Parallel.ForEach(items, i => FillLocked(d, i));")]
    [InlineData("Parallel.ForEach(items, i => Put(i)); void Put(int i) { lock (gate) d[i] = i; }")]
    [InlineData("Parallel.ForEach(items, () => new Dictionary<int, int>(), (i, state, own) => { own[i] = i; return own; }, own => { lock (gate) { foreach (var p in own) d[p.Key] = p.Value; } });")]

    // One dictionary for each run.
    [InlineData("Parallel.ForEach(items, i => { var own = new Dictionary<int, int>(); own[i] = i; });")]
    [InlineData("Parallel.ForEach(items, () => new Dictionary<int, int>(), (i, state, own) => { own[i] = i; return own; }, own => { });")]
    [InlineData("var shards = new Dictionary<int, int>[9]; Parallel.For(0, 9, i => { shards[i] = new(); shards[i][i] = i; });")]
    [InlineData("var shards = items.Select(i => new Dictionary<int, int>()).ToArray(); Parallel.For(0, 9, i => { var shard = shards[i]; shard[i] = i; });")]
    [InlineData("var all = new[] { new State() }; Parallel.ForEach(all, s => s.Map[1] = 2);")]
    [InlineData("var local = new ThreadLocal<Dictionary<int, int>>(() => new()); Parallel.ForEach(items, i => local.Value[i] = i);")]
    [InlineData("Parallel.ForEach(items, i => Get()[i] = i);")]
    [InlineData("foreach (var i in items) { var own = new Dictionary<int, int>(); tasks.Add(Task.Run(() => own[i] = i)); }")]
    [InlineData("tasks.AddRange(items.Select(i => { var own = new Dictionary<int, int>(); return Task.Run(() => own[i] = i); }));")]
    [InlineData("await Task.WhenAll(items.Select(async i => { var own = new Dictionary<int, int>(); await Load(i); own[i] = i; return own; }));")]
    [InlineData("foreach (var s in new[] { new State() }) { var map = s.Map; tasks.Add(Task.Run(() => map[1] = 1)); }")]

    // One at a time.
    [InlineData("foreach (var i in items) d[i] = await Load(i);")]
    [InlineData("foreach (var i in items) await FillAsync(d, i);")]
    [InlineData("foreach (var i in items) await Task.Run(() => d[i] = i);")]
    [InlineData("foreach (var t in items.Select(async i => d[i] = await Load(i))) await t;")]
    [InlineData("Parallel.ForEach(items, new ParallelOptions { MaxDegreeOfParallelism = 1 }, i => d[i] = i);")]
    [InlineData("var o = new ParallelOptions(); o.MaxDegreeOfParallelism = 1; Parallel.ForEach(items, o, i => d[i] = i);")]
    [InlineData("Parallel.ForEach(items, oneByOne, i => d[i] = i);")]
    [InlineData("items.AsParallel().WithDegreeOfParallelism(1).ForAll(i => d[i] = i);")]
    [InlineData("items.AsParallel().AsSequential().ToList().ForEach(i => d[i] = i);")]
    [InlineData("var m = items.AsParallel().Select(i => i + 1).ToDictionary(i => i); m[1] = 2;")]
    [InlineData("foreach (var i in items) tasks.Add(Task.Factory.StartNew(() => d[i] = i, default, TaskCreationOptions.None, pair.ExclusiveScheduler));")]
    [InlineData("var factory = new TaskFactory(pair.ExclusiveScheduler); foreach (var i in items) tasks.Add(factory.StartNew(() => d[i] = i));")]
    [InlineData("foreach (var i in items) tasks.Add(Load(i).ContinueWith(t => d[i] = t.Result, TaskScheduler.FromCurrentSynchronizationContext()));")]
    [InlineData("foreach (var i in items) context.Post(_ => d[i] = i, null);")]
    [InlineData("Parallel.ForEach(items, i => context.Post(_ => d[i] = i, null));")]
    [InlineData("var block = new ActionBlock<int>(i => d[i] = i); foreach (var i in items) block.Post(i); block.Complete(); await block.Completion; Use(d.Count);")]
    [InlineData("var reader = Task.Run(async () => { await foreach (var i in channel.Reader.ReadAllAsync()) d[i] = i; }); await reader; Use(d.Count);")]
    [InlineData("await Task.WhenAll(items.Select(async i => { d[i] = i; await Load(i); }));")]
    [InlineData("await Task.WhenAll(items.Select(i => { d[i] = i; return Load(i); }));")]
    [InlineData("var timer = new System.Threading.Timer(_ => d[1] = 1, null, 0, 10);")]
    [InlineData("Unseen.Run(() => d[1] = 1); d[2] = 2;")]
    [InlineData("items.ToList().ForEach(i => d[i] = i);")]

    // Ended before the next access.
    [InlineData("await Task.Run(() => d[1] = 1); d[2] = 2;")]
    [InlineData("d[0] = 0; await Task.Run(() => d[1] = 1); Use(d.Count);")]
    [InlineData("var t = Task.Run(() => d[1] = 1); await t; d[2] = 2;")]
    [InlineData("var t = Task.Run(() => d[1] = 1); t.Wait(); d[2] = 2;")]
    [InlineData("var t = new Thread(() => d[1] = 1); t.Start(); t.Join(); d[2] = 2;")]
    [InlineData("var t = new Thread(() => d[1] = 1); d[2] = 2; t.Start();")]
    [InlineData("var t = Task.Run(() => d[1] = 1); return t;")]
    [InlineData("await Task.Run(() => Put()); d[2] = 2; async Task Put() { await Load(1); d[1] = 1; }")]
    [InlineData("await Task.Run(() => FillAsync(d, 1)); d[2] = 2;")]
    [InlineData("var a = FillAsync(d, 1); await a; var b = FillAsync(d, 2); await b;")]
    [InlineData("Parallel.ForEach(items, i => Use(i)); d[1] = 1;")]
    [InlineData("var t = Task.Run(() => d[1] = 1); Use(d);")]
    [InlineData("var done = new ManualResetEvent(false); Task.Run(() => { d[1] = 1; done.Set(); }); done.WaitOne(); d[2] = 2;")]
    [InlineData("if (items.Any()) { var t = Task.Run(() => d[1] = 1); await t; } else { d[2] = 2; }")]

    // Read only, or safe.
    [InlineData("Parallel.ForEach(items, i => Use(d[i]));")]
    [InlineData("d[1] = 2; Parallel.ForEach(items, i => Use(d.ContainsKey(i)));")]
    [InlineData("Parallel.ForEach(items, i => ReadOnly(d, i));")]
    [InlineData("var t = Task.Run(() => Use(d.Count)); Use(d.Count); await t;")]
    [InlineData("var cd = new ConcurrentDictionary<int, int>(); Parallel.ForEach(items, i => cd[i] = i);")]
    [InlineData("IDictionary<int, int> cd = new ConcurrentDictionary<int, int>(); Parallel.ForEach(items, i => cd[i] = i);")]
    [InlineData("Parallel.ForEach(items, i => unknown[i] = i);")]
    [InlineData("var map = ImmutableDictionary<int, int>.Empty; Parallel.ForEach(items, i => ImmutableInterlocked.Update(ref map, m => m.SetItem(i, i)));")]
    [InlineData("var list = new List<int>(); Parallel.ForEach(items, i => list.Add(i));")]
    [InlineData("var inner = items.ToDictionary(i => i, i => new Dictionary<int, int>()); Parallel.ForEach(items, i => inner[i][i] = i);")]

    // One of several tasks, whichever it is.
    [InlineData("var t = items.Length > 1 ? Task.Run(() => d[1] = 1) : Task.Run(() => d[2] = 2); await t; Use(d);")]
    [InlineData("var t = items.Length switch { 1 => Task.Run(() => d[1] = 1), _ => Task.Run(() => d[2] = 2) }; await t; Use(d);")]
    [InlineData("Task early = null; var t = early ?? Task.Run(() => { d[1] = 1; }); await t; Use(d);")]
    [InlineData("await (items.Length switch { 1 => Task.Run(() => d[1] = 1), _ => Task.Run(() => d[2] = 2) }); Use(d);")]

    // Each waits for the one before it.
    [InlineData("Task t = Task.CompletedTask; foreach (var i in items) { t = t.ContinueWith(_ => { d[i] = i; }); } await t; Use(d);")]
    [InlineData("Task t = Task.CompletedTask; foreach (var i in items) { t = t.ContinueWith(async _ => { d[i] = await Load(i); }).Unwrap(); } await t; Use(d);")]

    // A timer or registration that was told to end.
    [InlineData("using (var t = new Timer(_ => d[1] = 1, null, 0, 10)) { await Task.Delay(50); } Use(d.Count);")]
    [InlineData("{ using var t = new Timer(_ => d[1] = 1, null, 0, 10); await Task.Delay(50); } Use(d.Count);")]
    [InlineData("var t = new Timer(_ => d[1] = 1, null, 0, 10); await Task.Delay(50); t.Dispose(); Use(d.Count);")]
    [InlineData("using (new CancellationToken().Register(() => d.Clear())) { await Task.Delay(50); } Use(d.Count);")]

    // The one that an Interlocked operation lets in.
    [InlineData("var n = 0; Parallel.ForEach(items, i => { if (Interlocked.Increment(ref n) == 1) d[i] = i; });")]
    [InlineData("var n = items.Length; Parallel.ForEach(items, i => { if (Interlocked.Decrement(ref n) == 0) { d[i] = i; } });")]
    [InlineData("var busy = 0; Parallel.ForEach(items, i => { if (Interlocked.CompareExchange(ref busy, 1, 0) != 0) return; try { d[i] = i; } finally { Volatile.Write(ref busy, 0); } });")]
    [InlineData("var busy = 0; Parallel.ForEach(items, i => { var was = Interlocked.Exchange(ref busy, 1); if (was is 1) { return; } d[i] = i; busy = 0; });")]
    [InlineData("var busy = 0; Parallel.ForEach(items, i => { var wait = new SpinWait(); while (Interlocked.CompareExchange(ref busy, 1, 0) != 0) wait.SpinOnce(); d[i] = i; Volatile.Write(ref busy, 0); });")]
    [InlineData("var busy = false; Parallel.ForEach(items, i => { if (!Interlocked.Exchange(ref busy, true)) Put(i); }); void Put(int i) { d[i] = i; }")]

    // A wrapper that locks for its callers, somebody else's scope around a lock.
    [InlineData("var table = System.Collections.Hashtable.Synchronized(new System.Collections.Hashtable()); Parallel.ForEach(items, i => table[i] = i);")]
    [InlineData("await Task.WhenAll(items.Select(async i => { using (await one.EnterAsync()) { d[i] = await Load(i); } }));")]
    [InlineData("Parallel.ForEach(items, i => { using (rw.Write()) d[i] = i; });")]

    // Queries whose tasks are waited for one by one, or that run nothing beside anything.
    [InlineData("var loads = items.Select(async i => { var v = await Load(i); d[i] = v; }); foreach (var load in loads) await load;")]
    [InlineData("var values = items.Select(i => d[i] = i); Use(values.ToList());")]
    [InlineData("var loads = items.Select(async i => await Load(i)); foreach (var v in await Task.WhenAll(loads)) d[v] = v;")]
    [InlineData("var loads = items.Select(async i => { var v = await Load(i); lock (gate) d[i] = v; }); await Task.WhenAll(loads);")]
    [InlineData("await Task.WhenAll(items.Select(async i => await One(i))); async Task One(int i) { d[i] = i; await Load(i); }")]
    [InlineData("var a = One(1); await a; var b = One(2); await b; async Task One(int i) { var v = await Load(i); d[i] = v; }")]

    // Threads that wait for each other, or have each their own.
    [InlineData("var threads = new List<Thread>(); foreach (var i in items) threads.Add(new Thread(() => { d[i] = i; })); foreach (var t in threads) { t.Start(); t.Join(); }")]
    [InlineData("var threads = new List<Thread>(); foreach (var i in items) threads.Add(new Thread(() => { d[i] = i; })); threads.ForEach(t => { t.Start(); t.Join(); });")]
    [InlineData("var threads = new Thread[4]; for (var i = 0; i < 4; i++) { var j = i; threads[i] = new Thread(() => { d[j] = j; }); threads[i].Start(); threads[i].Join(); }")]
    [InlineData("var threads = new List<Thread>(); foreach (var i in items) { var own = new Dictionary<int, int>(); threads.Add(new Thread(() => { own[i] = i; })); } foreach (var t in threads) t.Start();")]
    [InlineData("var e = new Dictionary<int, int>(); var threads = new[] { new Thread(() => { d[1] = 1; }), new Thread(() => { e[2] = 2; }) }; foreach (var t in threads) t.Start(); foreach (var t in threads) t.Join();")]
    [InlineData("var started = new List<Task>(); foreach (var i in items) started.Add(new Task(() => { d[i] = i; })); foreach (var t in started) { t.Start(); await t; }")]
    [InlineData("var started = new List<Task>(); foreach (var i in items) started.Add(new Task(() => { d[i] = i; })); foreach (var t in started) t.RunSynchronously();")]
    [InlineData("Parallel.ForEach(items, i => { var s = new Kept(new()); s.Map[i] = i; });")]

    // Helpers that wait for one before the next, hold a lock, or keep the delegate for later.
    [InlineData("await Batches.OneByOne(items, i => d[i] = i);")]
    [InlineData("Batches.Locked(items, i => d[i] = i);")]
    [InlineData("await Batches.Throttled(items, async i => { await Load(i); d[i] = i; });")]
    [InlineData("Batches.OnBigStack(() => d[1] = 1); d[2] = 2;")]
    [InlineData("await Batches.Throttled(items, 4, async i => { lock (gate) d[i] = i; await Load(i); });")]
    public Task DoesNotReport_Statements(string statements) => Verify(Method(statements));

    [Theory]
    [InlineData("""class C { Dictionary<int, int> d = new(); void M(int[] a) => Parallel.ForEach(a, i => [|d[i] = i|]); }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); void M(int[] a) { Parallel.ForEach(a, i => Put(i)); } void Put(int i) => [|d[i] = i|]; }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); void M(int[] a) { Parallel.ForEach(a, Put); } void Put(int i) => Really(i); void Really(int i) { [|d[i] = i|]; } }""")]
    [InlineData("""class C { Dictionary<int, int> d { get; } = new(); void M(int[] a) { Parallel.ForEach(a, i => [|d[i] = i|]); } }""")]
    [InlineData("""class C { static readonly Dictionary<int, int> d = new(); static void M(int[] a) { Parallel.ForEach(a, i => [|d[i] = i|]); } }""")]
    [InlineData("""class C(Dictionary<int, int> d) { void M(int[] a) { Parallel.ForEach(a, i => [|d[i] = i|]); } }""")]
    [InlineData("""class C { readonly IDictionary<int, int> d = new Dictionary<int, int>(); void M(int[] a) { Parallel.ForEach(a, i => [|d.Add(i, i)|]); } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); void M(int[] a) { Parallel.ForEach(a, i => [|Fill(d, i)|]); } static void Fill(Dictionary<int, int> map, int i) => map[i] = i; }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); Task M(int[] a) => Task.WhenAll(a.Select(LoadAsync)); async Task LoadAsync(int i) { await Task.Delay(1); [|d[i] = i|]; } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); Task M() => Task.WhenAll(A(), B()); async Task A() { await Task.Delay(1); [|d[1] = 1|]; } async Task B() { await Task.Delay(1); Console.Write(d.Count); } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); async Task M(int[] a) { var ts = new List<Task>(); foreach (var i in a) ts.Add(LoadAsync(i)); await Task.WhenAll(ts); } async Task LoadAsync(int i) { await Task.Delay(1); [|d[i] = i|]; } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); void M() { var t = Task.Run(() => [|d[1] = 1|]); Show(); t.Wait(); } void Show() => Console.Write(d.Count); }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); C() { new Thread(Work).Start(); } void Work() { while (true) [|d[1] = 1|]; } public int Count() => d.Count; }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); Thread t; public void Start() { t = new Thread(Work); t.Start(); } void Work() { while (true) [|d[1] = 1|]; } public int Count => d.Count; public void Stop() => t.Join(); }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); System.Threading.Timer t; public C() { t = new(_ => Tick(), null, 0, 10); } void Tick() => [|d.Clear()|]; public void Put(int i) => d[i] = i; }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); System.Timers.Timer t = new(10); public C() { t.Elapsed += OnElapsed; } void OnElapsed(object sender, System.Timers.ElapsedEventArgs e) => [|d.Clear()|]; public void Put(int i) => d[i] = i; }""")]
    [InlineData("""class C { Dictionary<string, int> d = new(); public C(System.IO.FileSystemWatcher w) { w.Changed += (_, e) => [|d[e.Name] = 1|]; } public int Of(string n) => d[n]; }""")]
    [InlineData("""class C : Microsoft.Extensions.Hosting.BackgroundService { Dictionary<int, int> d = new(); protected override async Task ExecuteAsync(CancellationToken stop) { while (true) { await Task.Delay(1); [|d[1] = 1|]; } } public int Get(int i) => d[i]; }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); public void Start() { _ = Poll(); } async Task Poll() { using var t = new PeriodicTimer(TimeSpan.FromSeconds(1)); while (await t.WaitForNextTickAsync()) [|d[1] = 1|]; } public int Get(int i) => d[i]; }""")]
    [InlineData("""partial class C { Dictionary<int, int> d = new(); void M(int[] a) { Parallel.ForEach(a, Put); } } partial class C { void Put(int i) => [|d[i] = i|]; }""")]
    [InlineData("""record C { Dictionary<int, int> d = new(); public void M(int[] a) { Parallel.ForEach(a, i => [|d[i] = i|]); } }""")]
    [InlineData("""class C<T> { Dictionary<T, int> d = new(); public void M(T[] a) { Parallel.ForEach(a, i => [|d[i] = 1|]); } }""")]
    [InlineData("""class C { void M(WebApplication app) { var d = new Dictionary<string, int>(); app.MapGet("/", (string k) => { [|d[k] = 1|]; return 1; }); } }""")]
    [InlineData("""class C { void M(WebApplication app) { var d = new Dictionary<string, int>(); app.Use(async (context, next) => { [|d["n"] = d.Count|]; await next(); }); } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); Dictionary<int, int> Map => d; public void M(int[] items) => Parallel.ForEach(items, i => [|Map[i] = i|]); }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); Dictionary<int, int> Get() { return d; } public void M(int[] items) => Parallel.ForEach(items, i => [|Get()[i] = i|]); }""")]
    [InlineData("""class C { Dictionary<int, int> d; Dictionary<int, int> Map => d ??= new(); public void M(int[] items) => Parallel.ForEach(items, i => [|Map[i] = i|]); }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); public async Task M() { var a = One(1); var b = One(2); await a; await b; } async Task One(int i) { await Task.Delay(i); [|d[i] = i|]; } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); public Task M(int[] items) => Task.WhenAll(items.Select(A)); async Task A(int i) => await B(i); Task B(int i) => One(i); async Task One(int i) { await Task.Delay(i); [|d[i] = i|]; } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); public void M() { var threads = new[] { new Thread(A), new Thread(B) }; foreach (var t in threads) t.Start(); } void A() { [|d[1] = 1|]; } void B() { d[2] = 2; } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); public void M(int[] items) => Batches.Each(items, i => [|d[i] = i|]); } static class Batches { public static void Each(int[] items, Action<int> act) => Parallel.ForEach(items, act); }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); public void M(int[] items) { foreach (var i in items) One(i); } async void One(int i) { await Task.Delay(i); [|d[i] = i|]; } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); public async Task M(int[] items) { await Task.WhenAll(items.Select(i => Task.Run(() => One(i)))); } void One(int i) { [|d[i] = i|]; } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); readonly int most; public C(int most) { this.most = most; new Thread(Loop).Start(); } void Loop() { while (true) { [|d[1] = 2|]; } } public int Get(int k) => k < most ? d[k] : 0; }""")]
    public Task Reports_Types(string types) => Verify(Types(types));

    [Theory]
    [InlineData("""class C { Dictionary<int, int> d = new(); object g = new(); void M(int[] a) { Parallel.ForEach(a, i => { lock (g) Put(i); }); } void Put(int i) => d[i] = i; }""")]
    [InlineData("""class C { [ThreadStatic] static Dictionary<int, int> d; static void M(int[] a) { Parallel.ForEach(a, i => (d ??= new())[i] = i); } }""")]
    [InlineData("""class C { [ThreadStatic] static Dictionary<int, int> d; static void M(int[] a) { Parallel.ForEach(a, i => { d ??= new(); d[i] = i; }); } }""")]
    [InlineData("""class C { AsyncLocal<Dictionary<int, int>> d = new(); void M(int[] a) { Parallel.ForEach(a, i => d.Value[i] = i); } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); static void M(C[] a) { Parallel.ForEach(a, c => c.Put(1)); } void Put(int i) => d[i] = i; }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); void M(C[] a) { Parallel.ForEach(a, c => c.d[1] = 1); } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); async Task M(int[] a) { foreach (var i in a) await LoadAsync(i); } async Task LoadAsync(int i) { await Task.Delay(1); d[i] = i; } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); async Task M() { await A(); await B(); } async Task A() { await Task.Delay(1); d[1] = 1; } async Task B() { await Task.Delay(1); d[2] = 2; } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); public async Task M() { await Task.Run(() => d[1] = 1); } public int Count => d.Count; }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); public Task M() => Task.Run(() => d[1] = 1); public int Count => d.Count; }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); Task t; public C() { t = Task.Run(() => { d[1] = 1; }); } public async Task<int> Count() { await t; return d.Count; } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); Task t; public C() { t = Task.Run(() => { d[1] = 1; }); } public int Count() { t.Wait(); return d.Count; } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); ManualResetEventSlim ready = new(); public C() { new Thread(() => { d[1] = 1; ready.Set(); }).Start(); } public int Count() { ready.Wait(); return d.Count; } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); volatile bool ready; public C() { new Thread(() => { d[1] = 1; ready = true; }).Start(); } public int Count() => ready ? d.Count : 0; }""")]
    [InlineData("""class C { volatile Dictionary<int, int> d = new(); public C() { new Thread(() => { while (true) { var next = new Dictionary<int, int>(d); next[1] = 1; d = next; } }).Start(); } public int Count() => d.Count; }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); System.Threading.Timer t; public C() { t = new(_ => Tick(), null, 0, 10); } void Tick() { d.Clear(); d[1] = 1; } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); System.Threading.Timer t; public C() { d[0] = 0; t = new(_ => Tick(), null, 0, 10); } void Tick() { d.Clear(); } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); object g = new(); System.Threading.Timer t; public C() { t = new(_ => Tick(), null, 0, 10); } void Tick() { lock (g) d.Clear(); } public void Put(int i) { lock (g) d[i] = i; } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); Thread t; public C() { t = new Thread(Work); t.Start(); } void Work() { d[1] = 1; } public int Count() { t.Join(); return d.Count; } }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); public C() { new Thread(Work).Start(); } void Work() { while (true) d[1] = 1; } public void Dispose() => d.Clear(); }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); public C() { new Thread(Work).Start(); } void Work() { while (true) d[1] = 1; } int Hidden() => d.Count; }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); SynchronizationContext ui; System.Threading.Timer t; public C() { t = new(_ => ui.Post(_ => Show(), null), null, 0, 10); } void Show() => d[1] = 1; public int Count() => d.Count; }""")]
    [InlineData("""class C : Microsoft.Extensions.Hosting.BackgroundService { Dictionary<int, int> d = new(); protected override async Task ExecuteAsync(CancellationToken stop) { while (true) { await Task.Delay(1); d[1] = 1; Show(); } } void Show() => Console.Write(d.Count); }""")]
    [InlineData("""class C : Microsoft.Extensions.Hosting.BackgroundService { Dictionary<int, int> d = new(); public C() { d[0] = 1; } protected override Task ExecuteAsync(CancellationToken stop) { d[1] = 1; return Task.CompletedTask; } }""")]
    [InlineData("""struct C { Dictionary<int, int> d; public C() { d = new(); } public void Start() { var copy = this; new Thread(() => copy.d[1] = 1).Start(); } public int Count => d.Count; }""")]
    [InlineData("""class C { Dictionary<int, int> d = new(); Task Drain(Task gate, int[] a) => Task.WhenAll(a.Select(i => End(i, gate))); async Task End(int i, Task gate) { await gate; d.Remove(i); } }""")]
    [InlineData("""class C { void M(WebApplication app) { app.MapGet("/", (string k) => { var d = new Dictionary<string, int>(); d[k] = 1; return d; }); } }""")]
    [InlineData("""class C { void M(WebApplication app) { var d = new Dictionary<string, int> { ["a"] = 1 }; d["b"] = 2; app.MapGet("/", (string k) => d[k]); } }""")]
    [InlineData("""abstract class B { protected abstract void Put(Dictionary<int, int> d, int i); void M(int[] a) { var d = new Dictionary<int, int>(); Parallel.ForEach(a, i => Put(d, i)); } }""")]
    [InlineData("""class Form { Dictionary<int, int> d = new(); Task M(int[] a) => Task.WhenAll(a.Select(LoadAsync)); async Task LoadAsync(int i) { await Task.Delay(1); d[i] = i; } } namespace System.Windows.Threading { public class Dispatcher { } }""")]
    [InlineData("""class C : {|CS0246:Missing|} { Dictionary<int, int> d = new(); Task M(int[] a) => Task.WhenAll(a.Select(LoadAsync)); async Task LoadAsync(int i) { await Task.Delay(1); d[i] = i; } }""")]
    [InlineData("""class C : Orleans.Grain { Dictionary<int, int> d = new(); Task M(int[] a) => Task.WhenAll(a.Select(LoadAsync)); async Task LoadAsync(int i) { await Task.Delay(1); d[i] = i; } } namespace Orleans { public class Grain { } }""")]
    [InlineData("""class C { Dictionary<string, int> d = new(); public C(System.IO.FileSystemWatcher w) { w.Created += (_, e) => d[e.Name] = 1; w.Deleted += (_, e) => d.Remove(e.Name); } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); Dictionary<int, int> Map => d; public void M(int[] items) => Parallel.ForEach(items, i => { lock (d) Map[i] = i; }); }""")]
    [InlineData("""class C { Dictionary<int, int> Map => new(); public void M(int[] items) => Parallel.ForEach(items, i => { Map[i] = i; }); }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); public async Task M(int[] items) { foreach (var i in items) await Two(i); } async Task Two(int i) { await One(i); await One(i + 1); } async Task One(int i) { await Task.Delay(i); d[i] = i; } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(), e = new(); public void M() { var threads = new[] { new Thread(A), new Thread(B) }; foreach (var t in threads) t.Start(); } void A() { d[1] = 1; } void B() { e[2] = 2; } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); public C(Bus bus) { bus.On(async i => { await Task.Delay(1); d[i] = i; }); } } class Bus { readonly List<Func<int, Task>> all = new(); public void On(Func<int, Task> act) => all.Add(act); public async Task Fire(int i) { foreach (var act in all) await act(i); } }""")]
    [InlineData("""class C { readonly System.Collections.Hashtable d = System.Collections.Hashtable.Synchronized(new System.Collections.Hashtable()); public void M(int[] items) => Parallel.ForEach(items, i => { d[i] = i; }); }""")]
    [InlineData("""class C { int busy; readonly Dictionary<int, int> d = new(); public void M(int[] items) => Parallel.ForEach(items, Put); void Put(int i) { if (Interlocked.Exchange(ref busy, 1) == 1) return; Set(i); busy = 0; } void Set(int i) => d[i] = i; }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); Task tail = Task.CompletedTask; public void Post(int i) { lock (this) { tail = tail.ContinueWith(_ => { d[i] = i; }); } } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); bool started; public void Add(int k) { if (started) throw new InvalidOperationException(); d[k] = 1; } public void Start() { started = true; new Thread(Loop).Start(); } void Loop() { while (true) { d.Remove(1); } } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); public void M() { One(1); } async void One(int i) { d[i] = i; await Task.Delay(i); } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); public void M(int[] items) { foreach (var i in items) One(i); } async void One(int i) { d[i] = i; await Task.Delay(i); } }""")]
    [InlineData("""class C { readonly Dictionary<int, int> d = new(); public async Task M(int[] items) { foreach (var i in items) await Task.WhenAll(Task.Run(() => One(i))); } void One(int i) { d[i] = i; } }""")]
    public Task DoesNotReport_Types(string types) => Verify(Types(types));

    [Fact]
    public Task Reports_TopLevelPrograms() => new CSharpAnalyzerTest<DICT201CapturedDictionaryAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            var d = new Dictionary<int, int>();
            Parallel.For(0, 9, i => [|d[i] = i|]);
            """,
    }.RunAsync();

    [Fact]
    public Task Reports_OnNetFramework() => new CSharpAnalyzerTest<DICT201CapturedDictionaryAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            class C { void M(int[] a) { var d = new Dictionary<int, int>(); Parallel.ForEach(a, i => [|d[i] = i|]); } }
            """,
        ReferenceAssemblies = ReferenceAssemblies.NetFramework.Net472.Default,
    }.RunAsync();

    [Fact]
    public Task Reports_WithNamesAndPlaces() => new CSharpAnalyzerTest<DICT201CapturedDictionaryAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            class C
            {
                void M(int[] a)
                {
                    var d = new Dictionary<int, int>();
                    {|#2:Parallel.ForEach|}(a, i =>
                    {
                        if ({|#3:d.ContainsKey(i)|}) return;
                        {|#0:{|#1:d|}[i] = i|};
                        {|#4:d.Remove(3)|};
                    });
                }
            }
            """,
        ExpectedDiagnostics =
        {
            new DiagnosticResult("DICT201", DiagnosticSeverity.Warning)
                .WithLocation(0).WithLocation(1).WithLocation(2).WithLocation(3).WithLocation(4)
                .WithMessage("'d[i] = i' changes 'd' without a lock, while 'Parallel.ForEach' runs this code on several threads at once: two threads in one Dictionary at once lose entries, corrupt its buckets or make it throw"),
        },
    }.RunAsync();

    [Fact]
    public Task Reports_BrokenCodeWithoutFailing() => new CSharpAnalyzerTest<DICT201CapturedDictionaryAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            class C { void M(int[] a) { var d = new Dictionary<int, int>(); Parallel.ForEach(a, i => { d[i] = ; missing(d); F(); }); void F() => F(); } }
            """,
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    private static Task Verify(string source)
    {
        var test = new CSharpAnalyzerTest<DICT201CapturedDictionaryAnalyzer, DefaultVerifier> { TestCode = source };
        test.Extra.NullableContextOptions = NullableContextOptions.Disable;
        test.Extra.ImplicitUsings = true;
        return test.RunAsync();
    }

    private static string Method(string statements) => Types($$"""
        class C
        {
            readonly object gate = new();
            readonly Lock modern = new();
            readonly ReaderWriterLockSlim rw = new();
            readonly SemaphoreSlim one = new(1, 1);
            readonly ConcurrentExclusiveSchedulerPair pair = new();
            readonly List<Task> tasks = new();
            static readonly ParallelOptions oneByOne = new() { MaxDegreeOfParallelism = 1 };
            async Task<object> M(int[] items, Dictionary<int, int> given, IDictionary<int, int> unknown, ParallelOptions options, Channel<int> channel, SynchronizationContext context)
            {
                var d = new Dictionary<int, int>();
                await Task.Yield();
                {
                    {{statements}}
                }
                return null;
            }
            static Dictionary<int, int> Get() => new();
            static void Use(object value) { }
            static void ReadOnly(Dictionary<int, int> map, int i) => Use(map[i]);
            static void Fill(Dictionary<int, int> map, int i) => map[i] = i;
            static void FillIn(in Dictionary<int, int> map, int i) => map[i] = i;
            static void FillBoth(int i, IDictionary<int, int> map) => Fill((Dictionary<int, int>)map, i);
            void FillLocked(Dictionary<int, int> map, int i) { lock (gate) { map[i] = i; } }
            static async Task FillAsync(Dictionary<int, int> map, int i) => map[i] = await Load(i);
            static async Task<int> Load(int i) { await Task.Delay(1); return i; }
        }
        class State { public Dictionary<int, int> Map = new(); }
        class Kept { public Dictionary<int, int> Map; public Kept(Dictionary<int, int> map) { Map = map; } }
        record Pair(Dictionary<int, int> Map, int Other);
        static class Batches
        {
            static readonly object gate = new();
            public static void Each(int[] items, Action<int> act) => Parallel.ForEach(items, act);
            public static void EachWrapped(int[] items, Action<int> act) { Parallel.ForEach(items, i => act(i)); }
            public static void Locked(int[] items, Action<int> act) { Parallel.ForEach(items, i => { lock (gate) act(i); }); }
            public static Task Started(int[] items, Action<int> act) { var all = new List<Task>(); foreach (var i in items) all.Add(Task.Run(() => act(i))); return Task.WhenAll(all); }
            public static async Task OneByOne(int[] items, Action<int> act) { foreach (var i in items) await Task.Run(() => act(i)); }
            public static void OnBigStack(Action act) { var t = new Thread(() => act(), 1 << 26); t.Start(); t.Join(); }
            public static async Task Throttled(int[] items, int degree, Func<int, Task> act)
            {
                var some = new SemaphoreSlim(degree);
                var all = items.Select(async i => { await some.WaitAsync(); try { await act(i); } finally { some.Release(); } });
                await Task.WhenAll(all);
            }
            public static async Task Throttled(int[] items, Func<int, Task> act)
            {
                var one = new SemaphoreSlim(1, 1);
                var all = items.Select(async i => { await one.WaitAsync(); try { await act(i).ConfigureAwait(false); } finally { one.Release(); } });
                await Task.WhenAll(all);
            }
            public static Task Partitioned(int[] items, int degree, Func<int, Task> act) => Task.WhenAll(
                from part in Partitioner.Create(items).GetPartitions(degree) select Task.Run(async () => { using (part) while (part.MoveNext()) await act(part.Current); }));
        }
        static class Unseen { static Action later; public static void Run(Action action) => later += action; }
        static class Scopes
        {
            public static async Task<IDisposable> EnterAsync(this SemaphoreSlim semaphore) { await semaphore.WaitAsync(); return new Scope(() => semaphore.Release()); }
            public static IDisposable Write(this ReaderWriterLockSlim rw) { rw.EnterWriteLock(); return new Scope(rw.ExitWriteLock); }
            public static IDisposable Read(this ReaderWriterLockSlim rw) { rw.EnterReadLock(); return new Scope(rw.ExitReadLock); }
            sealed class Scope(Action end) : IDisposable { public void Dispose() => end(); }
        }
        """);

    [Theory]

    // A static member keeps what the method returned: all threads call the same lambda.
    [InlineData("static readonly Func<int, int> Rate = Memo(n => n); static Func<int, int> Memo(Func<int, int> compute) { var cache = new Dictionary<int, int>(); return n => { if (!cache.TryGetValue(n, out var v)) { [|cache[n] = v = compute(n)|]; } return v; }; }")]
    [InlineData("static Func<int, int> Rate { get; } = Memo(); static Func<int, int> Memo() { var cache = new Dictionary<int, int>(); return n => { [|cache[n] = n|]; return n; }; }")]
    [InlineData("static Action<int> note; static void Start() => note = Memo(); static Action<int> Memo() { var seen = new HashSet<int>(); return n => [|seen.Add(n)|]; }")]
    [InlineData("static readonly Func<int, int> Rate = Memo<int>(n => n); static Func<T, T> Memo<T>(Func<T, T> compute) where T : notnull { var cache = new Dictionary<T, T>(); return n => { [|cache[n] = n|]; return n; }; }")]

    // Each caller has its own, or the lambda synchronizes itself.
    [InlineData("readonly Func<int, int> rate = Memo(); static Func<int, int> Memo() { var cache = new Dictionary<int, int>(); return n => { cache[n] = n; return n; }; }")]
    [InlineData("static void M() { var rate = Memo(); rate(1); } static Func<int, int> Memo() { var cache = new Dictionary<int, int>(); return n => { cache[n] = n; return n; }; }")]
    [InlineData("[ThreadStatic] static Func<int, int> rate; static void M() { rate ??= Memo(); } static Func<int, int> Memo() { var cache = new Dictionary<int, int>(); return n => { cache[n] = n; return n; }; }")]
    [InlineData("static readonly Func<int, int> Rate = Memo(); static Func<int, int> Memo() { var cache = new Dictionary<int, int>(); return n => { lock (cache) { cache[n] = n; } return n; }; }")]
    [InlineData("static readonly Func<int, int> Rate = Memo(); static Func<int, int> Memo() { return n => { var local = new Dictionary<int, int>(); local[n] = n; return n; }; }")]
    [InlineData("static readonly int Count = Memo()(1); static Func<int, int> Memo() { var cache = new Dictionary<int, int>(); return n => { cache[n] = n; return n; }; }")]
    [InlineData("static readonly Func<int, int> Rate = Memo(); static Func<int, int> Memo() { var cache = new Dictionary<int, int> { [1] = 1 }; return n => cache[n]; }")]
    public Task KeptDelegates(string members) => Verify(Types("static class Kept { static int unused = Environment.ProcessorCount; " + members.Replace("readonly Func<int, int> rate", "static void Unused(Holder h) { } } class Holder { readonly Func<int, int> rate") + " }"));

    private static string Types(string types) => $$"""
        using System.Collections.Concurrent;
        using System.Collections.Immutable;
        using System.Runtime.InteropServices;
        using System.Threading.Channels;
        using System.Threading.Tasks.Dataflow;
        using Microsoft.AspNetCore.Builder;

        {{types}}

        namespace Microsoft.Extensions.Hosting { public abstract class BackgroundService { protected abstract Task ExecuteAsync(CancellationToken stop); } }
        namespace Microsoft.AspNetCore.Builder
        {
            public class WebApplication { }
            public static class EndpointRouteBuilderExtensions { public static void MapGet(this WebApplication app, string pattern, Delegate handler) { } }
            public static class UseExtensions { public static void Use(this WebApplication app, Func<object, Func<Task>, Task> middleware) { } }
        }
        namespace System.Threading.Tasks.Dataflow
        {
            public class ExecutionDataflowBlockOptions { public int MaxDegreeOfParallelism { get; set; } }
            public class ActionBlock<T> { public ActionBlock(Action<T> action) { } public ActionBlock(Action<T> action, ExecutionDataflowBlockOptions options) { } public bool Post(T item) => true; public void Complete() { } public Task Completion => null; }
        }
        """;
}
