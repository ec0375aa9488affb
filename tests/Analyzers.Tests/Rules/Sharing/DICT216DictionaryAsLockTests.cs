using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public class DICT216DictionaryAsLockTests
{
    private const string Compound = "if (!cd.ContainsKey(k)) { cd[k] = 1; }";

    [Theory]

    // Others change it without the lock.
    [InlineData("void M(string k) { lock ([|cd|]) { " + Compound + " } } void N(string k) { cd[k] = 2; }")]
    [InlineData("void M(string k) { lock ([|this.cd|]) { " + Compound + " } } void N(string k) => cd.TryRemove(k, out _);")]
    [InlineData("void M(string k) { lock ([|cd|]) " + Compound + " cd.Clear(); }")]
    [InlineData("void M() { lock ([|cd|]) { foreach (var p in cd) { } } } void N(string k) => cd.GetOrAdd(k, 1);")]
    [InlineData("void M(string k) { lock ([|cd|]) { " + Compound + " } } void N(string k) { System.Action a = () => cd.TryAdd(k, 1); }")]
    [InlineData("void M(string k) { lock ([|cd|]) { " + Compound + " } } void N(string k) { lock (gate) { cd[k] = 2; } }")]
    [InlineData("void M(string k) { lock ([|cd|]) { " + Compound + " } } void N(string k) { cd?.TryAdd(k, 2); }")]
    [InlineData("void M(string k) { lock ([|cd|]) { " + Compound + " Help(k); } } void N(string k) { Help(k); } void Help(string k) { cd[k] = 1; }")]
    [InlineData("void M(string k) { Monitor.Enter([|cd|]); try { " + Compound + " } finally { Monitor.Exit(cd); } } void N(string k) { cd[k] = 2; }")]
    [InlineData("void M(string k) { if (Monitor.TryEnter([|cd|], 10)) { " + Compound + " Monitor.Exit(cd); } } void N(string k) { cd[k] = 2; }")]
    [InlineData("void M(string k) { lock ([|(object)cd|]) { " + Compound + " } } void N(string k) { cd[k] = 2; }")]
    [InlineData("void M(string k) { var d = cd; lock ([|d|]) { " + Compound + " } } void N(string k) { cd[k] = 2; }")]
    [InlineData("ConcurrentDictionary<string, int> Map => cd; void M(string k) { lock ([|Map|]) { " + Compound + " } } void N(string k) { cd[k] = 2; }")]
    [InlineData("static readonly ConcurrentDictionary<string, int> s = new(); void M() { lock ([|s|]) { foreach (var p in s) { } } } static void N(string k) { s[k] = 2; }")]
    [InlineData("public ConcurrentDictionary<string, int> P { get; } = new(); void M() { lock ([|P|]) { foreach (var p in P) { } } } void N(string k) { P[k] = 2; }")]
    [InlineData("readonly IDictionary<string, int> i = new ConcurrentDictionary<string, int>(); void M() { lock ([|i|]) { foreach (var p in i) { } } } void N(string k) { i[k] = 2; }")]
    [InlineData("ConcurrentDictionary<string, int> r = new(); void M() { lock ([|r|]) { foreach (var p in r) { r.TryRemove(p.Key, out _); } } } void N(string k) { r[k] = 2; } void Reset() { r = new(); }")]

    // A parameter: others have it too.
    [InlineData("void M(ConcurrentDictionary<string, int> d, string k) { lock ([|d|]) { if (!d.ContainsKey(k)) { d[k] = 1; } } }")]

    // A local that others share.
    [InlineData("void M(string k) { var d = new ConcurrentDictionary<string, int>(); var t = Task.Run(() => { d[k] = 1; }); lock ([|d|]) { foreach (var p in d) { } } t.Wait(); }")]

    // Each lock is around one call, and others do not even lock to read.
    [InlineData("void M(string k) { lock ([|cd|]) { cd[k] = 1; } } int N(string k) => cd[k];")]
    public Task Reports(string members) => Analyze(members).RunAsync();

    [Theory]

    // All that change it take the lock.
    [InlineData("void M(string k) { lock (cd) { " + Compound + " } }")]
    [InlineData("void M(string k) { lock (cd) { " + Compound + " } } void N(string k) { lock (cd) { cd[k] = 2; } }")]
    [InlineData("void M(string k) { lock (cd) { " + Compound + " } } int N(string k) => cd[k];")]
    [InlineData("void M(string k) { lock (cd) { " + Compound + " } } void N(string k) { Monitor.Enter(cd); cd[k] = 2; Monitor.Exit(cd); }")]
    [InlineData("void M(string k) { lock (cd) { " + Compound + " Help(k); } } void Help(string k) { cd[k] = 1; }")]
    [InlineData("void M(string k) { lock (cd) { cd[k] = 1; } } int N(string k) { lock (cd) { return cd[k]; } }")]
    [InlineData("void M(string k) { lock (cd) { " + Compound + " } } void N(string k) { var d = cd; lock (d) { cd[k] = 2; } }")]

    // Nobody else has it yet, or no more.
    [InlineData("C() { cd[\"a\"] = 1; } void M(string k) { lock (cd) { " + Compound + " } }")]
    [InlineData("void M(string k) { lock (cd) { " + Compound + " } } public void Dispose() { cd.Clear(); }")]
    [InlineData("readonly ConcurrentDictionary<string, int> i = new() { [\"a\"] = 1 }; void M(string k) { lock (i) { if (!i.ContainsKey(k)) { i[k] = 1; } } }")]
    [InlineData("void M(string k) { var d = new ConcurrentDictionary<string, int>(); lock (d) { d[k] = 1; } d[k] = 2; }")]
    [InlineData("void M(string k) { var d = new ConcurrentDictionary<string, int>(); Parallel.For(0, 9, n => { d[k] = n; }); lock (d) { foreach (var p in d) { } } }")]

    // It protects something else.
    [InlineData("int n; void M() { lock (cd) { n++; } } void N(string k) { cd[k] = 2; }")]

    // It is no ConcurrentDictionary, or not known to be one, or not the lock.
    [InlineData("readonly Dictionary<string, int> d = new(); void M(string k) { lock (d) { if (!d.ContainsKey(k)) { d[k] = 1; } } } void N(string k) { d[k] = 2; }")]
    [InlineData("void M(IDictionary<string, int> d, string k) { lock (d) { d[k] = 1; } }")]
    [InlineData("void M(string k) { lock (gate) { " + Compound + " } } void N(string k) { cd[k] = 2; }")]
    [InlineData("readonly ConcurrentDictionary<string, object> g = new(); void M(string k) { lock (g.GetOrAdd(k, _ => new object())) { cd[k] = 1; } }")]
    [InlineData("void M(string k) { Monitor.Enter(gate); cd[k] = 1; Monitor.Exit(gate); Monitor.PulseAll(cd); }")]
    public Task DoesNotReport(string members) => Analyze(members).RunAsync();

    [Fact]
    public Task DoesNotReport_AClassThatIsADictionary() => new CSharpAnalyzerTest<DICT216DictionaryAsLockAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Concurrent;
            class Registry : ConcurrentDictionary<string, int>
            {
                void Once(string k) { lock (this) { if (!ContainsKey(k)) { this[k] = 1; } } }
                void Always(string k) { this[k] = 1; }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Message_NamesTheUseThatTakesNoLock()
    {
        var test = Analyze("void M(string k) { lock ({|#0:cd|}) { " + Compound + " } } void N(string k) { {|#1:cd[k] = 2|}; }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT216", DiagnosticSeverity.Info).WithLocation(0).WithLocation(1)
            .WithMessage("Locking 'cd' keeps out only those who lock it too: 'cd[k] = 2' takes no lock and can run at the same time"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("lock ([|cd|]) { cd[k] = 1; }", "cd[k] = 1;")]
    [InlineData("lock ([|cd|]) cd[k] = 1;", "cd[k] = 1;")]
    [InlineData("lock ([|cd|])\n            cd[k] = 1;", "cd[k] = 1;")]
    [InlineData("lock ([|cd|])\n        {\n            cd[k] = 1;\n        }", "cd[k] = 1;")]
    [InlineData("lock ([|cd|]) {\n            cd.TryAdd(\n                k,\n                1);\n        }", "cd.TryAdd(\n            k,\n            1);")]
    [InlineData("lock ([|cd|])\n        {\n            if (cd.TryAdd(k, 1))\n            {\n                k = \"b\";\n            }\n        }", "if (cd.TryAdd(k, 1))\n        {\n            k = \"b\";\n        }")]
    [InlineData("// one\n        lock ([|cd|]) // two\n        {\n            // three\n            cd[k] = 1; // four\n            // five\n        } // six", "// one\n        // two\n        // three\n        cd[k] = 1; // four\n        // five\n        // six")]
    [InlineData("lock ([|cd|])\n        {\n            var n = 1;\n            cd[k] = n;\n        }", "var n = 1;\n        cd[k] = n;")]
    [InlineData("if (k != null)\n            lock ([|cd|]) cd.Clear();", "if (k != null)\n            cd.Clear();")]
    [InlineData("if (k != null)\n        {\n            lock ([|cd|]) { cd.Clear(); }\n        }", "if (k != null)\n        {\n            cd.Clear();\n        }")]
    [InlineData("switch (k) { case \"a\": lock ([|cd|]) { cd.Clear(); } break; }", "switch (k) { case \"a\": cd.Clear(); break; }")]

    // The name is taken: the variable keeps a block of its own.
    [InlineData("{ var old = 1; }\n        lock ([|cd|])\n        {\n            cd.TryRemove(k, out var old);\n        }", "{ var old = 1; }\n        {\n            cd.TryRemove(k, out var old);\n        }")]

    // What a lock in an 'if' owned comes to stand below the 'if'; comments keep their distance.
    [InlineData("if (k != null)\n            lock ([|cd|])\n            {\n                // gone\n                cd.Clear();\n            }", "if (k != null)\n        {\n            // gone\n            cd.Clear();\n        }")]
    [InlineData("lock ([|cd|]) { cd[k] = 1; /* one */ } /* two */", "cd[k] = 1; /* one */ /* two */")]
    public Task DropsTheLock(string before, string after) => Fix(before, after).RunAsync();

    [Theory]
    [InlineData("lock ([|cd|]) { cd[k] = 1; Other(); }")]
    [InlineData("lock ([|cd|]) { cd[k] = 1; n++; }")]
    [InlineData("lock ([|cd|]) { cd[k] = 1; cd.TryRemove(\"b\", out _); }")]
    [InlineData("lock ([|cd|]) { cd[k]++; }")]
    [InlineData("lock ([|cd|]) { cd.GetOrAdd(k, _ => 1); }")]
    [InlineData("lock ([|cd|]) { foreach (var p in cd) { } }")]
    [InlineData("lock ([|cd|]) { while (k != null) { cd[k] = 1; } }")]
    [InlineData("lock ([|cd|]) { cd[k] = 1; } lock ([|cd|]) { cd[k]++; }")]
    [InlineData("lock ([|cd|])\n        {\n#if true\n            cd[k] = 1;\n#endif\n        }")]
    [InlineData("Monitor.Enter([|cd|]); cd[k] = 1; Monitor.Exit(cd);")]
    public Task KeepsTheLock_WhereItMayBeForMore(string statements) => Fix(statements, statements).RunAsync();

    private static CSharpAnalyzerTest<DICT216DictionaryAsLockAnalyzer, DefaultVerifier> Analyze(string members) => new()
    {
        TestCode = $$"""
            using System.Collections.Concurrent;
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            class C
            {
                private readonly ConcurrentDictionary<string, int> cd = new();
                private readonly object gate = new();
                {{members}}
            }
            """,
    };

    private static CSharpCodeFixTest<DICT216DictionaryAsLockAnalyzer, DICT216DictionaryAsLockCodeFix, DefaultVerifier> Fix(string before, string after) => new()
    {
        TestCode = Program(before),
        FixedCode = Program(after),
        CodeActionEquivalenceKey = DICT216DictionaryAsLockCodeFix.DropLockKey,
    };

    private static string Program(string statements) => $$"""
        using System.Collections.Concurrent;
        using System.Threading;
        class C
        {
            private readonly ConcurrentDictionary<string, int> cd = new();
            private int n;
            void Set(string k) => cd[k] = n;
            void Other() { }
            void M(string k)
            {
                {{statements}}
            }
        }
        """;
}
