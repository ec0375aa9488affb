using System.Threading.Tasks;
using Xunit;

namespace DictionaryAnalyzers.Tests.Retyping;

public sealed class ConcurrentMapTests
{
    private const string Head = "using System;\nusing System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading.Tasks;\n";

    // A body in a class with a field; the field's retyping is always the same.
    [Theory]
    [InlineData("map[k] = 1;", "map[k] = 1;")]
    [InlineData("map.Add(k, 1);", "((IDictionary<string, int>)map).Add(k, 1);")]
    [InlineData("this.map.Add(k, 1);", "((IDictionary<string, int>)this.map).Add(k, 1);")]
    [InlineData("map.Remove(k);", "map.TryRemove(k, out _);")]
    [InlineData("map.Remove(key: k);", "map.TryRemove(key: k, value: out _);")]
    [InlineData("if (map.Remove(k)) Use(1);", "if (map.TryRemove(k, out _)) Use(1);")]
    [InlineData("if (map.Remove(k, out var v)) Use(v);", "if (map.TryRemove(k, out var v)) Use(v);")]
    [InlineData("foreach (var _ in map) map.Remove(k);", "foreach (var _ in map) map.TryRemove(k, out var _);")]
    [InlineData("if (map.TryGetValue(k, out var v)) Use(v);", "if (map.TryGetValue(k, out var v)) Use(v);")]
    [InlineData("Use(map.ContainsValue(3) ? 1 : 0);", "Use(map.Values.Contains(3) ? 1 : 0);")]
    [InlineData("Use(map.Count); map.Clear();", "Use(map.Count); map.Clear();")]
    [InlineData("Use(map.GetValueOrDefault(k));", "Use(map.GetValueOrDefault(k));")]
    [InlineData("map.TryAdd(k, 2);", "map.TryAdd(k, 2);")]
    [InlineData("foreach (var p in map) Use(p.Value);", "foreach (var p in map) Use(p.Value);")]
    [InlineData("foreach (var (n, v) in map) Use(v);", "foreach (var (n, v) in map) Use(v);")]
    [InlineData("foreach (var n in map.Keys.ToList()) map[n] = 1;", "foreach (var n in map.Keys.ToList()) map[n] = 1;")]
    [InlineData("Use(map.Where(p => p.Value > 1).Sum(p => p.Value));", "Use(map.Where(p => p.Value > 1).Sum(p => p.Value));")]
    [InlineData("var q = from p in map where p.Value > 1 select p.Key; Use(q.Count());", "var q = from p in map where p.Value > 1 select p.Key; Use(q.Count());")]
    [InlineData("map[k] = 1; var all = map.ToList(); all.Add(new(k, 1));", "map[k] = 1; var all = map.ToArray().ToList(); all.Add(new(k, 1));")]
    [InlineData("map[k] = 1; var all = map.OrderBy(p => p.Key).ToList(); Use(all.Count);", "map[k] = 1; var all = map.ToArray().OrderBy(p => p.Key).ToList(); Use(all.Count);")]
    [InlineData("if (!map.ContainsKey(k)) map.Add(k, 1);", "map.TryAdd(k, 1);")]
    [InlineData("lock (gate) { if (!map.ContainsKey(k)) map.Add(k, 1); }", "lock (gate) { if (!map.ContainsKey(k)) map.TryAdd(k, 1); }")]
    [InlineData("if (map.ContainsKey(k)) return; map.Add(k, 1);", "map.TryAdd(k, 1);")]
    [InlineData("map[k]++;", "map.AddOrUpdate(k, static _ => throw new KeyNotFoundException(), static (_, old) => old + 1);")]
    [InlineData("if (map.TryGetValue(k, out var n)) map[k] = n + 1; else map[k] = 1;", "map.AddOrUpdate(k, 1, static (_, n) => n + 1);")]
    [InlineData("if (map.TryGetValue(k, out var n)) map[k] = n + 1; else map.Add(k, 1);", "map.AddOrUpdate(k, 1, static (_, n) => n + 1);")]
    [InlineData("var keys = map.Keys; Use(keys.Count);", "var keys = map.Keys; Use(keys.Count);")]
    [InlineData("Dictionary<string, int>.KeyCollection keys = map.Keys; Use(keys.Count);", "ICollection<string> keys = map.Keys; Use(keys.Count);")]
    [InlineData("Dictionary<string, int>.ValueCollection vs = map.Values; Use(vs.Count);", "ICollection<int> vs = map.Values; Use(vs.Count);")]
    [InlineData("IDictionary<string, int> d = map; d.Add(k, 2);", "IDictionary<string, int> d = map; d.Add(k, 2);")]
    [InlineData("((IDictionary<string, int>)map).Add(k, 2);", "((IDictionary<string, int>)map).Add(k, 2);")]
    [InlineData("Read(map); void Read(IReadOnlyDictionary<string, int> d) { Use(d[k]); }", "Read(map); void Read(IReadOnlyDictionary<string, int> d) { Use(d[k]); }")]
    [InlineData("Fill(map); void Fill(Dictionary<string, int> d) { d.Remove(k); }", "Fill(map); void Fill(ConcurrentDictionary<string, int> d) { d.TryRemove(k, out _); }")]
    [InlineData("var d = map; d.Remove(k);", "var d = map; d.TryRemove(k, out _);")]
    [InlineData("Dictionary<string, int> d = map; d.Remove(k);", "ConcurrentDictionary<string, int> d = map; d.TryRemove(k, out _);")]
    [InlineData("using var e = map.GetEnumerator(); while (e.MoveNext()) Use(e.Current.Value);", "using var e = map.GetEnumerator(); while (e.MoveNext()) Use(e.Current.Value);")]
    [InlineData("Use(new[] { k }.Count(map.ContainsKey));", "Use(new[] { k }.Count(map.ContainsKey));")]
    [InlineData("Use(map.Comparer.GetHashCode(k)); Use(nameof(map).Length);", "Use(map.Comparer.GetHashCode(k)); Use(nameof(map).Length);")]
    public Task Retypes_Uses(string before, string after) => Verify(
            $"class C {{ private readonly Dictionary<string, int> {{|T202:map|}} = new(); private readonly object gate = new(); void Use(int n) {{ }} void M(string k) {{ {before} }} }}",
            $"class C {{ private readonly ConcurrentDictionary<string, int> map = new(); private readonly object gate = new(); void Use(int n) {{ }} void M(string k) {{ {after} }} }}");

    [Theory]
    [InlineData("map?.Add(k, 1);", "((IDictionary<string, int>?)map)?.Add(k, 1);")]
    [InlineData("map?.Remove(k);", "map?.TryRemove(k, out _);")]
    [InlineData("if (map is { } m) m.Remove(k);", null)]
    [InlineData("if (map is null) return; map.Remove(k);", "if (map is null) return; map.TryRemove(k, out _);")]
    [InlineData("map ??= new(); map.Remove(k);", "map ??= new(); map.TryRemove(k, out _);")]
    [InlineData("(map ??= new Dictionary<string, int>()).Remove(k);", "(map ??= new ConcurrentDictionary<string, int>()).TryRemove(k, out _);")]
    [InlineData("(map ??= new())[k] = 1;", "(map ??= new())[k] = 1;")]
    [InlineData("map = null;", "map = null;")]
    public Task Retypes_UsesOfWhatMayBeNull(string before, string? after) => Verify(
        $"class C {{ private Dictionary<string, int>? {{|T202:map|}}; void M(string k) {{ {before} }} }}",
        after is null ? null : $"class C {{ private ConcurrentDictionary<string, int>? map; void M(string k) {{ {after} }} }}");

    [Theory]
    [InlineData("if (!map.TryGetValue(k, out var v)) { v = map.Count; map.Add(k, v); } Console.WriteLine(v);")]
    [InlineData("map.EnsureCapacity(9);")]
    [InlineData("map.TrimExcess();")]
    [InlineData("System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(map, k, out _) = 1;")]
    [InlineData("Fill(ref map); void Fill(ref Dictionary<string, int> d) { }")]
    [InlineData("if ((object)map is Dictionary<string, int>) { }")]
    [InlineData("lock (((System.Collections.ICollection)map).SyncRoot) { }")]
    [InlineData("System.Threading.Monitor.Enter(map);")]
    [InlineData("object o = map;")]
    [InlineData("Console.WriteLine(map);")]
    [InlineData("var text = $\"{map}\";")]
    [InlineData("Task.Run<Dictionary<string, int>>(() => map);")]
    [InlineData("map.Equals(null);")]
    [InlineData("var e = new Dictionary<string, int>.Enumerator(); e = map.GetEnumerator();")]
    [InlineData("Action<string, int> add = map.Add;")]
    [InlineData("Func<string, bool> remove = map.Remove;")]
    [InlineData("((ICollection<KeyValuePair<string, int>>)map).CopyTo(new KeyValuePair<string, int>[9], 0); map[k] = 1;")]
    [InlineData("foreach (var n in map.Keys) { map.Remove(n + 1); }")]
    [InlineData("var keys = map.Keys; map[k] = 1; Console.WriteLine(keys.Count);")]
    [InlineData("foreach (var n in new[] { 1, 2 }) { map[k] = 1; if (map.Count > n) { map.Clear(); } }")]
    [InlineData("map = Elsewhere.Get();")]
    [InlineData("Elsewhere.Take(map);")]
    [InlineData("var t = (map, 1);")]
    [InlineData("dynamic x = k; map.Add(x, 1);")]
    [InlineData("if (map.TryGetValue(k, out var n) && n > 3) { Console.WriteLine(); map[k] = n + 1; Console.Write(n); }")]
    public Task Refuses_Uses(string code) => Verify(
        $"class C {{ private Dictionary<string, int> {{|T202:map|}} = new(); void M(string k) {{ {code} }} }}\n"
        + "public static class Elsewhere { public static Dictionary<string, int> Get() => new(); public static void Take(Dictionary<string, int> d) { } }",
        null);

    [Theory]
    [InlineData("new()", "new()")]
    [InlineData("[]", "[]")]
    [InlineData("new Dictionary<string, int>()", "new ConcurrentDictionary<string, int>()")]
    [InlineData("new System.Collections.Generic.Dictionary<string, int>()", "new ConcurrentDictionary<string, int>()")]
    [InlineData("new Dictionary<string, int>(9)", "new ConcurrentDictionary<string, int>(Environment.ProcessorCount, 9)")]
    [InlineData("new(9)", "new(Environment.ProcessorCount, 9)")]
    [InlineData("new(9, StringComparer.Ordinal)", "new(Environment.ProcessorCount, 9, StringComparer.Ordinal)")]
    [InlineData("new(capacity: 9)", "new(Environment.ProcessorCount, capacity: 9)")]
    [InlineData("new(StringComparer.Ordinal)", "new(StringComparer.Ordinal)")]
    [InlineData("new(comparer: StringComparer.Ordinal)", "new(comparer: StringComparer.Ordinal)")]
    [InlineData("new(Source)", "new(Source)")]
    [InlineData("new(Source, StringComparer.Ordinal)", "new(Source, StringComparer.Ordinal)")]
    [InlineData("new() { { \"a\", 1 }, { \"b\", 2 } }", "new() { [\"a\"] = 1, [\"b\"] = 2 }")]
    [InlineData("new() { [\"a\"] = 1, [Key] = 2 }", "new() { [\"a\"] = 1, [Key] = 2 }")]
    [InlineData("new(StringComparer.Ordinal) { { \"a\", 1 }, { Key, 2 } }", "new(new Dictionary<string, int>(StringComparer.Ordinal) { { \"a\", 1 }, { Key, 2 } }, StringComparer.Ordinal)")]
    [InlineData("new Dictionary<string, int> { { \"a\", 1 }, { \"A\", 2 } }", "new ConcurrentDictionary<string, int>(new Dictionary<string, int> { { \"a\", 1 }, { \"A\", 2 } })")]
    [InlineData("Source.ToDictionary(p => p.Key, p => p.Value)", "new ConcurrentDictionary<string, int>(Source.ToDictionary(p => p.Key, p => p.Value))")]
    [InlineData("Source.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal)", "new ConcurrentDictionary<string, int>(Source.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), StringComparer.Ordinal)")]
    [InlineData("Source.ToDictionary(p => p.Key, p => p.Value, Comparer())", null)]
    [InlineData("Key.Length > 1 ? new() : new Dictionary<string, int>(3)", "Key.Length > 1 ? new() : new ConcurrentDictionary<string, int>(Environment.ProcessorCount, 3)")]
    [InlineData("Make()", "Make()")]
    [InlineData("Foreign()", null)]
    public Task Retypes_Creations(string before, string? after)
    {
        const string Rest = " static readonly Dictionary<string, int> Source = new(); static string Key => \"k\"; static IEqualityComparer<string> Comparer() => StringComparer.Ordinal; public static Dictionary<string, int> Foreign() => new();";
        return Verify(
            $"public class C {{ private readonly Dictionary<string, int> {{|T202:map|}} = {before};{Rest} private static Dictionary<string, int> Make() => new(); }}",
            after is null ? null : $"public class C {{ private readonly ConcurrentDictionary<string, int> map = {after};{Rest} private static {(after == "Make()" ? "ConcurrentDictionary" : "Dictionary")}<string, int> Make() => new(); }}");
    }

    [Theory]

    // Interfaces that are given a dictionary.
    [InlineData("class C { private readonly IDictionary<string, int> {|T202:map|} = new Dictionary<string, int>(); void M() { map.Add(\"a\", 1); map.Remove(\"b\"); foreach (var p in map) { } } int N => map.Count; }",
        "class C { private readonly ConcurrentDictionary<string, int> map = new ConcurrentDictionary<string, int>(); void M() { ((IDictionary<string, int>)map).Add(\"a\", 1); map.TryRemove(\"b\", out _); foreach (var p in map) { } } int N => map.Count; }")]
    [InlineData("class C { private IReadOnlyDictionary<string, int> {|T202:map|} = new Dictionary<string, int>(); int M() => map[\"a\"]; }",
        "class C { private ConcurrentDictionary<string, int> map = new ConcurrentDictionary<string, int>(); int M() => map[\"a\"]; }")]
    [InlineData("class C { private readonly IDictionary<string, int> {|T202:map|} = new SortedDictionary<string, int>(); }", null)]

    // Static; a property; what a property returns; two in one declaration; an alias; a namespace that is written out.
    [InlineData("static class C { static readonly Dictionary<string, int> {|T202:map|} = new(); public static IReadOnlyDictionary<string, int> All => map; static void M() { map[\"a\"] = 1; } }",
        "static class C { static readonly ConcurrentDictionary<string, int> map = new(); public static IReadOnlyDictionary<string, int> All => map; static void M() { map[\"a\"] = 1; } }")]
    [InlineData("class C { private Dictionary<string, int> {|T202:Map|} { get; } = new(); void M() { Map.Remove(\"a\"); } }",
        "class C { private ConcurrentDictionary<string, int> Map { get; } = new(); void M() { Map.TryRemove(\"a\", out _); } }")]
    [InlineData("class C { private Dictionary<string, int>? {|T202:map|}; private Dictionary<string, int> All => map ??= new Dictionary<string, int>(); void M() { All.Remove(\"a\"); } }",
        "class C { private ConcurrentDictionary<string, int>? map; private ConcurrentDictionary<string, int> All => map ??= new ConcurrentDictionary<string, int>(); void M() { All.TryRemove(\"a\", out _); } }")]
    [InlineData("class C { private readonly Dictionary<string, int> {|T202:map|} = new(), {|T202:map2|} = new(); void M() { map2.Remove(\"a\"); } }",
        "class C { private readonly ConcurrentDictionary<string, int> map = new(), map2 = new(); void M() { map2.TryRemove(\"a\", out _); } }")]
    [InlineData("class C { private readonly System.Collections.Generic.Dictionary<string, int> {|T202:map|} = new(); }",
        "class C { private readonly ConcurrentDictionary<string, int> map = new(); }")]
    [InlineData("class C { private readonly Dictionary<string, int> {|T202:map|}, {|T202:map2|}; C() { (map, map2) = (new(), new Dictionary<string, int>()); } }",
        "class C { private readonly ConcurrentDictionary<string, int> map, map2; C() { (map, map2) = (new(), new ConcurrentDictionary<string, int>()); } }")]
    [InlineData("class C { private readonly Dictionary<string, int> {|T202:map|}; C() { var built = new Dictionary<string, int>(); built.Add(\"a\", 1); map = built; } }",
        "class C { private readonly ConcurrentDictionary<string, int> map; C() { var built = new ConcurrentDictionary<string, int>(); ((IDictionary<string, int>)built).Add(\"a\", 1); map = built; } }")]

    // Locals, also those that a lambda sees.
    [InlineData("class C { void M(int[] items) { var {|T202:map|} = new Dictionary<int, int>(); System.Threading.Tasks.Parallel.ForEach(items, i => { map[i] = i; }); Console.WriteLine(map.Count); } }",
        "class C { void M(int[] items) { var map = new ConcurrentDictionary<int, int>(); System.Threading.Tasks.Parallel.ForEach(items, i => { map[i] = i; }); Console.WriteLine(map.Count); } }")]
    [InlineData("class C { void M(int[] items) { Dictionary<int, int> {|T202:map|} = new(); System.Threading.Tasks.Parallel.ForEach(items, i => map.Add(i, i)); } }",
        "class C { void M(int[] items) { ConcurrentDictionary<int, int> map = new(); System.Threading.Tasks.Parallel.ForEach(items, i => ((IDictionary<int, int>)map).Add(i, i)); } }")]
    [InlineData("class C { Dictionary<int, int> M(int[] items) { var {|T202:map|} = new Dictionary<int, int>(); return map; } public void N(C c) { foreach (var p in c.M([])) { } } }",
        "class C { ConcurrentDictionary<int, int> M(int[] items) { var map = new ConcurrentDictionary<int, int>(); return map; } public void N(C c) { foreach (var p in c.M([])) { } } }")]
    [InlineData("public class C { public Dictionary<int, int> M(int[] items) { var {|T202:map|} = new Dictionary<int, int>(); return map; } }", null)]
    [InlineData("public class C { public IDictionary<int, int> M(int[] items) { var {|T202:map|} = new Dictionary<int, int>(); return map; } }",
        "public class C { public IDictionary<int, int> M(int[] items) { var map = new ConcurrentDictionary<int, int>(); return map; } }")]

    // Generic, nested, documented, with comments.
    [InlineData("class C<T> where T : notnull { private readonly Dictionary<T, List<T>> {|T202:map|} = new(); void M(T t) { map.Add(t, new()); } }",
        "class C<T> where T : notnull { private readonly ConcurrentDictionary<T, List<T>> map = new(); void M(T t) { ((IDictionary<T, List<T>>)map).Add(t, new()); } }")]
    [InlineData("class C { private readonly Dictionary</* name */ string, int> {|T202:map|} = new() /* empty */; /// <summary>See <see cref=\"map\"/>.</summary>\n void M() { map.Remove(\"a\" /* one */); } }",
        "class C { private readonly ConcurrentDictionary</* name */ string, int> map = new() /* empty */; /// <summary>See <see cref=\"map\"/>.</summary>\n void M() { map.TryRemove(\"a\", out _ /* one */); } }")]

    // What others can see, or find.
    [InlineData("public class C { public readonly Dictionary<string, int> {|T202:map|} = new(); }", null)]
    [InlineData("[Serializable] class C { private readonly Dictionary<string, int> {|T202:map|} = new(); }", null)]
    [InlineData("class C { public Dictionary<string, int> {|T202:Map|} { get; set; } = new(); }", null)]
    [InlineData("class C { private readonly Dictionary<string, int> {|T202:map|}; public C(Dictionary<string, int> given) { map = given; } } class D { C c = new(new()); }",
        "class C { private readonly ConcurrentDictionary<string, int> map; public C(ConcurrentDictionary<string, int> given) { map = given; } } class D { C c = new(new()); }")]
    public Task Retypes_Declarations(string before, string? after) => Verify(before, after);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public Task Retypes_PublicApi_WhereTheOptionAllowsIt(string value, bool isRetyped)
    {
        const string Before = "public class C { public readonly Dictionary<string, int> {|T202:map|} = new(); public Dictionary<string, int> {|T202:Map|} { get; } = new(); public void M() { map.Remove(\"a\"); } }";
        const string After = "public class C { public readonly ConcurrentDictionary<string, int> map = new(); public ConcurrentDictionary<string, int> Map { get; } = new(); public void M() { map.TryRemove(\"a\", out _); } }";
        return Verify(Before, isRetyped ? After : null, ("dictionary_analyzers.retype_public_api", value));
    }

    [Fact]
    public Task Adds_TheDirectiveBelowWhatBelongsToTheFile()
    {
        const string Before = "#region License\n// MIT\n#endregion\n\nnamespace N\n{\n    class C { private readonly System.Collections.Generic.Dictionary<string, int> {|T202:map|} = new(); }\n}\n";
        const string After = "#region License\n// MIT\n#endregion\n\nusing System.Collections.Concurrent;\n\nnamespace N\n{\n    class C { private readonly ConcurrentDictionary<string, int> map = new(); }\n}\n";
        return new Test202 { TestCode = Before, FixedCode = After }.RunAsync();
    }

    private static Task Verify(string before, string? after, params (string Key, string Value)[] options)
    {
        var test = new Test202 { TestCode = Head + before + "\n" };
        foreach (var (key, value) in options)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\n{key} = {value}\n"));
        }

        if (after is null)
        {
            test.Extra.OfferedEquivalenceKeys = [];
        }
        else
        {
            test.FixedCode = Head + after + "\n";
        }

        return test.RunAsync();
    }
}
