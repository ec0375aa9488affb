using System.Threading.Tasks;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Tests.Retyping;

// Several documents, several projects, files in two projects, declarations of every kind, older frameworks.
public partial class LazyValuesTests
{
    private const string Gate = "namespace App { public class Gate { public void Use() { } } }";

    [Fact]
    public Task Retypes_EveryDocument() => VerifyFiles(
        [
            ("A.cs", "using System.Collections.Concurrent;\nnamespace App\n{\n    static class Gates\n    {\n        internal static readonly ConcurrentDictionary<string, Gate> All = new ConcurrentDictionary<string, Gate>();\n        internal static Gate Of(string k) => All.[|GetOrAdd|](k, _ => new Gate());\n    }\n}\n"),
            ("B.cs", "namespace App\n{\n    /// <summary>Uses <see cref=\"Gates.All\"/>.</summary>\n    class User\n    {\n        void M() { foreach (var gate in Gates.All.Values) { gate.Use(); } /* kept */ Gates.All[\"a\"] = new Gate(); }\n        Gate N() => Gates.All.[|GetOrAdd|](\"a\", _ => new Gate());\n    }\n}\n"),
            ("Gate.cs", Gate),
        ],
        [
            ("A.cs", "using System;\nusing System.Collections.Concurrent;\nnamespace App\n{\n    static class Gates\n    {\n        internal static readonly ConcurrentDictionary<string, Lazy<Gate>> All = new ConcurrentDictionary<string, Lazy<Gate>>();\n        internal static Gate Of(string k) => All.GetOrAdd(k, _ => new Lazy<Gate>(() => new Gate())).Value;\n    }\n}\n"),
            ("B.cs", "using System;\n\nnamespace App\n{\n    /// <summary>Uses <see cref=\"Gates.All\"/>.</summary>\n    class User\n    {\n        void M() { foreach (var gate in Gates.All.Values) { gate.Value.Use(); } /* kept */ Gates.All[\"a\"] = new Lazy<Gate>(new Gate()); }\n        Gate N() => Gates.All.GetOrAdd(\"a\", _ => new Lazy<Gate>(() => new Gate())).Value;\n    }\n}\n"),
            ("Gate.cs", Gate),
        ]);

    [Theory]

    // Another Lazy is in scope.
    [InlineData("class Lazy<T> { } class C { private readonly ConcurrentDictionary<int, Gate> g = new(); Gate M() => g.[|GetOrAdd|](1, _ => new Gate()); }",
        "class Lazy<T> { } class C { private readonly ConcurrentDictionary<int, System.Lazy<Gate>> g = new(); Gate M() => g.GetOrAdd(1, _ => new System.Lazy<Gate>(() => new Gate())).Value; }")]

    // Written through an alias.
    [InlineData("class C { private readonly Map g = new Map(); Gate M() => g.[|GetOrAdd|](1, _ => new Gate()); }",
        "class C { private readonly ConcurrentDictionary<int, System.Lazy<Gate>> g = new ConcurrentDictionary<int, System.Lazy<Gate>>(); Gate M() => g.GetOrAdd(1, _ => new System.Lazy<Gate>(() => new Gate())).Value; }")]

    // Two in one declaration; a local; a property; a parameter; what a method returns; a field that is filled elsewhere.
    [InlineData("class C { private readonly ConcurrentDictionary<int, Gate> g = new(), h = new(); Gate M() => g.[|GetOrAdd|](1, _ => new Gate()); Gate N() => h[1]; }",
        "class C { private readonly ConcurrentDictionary<int, System.Lazy<Gate>> g = new(), h = new(); Gate M() => g.GetOrAdd(1, _ => new System.Lazy<Gate>(() => new Gate())).Value; Gate N() => h[1].Value; }")]
    [InlineData("class C { void M() { var g = new ConcurrentDictionary<int, Gate>(); System.Threading.Tasks.Parallel.For(0, 9, i => g.[|GetOrAdd|](i, _ => new Gate()).Use()); } }",
        "class C { void M() { var g = new ConcurrentDictionary<int, System.Lazy<Gate>>(); System.Threading.Tasks.Parallel.For(0, 9, i => g.GetOrAdd(i, _ => new System.Lazy<Gate>(() => new Gate())).Value.Use()); } }")]
    [InlineData("class C { private ConcurrentDictionary<int, Gate> G { get; } = new(); Gate M() => G.[|GetOrAdd|](1, _ => new Gate()); }",
        "class C { private ConcurrentDictionary<int, System.Lazy<Gate>> G { get; } = new(); Gate M() => G.GetOrAdd(1, _ => new System.Lazy<Gate>(() => new Gate())).Value; }")]
    [InlineData("class C { private ConcurrentDictionary<int, Gate>? g; private ConcurrentDictionary<int, Gate> G => g ??= new ConcurrentDictionary<int, Gate>(); Gate M() => G.[|GetOrAdd|](1, _ => new Gate()); }",
        "class C { private ConcurrentDictionary<int, System.Lazy<Gate>>? g; private ConcurrentDictionary<int, System.Lazy<Gate>> G => g ??= new ConcurrentDictionary<int, System.Lazy<Gate>>(); Gate M() => G.GetOrAdd(1, _ => new System.Lazy<Gate>(() => new Gate())).Value; }")]
    [InlineData("class C { private readonly ConcurrentDictionary<int, Gate> g; C() { g = new ConcurrentDictionary<int, Gate>(2, 3) { [1] = new Gate() }; } Gate M() => Of(g, 1); static Gate Of(ConcurrentDictionary<int, Gate> map, int k) => map.[|GetOrAdd|](k, _ => new Gate()); }",
        "class C { private readonly ConcurrentDictionary<int, System.Lazy<Gate>> g; C() { g = new ConcurrentDictionary<int, System.Lazy<Gate>>(2, 3) { [1] = new System.Lazy<Gate>(new Gate()) }; } Gate M() => Of(g, 1); static Gate Of(ConcurrentDictionary<int, System.Lazy<Gate>> map, int k) => map.GetOrAdd(k, _ => new System.Lazy<Gate>(() => new Gate())).Value; }")]
    [InlineData("class C { private readonly ConcurrentDictionary<int, Gate> g = Make(); private static ConcurrentDictionary<int, Gate> Make() { return new ConcurrentDictionary<int, Gate>(); } Gate M() => g.[|GetOrAdd|](1, _ => new Gate()); }",
        "class C { private readonly ConcurrentDictionary<int, System.Lazy<Gate>> g = Make(); private static ConcurrentDictionary<int, System.Lazy<Gate>> Make() { return new ConcurrentDictionary<int, System.Lazy<Gate>>(); } Gate M() => g.GetOrAdd(1, _ => new System.Lazy<Gate>(() => new Gate())).Value; }")]

    // Generic values, and numbers.
    [InlineData("class C<T> where T : new() { private static readonly ConcurrentDictionary<int, T> g = new(); T M() => g.[|GetOrAdd|](1, _ => default!); }",
        "class C<T> where T : new() { private static readonly ConcurrentDictionary<int, System.Lazy<T>> g = new(); T M() => g.GetOrAdd(1, _ => new System.Lazy<T>(() => default!)).Value; }")]
    [InlineData("class C { private readonly ConcurrentDictionary<int, int> g = new(); int M() { g.TryGetValue(1, out var n); g[2] = 3; return n + g.[|AddOrUpdate|](1, 1, (_, old) => old + 1); } }",
        "class C { private readonly ConcurrentDictionary<int, System.Lazy<int>> g = new(); int M() { g.TryGetValue(1, out var n); g[2] = new System.Lazy<int>(3); return (n?.Value ?? default) + g.AddOrUpdate(1, new System.Lazy<int>(1), (_, old) => new System.Lazy<int>(() => old.Value + 1)).Value; } }")]
    [InlineData("class C { private readonly ConcurrentDictionary<int, bool> g = new(); bool M() { g[2] = true; return g.[|GetOrAdd|](1, _ => false); } }",
        "class C { private readonly ConcurrentDictionary<int, System.Lazy<bool>> g = new(); bool M() { g[2] = new System.Lazy<bool>(value: true); return g.GetOrAdd(1, _ => new System.Lazy<bool>(() => false)).Value; } }")]
    public Task Retypes_Declarations(string before, string after)
    {
        // 'Lazy' is not to be found without its namespace where the class is beside one of that name; elsewhere a directive would be added.
        var head = before.StartsWith("class Lazy", System.StringComparison.Ordinal) ? "" : "using System;\n";
        after = head.Length == 0 ? after : after.Replace("System.Lazy", "Lazy", System.StringComparison.Ordinal);
        head += "using System.Collections.Concurrent;\nusing App;\nusing Map = System.Collections.Concurrent.ConcurrentDictionary<int, App.Gate>;\n";
        return VerifyFiles([("A.cs", head + before), ("Gate.cs", Gate)], [("A.cs", head + after), ("Gate.cs", Gate)]);
    }

    [Theory]
    [InlineData("public class C { public readonly ConcurrentDictionary<int, Gate> G = new(); Gate M() => G.{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    [InlineData("public class C { protected ConcurrentDictionary<int, Gate> G { get; } = new(); Gate M() => G.{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    [InlineData("class C { public ConcurrentDictionary<int, Gate> G { get; } = new(); Gate M() => G.{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    [InlineData("[System.Serializable] class C { private readonly ConcurrentDictionary<int, Gate> g = new(); Gate M() => g.{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    [InlineData("class C { [System.ComponentModel.DefaultValue(null)] private readonly ConcurrentDictionary<int, Gate> g = new(); Gate M() => g.{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    [InlineData("record C(ConcurrentDictionary<int, Gate> G) { Gate M() => G.{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    [InlineData("abstract class B { internal abstract ConcurrentDictionary<int, Gate> G { get; } Gate M() => G.{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    [InlineData("class C : ConcurrentDictionary<int, Gate> { Gate M() => this.{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    [InlineData("class D : ConcurrentDictionary<int, Gate> { } class C { private readonly D g = new(); Gate M() => g.{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    [InlineData("class C { private readonly ConcurrentDictionary<int, Gate> g; public C(ConcurrentDictionary<int, Gate> g) { this.g = g; } Gate M() => g.{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    [InlineData("class C { private readonly ConcurrentDictionary<int, Gate>[] g = []; Gate M() => g[0].{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    [InlineData("class C { private readonly ConcurrentDictionary<int, dynamic> g = new(); object M() => g.{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    [InlineData("class C { private static readonly ConcurrentDictionary<int, Gate> g = new(new Dictionary<int, Gate>()); Gate M() => g.{|T206:GetOrAdd|}(1, _ => new Gate()); }")]
    public Task Refuses_Declarations(string code)
    {
        // The constructor's parameter is the class's own affair only while no other assembly can call it.
        var test = new Test206 { Extra = { OfferedEquivalenceKeys = [] } };
        test.TestState.Sources.Add("using System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing App;\n" + code.Replace("class C { private readonly ConcurrentDictionary<int, Gate> g; public", "public class C { private readonly ConcurrentDictionary<int, Gate> g; public", System.StringComparison.Ordinal));
        test.TestState.Sources.Add(Gate);
        return test.RunAsync();
    }

    [Fact]
    public Task Retypes_AcrossProjects()
    {
        var test = new Test206 { NumberOfFixAllInProjectIterations = -2, NumberOfFixAllInDocumentIterations = -2 };
        foreach (var (state, isFixed) in new[] { (test.TestState, false), (test.FixedState, true) })
        {
            state.AdditionalProjects["Lib"].Sources.Add(("/lib/Gates.cs", "using System;\nusing System.Collections.Concurrent;\n[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"TestProject\")]\npublic class Gate { }\n"
                + (isFixed
                    ? "static class Gates { internal static readonly ConcurrentDictionary<string, Lazy<Gate>> All = new(); }\n"
                    : "static class Gates { internal static readonly ConcurrentDictionary<string, Gate> All = new(); }\n")));
            state.Sources.Add(("/app/User.cs", "using System;\n" + (isFixed
                ? "class User { Gate M() => Gates.All.GetOrAdd(\"a\", _ => new Lazy<Gate>(() => new Gate())).Value; }\n"
                : "class User { Gate M() => Gates.All.{|T206:GetOrAdd|}(\"a\", _ => new Gate()); }\n")));
        }

        test.TestState.AdditionalProjectReferences.Add("Lib");
        return test.RunAsync();
    }

    [Fact]
    public Task Retypes_AFileOfTwoProjectsInBoth()
    {
        const string Before = "using System;\nusing System.Collections.Concurrent;\nclass C { private readonly ConcurrentDictionary<int, object> g = new(); object M() => g.{|T206:GetOrAdd|}(1, _ => new object()); }\n";
        const string After = "using System;\nusing System.Collections.Concurrent;\nclass C { private readonly ConcurrentDictionary<int, Lazy<object>> g = new(); object M() => g.GetOrAdd(1, _ => new Lazy<object>(() => new object())).Value; }\n";
        return VerifyShared(Before, After);
    }

    // In the older project a value cannot be wrapped as in the newer one, and there is only one text.
    [Fact]
    public Task Refuses_AFileThatWouldHaveToDiffer()
    {
        const string Code = "using System;\nusing System.Collections.Concurrent;\nclass C { private readonly ConcurrentDictionary<int, object> g = new(); object M() { g[1] = new object(); return g.{|T206:GetOrAdd|}(1, _ => new object()); } }\n";
        return VerifyShared(Code, null);
    }

    // What only one of the two compiles is changed as well; what none of them compiles cannot be.
    [Fact]
    public Task Retypes_WhatOnlyOneProjectCompiles()
    {
        const string Before = "using System;\nusing System.Collections.Concurrent;\nclass C { private readonly ConcurrentDictionary<int, object> g = new();\n#if OLD\nobject N() => g[1];\n#endif\nobject M() => g.{|T206:GetOrAdd|}(1, _ => new object()); }\n";
        const string After = "using System;\nusing System.Collections.Concurrent;\nclass C { private readonly ConcurrentDictionary<int, Lazy<object>> g = new();\n#if OLD\nobject N() => g[1].Value;\n#endif\nobject M() => g.GetOrAdd(1, _ => new Lazy<object>(() => new object())).Value; }\n";
        return VerifyShared(Before, After, "OLD");
    }

    [Fact]
    public Task Refuses_WhatNoProjectCompiles()
    {
        const string Code = "using System;\nusing System.Collections.Concurrent;\nclass C { private readonly ConcurrentDictionary<int, object> g = new();\n#if OLD\nobject N() => g[1];\n#endif\nobject M() => g.{|T206:GetOrAdd|}(1, _ => new object()); }\n";
        return VerifyShared(Code, null);
    }

    [Theory]
    [InlineData("g[k] = k;", "g[k] = new Lazy<object>(() => k);")]
    [InlineData("g.TryAdd(k, \"x\");", "g.TryAdd(k, new Lazy<object>(() => \"x\"));")]
    [InlineData("g[k] = new object();", null)]
    [InlineData("k += \"\"; g[k] = k;", null)]
    public Task Wraps_WithADelegate_OnOlderFrameworks(string before, string? after)
    {
        string Code(string body, bool isFixed) => "using System;\nusing System.Collections.Concurrent;\nclass C { private readonly ConcurrentDictionary<string, " + (isFixed ? "Lazy<object>" : "object")
            + "> g = new ConcurrentDictionary<string, " + (isFixed ? "Lazy<object>" : "object") + ">();\nobject M(string k) { " + body + " return g."
            + (isFixed ? "GetOrAdd(k, _ => new Lazy<object>(() => new object())).Value" : "{|T206:GetOrAdd|}(k, _ => new object())") + "; } }\n";
        var test = new Test206 { TestCode = Code(before, false), ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20, Extra = { LanguageVersion = LanguageVersion.CSharp7_3, NullableContextOptions = Microsoft.CodeAnalysis.NullableContextOptions.Disable } };
        if (after is null)
        {
            test.Extra.OfferedEquivalenceKeys = [];
        }
        else
        {
            test.FixedCode = Code(after, true);
        }

        return test.RunAsync();
    }

    private static Task VerifyShared(string before, string? after, string? symbol = null)
    {
        var test = new Test206 { ReferenceAssemblies = ReferenceAssemblies.Net.Net80 };
        foreach (var (state, code) in new[] { (test.TestState, before), (test.FixedState, after ?? before) })
        {
            state.Sources.Add(("/shared/C.cs", code));
            state.AdditionalProjects["Old"].Sources.Add(("/shared/C.cs", code));
            state.AdditionalProjects["Old"].ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20;
        }

        if (symbol is not null)
        {
            test.SolutionTransforms.Add((solution, id) => solution.GetProject(id) is { Name: "Old" } old
                ? solution.WithProjectParseOptions(id, ((CSharpParseOptions)old.ParseOptions!).WithPreprocessorSymbols(symbol))
                : solution);
        }

        if (after is null)
        {
            test.Extra.OfferedEquivalenceKeys = [];
        }

        return test.RunAsync();
    }

    private static Task VerifyFiles((string Path, string Code)[] before, (string Path, string Code)[] after)
    {
        var test = new Test206 { NumberOfFixAllInDocumentIterations = -1, NumberOfFixAllInProjectIterations = -1 };
        test.TestState.Sources.AddRange(System.Linq.Enumerable.Select(before, file => (file.Path, Microsoft.CodeAnalysis.Text.SourceText.From(file.Code, System.Text.Encoding.UTF8))));
        test.FixedState.Sources.AddRange(System.Linq.Enumerable.Select(after, file => (file.Path, Microsoft.CodeAnalysis.Text.SourceText.From(file.Code, System.Text.Encoding.UTF8))));
        return test.RunAsync();
    }
}
