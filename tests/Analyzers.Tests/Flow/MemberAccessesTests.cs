using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Tests.Vocabulary;
using DictionaryAnalyzers.Vocabulary;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>What a type does with the collection in its field <c>d</c>, when, and under which locks.</summary>
public class MemberAccessesTests
{
    [Theory]
    [InlineData("a look-up", "int M() => d[1];", "Read Lookup")]
    [InlineData("an indexer that writes", "void M() => d[1] = 2;", "Write Upsert")]
    [InlineData("a compound assignment", "void M() => d[1] += 2;", "Write Overwrite")]
    [InlineData("a call", "void M() => d.Add(1, 2);", "Write InsertOrThrow")]
    [InlineData("an extension", "void M() => d.TryAdd(1, 2);", "Write Insert")]
    [InlineData("a ref into it", "void M() => CollectionsMarshal.GetValueRefOrAddDefault(d, 1, out _) = 3;", "Write Insert")]
    [InlineData("a count", "int M() => d.Count;", "Read Count")]
    [InlineData("a loop", "void M() { foreach (var p in d) { } }", "Read Enumerate")]
    [InlineData("a loop over a view", "void M() { foreach (var k in d.Keys) { } }", "Read Enumerate")]
    [InlineData("a copy", "object M() => new List<int>(d.Values);", "Read Snapshot")]
    [InlineData("a spread", "int[] M() => [.. d.Keys];", "Read Snapshot")]
    [InlineData("a queue made of it", "object M() => new Queue<int>(d.Values);", "Read")]
    [InlineData("a query that is consumed", "int M() => d.Where(p => p.Key > 1).Select(p => p.Value).Sum();", "Read")]
    [InlineData("a view that is asked", "bool M() => d.Keys.Contains(1);", "Read Contains")]
    [InlineData("a view's own method", "void M(int[] a) => d.Keys.CopyTo(a, 0);", "Read")]
    [InlineData("joined to a text", "string M() => string.Join(\", \", d.Keys);", "Read")]
    [InlineData("conditional access", "int? M() => d?.Count;", "Read Count")]
    [InlineData("conditional access to a view", "int? M() => d?.Keys.ToList().Count;", "Read")]
    [InlineData("a pattern", "bool M() => d is { Count: > 0 };", "Read Count")]
    [InlineData("a name given by a pattern", "int M() => d is { } map ? map[1] : 0;", "Read Lookup")]
    [InlineData("a local name", "void M() { var map = d; map.Remove(1); }", "Write Remove")]
    [InlineData("a name of a name", "void M() { var map = d; var same = map; same.Clear(); }", "Write Clear")]
    [InlineData("a name assigned later", "void M() { Dictionary<int, int> map; map = d; map.Clear(); }", "Write Clear")]
    [InlineData("a name for other things too", "void M(Dictionary<int, int> o) { var map = d; map = o; map.Clear(); }", "HandedOn")]
    [InlineData("a query run later", "int M() { var query = d.Where(p => p.Key > 1); return query.Count(); }", "Read")]
    [InlineData("read through Volatile", "int M() => Volatile.Read(ref d)[1];", "Read Lookup")]
    [InlineData("an initializer", "object M() => new C { d = { [1] = 2 } };", "Nothing Construction")]
    [InlineData("a private property", "private Dictionary<int, int> P => d; void M() => P.Clear();", "Write Clear")]
    [InlineData("a property that creates", "private Dictionary<int, int> P => d ??= new(); void M() => P.Clear();", "Write Clear")]
    [InlineData("a property that copies", "private Dictionary<int, int> P => new(d); void M() => P.Clear();", "Read Snapshot")]
    [InlineData("another's", "int M(C other) => other.d[1];", "Read Lookup")]
    [InlineData("compared with null", "bool M() => d == null;", "Nothing")]
    [InlineData("tested for null", "bool M() => d is not null;", "Nothing")]
    [InlineData("locked", "void M() { lock (d) { } }", "Nothing")]
    [InlineData("its comparer", "object M() => d.Comparer;", "Nothing")]
    [InlineData("checked", "void M() => ArgumentNullException.ThrowIfNull(d);", "Nothing")]
    [InlineData("replaced", "void M() => d = new();", "Replaced")]
    [InlineData("exchanged", "object M() => Interlocked.Exchange(ref d, new());", "Replaced")]
    [InlineData("returned", "Dictionary<int, int> M() => d;", "Returned")]
    [InlineData("a view returned", "IEnumerable<int> M() { return d.Values; }", "Returned")]
    [InlineData("a query returned", "IEnumerable<int> M() => d.Where(p => p.Key > 1).Select(p => p.Value);", "Returned")]
    [InlineData("a wrapper returned", "object M() => new ReadOnlyDictionary<int, int>(d);", "Returned")]
    [InlineData("a public property", "public Dictionary<int, int> P => d;", "Returned")]
    [InlineData("returned by a lambda", "Func<object> M() => () => d;", "HandedOn")]
    [InlineData("passed on", "void M() => Use(d); void Use(object o) { }", "HandedOn")]
    [InlineData("kept", "object f; void M() => f = d;", "HandedOn")]
    [InlineData("named only", "string M() => nameof(d);", "Nothing")]
    [InlineData("in a lambda", "Action M() => () => d.Clear();", "Write Clear")]
    [InlineData("in a local function", "void M() { L(); void L() => d.Clear(); }", "Write Clear")]
    [InlineData("in a nested type", "class N { void M(C c) => c.d.Clear(); }", "Write Clear")]
    [InlineData("in another part", "} partial class C { void M() => d.Clear();", "Write Clear")]
    [InlineData("two in one expression", "int M() => d.ContainsKey(1) ? d[1] : 0;", "Read Contains, Read Lookup")]
    public void AnAccess_HasItsVerb(string what, string members, string expected) => Check(what, members, expected);

    [Theory]
    [InlineData("a constructor", "C() => d.Add(1, 2);", "Write InsertOrThrow Construction")]
    [InlineData("a lambda that the constructor runs", "C(List<int> l) => l.ForEach(x => d.Add(x, 2));", "Write InsertOrThrow Construction")]
    [InlineData("a lambda that the constructor keeps", "Action a; C() => a = () => d.Add(1, 2);", "Write InsertOrThrow")]
    [InlineData("a lambda that the constructor starts", "C() => Task.Run(() => d.Add(1, 2));", "Write InsertOrThrow")]
    [InlineData("only called by constructors", "C() => Fill(); C(int n) { Fill(); } void Fill() => d.Add(1, 2);", "Write InsertOrThrow Construction")]
    [InlineData("called by constructors through another", "C() => Fill(); void Fill() => Put(1); void Put(int n) { if (n > 1) Put(n - 1); d.Add(n, 2); }", "Write InsertOrThrow Construction")]
    [InlineData("called by others too", "C() => Fill(); public void M() => Fill(); void Fill() => d.Add(1, 2);", "Write InsertOrThrow")]
    [InlineData("public and called by the constructor", "C() => Fill(); public void Fill() => d.Add(1, 2);", "Write InsertOrThrow")]
    [InlineData("a start of a framework", "public void Initialize() => d.Add(1, 2);", "Write InsertOrThrow Construction")]
    [InlineData("a private method with the name of a start", "public void M() => Initialize(); void Initialize() => d.Add(1, 2);", "Write InsertOrThrow")]
    [InlineData("deserialized", "[System.Runtime.Serialization.OnDeserialized] void M(System.Runtime.Serialization.StreamingContext c) => d.Clear();", "Write Clear Construction")]
    [InlineData("Dispose", "public void Dispose() => d.Clear();", "Write Clear Ending")]
    [InlineData("Dispose of the pattern", "protected virtual void Dispose(bool disposing) => d.Clear();", "Write Clear Ending")]
    [InlineData("Dispose of an entry", "void Dispose(string key) => d.Clear();", "Write Clear")]
    [InlineData("only called by Dispose", "public void Dispose() => Drop(); void Drop() => d.Clear();", "Write Clear Ending")]
    [InlineData("a finalizer", "~C() => d.Clear();", "Write Clear Ending")]
    [InlineData("the Dispose of another type", "class N(C c) : IDisposable { public void Dispose() => c.d.Clear(); }", "Write Clear")]
    [InlineData("an object just made", "object M() { var c = new C(); c.d.Add(1, 2); return c; }", "Write InsertOrThrow Construction")]
    [InlineData("another's constructor", "class N { public N(C c) => c.d.Clear(); }", "Write Clear")]
    public void AnAccess_HasItsPhase(string what, string members, string expected) => Check(what, members, expected);

    [Theory]
    [InlineData("its own lock", "void M() { lock (gate) d.Clear(); }", "Write Clear [This.gate]")]
    [InlineData("itself", "void M() { lock (d) d.Clear(); }", "Nothing, Write Clear [This.d]")]
    [InlineData("a static lock", "void M() { lock (shared) d.Clear(); }", "Write Clear [Static.shared]")]
    [InlineData("a reader", "int M() { rw.EnterReadLock(); try { return d[1]; } finally { rw.ExitReadLock(); } }", "Read Lookup [This.rw:Shared]")]
    [InlineData("another's lock", "void M(C other) { lock (other.gate) other.d.Clear(); }", "Write Clear [This.gate]")]
    [InlineData("the own lock for another", "void M(C other) { lock (gate) other.d.Clear(); }", "Write Clear [This.gate of others]")]
    [InlineData("the owner's lock in a nested type", "class N(C c) { void M() { lock (c.gate) c.d.Clear(); } }", "Write Clear [This.gate]")]
    [InlineData("an alias", "void M() { lock (gate) { var map = d; map.Clear(); } }", "Write Clear [This.gate]")]
    [InlineData("an alias that outlives the lock", "void M() { Dictionary<int, int> map; lock (gate) { map = d; } map.Clear(); }", "Write Clear")]
    [InlineData("a query that outlives the lock", "int M() { IEnumerable<int> q; lock (gate) { q = d.Keys.Where(k => k > 1); } return q.Count(); }", "Read")]
    [InlineData("a lambda that outlives the lock", "Action M() { lock (gate) { return () => d.Clear(); } }", "Write Clear")]
    [InlineData("by every caller", "void M() { lock (gate) Put(); } void N() { lock (gate) Put(); } void Put() => d.Clear();", "Write Clear [This.gate]")]
    [InlineData("not by every caller", "void M() { lock (gate) Put(); } void N() => Put(); void Put() => d.Clear();", "Write Clear")]
    [InlineData("synchronized", "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] void M() => d.Clear();", "Write Clear [This]")]
    public void AnAccess_HasItsLocks(string what, string members, string expected) => Check(what, members, expected);

    [Theory]
    [InlineData("an instance's lock", "static void M(C c) { lock (c.gate) s.Clear(); }", "Write Clear")]
    [InlineData("this", "void M() { lock (this) s.Clear(); }", "Write Clear")]
    [InlineData("a static lock", "static void M() { lock (shared) s.Clear(); }", "Write Clear [Static.shared]")]
    [InlineData("the type", "static void M() { lock (typeof(C)) s.Clear(); }", "Write Clear [C]")]
    [InlineData("the static constructor", "static C() => s.Clear();", "Write Clear Construction")]
    [InlineData("an instance constructor", "C() => s.Clear();", "Write Clear")]
    [InlineData("an instance's Dispose", "public void Dispose() => s.Clear();", "Write Clear")]
    public void AStaticCollection_HasStaticLocksOnly(string what, string members, string expected) => Check(what, members, expected, "s");

    [Fact]
    public void OnlyCollectionsThatAreNotMadeForThreads_AreAskedFor()
    {
        var probe = Probe.OfTypes("""
            class C
            {
                Dictionary<int, int> a = new();
                IDictionary<int, int> b;
                HashSet<int> Auto { get; } = new();
                HashSet<int> Computed => new();
                ConcurrentDictionary<int, int> c = new();
                object d;
                static List<int> e;
            }
            """);
        var members = probe.Compilation.GetTypeByMetadataName("C")!.GetMembers().Where(member => !member.IsImplicitlyDeclared);
        Assert.Equal(["a", "b", "Auto", "e"], members.Where(probe.Model.Accesses.MayBeAskedFor).Select(member => member.Name));
    }

    private static void Check(string what, string members, string expected, string field = "d")
    {
        Assert.NotEmpty(what);
        var probe = Probe.OfTypes($$"""
            using System.Threading;
            #nullable disable
            partial class C
            {
                Dictionary<int, int> d = new();
                static Dictionary<int, int> s = new();
                readonly object gate = new();
                static readonly object shared = new();
                readonly ReaderWriterLockSlim rw = new();
                {{members}}
            }
            """);
        var member = probe.Compilation.GetTypeByMetadataName("C")!.GetMembers(field).Single();
        Assert.Equal(expected, string.Join(", ", probe.Model.Accesses.Of(member, CancellationToken.None).Select(access => Told(access, probe))));
    }

    private static string Told(CollectionAccess access, Probe probe)
    {
        var locks = probe.Model.AccessLocks.Of(access, CancellationToken.None)
            .Select(held => $"{held.Lock.Path}{(held.Mode is LockMode.Exclusive ? "" : $":{held.Mode}")}{(held.Lock.IsOfOwner || held.Lock.Path.Root.Kind is PathRootKind.Static or PathRootKind.Constant ? "" : " of others")}");
        string[] parts =
        [
            access.Nature.ToString(),
            access.Verb is Verb.None ? "" : access.Verb.ToString(),
            access.Phase is LifePhase.Life ? "" : access.Phase.ToString(),
            string.Join(" ", locks) is { Length: > 0 } held ? $"[{held}]" : "",
        ];
        return string.Join(" ", parts.Where(part => part.Length > 0));
    }
}
