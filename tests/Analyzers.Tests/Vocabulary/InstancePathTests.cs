using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Xunit;

namespace DictionaryAnalyzers.Tests.Vocabulary;

/// <summary>Whether two marked expressions denote the same object, certainly different paths, or nothing that is known.</summary>
public class InstancePathTests
{
    private const string Types = """
        class Node
        {
            public Dictionary<string, int> Map = new();
            public Dictionary<string, int> Other = new();
            public Node Next;
            public Node Auto { get; set; }
            public Node Through => Next;
            public Node ByBody { get { return Next; } }
            public virtual Node Virtual => Next;
            public Node Either => DateTime.Now.Ticks > 0 ? Next : Auto;
            public Dictionary<string, int> Copy => new(Map);
            public Dictionary<string, int> Get() => Map;
            public Dictionary<string, int> GetOf(Node other) => other.Map;
            public virtual Dictionary<string, int> GetVirtual() => Map;
            public Node A => B;
            public Node B => A;
            public Node Self => Self;
            public Node Rec() => Rec();
            public static Node Root = new();
            public static Node Main { get; } = new();
        }
        class Box<T> { public T Item; public T Value => Item; }
        record Tagger(Node Registry, int Id);
        class Primary(Node center) { public Node Center => center; public readonly Node Kept = center; }
        class Stored { private readonly Node _center; public Stored(Node center) { _center = center ?? throw new ArgumentNullException(); } public Node Center => _center; }
        """;

    [Theory]
    [InlineData("locals", "{|a:x|}.ToString(); {|b:x|}.ToString();")]
    [InlineData("an alias", "var y = {|a:x|}; {|b:y|}.ToString();")]
    [InlineData("an alias of an alias", "var y = x; var z = y; ({|a:x|} == {|b:z|}).ToString();")]
    [InlineData("a conversion", "_ = {|a:(object)x|}; _ = {|b:x|};")]
    [InlineData("as", "var y = x as object; _ = {|a:y|}; _ = {|b:x|};")]
    [InlineData("an alias of another type", "object y = x; _ = {|a:y|}; _ = {|b:x|};")]
    [InlineData("field chains", "_ = {|a:x.Next.Map|}; _ = {|b:x.Next.Map|};")]
    [InlineData("a field chain through an alias", "var y = x.Next; _ = {|a:y.Map|}; _ = {|b:x.Next.Map|};")]
    [InlineData("auto-properties", "_ = {|a:x.Auto.Map|}; _ = {|b:x.Auto.Map|};")]
    [InlineData("a getter", "_ = {|a:x.Through|}; _ = {|b:x.Next|};")]
    [InlineData("a getter with a block", "_ = {|a:x.ByBody|}; _ = {|b:x.Next|};")]
    [InlineData("a method that returns a field", "_ = {|a:x.Get()|}; _ = {|b:x.Map|};")]
    [InlineData("a method that returns a field of its argument", "_ = {|a:x.GetOf(w)|}; _ = {|b:w.Map|};")]
    [InlineData("static fields", "_ = {|a:Node.Root.Map|}; _ = {|b:Node.Root.Map|};")]
    [InlineData("static properties", "_ = {|a:Node.Main.Map|}; _ = {|b:Node.Main.Map|};")]
    [InlineData("this", "_ = {|a:this.field|}; _ = {|b:field|};")]
    [InlineData("a pattern", "if (x.Next is { } y) { _ = {|a:y|}; _ = {|b:x.Next|}; }")]
    [InlineData("a type pattern", "object o = x.Map; if (o is Dictionary<string, int> y) { _ = {|a:y|}; _ = {|b:x.Map|}; }")]
    [InlineData("conditional access", "_ = {|a:x?.Next|}; _ = {|b:x.Next|};")]
    [InlineData("nested conditional access", "_ = {|a:x?.Next?.Map|}; _ = {|b:x.Next.Map|};")]
    [InlineData("the null-forgiving operator", "_ = {|a:x!.Map|}; _ = {|b:x.Map|};")]
    [InlineData("elements under the same key", "_ = {|a:d[k]|}; _ = {|b:d[k]|};")]
    [InlineData("elements under the same constant", "_ = {|a:d[\"k\"]|}; _ = {|b:d[\"k\"]|};")]
    [InlineData("an element by TryGetValue", "if (d.TryGetValue(k, out var e)) { _ = {|a:e|}; _ = {|b:d[k]|}; }")]
    [InlineData("an element by GetValueOrDefault", "_ = {|a:d.GetValueOrDefault(k)|}; _ = {|b:d[k]|};")]
    [InlineData("constants", "const string c = \"k\"; _ = {|a:c|}; _ = {|b:\"k\"|};")]
    [InlineData("a local of a constant value", "var c = 3; _ = {|a:c|}; _ = {|b:3|};")]
    [InlineData("tuple fields", "var t = (x, w); _ = {|a:t.x|}; _ = {|b:t.Item1|};")]
    [InlineData("a deconstructed tuple", "var (p, q) = (x, w); _ = {|a:p|}; _ = {|b:x|};")]
    [InlineData("a captured variable", "var y = x; Action f = () => { _ = {|a:y|}; }; _ = {|b:x|};")]
    [InlineData("generic classes", "_ = {|a:s.Item|}; _ = {|b:s.Value|};")]
    [InlineData("a record's positional member", "_ = {|a:new Tagger(x, 1).Registry|}; _ = {|b:x|};")]
    [InlineData("a record's positional member behind a local", "var t = new Tagger(x, 1); _ = {|a:t.Registry|}; _ = {|b:x|};")]
    [InlineData("a record's positional member by name", "_ = {|a:new Tagger(Id: 1, Registry: x).Registry|}; _ = {|b:x|};")]
    [InlineData("a primary constructor's parameter in a field", "_ = {|a:new Primary(x).Kept|}; _ = {|b:x|};")]
    [InlineData("an object just created", "var y = new Node(); _ = {|a:y.Map|}; _ = {|b:y.Map|};")]
    [InlineData("an assignment", "Node y; _ = {|a:y = x|}; _ = {|b:x|};")]
    public void Equal(string why, string statements)
    {
        var (first, second) = Paths(statements);
        Assert.True(first is not null && first.Equals(second) && first.GetHashCode() == second!.GetHashCode(), $"{why}: {first} and {second}");
    }

    [Theory]
    [InlineData("parameters", "_ = {|a:x|}; _ = {|b:w|};")]
    [InlineData("members of different objects", "_ = {|a:x.Map|}; _ = {|b:w.Map|};")]
    [InlineData("different members", "_ = {|a:x.Map|}; _ = {|b:x.Other|};")]
    [InlineData("an alias that is written twice", "var y = x; y = w; _ = {|a:y|}; _ = {|b:x|};")]
    [InlineData("an alias that a ref argument may change", "var y = x; Interlocked(ref y); _ = {|a:y|}; _ = {|b:x|}; static void Interlocked(ref Node n) { }")]
    [InlineData("an alias that a lambda changes", "var y = x; Action f = () => y = w; _ = {|a:y|}; _ = {|b:x|};")]
    [InlineData("a loop variable and what it came from", "foreach (var y in d.Values) { _ = {|a:y|}; _ = {|b:x|}; }")]
    [InlineData("different keys", "_ = {|a:d[k]|}; _ = {|b:d[\"k\"]|};")]
    [InlineData("a chain and its beginning", "_ = {|a:x.Next.Next|}; _ = {|b:x.Next|};")]
    [InlineData("two creations", "_ = {|a:new Node()|}; _ = {|b:new Node()|};")]
    [InlineData("a static and an instance member", "_ = {|a:Node.Root|}; _ = {|b:field|};")]
    [InlineData("other elements of a tuple", "var t = (x, w); _ = {|a:t.x|}; _ = {|b:t.w|};")]
    public void Different(string why, string statements)
    {
        var (first, second) = Paths(statements);
        Assert.True(first is not null && second is not null && !first.Equals(second), $"{why}: {first} and {second}");
    }

    /// <summary>The first expression may be anything: it must not be taken for the second, nor for itself at another place.</summary>
    [Theory]
    [InlineData("a virtual getter", "_ = {|a:x.Virtual|}; _ = {|b:x.Next|};")]
    [InlineData("a virtual method", "_ = {|a:x.GetVirtual()|}; _ = {|b:x.Map|};")]
    [InlineData("a getter with two ways out", "_ = {|a:x.Either|}; _ = {|b:x.Next|};")]
    [InlineData("a conditional expression", "_ = {|a:k == null ? x : w|}; _ = {|b:x|};")]
    [InlineData("getters in a circle", "_ = {|a:x.A|}; _ = {|b:x.B|};")]
    [InlineData("a getter that asks itself", "_ = {|a:x.Self|}; _ = {|b:x|};")]
    [InlineData("a method that asks itself", "_ = {|a:x.Rec()|}; _ = {|b:x|};")]
    [InlineData("a view", "_ = {|a:d.Keys|}; _ = {|b:d|};")]
    [InlineData("a foreign call", "_ = {|a:Activator.CreateInstance<Node>()|}; _ = {|b:x|};")]
    [InlineData("an awaited value", "_ = {|a:await Task.FromResult(x)|}; _ = {|b:x|};")]
    [InlineData("an element of an array", "_ = {|a:new[] { x, w }[0]|}; _ = {|b:x|};")]
    [InlineData("an element under an unknown key", "_ = {|a:d[Guid.NewGuid().ToString()]|}; _ = {|b:d[k]|};")]
    public void Unknown(string why, string statements)
    {
        var (first, second) = Paths(statements);
        Assert.True(first is null && second?.Equals(first) != true, $"{why}: {first} and {second}");
    }

    [Fact]
    public void APropertyThatCopies_IsNotWhatItCopies()
    {
        var (copy, map) = Paths("_ = {|a:x.Copy|}; _ = {|b:x.Map|};");
        Assert.NotEqual(map, copy);
    }

    [Fact]
    public void ARefLocal_IsNotWhatItRefersTo()
    {
        var probe = Probe.OfTypes("class C { void M(List<int> x, List<int> w) { ref var y = ref x; y = w; _ = {|a:y|}; _ = {|b:x|}; } }");
        var (first, second) = Paths(probe);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void APrimaryConstructorsParameter_IsAFieldOfTheInstance()
    {
        var (first, second) = Paths(Probe.OfTypes(
            "class P(Dictionary<int, int> map) { void M() { _ = {|a:map|}; } void N() { _ = {|b:map|}; } }"));
        Assert.Equal(first, second);
        Assert.Equal(PathRootKind.This, first!.Root.Kind);
    }

    [Fact]
    public void ALongChain_Ends()
    {
        var (path, _) = Paths("_ = {|a:x" + string.Concat(System.Linq.Enumerable.Repeat(".Next", 20)) + "|}; _ = {|b:x|};");
        Assert.Null(path);
    }

    [Fact]
    public void Prefixes_AreCompared()
    {
        var (map, next) = Paths("_ = {|a:x.Next.Map|}; _ = {|b:x.Next|};");
        Assert.True(map!.StartsWith(next!));
        Assert.False(next!.StartsWith(map));
        Assert.Equal(next, map.Parent());
        Assert.Equal("Map", map.NamingSymbol!.Name);
    }

    [Fact]
    public void ATranslation_ReplacesTheRootAndTheRootsOfKeys()
    {
        var (element, parameter) = Paths("_ = {|a:d[k]|}; _ = {|b:x|};");
        Assert.Equal("x[x]", element!.Translated(_ => parameter)!.ToString());
        Assert.Null(element.Translated(_ => null));
    }

    private static (InstancePath? First, InstancePath? Second) Paths(string statements) => Paths(Probe.OfTypes(
        $"#nullable disable\nclass C {{ Node field; async Task M(Node x, Node w, Dictionary<string, Node> d, Box<Node> s, string k) {{ {statements}\n await Task.Yield(); }} }}\n{Types}"));

    private static (InstancePath? First, InstancePath? Second) Paths(Probe probe) =>
        (probe.Model.Paths.Read(probe.Marked("a"), CancellationToken.None), probe.Model.Paths.Read(probe.Marked("b"), CancellationToken.None));
}
