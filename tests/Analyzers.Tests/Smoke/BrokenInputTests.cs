using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;
using Xunit.Abstractions;

namespace DictionaryAnalyzers.Tests.Smoke;

/// <summary>Wrong and monstrous programs: no exception, no hang, no report that comes from the breakage.</summary>
public class BrokenInputTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("an empty file", "")]
    [InlineData("only a comment", "// nothing")]
    [InlineData("not C#", "%PDF-1.4 \u0000\u0001 <<< >>> }}}} {{{{ \"")]
    [InlineData("a body that does not end", "using System.Collections.Generic; class C { void M(Dictionary<int, int> d) { foreach (var p in d) { d.Add(")]
    [InlineData("a loop without a body", "using System.Collections.Generic; class C { void M(Dictionary<int, int> d) { foreach (var p in d) } }")]
    [InlineData("a loop without a collection", "using System.Collections.Generic; class C { void M(Dictionary<int, int> d) { foreach (var p in ) { d.Clear(); } } }")]
    [InlineData("a loop over what is not there", "using System.Collections.Generic; class C { void M() { foreach (var p in d) { d.Clear(); d[1] = 2; } } }")]
    [InlineData("a loop over what is no collection", "class C { void M(int d) { foreach (var p in d) { d.Clear(); } } }")]
    [InlineData("arguments that do not fit", "using System.Collections.Generic; class C { void M(Dictionary<int, int> d) { foreach (var p in d) { d.Add(); d.Add(1); d.Add(1, 2, 3); d.Add(\"\", 2); d[] = 1; d[1, 2] = 3; } } }")]
    [InlineData("type arguments that do not fit", "using System.Collections.Generic; class C { void M(Dictionary<int> d, Dictionary e) { foreach (var p in d) { d.Add(1, 2); } foreach (var p in e) { e.Clear(); } } }")]
    [InlineData("a missing type", "using System.Collections.Generic; class C { Dictionary<Missing, Absent> d = new(); void M() { foreach (var p in d) { Gone(d); p.Key.Lost(); } } }")]
    [InlineData("a missing base", "using System.Collections.Generic; class C : Missing<int> { void M() { foreach (var p in this) { Add(1); this[1] = 2; base.Clear(); } } }")]
    [InlineData("a missing namespace", "using Nowhere.Collections; class C { void M(Dictionary<int, int> d) { foreach (var p in d) { d.Add(1, 2); } } }")]
    [InlineData("constructors in a circle", "class C { public C() : this(1) { } public C(int a) : this(\"\") { } public C(string a) : this() { } void M() { new C(); } }")]
    [InlineData("a constructor that calls itself", "class C { public C() : this() { } }")]
    [InlineData("bases in a circle", "using System.Collections.Generic; class A : B { } class B : D { } class D : A { void M(A a) { foreach (var p in a) { a.Add(1); } } }")]
    [InlineData("interfaces in a circle", "interface I : J { void M(); } interface J : I { } class C : I { public void M() => ((J)this).M(); }")]
    [InlineData("a type parameter in a circle", "class C<T, U> where T : U where U : T { void M(T t) { foreach (var p in t) { } } }")]
    [InlineData("a nested base", "class A : A.B { class B : A { } }")]
    [InlineData("properties in a circle", "using System.Collections.Generic; class C { Dictionary<int, int> P => Q; Dictionary<int, int> Q => P; void M() { foreach (var p in P) { Q.Clear(); } } }")]
    [InlineData("a lambda that is itself", "class C { void M() { var f = () => f(); f(); System.Action g = g; g(); } }")]
    [InlineData("locals in a circle", "class C { void M() { var a = b; var b = a; foreach (var p in a) { b.Clear(); } } }")]
    [InlineData("out of nowhere", "class C { void M() { Missing.TryGetValue(1, out var v); foreach (var p in v) { v.Clear(); } } }")]
    [InlineData("an initializer of nothing", "class C { object o = new Missing { { 1, 2 }, [3] = 4, X = { [5] = 6 } }; }")]
    [InlineData("a spread of nothing", "class C { int[] M() => [.. d, .. , 1]; }")]
    [InlineData("statements outside of a type", "using System.Collections.Generic; d.Clear(); foreach (var p in d) { d.Add(1, 2); }")]
    [InlineData("the same member twice", "using System.Collections.Generic; class C { Dictionary<int, int> d, d; void M() { foreach (var p in d) { d.Clear(); } } void M() { } }")]
    [InlineData("await and yield where they are not allowed", "class C { void M() { await X(); yield return 1; foreach (var p in await Y()) { } await foreach (var q in Z) { } } }")]
    [InlineData("a delegate without a parameter list", "using System.Collections.Concurrent; class C { void M(ConcurrentDictionary<int, int> d) { d.GetOrAdd(1, delegate { return 1; }); d.GetOrAdd(1, delegate { }); } }")]
    [InlineData("attributes and members alone", "[Missing(1)] int x; [assembly: Gone] public static void M() { }")]
    public async Task WrongCode_IsNotReported(string why, string source)
    {
        Assert.NotNull(why);
        await AssertSilentAsync(source, AllAnalyzers.Modern);
        await AssertSilentAsync(source, []);
    }

    [Fact]
    public async Task WithoutReferences_NothingIsReported() => await AssertSilentAsync(
        "using System.Collections.Generic; class C { void M(Dictionary<int, int> d) { foreach (var p in d) { d.Add(p.Key + 1, 2); } } }", []);

    [Fact]
    public async Task TypesOfTheSameNameInSource_AreNoReasonToThrow()
    {
        var reports = await ReportAsync(
            "namespace System.Collections.Generic { public class Dictionary<K, V> { public void Add(K k, V v) { } } } class C { void M(System.Collections.Generic.Dictionary<int, int> d) { d.Add(1, 2); } }",
            AllAnalyzers.Modern);
        Assert.Empty(reports);
    }

    [Fact]
    public async Task TopLevelStatements_AreAnalyzed()
    {
        var reports = await ReportAsync(
            "using System.Collections.Generic;\nvar d = new Dictionary<int, int> { [1] = 1 };\nforeach (var p in d)\n{\n    d.Add(p.Key + 1, 2);\n}\nvoid F() => d.Clear();\nF();",
            AllAnalyzers.Modern,
            compilation => compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)));
        Assert.Contains("DICT101", Assert.Single(reports), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFaultBesideBrokenCode_IsStillFound()
    {
        var reports = await ReportAsync(
            "using System.Collections.Generic; class C { Missing m = ; void M(Dictionary<int, int> d) { foreach (var p in d) { d.Add(p.Key + 1, 2); } } void N( { }",
            AllAnalyzers.Modern);
        Assert.DoesNotContain(reports, report => report.Contains("AD0001", StringComparison.Ordinal));
    }

    // The compiler itself needs three seconds for 4,000 cases and more than a minute for 20,000.
    [Fact]
    public async Task ASwitchWithVeryManyCases_Ends()
    {
        var cases = string.Concat(Enumerable.Range(0, 2_500).Select(n => $"case {n}: d.Remove({n}); break;\n"));
        await AssertSilentAsync(
            $"using System.Collections.Generic; class C {{ void M(Dictionary<int, int> d) {{ foreach (var p in d) {{ switch (p.Key) {{ {cases} }} }} }} }}",
            AllAnalyzers.Modern);
    }

    [Fact]
    public async Task ASwitchExpressionWithVeryManyArms_Ends()
    {
        var arms = string.Concat(Enumerable.Range(0, 1_500).Select(n => $"{n} => \"{n}\",\n"));
        await AssertSilentAsync(
            $"using System.Collections.Generic; class C {{ void M(Dictionary<int, string> d) {{ foreach (var p in d) {{ d[p.Key] = p.Key switch {{ {arms} _ => \"\" }}; }} }} }}",
            AllAnalyzers.Modern);
    }

    [Fact]
    public async Task ManyLoops_End()
    {
        var loops = string.Concat(Enumerable.Range(0, 300).Select(n => $"foreach (var p{n} in d) {{ F(d, p{n}.Key); d.Remove({n}); }}\n"));
        await AssertSilentAsync(
            $"using System.Collections.Generic; class C {{ void F(Dictionary<int, int> d, int k) {{ d.Remove(k); }} void M(Dictionary<int, int> d) {{ {loops} }} }}",
            AllAnalyzers.Modern);
    }

    [Fact]
    public async Task NestedLoops_End()
    {
        var open = string.Concat(Enumerable.Range(0, 40).Select(n => $"foreach (var p{n} in d) {{ "));
        await AssertSilentAsync(
            $"using System.Collections.Generic; class C {{ void M(Dictionary<int, int> d) {{ {open} d.Remove(1); {new string('}', 40)} }} }}",
            AllAnalyzers.Modern);
    }

    // Of ten thousand the compiler overflows its own stack, in the parser or in the binder, depending on the thread.
    [Theory]
    [InlineData("(", ")")]
    [InlineData("1 + (", ")")]
    [InlineData("-", "")]
    [InlineData("(object)", "")]
    public async Task NestingsThatTheCompilerBinds_End(string open, string close) =>
        await AssertSilentAsync(Nested(open, close, 300), AllAnalyzers.Modern);

    [Fact]
    public async Task ALongChainOfCalls_Ends()
    {
        var chain = string.Concat(Enumerable.Repeat(".Where(x => x.Key > 0)", 200));
        await AssertSilentAsync(
            $"using System.Collections.Generic; using System.Linq; class C {{ void M(Dictionary<int, int> d) {{ foreach (var p in d{chain}) {{ d.Remove(p.Key); }} }} }}",
            AllAnalyzers.Modern);
    }

    [Fact]
    public async Task ALongSum_Ends()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("p.Key", 1_500));
        await AssertSilentAsync(
            $"using System.Collections.Generic; class C {{ void M(Dictionary<int, int> d) {{ foreach (var p in d) {{ d[p.Key] = {sum}; }} }} }}",
            AllAnalyzers.Modern);
    }

    [Fact]
    public async Task AClassInManyParts_Ends()
    {
        var parts = new StringBuilder("using System.Collections.Generic;\npartial class C { Dictionary<int, int> d = new(); C inner; }\n");
        for (var part = 0; part < 300; part++)
        {
            parts.Append(CultureInfo.InvariantCulture, $"partial class C {{ C part{part} = new C(); void M{part}() {{ foreach (var p in part{part}.inner.d) {{ inner.d.Remove({part}); M{(part + 1) % 300}(); }} }} }}\n");
        }

        await AssertSilentAsync(parts.ToString(), AllAnalyzers.Modern);
    }

    [Fact]
    public async Task ALongLineOfBases_Ends()
    {
        var types = new StringBuilder("using System.Collections.Generic;\nclass T0 { public virtual void Step(Dictionary<int, int> d) { } }\n");
        for (var type = 1; type < 300; type++)
        {
            types.Append(CultureInfo.InvariantCulture, $"class T{type} : T{type - 1} {{ public override void Step(Dictionary<int, int> d) {{ d.Remove(1); base.Step(d); }} }}\n");
        }

        await AssertSilentAsync($"{types} class C {{ void M(Dictionary<int, int> d, T0 t) {{ foreach (var p in d) {{ t.Step(d); }} }} }}", AllAnalyzers.Modern);
    }

    private static string Nested(string open, string close, int depth)
    {
        var nested = string.Concat(Enumerable.Repeat(open + " ", depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
        return $"using System.Collections.Generic; class C {{ void M(Dictionary<int, object> d) {{ foreach (var p in d) {{ d[p.Key] = {nested}; }} }} }}";
    }

    private async Task AssertSilentAsync(string source, IEnumerable<MetadataReference> references) =>
        Assert.Empty(await ReportAsync(source, references));

    private async Task<string[]> ReportAsync(
        string source, IEnumerable<MetadataReference> references, Func<Compilation, Compilation>? change = null)
    {
        // The limit ends a hang; it says nothing about speed.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var watch = Stopwatch.StartNew();
        Compilation compilation = AllAnalyzers.Compile(references, AllAnalyzers.Parse(source));
        var reports = await AllAnalyzers.ReportAsync(change?.Invoke(compilation) ?? compilation, limit.Token);
        output.WriteLine($"{source.Length} characters: {watch.ElapsedMilliseconds} ms");
        return reports;
    }
}
