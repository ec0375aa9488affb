using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public class DICT206FactoryWithEffectTests
{
    [Theory]

    // What has to be disposed.
    [InlineData("gates.[|GetOrAdd|](k, _ => new SemaphoreSlim(1, 1));")]
    [InlineData("gates.[|GetOrAdd|](k, static _ => new(1, 1));")]
    [InlineData("gates.[|GetOrAdd|](k, delegate { return new SemaphoreSlim(1, 1); });")]
    [InlineData("gates.[|GetOrAdd|](k, Gate);")]
    [InlineData("gates.[|GetOrAdd|](k, name => Gate(name));")]
    [InlineData("gates.[|GetOrAdd|](k, StoredGate);")]
    [InlineData("gates.[|GetOrAdd|](k, Make); SemaphoreSlim Make(string name) => new(1);")]
    [InlineData("Func<string, SemaphoreSlim> make = _ => new(1); gates.[|GetOrAdd|](k, make);")]
    [InlineData("gates.[|GetOrAdd|](k, (_, count) => new SemaphoreSlim(count), 1);")]
    [InlineData("gates?.[|GetOrAdd|](k, _ => new SemaphoreSlim(1, 1));")]
    [InlineData("gates.[|AddOrUpdate|](k, _ => new SemaphoreSlim(1), (_, old) => old);")]
    [InlineData("gates.[|AddOrUpdate|](k, gate, (_, old) => new SemaphoreSlim(1));")]
    [InlineData("gates.[|GetOrAdd|](k, _ => { var made = new SemaphoreSlim(1); return made; });")]
    [InlineData("gates.[|GetOrAdd|](k, n => n.Length > 3 ? new SemaphoreSlim(1) : gate);")]
    [InlineData("gates.[|GetOrAdd|](k, n => n switch { \"a\" => gate, _ => new SemaphoreSlim(1) });")]
    [InlineData("objects.[|GetOrAdd|](k, _ => new Holder(new SemaphoreSlim(1)));")]
    [InlineData("objects.[|GetOrAdd|](k, _ => new Holder(gate) { Client = new HttpClient() });")]
    [InlineData("objects.[|GetOrAdd|](k, _ => (new SemaphoreSlim(1), 1));")]
    [InlineData("objects.[|GetOrAdd|](k, _ => new CancellationTokenSource(1000));")]
    [InlineData("objects.[|GetOrAdd|](k, _ => CancellationTokenSource.CreateLinkedTokenSource(CancellationToken.None));")]
    [InlineData("objects.[|GetOrAdd|](k, _ => new Connection());")]
    [InlineData("objects.[|GetOrAdd|](k, _ => new DerivedConnection());")]
    [InlineData("objects.[|GetOrAdd|](k, _ => new HttpClient(new HttpClientHandler()));")]

    // What is started.
    [InlineData("tasks.[|GetOrAdd|](k, n => Task.Run(() => n.Length));")]
    [InlineData("tasks.[|GetOrAdd|](k, n => Task.Factory.StartNew(() => n.Length));")]
    [InlineData("tasks.[|GetOrAdd|](k, n => LoadAsync(n));")]
    [InlineData("tasks.[|GetOrAdd|](k, LoadAsync);")]
    [InlineData("tasks.[|GetOrAdd|](k, async n => { await Task.Yield(); return n.Length; });")]
    [InlineData("tasks.[|GetOrAdd|](k, async n => await LoadAsync(n).ConfigureAwait(false));")]
    [InlineData("tasks.[|GetOrAdd|](k, n => Forwarded(n));")]
    [InlineData("tasks.[|GetOrAdd|](k, (n, self) => self.LoadAsync(n), this);")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { _ = LoadAsync(n); return 1; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { new Thread(() => { }).Start(); return 1; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { ThreadPool.QueueUserWorkItem(_ => { }); return 1; });")]
    [InlineData("objects.[|GetOrAdd|](k, n => { var worker = new Worker(); worker.Start(); return worker; });")]

    // What is read and written outside.
    [InlineData("texts.[|GetOrAdd|](k, File.ReadAllText);")]
    [InlineData("texts.[|GetOrAdd|](k, n => File.ReadAllText(n));")]
    [InlineData("texts.[|GetOrAdd|](k, _ => Path.GetTempFileName());")]
    [InlineData("texts.[|GetOrAdd|](k, n => Read(n));")]
    [InlineData("texts.[|GetOrAdd|](k, n => client.GetStringAsync(n).Result);")]
    [InlineData("texts.[|GetOrAdd|](k, n => FetchAsync(n).GetAwaiter().GetResult());")]
    [InlineData("texts.[|GetOrAdd|](k, n => { using var reader = new StreamReader(n); return reader.ReadToEnd(); });")]
    [InlineData("texts.[|GetOrAdd|](k, n => { File.AppendAllText(\"log\", n); return n; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => System.Diagnostics.Process.Start(n).Id);")]

    // What is written in memory.
    [InlineData("numbers.[|GetOrAdd|](k, _ => count++);")]
    [InlineData("numbers.[|GetOrAdd|](k, _ => ++total);")]
    [InlineData("numbers.[|GetOrAdd|](k, _ => Interlocked.Increment(ref count));")]
    [InlineData("numbers.[|GetOrAdd|](k, _ => { count = 4; return 1; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => NextId(n));")]
    [InlineData("numbers.[|GetOrAdd|](k, NextId);")]
    [InlineData("numbers.[|GetOrAdd|](k, static (n, self) => self.NextId(n), this);")]
    [InlineData("numbers.[|GetOrAdd|](k, static (n, state) => state.self.NextId(n), (self: this, 1));")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { names.Add(n); return 1; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { queue.Enqueue(n); return 1; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { text.Append(n); return 1; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { text.AppendLine(n).Append(n); return 1; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { plainQueue.Enqueue(n); return 1; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { lock (names) { names.Add(n); return names.Count - 1; } });")]
    [InlineData("objects.[|GetOrAdd|](k, n => { var made = new object(); objects[n + \"2\"] = made; return made; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { totals.AddOrUpdate(n, 1, (_, old) => old + 1); return 1; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { Added?.Invoke(n); return 1; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { Added(n); return 1; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { OnAdded(n); return 1; });")]
    [InlineData("numbers.[|GetOrAdd|](k, n => { Added += x => Notify(); return 1; });")]
    [InlineData("var created = false; numbers.[|GetOrAdd|](k, _ => { created = true; return 1; }); if (created) Notify();")]
    [InlineData("var made = new List<string>(); numbers.[|GetOrAdd|](k, n => { made.Add(n); return 1; });")]
    [InlineData("var isNew = false; numbers.[|AddOrUpdate|](k, _ => { isNew = true; return 1; }, (_, old) => old + 1); if (isNew) Notify();")]
    [InlineData("var tries = 0; numbers.[|AddOrUpdate|](k, 1, (_, old) => { tries++; return old + 1; }); Notify(tries);")]
    [InlineData("numbers.[|AddOrUpdate|](k, 1, (_, old) => { count++; return old + 1; });")]
    [InlineData("entries.[|AddOrUpdate|](k, _ => new Entry(), (_, old) => { old.Count++; return old; });")]
    [InlineData("entries.[|AddOrUpdate|](k, _ => new Entry(), (_, old) => { old.Count += 2; return old; });")]

    // A new key is not the same key.
    [InlineData("texts.[|GetOrAdd|](k, n => { var id = Guid.NewGuid().ToString(); texts[id] = n; return id; });")]

    // The value is made before the dictionary is asked.
    [InlineData("objects.[|GetOrAdd|](k, new HttpClient());")]
    [InlineData("gates.[|AddOrUpdate|](k, new SemaphoreSlim(1), (_, old) => old);")]
    [InlineData("gates.[|GetOrAdd|](k, Opener);")]
    [InlineData("var entered = gates.[|GetOrAdd|](k, new SemaphoreSlim(1, 1)); entered.Wait();")]

    // A method of the compilation hands the factory on.
    [InlineData("memoOfGates.[|Get|](k, n => new SemaphoreSlim(1));")]
    [InlineData("memoOfGates.[|Get|](k, Gate);")]
    [InlineData("memoOfGates.[|GetBy|](k, () => new SemaphoreSlim(1));")]
    [InlineData("Cached.[|Get|](k, n => File.ReadAllText(n));")]
    public Task Reports(string body) => Verify(InClass(body));

    [Theory]

    // Only computes.
    [InlineData("numbers.GetOrAdd(k, n => n.Length * 2);")]
    [InlineData("objects.GetOrAdd(k, _ => new object());")]
    [InlineData("objects.GetOrAdd(k, n => new List<string> { n });")]
    [InlineData("objects.GetOrAdd(k, n => { var list = new List<string>(); list.Add(n); list.Sort(); return list; });")]
    [InlineData("objects.GetOrAdd(k, n => Type.GetType(n).GetMethod(\"M\"));")]
    [InlineData("objects.GetOrAdd(k, n => typeof(List<>).MakeGenericType(Type.GetType(n)));")]
    [InlineData("objects.GetOrAdd(k, n => new System.Text.RegularExpressions.Regex(n, System.Text.RegularExpressions.RegexOptions.Compiled));")]
    [InlineData("objects.GetOrAdd(k, n => System.Linq.Expressions.Expression.Lambda(System.Linq.Expressions.Expression.Constant(n)).Compile());")]
    [InlineData("objects.GetOrAdd(k, n => Activator.CreateInstance(Type.GetType(n)));")]
    [InlineData("objects.GetOrAdd(k, n => throw new InvalidOperationException(n));")]
    [InlineData("numbers.GetOrAdd(k, n => { Console.WriteLine(n); return 1; });")]
    [InlineData("numbers.GetOrAdd(k, n => { Log.Write(n); return 1; });")]
    [InlineData("numbers.GetOrAdd(k, n => { var local = 0; local++; return local; });")]
    [InlineData("numbers.GetOrAdd(k, n => { n = n.Trim(); return n.Length; });")]
    [InlineData("texts.GetOrAdd(k, n => { var built = new System.Text.StringBuilder(); built.Append(n); return built.ToString(); });")]
    [InlineData("numbers.GetOrAdd(k, n => Sum(n));")]
    [InlineData("objects.GetOrAdd(k, n => new Builder(n).Build());")]
    [InlineData("objects.GetOrAdd(k, n => { var builder = new Builder(n); builder.Build(); return builder; });")]
    [InlineData("numbers.GetOrAdd(k, n => names.Count(x => x.Length > 1));")]
    [InlineData("numbers.GetOrAdd(k, 4);")]
    [InlineData("objects.GetOrAdd(k, new object());")]
    [InlineData("objects.GetOrAdd(k, new Empty());")]
    [InlineData("gates.GetOrAdd(k, gate);")]
    [InlineData("var made = new SemaphoreSlim(1); if (gates.GetOrAdd(k, made) != made) made.Dispose();")]
    [InlineData("var own = new ConcurrentDictionary<string, HttpClient>(); own.GetOrAdd(k, new HttpClient());")]
    [InlineData("lock (gates) { gates.GetOrAdd(k, new SemaphoreSlim(1)); }")]
    [InlineData("memoOfGates.Get(k, n => gate);")]
    [InlineData("memoOfGates.GetOnce(k, n => new SemaphoreSlim(1));")]
    [InlineData("memoOfGates.GetLocked(k, n => new SemaphoreSlim(1));")]
    [InlineData("memoOfGates.Get(k, unknown);")]
    [InlineData("var own = new Memo<SemaphoreSlim>(); own.Get(k, n => new SemaphoreSlim(1));")]
    [InlineData("texts.GetOrAdd(k, n => File.Exists(n) ? n : \"\");")]
    [InlineData("texts.GetOrAdd(k, n => Path.GetFullPath(n));")]

    // Losing it costs nothing.
    [InlineData("objects.GetOrAdd(k, _ => new MemoryStream());")]
    [InlineData("objects.GetOrAdd(k, n => new StringReader(n));")]
    [InlineData("objects.GetOrAdd(k, _ => new CancellationTokenSource());")]
    [InlineData("objects.GetOrAdd(k, _ => new Empty());")]
    [InlineData("objects.GetOrAdd(k, _ => new Clearing());")]
    [InlineData("objects.GetOrAdd(k, _ => new TaskCompletionSource<int>());")]
    [InlineData("tasks.GetOrAdd(k, n => Task.FromResult(n.Length));")]
    [InlineData("tasks.GetOrAdd(k, async n => n.Length);")]
    [InlineData("tasks.GetOrAdd(k, async n => await Task.FromResult(n.Length));")]
    [InlineData("tasks.GetOrAdd(k, n => Completed(n));")]
    [InlineData("tasks.GetOrAdd(k, n => new Task<int>(() => n.Length));")]
    [InlineData("texts.GetOrAdd(k, n => { using var reader = new StringReader(n); return reader.ReadToEnd(); });")]
    [InlineData("objects.GetOrAdd(k, n => { using var held = new SemaphoreSlim(1); return new Holder(held).ToString(); });")]
    [InlineData("numbers.GetOrAdd(k, n => Task.Run(() => n.Length).Result);")]
    [InlineData("numbers.GetOrAdd(k, n => LoadAsync(n).GetAwaiter().GetResult());")]

    // Only written down, and run once.
    [InlineData("lazies.GetOrAdd(k, n => new Lazy<HttpClient>(() => new HttpClient()));")]
    [InlineData("lazies.GetOrAdd(k, n => new(() => { count++; return new HttpClient(); }));")]
    [InlineData("objects.GetOrAdd(k, n => (Func<string>)(() => File.ReadAllText(n)));")]
    [InlineData("objects.GetOrAdd(k, n => new Action(() => count++));")]
    [InlineData("objects.GetOrAdd(k, n => names.Select(x => File.ReadAllText(x)));")]

    // Twice is the same as once.
    [InlineData("numbers.GetOrAdd(k, n => numbers.GetOrAdd(n + \"2\", m => m.Length));")]
    [InlineData("numbers.GetOrAdd(k, n => totals.GetOrAdd(n, 3));")]
    [InlineData("numbers.GetOrAdd(k, n => { totals.TryRemove(n, out var _); return 1; });")]
    [InlineData("numbers.GetOrAdd(k, n => { totals[n] = 3; return 1; });")]
    [InlineData("objects.GetOrAdd(k, n => memo ??= new object());")]
    [InlineData("objects.GetOrAdd(k, n => Memo());")]
    [InlineData("objects.GetOrAdd(k, n => { if (memo == null) memo = new object(); return memo; });")]
    [InlineData("objects.GetOrAdd(k, n => Interlocked.CompareExchange(ref memo, new object(), null));")]
    [InlineData("numbers.GetOrAdd(k, n => { lock (seen) { seen.Add(n); } return 1; });")]
    [InlineData("numbers.GetOrAdd(k, n => { Interlocked.Increment(ref cacheMisses); return 1; });")]
    [InlineData("objects.GetOrAdd(k, n => new Numbered());")]
    [InlineData("objects.GetOrAdd(k, n => { var made = new C(); made.Added += x => Notify(); return made; });")]
    [InlineData("objects.GetOrAdd(k, n => new Copy(memo));")]
    [InlineData("objects.GetOrAdd(k, n => { buffer.Clear(); buffer.Add(n); slot.Value = 1; scratch = null; return 1; });")]
    [InlineData("objects.GetOrAdd(k, n => { k = n.Trim(); return k; });")]
    [InlineData("objects.GetOrAdd(k, n => CopyOf());")]
    [InlineData("objects.GetOrAdd(k, n => { if (memo == null) SetMemo(); return memo; });")]
    [InlineData("objects.GetOrAdd(k, n => ReadMemo());")]
    [InlineData("objects.GetOrAdd(k, n => MemoProperty);")]

    // The caller knows.
    [InlineData("SemaphoreSlim made = null; var kept = gates.GetOrAdd(k, _ => made = new SemaphoreSlim(1)); if (kept != made) made?.Dispose();")]
    [InlineData("object made = null; var kept = objects.GetOrAdd(k, _ => made = new object()); if (ReferenceEquals(kept, made)) Notify();")]
    [InlineData("var before = 0; numbers.AddOrUpdate(k, 1, (_, old) => { before = old; return old + 1; });")]
    [InlineData("bool isNew; numbers.AddOrUpdate(k, _ => { isNew = true; return 1; }, (_, old) => { isNew = false; return old + 1; });")]
    [InlineData("entries.AddOrUpdate(k, _ => new Entry(), (_, old) => { old.Seen = DateTime.UtcNow; return old; });")]
    [InlineData("entries.AddOrUpdate(k, _ => new Entry(), (_, old) => { lock (old) { old.Count++; } return old; });")]
    [InlineData("lists.AddOrUpdate(k, _ => [1], (_, old) => { old.Add(1); return old; });")]
    [InlineData("numbers.GetOrAdd(k, n => { visited.Add(n); return Walk(n, visited); });")]

    // Nobody races.
    [InlineData("var own = new ConcurrentDictionary<string, SemaphoreSlim>(); own.GetOrAdd(k, _ => new SemaphoreSlim(1));")]
    [InlineData("lock (gates) { gates.GetOrAdd(k, _ => new SemaphoreSlim(1)); }")]

    // Not known.
    [InlineData("gates.GetOrAdd(k, unknown);")]
    [InlineData("gates.GetOrAdd(k, n => unknown(n));")]
    [InlineData("gates.GetOrAdd(k, n => open.Make(n));")]
    [InlineData("gates.GetOrAdd(k, n => SettableFactory(n));")]
    [InlineData("objects.GetOrAdd(k, n => provider.GetService(typeof(HttpClient)));")]
    [InlineData("var made = new CancellationTokenSource(); objects.AddOrUpdate(k, made, (_, _) => made);")]
    [InlineData("var made = new CancellationTokenSource(); objects.GetOrAdd(k, _ => made);")]
    public Task DoesNotReport(string body) => Verify(InClass(body));

    [Fact]
    public Task Message_OfADisposable() => Message(
        "{|#1:gates.{|#0:GetOrAdd|}(k, {|#2:_ => {|#3:new SemaphoreSlim(1, 1)|}|})|};",
        "The factory of 'GetOrAdd' on 'gates' creates a 'SemaphoreSlim': when threads race for a key it runs more than once, and all results but one are thrown away without being disposed");

    [Fact]
    public Task Message_OfAHelper() => Message(
        "{|#1:numbers.{|#0:GetOrAdd|}(k, {|#2:n => NextId(n)|})|};",
        "The factory of 'GetOrAdd' on 'numbers' writes 'count' (in 'C.NextId'): when threads race for a key it runs more than once, and that is done again though one result is kept");

    [Fact]
    public Task Message_OfATask() => Message(
        "{|#1:tasks.{|#0:GetOrAdd|}(k, {|#2:n => {|#3:Task.Run(() => n.Length)|}|})|};",
        "The factory of 'GetOrAdd' on 'tasks' starts a task: when threads race for a key it runs more than once, and what was started for a result that is thrown away runs all the same");

    [Fact]
    public Task Message_OfAFile() => Message(
        "{|#1:this.texts.{|#0:GetOrAdd|}(k, {|#2:n => {|#3:File.ReadAllText(n)|}|})|};",
        "The factory of 'GetOrAdd' on 'this.texts' does input or output ('File.ReadAllText'): when threads race for a key it runs more than once, and the work is done again for a result that is thrown away");

    [Fact]
    public Task Message_OfAValue() => Message(
        "{|#1:gates.{|#0:GetOrAdd|}(k, {|#2:{|#3:new SemaphoreSlim(1, 1)|}|})|};",
        "The value given to 'GetOrAdd' on 'gates' is a new 'SemaphoreSlim': it is made at each call, and all but the first are thrown away without being disposed");

    [Fact]
    public Task Reports_InADerivedDictionaryAndItsOwnMethods() => Verify(
        """
        using System.Collections.Concurrent;
        using System.Threading;

        class Gates : ConcurrentDictionary<string, SemaphoreSlim>
        {
            SemaphoreSlim Of(string k) => [|GetOrAdd|](k, _ => new SemaphoreSlim(1));
        }
        """);

    [Fact]
    public Task Reports_WithAnAnonymousMethodWithoutParameters() => Verify(
        """
        using System.Collections.Concurrent;
        using System.Threading;

        class C
        {
            static readonly ConcurrentDictionary<string, Timer> timers = new();

            void M(string k)
            {
                timers.[|GetOrAdd|](k, delegate { return new Timer(_ => { }, null, 0, 1000); });
                timers.[|AddOrUpdate|](k, delegate { return new Timer(_ => { }); }, delegate { return null; });
            }
        }
        """);

    [Fact]
    public Task DoesNotReport_AValueThatIsAFunction() => Verify(
        """
        using System;
        using System.Collections.Concurrent;
        using System.IO;

        class C
        {
            readonly ConcurrentDictionary<string, Func<string, string>> functions = new();

            void M(string k) => functions.GetOrAdd(k, n => File.ReadAllText(n));
        }
        """);

    [Fact]
    public Task DoesNotReport_AGetOrAddOfAnother() => Verify(
        """
        using System;
        using System.Collections.Generic;
        using System.Threading;

        static class Extensions
        {
            public static V GetOrAdd<K, V>(this Dictionary<K, V> map, K key, Func<K, V> make) where K : notnull =>
                map.TryGetValue(key, out var value) ? value : map[key] = make(key);

            static void M(Dictionary<string, SemaphoreSlim> map) => map.GetOrAdd("a", _ => new SemaphoreSlim(1));
        }
        """);

    [Fact]
    public Task DoesNotReport_BrokenCode() => Verify(
        """
        using System.Collections.Concurrent;
        using System.Threading;

        class C
        {
            readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new();

            void M(string k)
            {
                gates.{|CS1501:GetOrAdd|}();
                gates.{|CS1061:GetOrAd|}(k, _ => new SemaphoreSlim(1));
                gates.GetOrAdd(k, _ => new {|CS0246:Semaphor|}(1));
            }
        }
        """);

    private static Task Message(string body, string message) => new CSharpAnalyzerTest<DICT206FactoryWithEffectAnalyzer, DefaultVerifier>
    {
        TestCode = InClass(body),
        Extra = { NullableContextOptions = NullableContextOptions.Disable },
        ExpectedDiagnostics = { new DiagnosticResult("DICT206", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithLocation(2).WithLocation(body.Contains("#3", System.StringComparison.Ordinal) ? 3 : 9).WithMessage(message) },
    }.RunAsync();

    private static Task Verify(string source) => new CSharpAnalyzerTest<DICT206FactoryWithEffectAnalyzer, DefaultVerifier>
    {
        TestCode = source,
        Extra = { NullableContextOptions = NullableContextOptions.Disable },
    }.RunAsync();

    private static string InClass(string body) =>
        $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        class C
        {
            private static readonly Func<string, SemaphoreSlim> StoredGate = _ => new SemaphoreSlim(1);
            public static Func<string, SemaphoreSlim> SettableFactory = _ => new SemaphoreSlim(1);
            private static int total;
            [ThreadStatic] private static List<string> buffer;
            [ThreadStatic] private static object scratch;
            private readonly AsyncLocal<int> slot = new();
            private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new();
            private readonly ConcurrentDictionary<string, object> objects = new();
            private readonly ConcurrentDictionary<string, int> numbers = new();
            private readonly ConcurrentDictionary<string, int> totals = new();
            private readonly ConcurrentDictionary<string, string> texts = new();
            private readonly ConcurrentDictionary<string, Task<int>> tasks = new();
            private readonly ConcurrentDictionary<string, Entry> entries = new();
            private readonly ConcurrentDictionary<string, List<int>> lists = new();
            private readonly ConcurrentDictionary<string, Lazy<HttpClient>> lazies = new();
            private readonly ConcurrentQueue<string> queue = new();
            private readonly Queue<string> plainQueue = new();
            private readonly List<string> names = new();
            private readonly System.Text.StringBuilder text = new();
            private readonly HashSet<string> seen = new();
            private readonly SemaphoreSlim gate = new(1);
            private readonly HttpClient client = new();
            private readonly Memo<SemaphoreSlim> memoOfGates = new();
            private int count;
            private int cacheMisses;
            private object memo;

            public event Action<string> Added;

            void M(string k, Func<string, SemaphoreSlim> unknown, IOpen open, IServiceProvider provider, HashSet<string> visited)
            {
                {{body}}
            }

            private static Func<string, SemaphoreSlim> Opener => _ => new SemaphoreSlim(1);
            private SemaphoreSlim Gate(string name) => new SemaphoreSlim(1);
            private int NextId(string name) => {|#9:count|}++;
            private int Sum(string name) { var sum = 0; foreach (var c in name) sum += c; return sum; }
            private int Walk(string name, HashSet<string> visited) { visited.Add(name); return visited.Count; }
            private object Memo() { if (memo != null) return memo; memo = new object(); return memo; }
            private string Read(string name) { Log.Write(name); return ReadFile(name); }
            private static string ReadFile(string name) => File.ReadAllText(name);
            private async Task<string> FetchAsync(string name) => await client.GetStringAsync(name);
            private async Task<int> LoadAsync(string name) { await Task.Delay(1); return name.Length; }
            private Task<int> Forwarded(string name) => LoadAsync(name);
            private async Task<int> Completed(string name) { await Task.CompletedTask; return name.Length; }
            private void OnAdded(string name) => Added?.Invoke(name);
            private void Notify(int tries = 0) { }
            private object CopyOf() => new Copy(memo);
            private void SetMemo() => memo = new object();
            private object ReadMemo() { var read = Volatile.Read(ref memo); if (read != null) return read; Volatile.Write(ref memo, new object()); return memo; }
            private object MemoProperty { get { var read = memo; memo = read; return read; } }
        }

        class Memo<TValue>
        {
            private readonly ConcurrentDictionary<string, TValue> values = new();
            private readonly ConcurrentDictionary<string, Lazy<TValue>> lazies = new();
            private readonly object gate = new();
            public TValue Get(string key, Func<string, TValue> create) => values.GetOrAdd(key, create);
            public TValue GetBy(string key, Func<TValue> create) => values.GetOrAdd(key, _ => create());
            public TValue GetOnce(string key, Func<string, TValue> create) => lazies.GetOrAdd(key, k => new Lazy<TValue>(() => create(k))).Value;
            public TValue GetLocked(string key, Func<string, TValue> create) { lock (gate) { return values.GetOrAdd(key, create); } }
        }

        static class Cached
        {
            private static readonly ConcurrentDictionary<string, string> Texts = new();
            public static string Get(string key, Func<string, string> create) => Texts.GetOrAdd(key, create);
        }

        class Entry { public int Count; public DateTime Seen; }
        class Holder(SemaphoreSlim gate) { public SemaphoreSlim Gate => gate; public HttpClient Client { get; set; } }
        class Connection : IDisposable { private readonly Timer timer = new(_ => { }); public void Dispose() => timer.Dispose(); }
        class DerivedConnection : Connection { }
        class Copy { private readonly object memo; public Copy(object memo) { this.memo = memo; } }
        class Empty : IDisposable { public void Dispose() { } }
        class Clearing : IDisposable { private readonly List<int> list = new(); private bool done; public void Dispose() { if (!done) { list.Clear(); done = true; } GC.SuppressFinalize(this); } }
        class Numbered { private static int next; public int Id { get; } = Interlocked.Increment(ref next); public Numbered() { Interlocked.Increment(ref next); } }
        class Builder { private int steps; private readonly List<string> parts = new(); public Builder(string name) { parts.Add(name); steps++; } public string Build() { steps++; parts.Add("x"); return parts[0]; } }
        class Worker { public void Start() => Task.Run(() => { }); }
        static class Log { public static void Write(string text) => File.AppendAllText("log", text); }
        interface IOpen { SemaphoreSlim Make(string name); }
        class First : IOpen { public SemaphoreSlim Make(string name) => new(1); }
        class Second : IOpen { public SemaphoreSlim Make(string name) => null; }
        """;
}
