using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Tests.Vocabulary;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>What running a method does to which object, itself and through what it calls.</summary>
public class EffectSearchTests
{
    private const string Others = """
        class Store
        {
            public Dictionary<int, int> Entries = new();
            public Action Hook;
            public event Action Changed;
            public void Drop() => Entries.Clear();
            public void Raise() => Changed?.Invoke();
            public static void Empty(Dictionary<int, int> entries) => entries.Clear();
            public static void Touch(Store store) => store.Drop();
        }
        interface IVisitor { void Visit(Dictionary<int, int> entries); }
        class Clearing : IVisitor { public void Visit(Dictionary<int, int> entries) => entries.Clear(); }
        class Reading : IVisitor { public void Visit(Dictionary<int, int> entries) => entries.ContainsKey(1); }
        abstract class Base { public abstract void Step(Dictionary<int, int> entries); public virtual void Soft(Dictionary<int, int> entries) { } }
        class First : Base { public override void Step(Dictionary<int, int> entries) { } public override void Soft(Dictionary<int, int> entries) => entries.Clear(); }
        sealed class Second : Base { public override void Step(Dictionary<int, int> entries) => entries.Clear(); }
        record Tagger(Store Registry, int Id) { public void Remove() => Registry.Entries.Remove(Id); }
        class Filler { public Filler(Dictionary<int, int> entries) => entries.Add(1, 1); }
        class Closing(Store store) : IDisposable { public void Dispose() => store.Drop(); }
        """;

    [Theory]
    [InlineData("itself", "", "d.Clear();", "d")]
    [InlineData("a field", "void F() => map.Clear();", "F();", "This.map")]
    [InlineData("a parameter", "void F(Dictionary<int, int> e) => e.Clear();", "F(d);", "d")]
    [InlineData("a parameter by name", "void F(int n, Dictionary<int, int> e) => e.Clear();", "F(e: d, n: 1);", "d")]
    [InlineData("a field given as a parameter", "void F(Dictionary<int, int> e) => e.Clear();", "F(map);", "This.map")]
    [InlineData("another object's field", "", "s.Drop();", "s.Entries")]
    [InlineData("another object's field, by a field", "Store own = new();", "own.Drop();", "This.own.Entries")]
    [InlineData("conditional access", "", "s?.Drop();", "s.Entries")]
    [InlineData("a static method", "", "Store.Empty(d);", "d")]
    [InlineData("a static method that goes on", "", "Store.Touch(s);", "s.Entries")]
    [InlineData("an extension method", "", "Ext.Wipe(d); d.Wipe();", "d")]
    [InlineData("a property's getter", "int P { get { map.Clear(); return 1; } }", "_ = P;", "This.map")]
    [InlineData("a property's setter", "int P { get => 1; set { map[value] = value; } }", "P = 1;", "This.map")]
    [InlineData("a setter that is not called", "int P { get => 1; set { map[value] = value; } }", "_ = P;", "")]
    [InlineData("getter and setter", "int P { get { map.Clear(); return 1; } set { other.Clear(); } }", "P++;", "This.map This.other")]
    [InlineData("an indexer", "int this[int i] { set => map[i] = value; }", "this[1] = 2;", "This.map")]
    [InlineData("a local function", "", "F(); void F() { d.Clear(); }", "d")]
    [InlineData("a local function with a parameter", "", "F(d); void F(Dictionary<int, int> e) { e.Clear(); }", "d")]
    [InlineData("a local function that is not called", "", "void F() { d.Clear(); }", "")]
    [InlineData("a lambda that is called", "", "Action f = () => d.Clear(); f();", "d")]
    [InlineData("a lambda that is not called", "", "Action f = () => d.Clear();", "")]
    [InlineData("a lambda given to a callee that calls it", "void F(Action a) => a();", "F(() => d.Clear());", "d")]
    [InlineData("a lambda given to a callee that does not", "void F(Action a) { }", "F(() => d.Clear());", "")]
    [InlineData("a lambda with a parameter", "", "Action<Dictionary<int, int>> f = e => e.Clear(); f(d);", "d")]
    [InlineData("a method group", "void F() => map.Clear();", "Action f = F; f();", "This.map")]
    [InlineData("a delegate in a field", "Action hook; void Init() { hook = () => map.Clear(); }", "hook();", "This.map")]
    [InlineData("a delegate in another's field", "void Init(Store x) { x.Hook = () => map.Clear(); }", "s.Hook();", "This.map")]
    [InlineData("an event", "event Action Changed; void Init() { Changed += Wipe; } void Wipe() => map.Clear();", "Changed?.Invoke();", "This.map")]
    [InlineData("another's event", "void Init(Store x) { x.Changed += Wipe; } void Wipe() => map.Clear();", "s.Raise();", "This.map")]
    [InlineData("an operator that runs its lambda", "", "_ = new[] { 1 }.Count(n => d.Remove(n));", "d")]
    [InlineData("a lazy operator that nobody runs", "", "_ = new[] { 1 }.Where(n => d.Remove(n));", "")]
    [InlineData("a lazy operator in a loop", "", "foreach (var n in new[] { 1 }.Where(n => d.Remove(n))) { }", "d")]
    [InlineData("List.ForEach", "", "new List<int>().ForEach(n => d.Remove(n));", "d")]
    [InlineData("Array.ForEach", "", "Array.ForEach(new[] { 1 }, n => d.Remove(n));", "d")]
    [InlineData("an abstract method", "Base step;", "step.Step(d);", "d")]
    [InlineData("an override", "Base step;", "step.Soft(d);", "d")]
    [InlineData("an exact type that does not override", "Second step;", "step.Soft(d);", "")]
    [InlineData("an exact type seen at its creation", "", "Base b = new First(); b.Step(d);", "")]
    [InlineData("an interface", "IVisitor visitor;", "visitor.Visit(d);", "d")]
    [InlineData("an interface whose object is known", "", "IVisitor v = new Reading(); v.Visit(d);", "")]
    [InlineData("a constructor", "", "_ = new Filler(d);", "d")]
    [InlineData("a member of an object just created", "", "new Tagger(s, 1).Remove();", "s.Entries")]
    [InlineData("Dispose", "", "using (var c = new Closing(s)) { }", "s.Entries")]
    [InlineData("Dispose of a declaration", "", "using var c = new Closing(s);", "s.Entries")]
    [InlineData("an iterator that nobody runs", "IEnumerable<int> It() { map.Clear(); yield return 1; }", "_ = It();", "")]
    [InlineData("an iterator in a loop", "IEnumerable<int> It() { map.Clear(); yield return 1; }", "foreach (var n in It()) { }", "This.map")]
    [InlineData("an iterator that is copied", "IEnumerable<int> It() { map.Clear(); yield return 1; }", "_ = It().ToList();", "This.map")]
    [InlineData("async, awaited", "async Task A() { await Task.Yield(); map.Clear(); }", "await A();", "This.map")]
    [InlineData("async, awaited with ConfigureAwait", "async Task A() { await Task.Yield(); map.Clear(); }", "await A().ConfigureAwait(false);", "This.map")]
    [InlineData("async, not awaited, after its await", "async Task A() { await Task.Yield(); map.Clear(); }", "_ = A();", "")]
    [InlineData("async, not awaited, before its await", "async Task A() { map.Clear(); await Task.Yield(); }", "_ = A();", "This.map")]
    [InlineData("recursion", "void F(int n) { map.Clear(); F(n - 1); }", "F(1);", "This.map")]
    [InlineData("mutual recursion", "void F() { map.Clear(); G(); } void G() { other.Clear(); F(); }", "F();", "This.map This.other")]
    [InlineData("recursion of properties", "int P => Q; int Q => P;", "_ = P;", "")]
    [InlineData("recursion of lambdas", "", "Action f = null; f = () => { d.Clear(); f(); }; F(); void F() { d.Remove(1); F(); }", "d")]
    [InlineData("three calls deep", "void A() => B(); void B() => Z(); void Z() => map.Clear();", "A();", "This.map")]
    [InlineData("four calls deep", "void A() => B(); void B() => D(); void D() => Z(); void Z() => map.Clear();", "A();", "")]
    [InlineData("unknown code", "", "GC.KeepAlive(d); Task.Run(() => d.Clear());", "")]
    [InlineData("an object that the region cannot name", "void F() { var e = new Dictionary<int, int>(); e.Clear(); }", "F();", "?")]
    [InlineData("nameof", "", "_ = nameof(d.Clear);", "")]
    [InlineData("a generic method", "void F<T>(T e) where T : Dictionary<int, int> => e.Clear();", "F(d);", "d")]
    [InlineData("a static local function", "", "F(d); static void F(Dictionary<int, int> e) => e.Clear();", "d")]
    [InlineData("an overload is told apart", "void F(int n) { } void F(Dictionary<int, int> e) => e.Clear();", "F(1);", "")]
    public void Modifies(string why, string members, string statements, string expected) =>
        Assert.Equal((why, expected), (why, Told(EffectKind.Modifies, members, statements)));

    [Theory]
    [InlineData("a field", "void F() => map = null;", "F();", "This.map")]
    [InlineData("another's field", "void F(Store x) => x.Entries = null;", "F(s);", "s.Entries")]
    [InlineData("an auto-property", "int P { get; set; } void F() => P = 1;", "F();", "This.P")]
    [InlineData("an increment", "int n; void F() => n++;", "F();", "This.n")]
    [InlineData("a local", "", "var x = d; x = null;", "x")]
    [InlineData("a declaration only", "", "var x = d;", "")]
    [InlineData("a ref argument", "void F(ref Dictionary<int, int> e) { }", "F(ref map);", "This.map")]
    [InlineData("a tuple", "int n, m; void F() => (n, m) = (1, 2);", "F();", "This.m This.n")]
    public void Assigns(string why, string members, string statements, string expected) =>
        Assert.Equal((why, expected), (why, Told(EffectKind.Assigns, members, statements)));

    [Theory]
    [InlineData("a loop", "void F() { foreach (var p in map) { } }", "F();", "This.map")]
    [InlineData("a loop over a parameter", "void F(Dictionary<int, int> e) { foreach (var p in e) { } }", "F(d);", "d")]
    [InlineData("an enumerator", "void F() { var e = map.GetEnumerator(); }", "F();", "This.map")]
    public void Enumerates(string why, string members, string statements, string expected) =>
        Assert.Equal((why, expected), (why, Told(EffectKind.Enumerates, members, statements)));

    [Fact]
    public void ACallThatIsRefused_IsNotFollowed()
    {
        var probe = Program("void F() => map.Clear(); void G() => other.Clear();", "F(); G();");
        var reached = probe.Model.Search.Of(
            probe.BodyOf("M"), probe.Compilation.GetTypeByMetadataName("C"), (call, _) => call.Method.Name != "F", CancellationToken.None);
        Assert.Equal("This.other", Assert.Single(reached).Target!.ToString());
    }

    [Fact]
    public void TheSite_IsTheOperationOfTheRegion()
    {
        var probe = Program("void F() => G(); void G() => map.Clear();", "F();");
        var reached = Assert.Single(probe.Model.Search.Of(
            probe.BodyOf("M"), probe.Compilation.GetTypeByMetadataName("C"), (_, _) => true, CancellationToken.None));
        Assert.Equal("F()", reached.Site.Syntax.ToString());
        Assert.Equal("map.Clear()", reached.Effect.Operation.Syntax.ToString());
        Assert.Equal("G", reached.Frame.Callee!.Name);
    }

    [Fact]
    public void ManyCallees_End()
    {
        // Each method calls all others: without a bound the ways multiply.
        var names = Enumerable.Range(0, 60).Select(n => $"F{n}").ToArray();
        var calls = string.Concat(names.Select(name => $"{name}(); "));
        var told = Told(EffectKind.Modifies, string.Concat(names.Select(name => $"void {name}() {{ map.Clear(); {calls} }}\n")), "F0();");
        Assert.Equal("This.map", told);
    }

    private static string Told(EffectKind kind, string members, string statements)
    {
        var probe = Program(members, statements);
        var reached = probe.Model.Search.Of(
            probe.BodyOf("M"), probe.Compilation.GetTypeByMetadataName("C"), (_, _) => true, CancellationToken.None);
        return string.Join(' ', reached
            .Where(effect => effect.Effect.Kind == kind)
            .Select(effect => effect.Target?.ToString() ?? "?")
            .Distinct().Order(System.StringComparer.Ordinal));
    }

    private static Probe Program(string members, string statements) => Probe.OfTypes($$"""
        #nullable disable
        class C
        {
            Dictionary<int, int> map = new(), other = new();
            {{members}}
            async Task M(Dictionary<int, int> d, Store s) { {{statements}} await Task.Yield(); }
        }
        static class Ext { public static void Wipe(this Dictionary<int, int> e) => e.Clear(); }
        {{Others}}
        """);
}
