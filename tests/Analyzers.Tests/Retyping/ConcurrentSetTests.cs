using System.Threading.Tasks;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Retyping;

public sealed class ConcurrentSetTests
{
    private const string Head = "using System;\nusing System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading.Tasks;\n";

    [Theory]
    [InlineData("map.Add(k);", "map.TryAdd(k, 0);")]
    [InlineData("if (map.Add(k)) Use(1);", "if (map.TryAdd(k, 0)) Use(1);")]
    [InlineData("this.map.Add(k /* key */);", "this.map.TryAdd(k, 0 /* key */);")]
    [InlineData("if (map.Contains(k)) Use(1);", "if (map.ContainsKey(k)) Use(1);")]
    [InlineData("map.Remove(k);", "map.TryRemove(k, out _);")]
    [InlineData("if (!map.Remove(k)) Use(1);", "if (!map.TryRemove(k, out _)) Use(1);")]
    [InlineData("if (!map.Contains(k)) map.Add(k);", "map.TryAdd(k, 0);")]
    [InlineData("map.Clear(); Use(map.Count);", "map.Clear(); Use(map.Count);")]
    [InlineData("Use(map.Count());", "Use(map.Count());")]
    [InlineData("if (map.Any()) Use(1);", "if (map.Any()) Use(1);")]
    [InlineData("if (map.Any(x => x.Length > 1)) Use(1);", "if (map.Select(static pair => pair.Key).Any(x => x.Length > 1)) Use(1);")]
    [InlineData("foreach (var x in map) Use(x.Length);", "foreach (var (x, _) in map) Use(x.Length);")]
    [InlineData("foreach (string x in map) Use(x.Length);", "foreach (var (x, _) in map) Use(x.Length);")]
    [InlineData("foreach (object x in map) Use(x.GetHashCode());", "foreach (object x in map.Select(static pair => pair.Key)) Use(x.GetHashCode());")]
    [InlineData("foreach (var x in map.Where(x => x.Length > 1)) Use(x.Length);", "foreach (var x in map.Select(static pair => pair.Key).Where(x => x.Length > 1)) Use(x.Length);")]
    [InlineData("var all = map.ToList(); Use(all.Count);", "var all = map.Select(static pair => pair.Key).ToList(); Use(all.Count);")]
    [InlineData("string[] all = [.. map]; Use(all.Length);", "string[] all = [.. map.Select(static pair => pair.Key)]; Use(all.Length);")]
    [InlineData("var q = from x in map where x.Length > 1 select x; Use(q.Count());", "var q = from x in map.Select(static pair => pair.Key) where x.Length > 1 select x; Use(q.Count());")]
    [InlineData("Use(string.Join(\", \", map).Length);", "Use(string.Join(\", \", map.Select(static pair => pair.Key)).Length);")]
    [InlineData("IEnumerable<string> all = map; Use(all.Count());", "IEnumerable<string> all = map.Select(static pair => pair.Key); Use(all.Count());")]
    [InlineData("var other = new HashSet<string>(map); Use(other.Count);", "var other = new HashSet<string>(map.Select(static pair => pair.Key)); Use(other.Count);")]
    [InlineData("Use(new[] { k }.Count(map.Contains));", "Use(new[] { k }.Count(map.ContainsKey));")]
    [InlineData("var copy = new string[9]; map.CopyTo(copy, 0);", "var copy = new string[9]; map.Keys.CopyTo(copy, 0);")]
    [InlineData("map.UnionWith(new[] { k });", "foreach (var element in new[] { k })\n{\n    map.TryAdd(element, 0);\n}")]
    [InlineData("map.ExceptWith(new[] { k });", "foreach (var element in new[] { k })\n{\n    map.TryRemove(element, out _);\n}")]
    [InlineData("Use(map.Comparer.GetHashCode(k)); Use(nameof(map).Length);", "Use(map.Comparer.GetHashCode(k)); Use(nameof(map).Length);")]
    [InlineData("Fill(map); void Fill(HashSet<string> s) { s.Add(k); }", "Fill(map); void Fill(ConcurrentDictionary<string, byte> s) { s.TryAdd(k, 0); }")]
    [InlineData("HashSet<string> s = map; s.Add(k);", "ConcurrentDictionary<string, byte> s = map; s.TryAdd(k, 0);")]
    public Task Retypes_Uses(string before, string after) => Verify(
        $"class C {{ private readonly HashSet<string> {{|T202:map|}} = new(); void Use(int n) {{ }}\nvoid M(string k)\n{{\n{before}\n}} }}",
        $"class C {{ private readonly ConcurrentDictionary<string, byte> map = new(); void Use(int n) {{ }}\nvoid M(string k)\n{{\n{after}\n}} }}");

    [Theory]
    [InlineData("map.IntersectWith(new[] { k });")]
    [InlineData("map.SymmetricExceptWith(new[] { k });")]
    [InlineData("map.RemoveWhere(x => x.Length > 1);")]
    [InlineData("if (map.IsSubsetOf(new[] { k })) { }")]
    [InlineData("if (map.SetEquals(new[] { k })) { }")]
    [InlineData("if (map.Overlaps(new[] { k })) { }")]
    [InlineData("if (map.TryGetValue(k, out var found)) Console.WriteLine(found);")]
    [InlineData("map.EnsureCapacity(9);")]
    [InlineData("map.CopyTo(new string[9]);")]
    [InlineData("map.Add(item: k);")]
    [InlineData("ISet<string> s = map;")]
    [InlineData("ICollection<string> s = map;")]
    [InlineData("IReadOnlyCollection<string> s = map;")]
    [InlineData("object s = map;")]
    [InlineData("Console.WriteLine(map);")]
    [InlineData("Func<string, bool> add = map.Add;")]
    [InlineData("using var e = map.GetEnumerator();")]
    [InlineData("Elsewhere.Take(map);")]
    [InlineData("map = Elsewhere.Get();")]
    [InlineData("map.UnionWith(/* all */ new[] { k });")]
    [InlineData("System.Threading.Monitor.Enter(map);")]
    [InlineData("var e = map?.ToList();")]
    [InlineData("string[] all = k.Length > 1 ? [.. map] : [.. map?.Where(x => x == k)!];")]
    public Task Refuses_Uses(string code) => Verify(
        $"class C {{ private HashSet<string> {{|T202:map|}} = new(); void M(string k) {{ {code} }} }}\n"
        + "public static class Elsewhere { public static HashSet<string> Get() => new(); public static void Take(HashSet<string> s) { } }",
        null);

    [Theory]
    [InlineData("new()", "new()")]
    [InlineData("[]", "new()")]
    [InlineData("new HashSet<string>()", "new ConcurrentDictionary<string, byte>()")]
    [InlineData("new System.Collections.Generic.HashSet<string>()", "new ConcurrentDictionary<string, byte>()")]
    [InlineData("new(9)", "new(Environment.ProcessorCount, 9)")]
    [InlineData("new(9, StringComparer.Ordinal)", "new(Environment.ProcessorCount, 9, StringComparer.Ordinal)")]
    [InlineData("new(StringComparer.OrdinalIgnoreCase)", "new(StringComparer.OrdinalIgnoreCase)")]
    [InlineData("new(Source)", "new(Source.Distinct().Select(static element => new KeyValuePair<string, byte>(element, 0)))")]
    [InlineData("new(Source, StringComparer.OrdinalIgnoreCase)", "new(Source.Distinct(StringComparer.OrdinalIgnoreCase).Select(static element => new KeyValuePair<string, byte>(element, 0)), StringComparer.OrdinalIgnoreCase)")]
    [InlineData("new(Source ?? [])", "new((Source ?? []).Distinct().Select(static element => new KeyValuePair<string, byte>(element, 0)))")]
    [InlineData("new() { \"a\", \"b\" }", "new() { [\"a\"] = 0, [\"b\"] = 0 }")]
    [InlineData("new HashSet<string>(StringComparer.OrdinalIgnoreCase) { \"a\", \"A\" }", "new ConcurrentDictionary<string, byte>(StringComparer.OrdinalIgnoreCase) { [\"a\"] = 0, [\"A\"] = 0 }")]
    [InlineData("Source.ToHashSet()", "new ConcurrentDictionary<string, byte>(Source.ToHashSet().Select(static element => new KeyValuePair<string, byte>(element, 0)))")]
    [InlineData("new(Source, Comparer())", null)]
    [InlineData("[\"a\"]", null)]
    [InlineData("Foreign()", null)]
    public Task Retypes_Creations(string before, string? after)
    {
        const string Rest = " static readonly string[] Source = []; static IEqualityComparer<string> Comparer() => StringComparer.Ordinal; public static HashSet<string> Foreign() => new();";
        return Verify(
            $"public class C {{ private readonly HashSet<string> {{|T202:map|}} = {before};{Rest} }}",
            after is null ? null : $"public class C {{ private readonly ConcurrentDictionary<string, byte> map = {after};{Rest} }}");
    }

    [Theory]
    [InlineData("class C { private readonly ISet<int> {|T202:map|} = new HashSet<int>(); bool M(int k) => map.Add(k) && map.Contains(k); int N => map.Count; }",
        "class C { private readonly ConcurrentDictionary<int, byte> map = new ConcurrentDictionary<int, byte>(); bool M(int k) => map.TryAdd(k, 0) && map.ContainsKey(k); int N => map.Count; }")]
    [InlineData("static class C { static readonly HashSet<int> {|T202:map|} = []; public static IEnumerable<int> All => map; public static void M(int k) => map.Add(k); }",
        "static class C { static readonly ConcurrentDictionary<int, byte> map = new(); public static IEnumerable<int> All => map.Select(static pair => pair.Key); public static void M(int k) => map.TryAdd(k, 0); }")]
    [InlineData("class C { void M(int[] items) { var {|T202:map|} = new HashSet<int>(); Parallel.ForEach(items, i => { map.Add(i); }); Console.WriteLine(map.Count); } }",
        "class C { void M(int[] items) { var map = new ConcurrentDictionary<int, byte>(); Parallel.ForEach(items, i => { map.TryAdd(i, 0); }); Console.WriteLine(map.Count); } }")]
    [InlineData("class C { private HashSet<int>? {|T202:map|}; void M(int k) { (map ??= new()).Add(k); map?.Remove(k); } }",
        "class C { private ConcurrentDictionary<int, byte>? map; void M(int k) { (map ??= new()).TryAdd(k, 0); map?.TryRemove(k, out _); } }")]
    [InlineData("class C<T> where T : notnull { private readonly HashSet<T> {|T202:map|} = new(); void M(T k) { map.Add(k); } }",
        "class C<T> where T : notnull { private readonly ConcurrentDictionary<T, byte> map = new(); void M(T k) { map.TryAdd(k, 0); } }")]

    // A set can hold null, a dictionary no key that is.
    [InlineData("class C { private readonly HashSet<string?> {|T202:map|} = new(); void M(string? k) { map.Add(k); } }", null)]
    [InlineData("class C { private readonly HashSet<int?> {|T202:map|} = new(); void M(int? k) { map.Add(k); } }", null)]
    [InlineData("class C<T> { private readonly HashSet<T> {|T202:map|} = new(); void M(T k) { map.Add(k); } }", null)]
    [InlineData("#nullable disable\nclass C { private readonly HashSet<string> {|T202:map|} = new(); void M(string k) { map.Add(k); } }", null)]
    [InlineData("#nullable disable\nclass C { private readonly HashSet<int> {|T202:map|} = new(); void M(int k) { map.Add(k); } }",
        "#nullable disable\nclass C { private readonly ConcurrentDictionary<int, byte> map = new(); void M(int k) { map.TryAdd(k, 0); } }")]

    // Others can see it.
    [InlineData("public class C { public readonly HashSet<string> {|T202:map|} = new(); }", null)]
    public Task Retypes_Declarations(string before, string? after) => Verify(before, after);

    [Fact]
    public Task Retypes_Uses_WithoutWhatIsNewer() => new Test202Set
    {
        TestCode = "using System.Collections.Generic;\nclass C { private readonly HashSet<int> {|T202:map|} = new HashSet<int>(); int M() { var sum = 0; foreach (var x in map) sum += x; return sum; } }\n",
        FixedCode = "using System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Linq;\nclass C { private readonly ConcurrentDictionary<int, byte> map = new ConcurrentDictionary<int, byte>(); int M() { var sum = 0; foreach (var x in map.Select(pair => pair.Key)) sum += x; return sum; } }\n",
        ReferenceAssemblies = ReferenceAssemblies.NetFramework.Net472.Default,
        Extra = { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp7_3, NullableContextOptions = Microsoft.CodeAnalysis.NullableContextOptions.Disable },
    }.RunAsync();

    private static Task Verify(string before, string? after)
    {
        var test = new Test202Set { TestCode = Head + before + "\n" };
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
