using System.Threading.Tasks;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Retyping;

public sealed class PublishedCopyTests
{
    private const string Head = "using System;\nusing System.Collections.Generic;\nusing System.Collections.Immutable;\nusing System.Linq;\nusing System.Threading;\n";

    private const string Readers = " bool Has(string k) => map.ContainsKey(k); int N() => map.Count; int V(string k) => map[k];";

    private const string FixedReaders = " bool Has(string k) => Volatile.Read(ref map).ContainsKey(k); int N() => Volatile.Read(ref map).Count; int V(string k) => Volatile.Read(ref map)[k];";

    [Theory]
    [InlineData("map[k] = 1;", "ImmutableInterlocked.Update(ref map, static (current, added) => current.SetItem(added.Key, added.Value), (Key: k, Value: 1));")]
    [InlineData("map.TryAdd(k, 1);", "ImmutableInterlocked.TryAdd(ref map, k, 1);")]
    [InlineData("map.Remove(k);", "ImmutableInterlocked.TryRemove(ref map, k, out _);")]
    [InlineData("if (map.Remove(k, out var v)) Console.Write(v);", "if (ImmutableInterlocked.TryRemove(ref map, k, out var v)) Console.Write(v);")]
    [InlineData("map.Clear();", "ImmutableInterlocked.Update(ref map, static current => current.Clear());")]
    [InlineData("map = new();", "map = ImmutableDictionary<string, int>.Empty;")]
    [InlineData("map = new(StringComparer.Ordinal);", "map = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);")]
    [InlineData("map = new() { [k] = 1 };", "map = new Dictionary<string, int>() { [k] = 1 }.ToImmutableDictionary();")]
    [InlineData("map = new[] { k }.ToDictionary(x => x, x => 1);", "map = new[] { k }.ToDictionary(x => x, x => 1).ToImmutableDictionary();")]
    [InlineData("if (!map.ContainsKey(k)) map.Add(k, 1);", "if (!Volatile.Read(ref map).ContainsKey(k)) ImmutableInterlocked.TryAdd(ref map, k, 1);")]
    [InlineData("if (!map.TryGetValue(k, out var v)) { v = k.Length; map[k] = v; }", "if (!Volatile.Read(ref map).TryGetValue(k, out var v)) { v = k.Length; v = ImmutableInterlocked.GetOrAdd(ref map, k, v); }")]
    [InlineData("lock (gate) { map[k] = map[k] + 1; }", "lock (gate) { ImmutableInterlocked.Update(ref map, static (current, added) => current.SetItem(added.Key, added.Value), (Key: k, Value: Volatile.Read(ref map)[k] + 1)); }")]
    public Task Retypes_Writes(string before, string after) => Verify(
        $"class C {{ private Dictionary<string, int> {{|T202:map|}} = new(); private readonly object gate = new(); void M(string k) {{ {before} }}{Readers} }}",
        $"class C {{ private ImmutableDictionary<string, int> map = ImmutableDictionary<string, int>.Empty; private readonly object gate = new(); void M(string k) {{ {after} }}{FixedReaders} }}");

    [Fact]
    public Task Retypes_AddThatThrows() => Verify(
        """
        class C
        {
            private static readonly Dictionary<string, int> {|T202:_map|} = new(8, StringComparer.Ordinal) { };

            // Registers a name once.
            public static void Add(string k)
            {
                _map.Add(k, k.Length); // throws
            }

            public static int Sum(string a, string b)
            {
                if (_map.ContainsKey(a))
                {
                    // Both.
                    return _map[a] + (_map.TryGetValue(b, out var n) ? n : 0);
                }

                return 0;
            }

            public static IReadOnlyDictionary<string, int> All => _map;
        }
        """,
        """
        class C
        {
            private static ImmutableDictionary<string, int> _map = new Dictionary<string, int>(8, StringComparer.Ordinal) { }.ToImmutableDictionary(StringComparer.Ordinal);

            // Registers a name once.
            public static void Add(string k)
            {
                if (!ImmutableInterlocked.TryAdd(ref _map, k, k.Length))
                {
                    throw new ArgumentException("An item with the same key has already been added.");
                } // throws
            }

            public static int Sum(string a, string b)
            {
                var map = Volatile.Read(ref _map);
                if (map.ContainsKey(a))
                {
                    // Both.
                    return map[a] + (map.TryGetValue(b, out var n) ? n : 0);
                }

                return 0;
            }

            public static IReadOnlyDictionary<string, int> All => Volatile.Read(ref _map);
        }
        """);

    [Theory]
    [InlineData("foreach (var p in map) if (map.ContainsKey(p.Key + 1)) Console.Write(p.Value);", "var current = Volatile.Read(ref map); foreach (var p in current) if (current.ContainsKey(p.Key + 1)) Console.Write(p.Value);")]
    [InlineData("while (!map.ContainsKey(k)) Console.Write(map.Count);", "while (!Volatile.Read(ref map).ContainsKey(k)) Console.Write(Volatile.Read(ref map).Count);")]
    [InlineData("Console.Write(map.Count); Action a = () => Console.Write(map.Count);", "Console.Write(Volatile.Read(ref map).Count); Action a = () => Console.Write(Volatile.Read(ref map).Count);")]
    [InlineData("Console.Write(map.Where(p => p.Value > 1).Count() + map.Keys.Max()!.Length);", "var current = Volatile.Read(ref map); Console.Write(current.Where(p => p.Value > 1).Count() + current.Keys.Max()!.Length);")]
    [InlineData("if (k.Length > 3) { Console.Write(map.Count); Console.Write(map.ContainsKey(k)); }", "if (k.Length > 3) { var current = Volatile.Read(ref map); Console.Write(current.Count); Console.Write(current.ContainsKey(k)); }")]
    [InlineData("Console.Write(nameof(map)); Console.Write(map.GetValueOrDefault(k));", "Console.Write(nameof(map)); Console.Write(Volatile.Read(ref map).GetValueOrDefault(k));")]
    public Task Retypes_Reads(string before, string after) =>
        Verify(
            $"class C {{ private Dictionary<string, int> {{|T202:map|}} = new(); void W(string k) {{ map.Remove(k); }}\nvoid M(string k) {{ {before} }}{Readers} }}",
            $"class C {{ private ImmutableDictionary<string, int> map = ImmutableDictionary<string, int>.Empty; void W(string k) {{ ImmutableInterlocked.TryRemove(ref map, k, out _); }}\nvoid M(string k) {{ {after} }}{FixedReaders} }}");

    [Theory]
    [InlineData("map[k]++;")]
    [InlineData("lock (map) { map[k] = 1; }")]
    [InlineData("Console.Write(map.Count);")]
    [InlineData("map[k] = map[k] + 1;")]
    [InlineData("if (map.TryGetValue(k, out var n)) map[k] = n + 1;")]
    [InlineData("foreach (var c in k) map[c.ToString()] = 1;")]
    [InlineData("var m = map; m[k] = 1;")]
    [InlineData("Fill(map); void Fill(Dictionary<string, int> d) { d[k] = 1; }")]
    [InlineData("Fill(map); void Fill(IReadOnlyDictionary<string, int> d) { } map[k] = 1;")]
    [InlineData("map?.Clear();")]
    [InlineData("map ??= new(); map[k] = 1;")]
    [InlineData("map = Make(); Dictionary<string, int> Make() => new();")]
    [InlineData("map.EnsureCapacity(3);")]
    [InlineData("foreach (var p in map) map.Remove(p.Key);")]
    [InlineData("map.Clear(); map.Clear(); map.Clear(); map.Clear();")]
    [InlineData("Interlocked.Exchange(ref map, new());")]
    [InlineData("map.Remove(k); } int W(string k) => map.ContainsKey(k) ? map[k] : 0; void X() {")]
    [InlineData("if (map.TryGetValue(k, out var n) && n > 3) map.Remove(k);")]
    public Task Refuses_Uses(string code) => Verify(
        $"class C {{ private Dictionary<string, int> {{|T202:map|}} = new(); void M(string k) {{ {code} }}{Readers} }}", null);

    [Theory]
    [InlineData("class C { private Dictionary<string, List<int>> {|T202:map|} = new(); object M(string k, in List<int> v) { if (!map.ContainsKey(k)) map[k] = v; return v; } int N() => map.Count; int O() => map.Count; }")]
    [InlineData("class C { private Dictionary<string, List<int>> {|T202:map|} = new(); void M(string k) { if (!map.TryGetValue(k, out var v)) map[k] = v = new List<int>(); v.Add(1); } int N() => map.Count; int O() => map.Count; }")]
    [InlineData("struct C { private Dictionary<string, int> {|T202:map|}; void M(string k) { map.Remove(k); } int N() => map.Count; int O() => map.Count; }")]
    [InlineData("class C { private Dictionary<string, int> {|T202:Map|} { get; } = new(); void M(string k) { Map.Remove(k); } int N() => Map.Count; int O() => Map.Count; }")]
    [InlineData("class C { private volatile Dictionary<string, int> {|T202:map|} = new(); void M(string k) { map.Remove(k); } int N() => map.Count; int O() => map.Count; }")]
    [InlineData("class C { [ThreadStatic] private static Dictionary<string, int>? {|T202:map|}; void M(string k) { map!.Remove(k); } int N() => map!.Count; int O() => map!.Count; }")]
    [InlineData("class C { void M(string k) { var {|T202:map|} = new Dictionary<string, int>(); map.Remove(k); int N() => map.Count; int O() => map.Count; } }")]
    public Task Refuses_Declarations(string code) => Verify(code, null);

    // Without the package that has immutable collections there is nothing to publish.
    [Fact]
    public Task Refuses_WithoutImmutableCollections()
    {
        var test = new CSharpCodeFixTest<PlainDictionaryAnalyzer, PublishedCopyFix, DefaultVerifier>
        {
            TestCode = "using System.Collections.Generic;\nclass C { private Dictionary<string, int> {|T202:map|} = new Dictionary<string, int>(); void M(string k) { map.Remove(k); } int N() => map.Count; int O() => map.Count; }",
            ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20,
            Extra = { OfferedEquivalenceKeys = [] },
        };
        return test.RunAsync();
    }

    private static Task Verify(string before, string? after)
    {
        var test = new CSharpCodeFixTest<PlainDictionaryAnalyzer, PublishedCopyFix, DefaultVerifier> { TestCode = Head + before + "\n" };
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
