using System.Threading.Tasks;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Enumeration;

/// <summary>Live views, queries and delegates that are made in one place and used in another.</summary>
public partial class DICT101ModifiedWhileEnumeratedTests
{
    [Theory]

    // A method group that a helper, an operator or the collection runs for each element.
    [InlineData("[|Drop|]", "_map.Keys.Each({0});")]
    [InlineData("[|Drop|]", "_map.Keys.Where(k => k > 1).Each({0});")]
    [InlineData("[|Grow|]", "_ = _map.Keys.Sum({0});")]
    [InlineData("[|Grow|]", "_ = _map.ToDictionary(p => p.Key, p => p.Key).Count + _map.Keys.Select({0}).ToList().Count;")]
    [InlineData("[|TryDropOdd|]", "_ = _map.Keys.All({0});")]

    // A window of a sorted set.
    [InlineData("[|_set.Remove(x)|]", "foreach (var x in _set.GetViewBetween(1, 3)) {0};")]
    [InlineData("[|_set.Remove(x)|]", "foreach (var x in _set.Reverse()) {0};")]
    [InlineData("[|_set.Add(x + 9)|]", "var low = _set.GetViewBetween(1, 3); foreach (var x in low) {0};")]

    // An operation of the collection over a part of itself.
    [InlineData("[|_set.ExceptWith(_set.Where(x => x > 1))|]", "{0};")]
    [InlineData("[|_set.ExceptWith(_set.GetViewBetween(1, 3))|]", "{0};")]
    [InlineData("[|_set.UnionWith(_set.Select(x => x + 1))|]", "{0};")]
    [InlineData("[|_hash.UnionWith(_hash.SelectMany(x => new[] { x + 1 }))|]", "{0};")]
    [InlineData("[|_hash.SymmetricExceptWith(_hash.Select(x => x + 1))|]", "{0};")]
    [InlineData("[|_list.AddRange(_list.Where(x => x > 1))|]", "{0};")]
    [InlineData("[|_list.AddRange(_list.Select(x => x + 1))|]", "{0};")]
    [InlineData("[|_list.InsertRange(0, _list.Where(x => x > 1))|]", "{0};")]

    // 'Take' over what LINQ cannot read by index.
    [InlineData("[|_sorted.Remove(k)|]", "foreach (var k in _sorted.Where(p => p.Key > 0).Select(p => p.Key).Take(2)) {0};")]
    [InlineData("[|_sorted.Remove(k)|]", "foreach (var k in _sorted.Select(p => p.Key).Take(2)) {0};")]
    [InlineData("[|_sorted.Remove(k)|]", "foreach (var k in _sorted.Keys.Where(k => k > 0).Skip(1)) {0};")]
    [InlineData("[|_list.Remove(x)|]", "foreach (var x in _list.Where(x => x > 0).Take(2)) {0};")]
    [InlineData("[|_list.Remove(x)|]", "foreach (var x in _list.Distinct().Skip(1)) {0};")]

    // A callee that walks what it is given.
    [InlineData("[|DropAll(_map.Keys)|]", "{0};")]
    [InlineData("[|DropAll(_map.Keys.Where(k => k > 1))|]", "{0};")]
    [InlineData("[|this.DropAll(Live)|]", "{0};")]

    // A query or view that a field keeps.
    [InlineData("[|Drop(k)|]", "foreach (var k in _odd) {0};")]
    [InlineData("[|Drop(p.Key)|]", "foreach (var p in ReadOnly) {0};")]
    public Task Reports_WhatIsHandedOver(string marked, string statements) => Verify(Handing(statements.Replace("{0}", marked)));

    [Theory]
    [InlineData("_map.Keys.ToList().ForEach(Drop);")]
    [InlineData("_map.Keys.ToArray().Each(Drop);")]
    [InlineData("_map.Keys.OrderBy(k => k).Each(Drop);")]
    [InlineData("_ = _map.Keys.Any(TryDropOdd);")]
    [InlineData("_map.Keys.Each(Look);")]
    [InlineData("_map.Keys.Each(_hash.UnionAll);")]
    [InlineData("_hash.Each(Forget);")]
    [InlineData("var later = _map.Keys.Select(Grow);")]
    [InlineData("foreach (var x in _set.GetViewBetween(1, 3).ToArray()) _set.Remove(x);")]
    [InlineData("foreach (var x in _set.GetViewBetween(1, 3)) _other.Remove(x);")]
    [InlineData("foreach (var x in _set.GetViewBetween(1, 3)) { _set.Remove(x); break; }")]
    [InlineData("foreach (var x in _list.GetRange(0, 2)) _list.Remove(x);")]
    [InlineData("_set.ExceptWith(_set);")]
    [InlineData("_set.ExceptWith(_other.Where(x => x > 1));")]
    [InlineData("_set.ExceptWith(_set.Where(x => x > 1).ToList());")]
    [InlineData("_set.ExceptWith(_set.OrderBy(x => -x));")]
    [InlineData("_set.IntersectWith(_set.Where(x => x > 1));")]
    [InlineData("_set.SymmetricExceptWith(_set.Where(x => x > 1));")]
    [InlineData("_set.UnionWith(_set.Where(x => x > 1));")]
    [InlineData("_set.UnionWith(_list.Where(x => _set.Contains(x)));")]
    [InlineData("_hash.ExceptWith(_hash.Where(x => x > 1));")]
    [InlineData("_hash.UnionWith(_hash.Where(x => x > 1));")]
    [InlineData("_hash.UnionWith(_hash);")]
    [InlineData("_list.AddRange(_list);")]
    [InlineData("_list.AddRange(_list.Skip(1));")]
    [InlineData("_list.AddRange(_list.GetRange(0, 1));")]
    [InlineData("_list.AddRange(_list.OrderBy(x => x));")]
    [InlineData("foreach (var x in _list.Select(x => x).Take(2)) _list.Remove(x);")]
    [InlineData("foreach (var k in _sorted.Keys.Take(2)) _sorted.Remove(k);")]
    [InlineData("foreach (var k in _sorted.Keys.Select(k => k).Take(2)) _sorted.Remove(k);")]
    [InlineData("var keys = _sorted.Keys; foreach (var k in keys.Take(2)) _sorted.Remove(k);")]
    [InlineData("DropAll(_map.Keys.ToArray());")]
    [InlineData("DropAll(_hash);")]
    [InlineData("DropAll([1, 2]);")]
    [InlineData("CountAll(_map.Keys);")]
    [InlineData("new C().DropAll(_map.Keys);")]
    [InlineData("DropFirst(_map.Keys);")]
    [InlineData("DropCopied(_map.Keys);")]
    [InlineData("foreach (var k in _odd.ToArray()) Drop(k);")]
    [InlineData("foreach (var k in _replaced) Drop(k);")]
    [InlineData("foreach (var k in _copied) Drop(k);")]
    [InlineData("foreach (var k in _odd) _other.Remove(k);")]
    public Task DoesNotReport_WhatIsHandedOver(string statements) => Verify(Handing(statements));

    private static string Handing(string statements) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Collections.ObjectModel;
        using System.Linq;
        static class Extensions
        {
            public static void Each<T>(this IEnumerable<T> items, Action<T> action) { foreach (var item in items) action(item); }
            public static void UnionAll(this HashSet<int> set, int item) => set.UnionWith([item]);
        }
        class C
        {
            private readonly SortedDictionary<int, int> _map = new();
            private readonly SortedList<int, int> _sorted = new();
            private readonly SortedSet<int> _set = new();
            private readonly SortedSet<int> _other = new();
            private readonly HashSet<int> _hash = new();
            private readonly List<int> _list = new();
            private readonly IEnumerable<int> _odd;
            private readonly IEnumerable<int> _copied;
            private IEnumerable<int> _replaced;
            public ReadOnlyDictionary<int, int> ReadOnly { get; }
            public ICollection<int> Live => _map.Keys;
            public C() { _odd = _map.Keys.Where(k => k % 2 == 1); _replaced = _odd; _copied = _odd.ToArray(); ReadOnly = new(_map); }
            public void Replace() => _replaced = [1];
            public void M() { {{statements}} }
            private void Drop(int key) => _map.Remove(key);
            private void Forget(int key) => _hash.Remove(key);
            private void Look(int key) => Console.Write(_map[key]);
            private int Grow(int key) { _map.Add(key + 100, 1); return key; }
            private bool TryDropOdd(int key) => key % 2 == 1 && _map.Remove(key);
            public void DropAll(IEnumerable<int> keys) { foreach (var key in keys) _map.Remove(key); }
            private void DropFirst(IEnumerable<int> keys) { foreach (var key in keys) { _map.Remove(key); return; } }
            private void DropCopied(IEnumerable<int> keys) { foreach (var key in keys.ToList()) _map.Remove(key); }
            private int CountAll(IEnumerable<int> keys) { var n = 0; foreach (var key in keys) n += _map[key]; return n; }
        }
        """;

    // What a virtual or interface member gives is what one of its implementations gives.
    [Theory]
    [InlineData("IEnumerable<string> Names { get; }", "public IEnumerable<string> Names => _map.Keys;", "book.Names")]
    [InlineData("IEnumerable<string> Names();", "public IEnumerable<string> Names() => from p in _map where p.Value > 0 select p.Key;", "book.Names()")]
    [InlineData("IEnumerable<string> Names();", "public IEnumerable<string> Names() { foreach (var p in _map) yield return p.Key; }", "book.Names()")]
    public Task Reports_ThroughAnInterface(string declared, string implemented, string walked) => Verify(Book(declared, implemented, walked, "[|book.Drop(name)|]"));

    [Theory]
    [InlineData("IEnumerable<string> Names { get; }", "public IEnumerable<string> Names => _map.Keys.ToArray();", "book.Names")]
    [InlineData("IEnumerable<string> Names { get; }", "public IEnumerable<string> Names { get; } = [];", "book.Names")]
    [InlineData("IEnumerable<string> Names();", "public IEnumerable<string> Names() { foreach (var p in _map.ToList()) yield return p.Key; }", "book.Names()")]
    [InlineData("IEnumerable<string> Names();", "public IEnumerable<string> Names() => _map.Keys;", "other.Names()")]
    [InlineData("IEnumerable<string> Names();", "public IEnumerable<string> Names() => _map.Keys;", "book.Names().ToList()")]
    public Task DoesNotReport_ThroughAnInterface(string declared, string implemented, string walked) => Verify(Book(declared, implemented, walked, "book.Drop(name)"));

    private static string Book(string declared, string implemented, string walked, string drop) =>
        $$"""
        using System.Collections.Generic;
        using System.Linq;
        interface IBook { {{declared}} void Drop(string name); }
        class Book : IBook
        {
            private readonly SortedDictionary<string, int> _map = new();
            {{implemented}}
            public void Drop(string name) => _map.Remove(name);
        }
        class Run { void M(IBook book, IBook other) { foreach (var name in {{walked}}) {{drop}}; } }
        """;

    // Handlers that somebody else gave to the hub: only one that comes back to the hub it was given to.
    [Theory]
    [InlineData("_hub.Subscribe(_ => _hub.Subscribe(Other));")]
    [InlineData("_hub.Subscribe(Come);")]
    [InlineData("((IHub)_hub).Subscribe(Come);")]
    [InlineData("var hub = new Hub(); hub.Subscribe(_ => hub.Subscribe(Other));")]
    public Task Reports_AHandlerThatComesBack(string registration) => Verify(Subscribing(registration, "[|handler(1)|]"));

    [Theory]
    [InlineData("_hub.Subscribe(Other);")]
    [InlineData("_hub.Subscribe(_ => _second.Subscribe(Other));")]
    [InlineData("_second.Subscribe(Come);")]
    [InlineData("_hub.Subscribe(_ => new Hub().Subscribe(Other));")]
    [InlineData("_hub.Subscribe(x => { Action later = () => _hub.Subscribe(Other); Console.Write(later); });")]
    [InlineData("foreach (var hub in new[] { _hub, _second }) hub.Subscribe(_ => _hub.Subscribe(Other));")]
    public Task DoesNotReport_AHandlerThatGoesElsewhere(string registration) => Verify(Subscribing(registration, "handler(1)"));

    private static string Subscribing(string registration, string run) =>
        $$"""
        using System;
        using System.Collections.Generic;
        interface IHub { void Subscribe(Action<int> handler); }
        class Hub : IHub
        {
            private readonly HashSet<Action<int>> _handlers = new();
            public void Subscribe(Action<int> handler) => _handlers.Add(handler);
            public void Publish() { foreach (var handler in _handlers) {{run}}; }
        }
        class User(Hub hub, Hub second)
        {
            private readonly Hub _hub = hub;
            private readonly Hub _second = second;
            public void Start() { {{registration}} }
            private void Come(int x) => _hub.Subscribe(Other);
            private void Other(int x) { }
        }
        """;

    [Theory]
    [InlineData("_cache.Expired += OnExpired;", true)]
    [InlineData("_cache.Expired += key => _cache.Drop(key);", true)]
    [InlineData("_cache.Expired += key => _second.Drop(key);", false)]
    [InlineData("_second.Expired += OnExpired;", false)]
    [InlineData("_cache.Expired -= OnExpired;", false)]
    public Task AnEventThatAnotherTypeHandles(string registration, bool comesBack) => Verify(
        $$"""
        using System;
        using System.Collections.Generic;
        class Cache
        {
            private readonly SortedDictionary<int, int> _items = new();
            public event Action<int>? Expired;
            public void Drop(int key) => _items.Remove(key);
            public void Sweep() { foreach (var key in _items.Keys) {{(comesBack ? "Expired?[|.Invoke(key)|]" : "Expired?.Invoke(key)")}}; }
        }
        class Owner
        {
            private readonly Cache _cache = new();
            private readonly Cache _second = new();
            public void Start() { {{registration}} }
            private void OnExpired(int key) => _cache.Drop(key);
        }
        """);

    // A group that goes when its last member went; what came before it was done to the walked group.
    [Theory]
    [InlineData("[|Leave(room, user)|]", "Members(room).Remove(user); if (Members(room).Count == 0) _rooms.Remove(room);")]
    [InlineData("[|Leave(room, user)|]", "if (Members(room).Remove(user)) _rooms[room] = new();")]
    [InlineData("Leave(room, user)", "_rooms.Remove(room); Members(room).Remove(user);")]
    [InlineData("Leave(room, user)", "_rooms[room] = new(); Members(room).Remove(user);")]
    [InlineData("Leave(room, user)", "_rooms.Remove(room);")]
    public Task AGroupThatIsReplaced(string call, string leave) => Verify(
        $$"""
        using System.Collections.Generic;
        class Rooms
        {
            private readonly Dictionary<string, SortedSet<string>> _rooms = new();
            private SortedSet<string> Members(string room) => _rooms[room];
            private void Leave(string room, string user) { {{leave}} }
            public void Kick(string room) { foreach (var user in Members(room)) {{call}}; }
        }
        """);

    // Whether the key is still there when the callee puts it back.
    [Theory]
    [InlineData("[|Reload(part.Name)|]", "Unload(name); Load(name);")]
    [InlineData("[|Reload(part.Name)|]", "if (_parts.Remove(name)) _parts[name] = new Part(name);")]
    [InlineData("Reload(part.Name)", "if (name == \"\") Unload(name); else Load(name);")]
    [InlineData("Reload(part.Name)", "if (name == \"\") { Unload(name); return; } Load(name);")]
    [InlineData("Reload(part.Name)", "Load(name); Unload(name);")]
    [InlineData("Reload(part.Name)", "Unload(name);")]
    [InlineData("if (part.Name == \"\") { _parts.Remove(part.Name); continue; } _parts[part.Name] = part", "")]
    public Task AKeyThatIsPutBack(string call, string reload) => Verify(
        $$"""
        using System.Collections.Generic;
        record Part(string Name);
        class Parts
        {
            private readonly Dictionary<string, Part> _parts = new();
            private void Load(string name) => _parts[name] = new Part(name);
            private void Unload(string name) => _parts.Remove(name);
            private void Reload(string name) { {{reload}} }
            public void All() { foreach (var part in _parts.Values) { {{call}}; } }
        }
        """);

    // A property that makes its collection when it is first asked for does not replace it under the walk.
    [Theory]
    [InlineData("_map ??= new Dictionary<string, int>()", "[|Map.Add(p.Key + 1, 1)|]")]
    [InlineData("_map ?? (_map = new Dictionary<string, int>())", "Map.Add(p.Key + 1, 1)")]
    public Task ALazyProperty(string getter, string add) => Verify(
        $$"""
        using System.Collections.Generic;
        class C
        {
            private IDictionary<string, int>? _map;
            private IDictionary<string, int> Map => {{getter}};
            public void M() { foreach (var p in Map) {{add}}; }
        }
        """);

    [Theory]
    [InlineData("private IDictionary<int, int>? _map; IDictionary<int, int> Map { get { if (_map == null) _map = new Dictionary<int, int>(); return _map; } }", "[|Map.Add(p.Key + 1, 1)|]")]
    [InlineData("private IDictionary<int, int>? _map; IDictionary<int, int> Map { get { if (_map != null) _map = new Dictionary<int, int>(); return _map!; } }", "Map.Add(p.Key + 1, 1)")]
    [InlineData("private IDictionary<int, int>? _map; public void Set(IDictionary<int, int> map) => _map = map; IDictionary<int, int> Map => _map ??= new Dictionary<int, int>();", "Map.Add(p.Key + 1, 1)")]
    [InlineData("private IDictionary<int, int>? _map; IDictionary<int, int> Map => _map ??= new System.Collections.Concurrent.ConcurrentDictionary<int, int>();", "Map.Add(p.Key + 1, 1)")]
    public Task APropertyThatMakesItsCollection(string members, string add) => Verify(
        $$"""
        using System.Collections.Generic;
        class C
        {
            {{members}}
            public void M() { foreach (var p in Map) {{add}}; }
        }
        """);

    // 'using' on what is declared as an interface disposes of what was put in.
    [Fact]
    public Task Reports_ADisposalThroughAnInterface() => Verify(
        """
        using System;
        using System.Collections.Generic;
        class Pool
        {
            private readonly SortedList<int, Lease> _leases = new();
            public void Take(int id) { var lease = new Lease(this, id); _leases.Add(id, lease); }
            public void All() { foreach (IDisposable lease in _leases.Values) { using ([|lease|]) { } } }
            public void Other(IDisposable something) { foreach (var lease in _leases.Values) { using (something) { } } }
            private sealed class Lease(Pool pool, int id) : IDisposable { public void Dispose() => pool._leases.Remove(id); }
        }
        """);

    // The iterator gives the values, and those of the kind that leads back to the owner load what is missing.
    [Fact]
    public Task Reports_ElementsOfAnIterator() => Verify(
        """
        using System.Collections.Generic;
        abstract class Thing;
        sealed class Ability : Thing;
        sealed class Unit(Store store, int ability) : Thing { public Ability Ability => store.Get(ability); }
        class Store
        {
            private readonly Dictionary<int, Thing> _things = new();
            public void Add(int id) => _things.Add(id, new Unit(this, id));
            public Ability Get(int id) { if (!_things.TryGetValue(id, out var found)) _things.Add(id, found = new Ability()); return (Ability)found; }
            private IEnumerable<T> Of<T>() where T : Thing { foreach (var pair in _things) { if (pair.Value is T thing) yield return thing; } }
            private IEnumerable<int> Keys() { foreach (var (key, _) in _things) yield return key; }
            public void Walk() { foreach (var unit in Of<Unit>()) { _ = [|unit.Ability|]; } }
            public void Overwrite() { foreach (var key in Keys()) _things[key] = new Ability(); }
        }
        """);

    // A callback that the owner gave to its child by a method of the child.
    [Theory]
    [InlineData("request.OnDone(r => _pending.Remove(r.Id));", true)]
    [InlineData("request.OnDone(r => _other.Remove(r.Id));", false)]
    [InlineData("request.OnStart(r => _pending.Remove(r.Id));", false)]
    public Task ACallbackThatAChildKeeps(string registration, bool comesBack) => Verify(
        $$"""
        using System;
        using System.Collections.Generic;
        class Request
        {
            private Action<Request>? _done;
            private Action<Request>? _start;
            public int Id;
            public void OnDone(Action<Request> done) => _done += done;
            public void OnStart(Action<Request> start) => _start += start;
            public void Start(bool now) => _start?.Invoke(this);
            public void Cancel(bool now) { var done = _done; _done = null; done?.Invoke(this); }
        }
        class Client
        {
            private readonly SortedDictionary<int, Request> _pending = new();
            private readonly SortedDictionary<int, Request> _other = new();
            public void Send(Request request) { {{registration}} _pending.Add(request.Id, request); }
            public void CancelAll() { foreach (var request in _pending.Values) {{(comesBack ? "[|request.Cancel(true)|]" : "request.Cancel(true)")}}; }
        }
        """);

    // 'child.Parent = null;' whose setter takes the child out of its parent, into which it had put itself.
    [Theory]
    [InlineData("_parent?._children.Add(Id, this);", "[|child.Parent|] = null;")]
    [InlineData("_other._children.Add(Id, this);", "child.Parent = null;")]
    [InlineData("_parent?._children.Add(Id, _other);", "child.Parent = null;")]
    public Task AChildThatPutItselfIn(string insertion, string statement) => Verify(
        $$"""
        using System.Collections.Generic;
        class Node
        {
            private readonly SortedDictionary<int, Node> _children = new();
            private readonly Node _other = null!;
            private Node? _parent;
            public int Id;
            public Node? Parent { get => _parent; set { _parent?._children.Remove(Id); _parent = value; {{insertion}} } }
            public void Explode() { foreach (var child in _children.Values) { {{statement}} } }
        }
        """);

    // An own enumerable that is given the collection it hands the enumerator of.
    [Theory]
    [InlineData("All()", "[|_health.Remove(id)|]")]
    [InlineData("new Query(_health)", "[|_health.Remove(id)|]")]
    [InlineData("new Query(_armour)", "_health.Remove(id)")]
    [InlineData("new Query(new(_health))", "_health.Remove(id)")]
    public Task AnOwnEnumerable(string query, string statement) => Verify(
        $$"""
        using System.Collections.Generic;
        readonly struct Query(SortedDictionary<int, float> health)
        {
            private readonly SortedDictionary<int, float> _health = health;
            public SortedDictionary<int, float>.Enumerator GetEnumerator() => _health.GetEnumerator();
        }
        class Arena
        {
            private readonly SortedDictionary<int, float> _health = new();
            private readonly SortedDictionary<int, float> _armour = new();
            private Query All() => new(_health);
            public void Tick() { foreach (var (id, health) in {{query}}) { {{statement}}; } }
        }
        """);

    [Theory]
    [InlineData("map.Keys.All(k => [|Asks(k)|] == true)")]
    [InlineData("map.Keys.Any(k => [|Asks(k)|] != true)")]
    [InlineData("map.Keys.Any(k => Evicts(k) == true)")]
    [InlineData("map.Keys.Any(k => !!Evicts(k))")]
    [InlineData("map.Keys.All(k => !Evicts(k))")]
    [InlineData("map.Keys.All(k => [|Evicts(k)|])")]
    public Task APredicateThatComparesWhatItAsked(string query) => Verify(
        $$"""
        using System.Collections.Generic;
        using System.Linq;
        class C
        {
            private readonly SortedDictionary<int, int> map = new();
            bool? Asks(int key) { map.TryAdd(key + 1, 0); return key % 2 == 0; }
            bool Evicts(int key) { if (key > 1) return false; map.Remove(key); return true; }
            bool M() => {{query}};
        }
        """);

    // Who gives the callback has the fault, not who runs it.
    [Fact]
    public Task Reports_ACallbackOnce_WhereItIsGiven() => Verify(
        """
        using System;
        using System.Collections.Generic;
        class Table
        {
            private readonly SortedDictionary<int, int> _map = new();
            public void Drop(int key) => _map.Remove(key);
            public void Visit(Action<int> visit) { foreach (var key in _map.Keys) visit(key); }
            public void VisitLater(Action<int> visit) { foreach (var key in _map.Keys) Run(() => visit(key)); }
            private static void Run(Action action) => action();
        }
        class User { void M(Table table, Table other) { table.Visit(key => [|table.Drop(key)|]); table.Visit(other.Drop); table.Visit([|table.Drop|]); } }
        """);

    // The value of the pair at hand is what others find under its key.
    [Theory]
    [InlineData("foreach (var (slot, jobs) in _buckets) foreach (var job in jobs) [|Add(slot, job)|];")]
    [InlineData("foreach (var pair in _buckets) foreach (var job in pair.Value) [|Add(pair.Key, job)|];")]
    [InlineData("foreach (var pair in _buckets) foreach (var job in pair.Value) [|_buckets[pair.Key].Add(job)|];")]
    [InlineData("foreach (var (slot, jobs) in _buckets) foreach (var job in jobs.ToArray()) Add(slot, job);")]
    [InlineData("foreach (var (slot, jobs) in _buckets.ToArray()) foreach (var job in jobs) Add(slot + 1, job);")]
    [InlineData("foreach (var (slot, jobs) in _others) foreach (var job in jobs) Add(slot, job);")]
    [InlineData("foreach (var (slot, jobs) in _buckets) foreach (var job in jobs) { Add(slot, job); break; }")]
    [InlineData("foreach (var (slot, jobs) in _buckets) foreach (var job in jobs) { _buckets[slot] = new(); Add(slot, job); }")]
    public Task TheValueUnderItsKey(string statements) => Verify(
        $$"""
        using System.Collections.Generic;
        using System.Linq;
        class C
        {
            private readonly Dictionary<int, List<string>> _buckets = new();
            private readonly Dictionary<int, List<string>> _others = new();
            private void Add(int slot, string job) { if (!_buckets.TryGetValue(slot, out var jobs)) _buckets.Add(slot, jobs = new()); jobs.Add(job); }
            public void M() { {{statements}} }
        }
        """);

    [Theory]
    [InlineData("IEnumerator<int> IEnumerable<int>.GetEnumerator() => _map.Keys.GetEnumerator();", "[|bag.Drop(key)|]")]
    [InlineData("IEnumerator<int> IEnumerable<int>.GetEnumerator() => _map.Keys.ToList().GetEnumerator();", "bag.Drop(key)")]
    [InlineData("public IEnumerator<int> GetEnumerator() => _map.Keys.ToList().GetEnumerator(); IEnumerator<int> IEnumerable<int>.GetEnumerator() => _map.Keys.GetEnumerator();", "bag.Drop(key)")]
    public Task AnEnumeratorOfTheInterface(string enumerator, string statement) => Verify(
        $$"""
        using System.Collections;
        using System.Collections.Generic;
        using System.Linq;
        class Bag : IEnumerable<int>
        {
            private readonly SortedDictionary<int, int> _map = new();
            public void Drop(int key) => _map.Remove(key);
            {{enumerator}}
            IEnumerator IEnumerable.GetEnumerator() => _map.Keys.GetEnumerator();
        }
        class C { void M(Bag bag) { foreach (var key in bag) {{statement}}; } }
        """);
}
