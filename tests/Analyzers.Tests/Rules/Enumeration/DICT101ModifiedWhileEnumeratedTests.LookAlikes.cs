using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Enumeration;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Enumeration;

/// <summary>Correct code that looks guilty, and guilty code that looks correct: each row was once judged wrongly.</summary>
public partial class DICT101ModifiedWhileEnumeratedTests
{
    [Theory]
    [InlineData("foreach (var p in d) { var (k, v) = p; d[k] = v + 1; }")]
    [InlineData("int a, b; foreach (var p in d) { (a, b) = p; d[a] = b + 1; }")]
    [InlineData("foreach (var p in d) { p.Deconstruct(out var k, out _); d[k] = 3; }")]
    [InlineData("foreach (var p in d) { if (p is (var k, > 0)) d[k] = 3; }")]
    [InlineData("foreach (var p in d) { if (p is { Key: var k, Value: > 0 }) d[k] = 3; }")]
    [InlineData("foreach (var p in d) { switch (p) { case { Key: var k, Value: 1 }: d[k] = 3; break; } }")]
    [InlineData("var e = d.GetEnumerator(); while (e.MoveNext()) d[e.Current.Key] = e.Current.Value + 1;")]
    [InlineData("var e = d.GetEnumerator(); while (e.MoveNext()) { var (k, v) = e.Current; d[k] = v + 1; }")]
    [InlineData("using var e = d.Keys.GetEnumerator(); while (e.MoveNext()) { var k = e.Current; d[k] = 1; }")]
    [InlineData("foreach (var a in d.Keys) foreach (var b in d.Keys) d[b] = a;")]
    public Task DoesNotReport_TheOwnKeyInAnySpelling(string statements) => VerifyIn("Dictionary<int, int> d", statements);

    [Theory]
    [InlineData("foreach (var p in s) { if (s.Remove(p.Key, out var v)) { Console.Write(v); break; } }")]
    [InlineData("foreach (var p in s) { if (!s.Remove(p.Key)) continue; break; }")]
    [InlineData("foreach (var p in s) { var removed = s.Remove(p.Key); if (removed) return; }")]
    [InlineData("_ = s.Any(p => s.Remove(p.Key));")]
    [InlineData("_ = s.First(p => s.Remove(p.Key));")]
    [InlineData("var e = s.GetEnumerator(); while (e.MoveNext()) { s.Remove(e.Current.Key); e = s.GetEnumerator(); }")]
    [InlineData("foreach (var p in s.Take(1)) s.Remove(p.Key);")]
    public Task DoesNotReport_WhatEndsOnceItRemoved(string statements) => VerifyIn("SortedDictionary<int, int> s", statements);

    [Theory]
    [InlineData("foreach (var p in d) { if (d.ContainsKey(p.Key + 1)) d[p.Key + 1] = 7; }")]
    [InlineData("foreach (var p in d) { if (d.ContainsKey(p.Key + 1)) { try { System.Console.Write(p); } finally { d[p.Key + 1] = 7; } } }")]
    [InlineData("foreach (var p in d) { if (d.ContainsKey(p.Key + 1)) { try { System.Console.Write(p); } catch { d[p.Key + 1] = 7; } } }")]
    [InlineData("foreach (var p in d) { try { System.Console.Write(p); } finally { d[p.Key] = 7; } }")]
    [InlineData("foreach (var p in d) { var k = p.Key + 1; if (d.TryGetValue(k, out var v) == false) continue; d[k] = v + 1; }")]
    [InlineData("foreach (var p in d) { var k = p.Key + 1; if (d.TryGetValue(k, out var v) is false) continue; d[k] = v + 1; }")]
    [InlineData("foreach (var p in d) { var k = p.Key + 1; switch (d.ContainsKey(k)) { case true: d[k] = 9; break; } }")]
    [InlineData("foreach (var p in d) { var k = p.Key + 1; _ = d.ContainsKey(k) switch { true => d[k] = 9, false => 0 }; }")]
    [InlineData("foreach (var p in d) { var k = p.Key + 1; if (d.Keys.Contains(k)) d[k] = 1; }")]
    [InlineData("bool Has(int key) => d.ContainsKey(key); foreach (var p in d) { var k = p.Key + 1; if (Has(k)) d[k] = 5; }")]
    [InlineData("foreach (var p in d) d[d.Keys.First()] = p.Value;")]
    [InlineData("foreach (var p in d) { var m = d.MaxBy(x => x.Value); d[m.Key] = 0; }")]
    public Task DoesNotReport_AKeyThatWasAskedFor(string statements) => VerifyIn("Dictionary<int, int> d", statements);

    [Theory]
    [InlineData("foreach (var x in l) { l.Clear(); Fail(); } void Fail() => throw new ArgumentException();")]
    [InlineData("foreach (var x in l) { l.Clear(); Environment.Exit(1); }")]
    [InlineData("const bool debug = false; foreach (var x in l) { if (debug) l.Clear(); }")]
    public Task DoesNotReport_WhatNothingComesAfter(string statements) => VerifyIn("List<int> l", statements);

    [Theory]
    [InlineData("Dictionary<int, int> d", "ref var r = ref d; foreach (var p in d) { r = new Dictionary<int, int>(); d.Add(p.Key + 100, 1); }")]
    [InlineData("List<List<int>> ls", "var i = 0; foreach (var x in ls[i]) { i = 1; ls[i].Add(x); }")]
    [InlineData("HashSet<int> h", "foreach (var x in h) h.UnionWith(h);")]
    [InlineData("SortedList<int, int> h", "foreach (var x in h) if (!h.ContainsKey(x.Key + 100)) h.Remove(x.Key + 100);")]
    public Task DoesNotReport_WhatTouchesNothing(string parameter, string statements) => VerifyIn(parameter, statements);

    [Theory]
    [InlineData("x.Closed -= OnClosed; x.Close();")]
    [InlineData("x.Closed = null; x.Close();")]
    public Task DoesNotReport_ACallbackThatIsDisarmedFirst(string statements) => Verify(
        $$"""
        using System;
        using System.Collections.Generic;
        class Session
        {
            public Action<Session>? Closed;
            public void Close() => Closed?.Invoke(this);
        }
        class Manager
        {
            private readonly List<Session> _sessions = new();
            public void Open() { var x = new Session(); x.Closed += OnClosed; _sessions.Add(x); }
            private void OnClosed(Session x) => _sessions.Remove(x);
            public void Stop() { foreach (var x in _sessions) { {{statements}} } }
        }
        """);

    [Fact]
    public Task DoesNotReport_AChildWhoseOwnerIsClearedFirst() => Verify(
        """
        using System.Collections.Generic;
        class Room
        {
            private readonly List<Guest> _guests = new();
            public void In() => _guests.Add(new Guest { Room = this });
            internal void Out(Guest guest) => _guests.Remove(guest);
            public void Close() { foreach (var guest in _guests) { guest.Room = null; guest.Leave(); } }
        }
        class Guest { public Room? Room; public void Leave() => Room?.Out(this); }
        """);

    [Fact]
    public Task Reports_AnOwnerWhoseSetterDetaches() => Verify(
        """
        using System.Collections.Generic;
        class Page
        {
            private readonly List<Entry> _entries = new();
            public void Add(Entry entry) { if (!_entries.Contains(entry)) _entries.Add(entry); }
            public void Remove(Entry entry) { if (_entries.Contains(entry)) _entries.Remove(entry); }
            public void Reset() => _entries.ForEach(entry => [|entry.Parent|] = null);
        }
        class Entry
        {
            private Page? _parent;
            public Page? Parent { get => _parent; set { if (_parent == value) return; _parent?.Remove(this); _parent = value; _parent?.Add(this); } }
        }
        """);

    [Fact]
    public Task DoesNotReport_AGuardThatACalleeSetsAroundTheLoop() => Verify(
        """
        using System.Collections.Generic;
        class C
        {
            private readonly List<int> _items = new();
            private int _walkers;
            private void Enter() => _walkers++;
            private void Leave() => _walkers--;
            private void Off(int x) { if (_walkers > 0) return; _items.Remove(x); }
            public void Walk() { Enter(); foreach (var x in _items) Off(x); Leave(); }
        }
        """);

    [Fact]
    public Task DoesNotReport_ATypeWhoseOwnEnumeratorCopies() => Verify(
        """
        using System.Collections.Generic;
        using System.Linq;
        class Map : Dictionary<int, int>
        {
            public new IEnumerator<KeyValuePair<int, int>> GetEnumerator() => this.ToArray().AsEnumerable().GetEnumerator();
        }
        class C { void M(Map map) { foreach (var p in map) map.Add(p.Key + 100, 1); } }
        """);

    [Theory]
    [InlineData("SortedDictionary<int, int> s", "var d = new SortedDictionary<int, int>(s); void Drop(int k) => d.Remove(k); foreach (var p in d) [|Drop(p.Key)|];")]
    [InlineData("SortedDictionary<int, int> s", "var d = new SortedDictionary<int, int>(s); foreach (var p in d) { Action drop = () => d.Remove(p.Key); [|drop()|]; }")]
    [InlineData("Dictionary<int, int>? d", "foreach (var p in d ?? new()) [|d!.Add(p.Key + 1, 1)|];")]
    [InlineData("Dictionary<int, int> d", "foreach (var p in d) { try { if (d.ContainsKey(p.Key + 1)) System.Console.Write(p); } finally { [|d[p.Key + 1]|] = 5; } }")]
    [InlineData("Dictionary<int, int> d", "foreach (var p in d) { try { System.Console.Write(d.ContainsKey(p.Key + 1)); } catch { [|d[p.Key + 1]|] = 5; } }")]
    [InlineData("Dictionary<int, int> d", "foreach (var p in d) { var k = p.Key + 1; if (d.ContainsKey(k)) { k += 10; [|d[k]|] = 5; } }")]
    [InlineData("Dictionary<string, int> d", "foreach (var p in d) { [|d.GetAlternateLookup<ReadOnlySpan<char>>()[\"x\"]|] = 1; }")]
    public Task Reports_WhatLooksCorrect(string parameter, string statements) => VerifyIn(parameter, statements);

    [Theory]
    [InlineData("Dictionary<int, int> d", "foreach (var p in d) { while (true) { d.Add(p.Key + 1, 1); if (p.Value > 3) return; } }")]
    [InlineData("Dictionary<int, int> d", "foreach (var p in d) { if (false) { d.Add(p.Key + 1, 1); } }")]
    [InlineData("Dictionary<int, int> d", "var old = d; d = new(); foreach (var p in old) d.Add(p.Key + 1, p.Value);")]
    [InlineData("Dictionary<int, Dictionary<int, int>> g", "var k = 1; g.TryGetValue(k, out var old); k++; foreach (var p in old!) g[k].Add(p.Key + 1, 1);")]
    [InlineData("List<int> d", "var found = false; foreach (var x in d) { if (x == 3) { d.Remove(x); found = true; } if (found) break; }")]
    [InlineData("HashSet<int> d", "foreach (var x in d) { d.EnsureCapacity(1000); }")]
    [InlineData("ImmutableSortedDictionary<int, int>.Builder d", "foreach (var k in d.Keys) { d.Remove(k); }")]
    [InlineData("ImmutableDictionary<int, int>.Builder d", "foreach (var k in ((System.Collections.IDictionary)d).Keys) { d.Remove(1); }")]
    public Task DoesNotReport_LookAlikes(string parameter, string statements) => VerifyIn(parameter, statements);

    [Theory]
    [InlineData("Dictionary<int, int> d", "foreach (var p in d) { d.Remove(p.Key); [|d[p.Key]|] = 2; }")]
    [InlineData("Dictionary<int, int> d", "foreach (var p in d) { if (!d.ContainsKey(p.Value)) [|d.Add(p.Value, 0)|]; }")]
    [InlineData("Dictionary<int, int> d", "foreach (var k in d.Keys.TakeLast(3)) { [|d.Add(k + 1, 1)|]; }")]
    [InlineData("SortedDictionary<int, int> d", "foreach (var p in d) { if ([|d.Remove(p.Value)|]) break; }")]
    [InlineData("IList<int> s", "IList<int> d = new List<int>(s); foreach (var x in d) { [|d[0]|] = x; }")]
    [InlineData("Dictionary<int, int> d", "foreach (var x in d) foreach (var y in d) [|d[y.Key + 1]|] = 1;")]
    public Task Reports_LookAlikes(string parameter, string statements) => VerifyIn(parameter, statements);

    [Theory]
    [InlineData("Prepare(x)", "void Prepare(Part? part) { part ??= First(); part.Reset(); }")]
    [InlineData("Prepare(x)", "void Prepare(Part? part) { (part ?? First()).Reset(); }")]
    [InlineData("Prepare(x)", "void Prepare(Part? part) { if (part is null) part = First(); part.Reset(); }")]
    [InlineData("Prepare(x)", "void Prepare(Part? part) { if (part != null) return; First(); }")]
    [InlineData("Ensure()", "void Ensure() { switch (_parts.Count) { case 0: First(); break; case 1: break; } }")]
    [InlineData("Ensure()", "void Ensure() { if (_parts.Count == 0) First(); }")]
    [InlineData("Ensure()", "void Ensure() { if (_parts.Count is 0) First(); }")]
    [InlineData("Ensure()", "void Ensure() { if (_parts.Count > 0) return; First(); }")]
    public Task DoesNotReport_ACalleeThatFillsWhatIsMissing(string call, string callee) => Verify(Parts(call, callee));

    [Theory]
    [InlineData("[|Prepare(_last)|]", "void Prepare(Part? part) { part ??= First(); part.Reset(); }")]
    [InlineData("[|Prepare(x.Next)|]", "void Prepare(Part? part) { (part ?? First()).Reset(); }")]
    [InlineData("[|Prepare(x)|]", "void Prepare(Part? part) { if (part is null) return; First(); }")]
    [InlineData("[|Prepare(x)|]", "void Prepare(Part? part) { switch (part) { case null: break; default: First(); break; } }")]
    [InlineData("[|Ensure()|]", "void Ensure() { switch (_parts.Count) { case 0: case 1: First(); break; } }")]
    [InlineData("[|Ensure()|]", "void Ensure() { if (_parts.Count > 0) First(); }")]
    [InlineData("[|Ensure()|]", "void Ensure() { if (_others.Count == 0) First(); }")]
    public Task Reports_ACalleeThatFillsWhatMayBeThere(string call, string callee) => Verify(Parts(call, callee));

    private static string Parts(string call, string callee) =>
        $$"""
        using System.Collections.Generic;
        class Part { public Part? Next; public void Reset() { } }
        class Whole
        {
            private readonly List<Part> _parts = new();
            private readonly List<Part> _others = new();
            private Part? _last;
            public void Walk() { foreach (var x in _parts) { {{call}}; _last = x; } }
            {{callee}}
            Part First() { var part = new Part(); _parts.Add(part); return part; }
        }
        """;

    [Fact]
    public Task DoesNotReport_ABranchThatAConstantArgumentRefuses() => Verify(
        """
        using System.Collections.Generic;
        enum Change { Add, Remove }
        class C
        {
            private readonly List<int> _items = new();
            void Apply(Change change, int x) { switch (change) { case Change.Add: _items.Add(x); break; case Change.Remove: break; } }
            void Drop(int x, bool really) { if (really) _items.Remove(x); }
            void Walk() { foreach (var x in _items) { Apply(Change.Remove, x); Drop(x, really: false); } }
        }
        """);

    [Fact]
    public Task DoesNotReport_ABranchThatAFreshArgumentDecides() => Verify(
        """
        using System.Collections.Generic;
        record Serial(int Value) { public static Serial New() => new(1); }
        class C
        {
            private readonly List<string> _loose = new();
            private readonly Dictionary<int, string> _known = new();
            void Register(Serial serial, string item) { if (serial.Value != 0) _known[serial.Value] = item; else _loose.Add(item); }
            void Walk() { foreach (var item in _loose) { var serial = Serial.New(); Register(serial, item); } }
        }
        """);

    [Fact]
    public Task DoesNotReport_APropertyThatMayBeOverridden() => Verify(
        """
        using System.Collections.Generic;
        class A { public Dictionary<int, int> Map = new(); public virtual Dictionary<int, int> V => Map; }
        class B : A { public override Dictionary<int, int> V => Map; }
        class X : B { public override Dictionary<int, int> V => new(); }
        class C { void M(B b) { foreach (var p in b.V) { b.Map.Add(p.Key + 1, 1); } } }
        """);

    // Work grows with the size of a body, not with its square: each loop asks for the graph of the same body, each write for its keys.
    [Theory]
    [InlineData("foreach (var p# in s) { s.Remove(#); break; }")]
    [InlineData("foreach (var p# in s) { if (p#.Value == #) { s[p#.Key + 1] = #; return; } }")]
    public Task Ends_OnABodyWithHundredsOfLoops(string loop) => VerifyIn(
        "SortedDictionary<int, int> s", string.Concat(Enumerable.Range(0, 400).Select(number => loop.Replace("#", number.ToString(CultureInfo.InvariantCulture)) + "\n")));

    [Fact]
    public Task Reports_AnAdditionalType_AsADictionary()
    {
        var test = new CSharpAnalyzerTest<DICT101ModifiedWhileEnumeratedAnalyzer, DefaultVerifier>
        {
            TestCode = """
                using System.Collections;
                using System.Collections.Generic;
                public class Map : IEnumerable<int>
                {
                    public void Add(int key, int value) { }
                    public IEnumerator<int> GetEnumerator() => null!;
                    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
                }
                class C { void M(Map map) { foreach (var k in map) { [|map.Add(k + 1, 1)|]; } } }
                """,
        };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndictionary_analyzers.additional_types = Map\n"));
        return test.RunAsync();
    }

    private static Task VerifyIn(string parameters, string statements) => Verify(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        class C
        {
        #pragma warning disable CS0162
            void M({{parameters}}) { {{statements}} }
        }
        """);
}
