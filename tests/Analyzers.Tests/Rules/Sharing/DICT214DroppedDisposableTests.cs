using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public class DICT214DroppedDisposableTests
{
    private const string Insert = "public void Open(string id) { map[id] = new Session(id); } ";

    [Theory]
    [InlineData(Insert + "public void M(string id) { [|map.Remove(id)|]; }")]
    [InlineData(Insert + "public bool M(string id) => [|map.Remove(id)|];")]
    [InlineData(Insert + "public void M(string id) { if ([|map.Remove(id)|]) { System.Console.WriteLine(id); } }")]
    [InlineData(Insert + "public void M(string id) { [|map.Remove(id, out _)|]; }")]
    [InlineData(Insert + "public void M(string id) { [|map.Remove(id, out var session)|]; }")]
    [InlineData(Insert + "public void M() { [|map.Clear()|]; }")]
    [InlineData(Insert + "public void Dispose() { [|map.Clear()|]; }")]
    [InlineData(Insert + "public void M(string id) { [|this.map.Remove(id)|]; }")]
    [InlineData("public void Open(string id) { map.Add(id, new Session(id)); } public void M(string id) { [|map.Remove(id)|]; }")]
    [InlineData("public void Open(string id) { map.TryAdd(id, new(id)); } public void M(string id) { [|map.Remove(id)|]; }")]
    [InlineData("public void Open(string id) { var session = new Session(id); session.Start(); map[id] = session; } public void M(string id) { [|map.Remove(id)|]; }")]
    [InlineData("public void Use(string id) { if (!map.TryGetValue(id, out var session)) { map[id] = session = new Session(id); } session.Start(); } public void M(string id) { [|map.Remove(id)|]; }")]

    // It is told something, and then forgotten.
    [InlineData(Insert + "public void M(string id) { if (map.TryGetValue(id, out var session)) { session.Start(); [|map.Remove(id)|]; } }")]
    [InlineData(Insert + "public void M(string id) { map[id].Start(); [|map.Remove(id)|]; }")]
    [InlineData(Insert + "public void M() { foreach (var pair in map) { if (pair.Value.IsOver) { [|map.Remove(pair.Key)|]; } } }")]
    [InlineData(Insert + "public void M() { foreach (var (id, session) in map.ToArray()) { if (session.IsOver) { [|map.Remove(id)|]; } } }")]
    [InlineData(Insert + "public void M() { foreach (var id in map.Where(p => p.Value.IsOver).Select(p => p.Key).ToList()) { [|map.Remove(id)|]; } }")]

    // Replaced.
    [InlineData("public void M(string id) { if (map.TryGetValue(id, out var old)) { old.Start(); } [|map[id] = new Session(id)|]; }")]
    [InlineData("public void M(string id) { if (map.ContainsKey(id)) { [|map[id] = new Session(id)|]; } }")]
    [InlineData("public void M() { [|map[\"main\"] = new Session(\"main\")|]; }")]

    // A private helper, whose callers have nothing in hand either.
    [InlineData(Insert + "void Forget(string id) { [|map.Remove(id)|]; } public void M(string id) { Forget(id); }")]
    public Task Reports(string members) => Analyze("private readonly Dictionary<string, Session> map = new(); " + members).RunAsync();

    [Theory]
    [InlineData("readonly ConcurrentDictionary<string, Session> map = new(); void A(string id) { map.GetOrAdd(id, k => new Session(k)).Start(); } void M(string id) { [|map.TryRemove(id, out _)|]; }")]
    [InlineData("readonly ConcurrentDictionary<string, Session> map = new(); void M(string id) { [|map.AddOrUpdate(id, k => new Session(k), (k, _) => new Session(k))|]; }")]
    [InlineData("static readonly IDictionary<string, Session> map = new Dictionary<string, Session>(); void A(string id) { map.Add(id, new Session(id)); } void M(string id) { [|map.Remove(id)|]; }")]
    [InlineData("Dictionary<string, Session> Map { get; } = new(); void A(string id) { Map.Add(id, new Session(id)); } void M(string id) { [|Map.Remove(id)|]; }")]
    [InlineData("readonly Dictionary<string, CancellationTokenSource> map = new(); CancellationToken A(string id) { var source = new CancellationTokenSource(100); map.Add(id, source); return source.Token; } void M(string id) { if (map.TryGetValue(id, out var source)) { source.Cancel(); [|map.Remove(id)|]; } }")]
    [InlineData("readonly Dictionary<string, Timer> map = new(); void A(string id) { map.Add(id, new Timer(_ => M(id), null, 1, 1)); } void M(string id) { [|map.Remove(id)|]; }")]
    [InlineData("readonly Dictionary<string, System.IO.Stream> map = new(); void A(string id) { map.Add(id, new System.IO.FileStream(id, System.IO.FileMode.Open)); } void M(string id) { [|map.Remove(id)|]; }")]
    [InlineData("void M() { var map = new Dictionary<int, Session>(); for (var i = 0; i < 9; i++) { map.Add(i, new Session(\"\")); if (i > 3) { [|map.Remove(i - 3)|]; } } foreach (var pair in map) { pair.Value.Start(); } }")]
    public Task Reports_WhateverTheDictionary(string members) => Analyze(members).RunAsync();

    [Theory]

    // Taken out and disposed of.
    [InlineData(Insert + "public void M(string id) { if (map.Remove(id, out var session)) { session.Dispose(); } }")]
    [InlineData(Insert + "public void M(string id) { map[id].Dispose(); map.Remove(id); }")]
    [InlineData(Insert + "public void M(string id) { if (map.TryGetValue(id, out var session)) { map.Remove(id); session.Dispose(); } }")]
    [InlineData(Insert + "public void M(string id) { using var session = map[id]; map.Remove(id); }")]
    [InlineData(Insert + "public void M(string id) { using (map[id]) { map.Remove(id); } }")]
    [InlineData(Insert + "public void M() { foreach (var session in map.Values) { session.Dispose(); } map.Clear(); }")]
    [InlineData(Insert + "public void M() { foreach (var (_, session) in map) { session?.Dispose(); } map.Clear(); }")]
    [InlineData(Insert + "public void M() { map.Values.ToList().ForEach(session => session.Dispose()); map.Clear(); }")]
    [InlineData(Insert + "public void M() { Parallel.ForEach(map.Values, session => session.Dispose()); map.Clear(); }")]
    [InlineData(Insert + "public void M() { foreach (IDisposable session in map.Values) { session.Dispose(); } map.Clear(); }")]
    [InlineData(Insert + "public void M(string id) { Stop(id); map.Remove(id); } void Stop(string id) { if (map.TryGetValue(id, out var session)) { session.Dispose(); } }")]
    [InlineData(Insert + "void Forget(string id) { map.Remove(id); } public void M(string id) { map[id].Dispose(); Forget(id); }")]
    [InlineData(Insert + "public async Task M(string id) { await Task.Run(map[id].Dispose); map.Remove(id); }")]

    // Somebody else has it.
    [InlineData(Insert + "public Session M(string id) { var session = map[id]; map.Remove(id); return session; }")]
    [InlineData(Insert + "readonly List<Session> closed = new(); public void M(string id) { closed.Add(map[id]); map.Remove(id); }")]
    [InlineData(Insert + "Session last; public void M(string id) { last = map[id]; map.Remove(id); }")]
    [InlineData(Insert + "public void M(string id) { Stop(map[id]); map.Remove(id); } static void Stop(IDisposable session) => session.Dispose();")]
    [InlineData(Insert + "public Session Get(string id) => map[id]; public void M(string id) { map.Remove(id); }")]
    [InlineData(Insert + "public void M(Session session) { map.Remove(session.Id); }")]
    [InlineData(Insert + "public void M(object sender, EventArgs e) { map.Remove(((Session)sender).Id); }")]
    [InlineData(Insert + "public void M(string id) { DisposeAll(map); map.Clear(); } static void DisposeAll(Dictionary<string, Session> all) { }")]

    // Not made for the dictionary, or not only.
    [InlineData("public void Open(Session session) { map[session.Id] = session; } public void M(string id) { map.Remove(id); }")]
    [InlineData("public Session Open(string id) { var session = new Session(id); map[id] = session; return session; } public void M(string id) { map.Remove(id); }")]
    [InlineData("public void Open(string id) { using var session = new Session(id); map[id] = session; } public void M(string id) { map.Remove(id); }")]
    [InlineData("public void Run(string id) { var session = new Session(id); map[id] = session; try { session.Start(); } finally { map.Remove(id); session.Dispose(); } }")]
    [InlineData("public void Open(string id) { var session = new Session(id); session.Closed += (s, e) => map.Remove(id); map[id] = session; }")]
    [InlineData("public void Open(string id) { map[id] = new Session(this, id); } public void M(string id) { map.Remove(id); }")]
    [InlineData("public void Open(string id) { map[id] = Make(id); } public void M(string id) { map.Remove(id); } static Session Make(string id) => Pool.Rent(id); static class Pool { public static Session Rent(string id) => null; }")]
    [InlineData("public void Open(Dictionary<string, Session> given) { map = given; map[\"\"] = new Session(\"\"); } public void M(string id) { map.Remove(id); }")]

    // Nothing is there to be dropped.
    [InlineData("public void M(string id) { map[id] = new Session(id); }")]
    [InlineData("public void M(string id) { if (!map.ContainsKey(id)) { map[id] = new Session(id); } }")]
    [InlineData("public void M(string id) { if (map.ContainsKey(id)) { return; } map[id] = new Session(id); }")]
    [InlineData("public void M(string id) { if (map.TryGetValue(id, out var old)) { old.Start(); } else { map[id] = new Session(id); } }")]
    [InlineData("public void M(string id) { if (map.TryGetValue(id, out var old) && old == null) { map[id] = new Session(id); } }")]
    [InlineData("public void M(string id) { if (map.TryGetValue(id, out var old) && old is null) { map[id] = new Session(id); } }")]
    [InlineData("public C() { map[\"main\"] = new Session(\"main\"); }")]
    public Task DoesNotReport(string members) => Analyze("private Dictionary<string, Session> map = new(); public C(int n) { } " + members).RunAsync();

    [Theory]
    [InlineData("readonly Dictionary<string, Task> map = new(); void A(string id) { map.Add(id, new Task(() => { })); } void M(string id) { map.Remove(id); }")]
    [InlineData("readonly Dictionary<string, SemaphoreSlim> map = new(); void A(string id) { map.Add(id, new SemaphoreSlim(1)); } void M(string id) { map.Remove(id); }")]
    [InlineData("readonly Dictionary<string, System.IO.MemoryStream> map = new(); void A(string id) { map.Add(id, new()); } void M(string id) { map.Remove(id); }")]
    [InlineData("readonly Dictionary<string, string> map = new(); void A(string id) { map.Add(id, new string('a', 1)); } void M(string id) { map.Remove(id); }")]
    [InlineData("public Dictionary<string, Session> map = new(); void A(string id) { map.Add(id, new Session(id)); } void M(string id) { map.Remove(id); }")]
    [InlineData("readonly Dictionary<string, Session> map; C(Dictionary<string, Session> map) { this.map = map; } void A(string id) { map.Add(id, new Session(id)); } void M(string id) { map.Remove(id); }")]
    [InlineData("readonly ConcurrentDictionary<string, Session> map = new(); void A(string id) { map.GetOrAdd(id, k => new Session(k)); } void M(KeyValuePair<string, Session> pair) { map.TryRemove(pair); }")]
    [InlineData("readonly ConcurrentDictionary<string, Session> map = new(); Session A(string id) => map.GetOrAdd(id, k => new Session(k)); void M(string id) { map.TryRemove(id, out _); }")]
    [InlineData("readonly ConcurrentDictionary<string, Session> map = new(); void M(string id) { map.AddOrUpdate(id, k => new Session(k), (k, old) => { old.Dispose(); return new Session(k); }); }")]
    public Task DoesNotReport_OtherValuesAndDictionaries(string members) => Analyze(members).RunAsync();

    [Theory]
    [InlineData("IEnumerable<Session> All => map.Values;")]
    [InlineData("List<Session> All() => map.Values.ToList();")]
    [InlineData("IEnumerable<KeyValuePair<string, Session>> All() { foreach (var pair in map) yield return pair; }")]
    [InlineData("(string, Session) Get(string id) => (id, map[id]);")]
    [InlineData("Session[] All() => [.. map.Values];")]
    [InlineData("IEnumerable<Session> All() => from pair in map select pair.Value;")]
    [InlineData("bool Get(string id, out Session found) => map.TryGetValue(id, out found);")]
    [InlineData("Session last; void Get(string id) { map.TryGetValue(id, out last); }")]
    [InlineData("Session last; void Get(string id) { last ??= map[id]; }")]
    public Task DoesNotReport_ValuesThatLeaveInAnyForm(string member) =>
        Analyze("readonly Dictionary<string, Session> map = new(); void A(string id) { map.Add(id, new Session(id)); } void M(string id) { map.Remove(id); } " + member).RunAsync();

    [Theory]
    [InlineData("if (map.TryGetValue(id, out var s) && s is IDisposable d) { d.Dispose(); map.Remove(id); }")]
    [InlineData("switch (map[id]) { case IDisposable d: d.Dispose(); break; } map.Remove(id);")]
    [InlineData("if (map[id] is IDisposable { } d) { d.Dispose(); } map.Remove(id);")]
    [InlineData("(map[id] as IDisposable)?.Dispose(); map.Remove(id);")]
    [InlineData("foreach (var d in map.Values.Cast<IDisposable>()) { d.Dispose(); } map.Clear();")]
    [InlineData("foreach (var d in map.Values.OfType<IDisposable>()) { d.Dispose(); } map.Clear();")]
    public Task DoesNotReport_DisposalUnderAnotherType(string body) =>
        Analyze("readonly Dictionary<string, Session> map = new(); void A(string id) { map.Add(id, new Session(id)); } void M(string id) { " + body + " }").RunAsync();

    [Fact]
    public Task DoesNotReport_ValueWithTwoKeys() =>
        Analyze("readonly Dictionary<string, Session> map = new(), byName = new(); void A(string id, string name) { var s = new Session(id); map[id] = s; byName[name] = s; } void M(string id) { map.Remove(id); }").RunAsync();

    [Fact]
    public Task Reports_UnderALockOnTheDictionary() =>
        Analyze("readonly Dictionary<string, Session> map = new(); void A(string id) { lock (map) { map.Add(id, new Session(id)); } } void M(string id) { lock (map) { [|map.Remove(id)|]; } }").RunAsync();

    private static CSharpAnalyzerTest<DICT214DroppedDisposableAnalyzer, DefaultVerifier> Analyze(string members) => new() { TestCode = Source(members), Extra = { NullableContextOptions = Microsoft.CodeAnalysis.NullableContextOptions.Disable } };

    private static string Source(string members) => $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        class C
        {
            {{members}}
        }

        sealed class Session : IDisposable
        {
            private readonly System.IO.FileStream file;
            public Session(string id) { Id = id; file = System.IO.File.OpenRead(id); }
            public Session(object owner, string id) : this(id) { }
            public event EventHandler Closed;
            public string Id { get; }
            public bool IsOver => file.Length == 0;
            public void Start() => Closed?.Invoke(this, EventArgs.Empty);
            public void Dispose() => file.Dispose();
        }
        """;
}
