using System.Threading.Tasks;
using Xunit;

namespace DictionaryAnalyzers.Tests.Retyping;

public partial class LazyValuesTests
{
    [Fact]
    public Task Retypes_DeclarationConstructionAndCall() => VerifyFix(
        """
        using System.Collections.Concurrent;
        using System.Threading;

        class Gates
        {
            private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new ConcurrentDictionary<string, SemaphoreSlim>(System.StringComparer.Ordinal);

            public SemaphoreSlim Of(string name) => gates.[|GetOrAdd|](name, _ => new SemaphoreSlim(1, 1));
        }
        """,
        """
        using System;
        using System.Collections.Concurrent;
        using System.Threading;

        class Gates
        {
            private readonly ConcurrentDictionary<string, Lazy<SemaphoreSlim>> gates = new ConcurrentDictionary<string, Lazy<SemaphoreSlim>>(System.StringComparer.Ordinal);

            public SemaphoreSlim Of(string name) => gates.GetOrAdd(name, _ => new Lazy<SemaphoreSlim>(() => new SemaphoreSlim(1, 1))).Value;
        }
        """);

    // The factories.
    [Theory]
    [InlineData("var x = gates.[|GetOrAdd|](k, key => new Gate());", "var x = gates.GetOrAdd(k, key => new Lazy<Gate>(() => new Gate())).Value;")]
    [InlineData("var x = gates.[|GetOrAdd|](k, static key => new Gate());", "var x = gates.GetOrAdd(k, static key => new Lazy<Gate>(static () => new Gate())).Value;")]
    [InlineData("var x = gates.[|GetOrAdd|](k, static key => { var made = new Gate(key); return made; });", "var x = gates.GetOrAdd(k, static key => new Lazy<Gate>(() => { var made = new Gate(key); return made; })).Value;")]
    [InlineData("var x = gates.[|GetOrAdd|](k, static (key, a) => new Gate(a), k);", "var x = gates.GetOrAdd(k, static (key, a) => new Lazy<Gate>(() => new Gate(a)), k).Value;")]
    [InlineData("var x = gates.[|GetOrAdd|](k, (string key) => new Gate());", "var x = gates.GetOrAdd(k, (string key) => new Lazy<Gate>(() => new Gate())).Value;")]
    [InlineData("var x = gates.[|GetOrAdd|](k, delegate (string key) { return new Gate(key); });", "var x = gates.GetOrAdd(k, (string key) => new Lazy<Gate>(() => { return new Gate(key); })).Value;")]
    [InlineData("var x = gates.[|GetOrAdd|](k, delegate { return new Gate(); });", "var x = gates.GetOrAdd(k, _ => new Lazy<Gate>(() => { return new Gate(); })).Value;")]
    [InlineData("var x = gates.[|GetOrAdd|](k, Create);", "var x = gates.GetOrAdd(k, static key => new Lazy<Gate>(() => Create(key))).Value;")]
    [InlineData("var x = gates.[|GetOrAdd|](k, C.Create);", "var x = gates.GetOrAdd(k, static key => new Lazy<Gate>(() => C.Create(key))).Value;")]
    [InlineData("var x = gates.[|GetOrAdd|](k, CreateHere);", "var x = gates.GetOrAdd(k, key => new Lazy<Gate>(() => CreateHere(key))).Value;")]
    [InlineData("string key = k; var x = gates.[|GetOrAdd|](key, CreateHere);", "string key = k; var x = gates.GetOrAdd(key, key2 => new Lazy<Gate>(() => CreateHere(key2))).Value;")]
    [InlineData("gates.[|GetOrAdd|](k, key => new Gate());", "_ = gates.GetOrAdd(k, key => new Lazy<Gate>(() => new Gate())).Value;")]
    [InlineData("gates?.[|GetOrAdd|](k, key => new Gate());", "_ = gates?.GetOrAdd(k, key => new Lazy<Gate>(() => new Gate())).Value;")]
    [InlineData("var x = gates?.[|GetOrAdd|](k, key => new Gate()).Name;", "var x = gates?.GetOrAdd(k, key => new Lazy<Gate>(() => new Gate())).Value.Name;")]
    [InlineData("this.gates.[|GetOrAdd|](k, key => new Gate()).Use();", "this.gates.GetOrAdd(k, key => new Lazy<Gate>(() => new Gate())).Value.Use();")]
    [InlineData("Action a = () => gates.[|GetOrAdd|](k, key => new Gate());", "Action a = () => _ = gates.GetOrAdd(k, key => new Lazy<Gate>(() => new Gate())).Value;")]
    [InlineData("Action<int> a = _ => gates.[|GetOrAdd|](k, key => new Gate());", "Action<int> a = _ => { var created = gates.GetOrAdd(k, key => new Lazy<Gate>(() => new Gate())).Value; };")]
    [InlineData("Action<int> a = _ => { gates.[|GetOrAdd|](k, key => new Gate()); };", "Action<int> a = _ => { var created = gates.GetOrAdd(k, key => new Lazy<Gate>(() => new Gate())).Value; };")]
    [InlineData("var x = gates.[|GetOrAdd|](k, a => gates.[|GetOrAdd|](a + 1, b => new Gate()));", "var x = gates.GetOrAdd(k, a => new Lazy<Gate>(() =>\n        {\n            try\n            {\n                return gates.GetOrAdd(a + 1, b => new Lazy<Gate>(() => new Gate())).Value;\n            }\n            catch\n            {\n                gates.TryRemove(a, out _);\n                throw;\n            }\n        })).Value;")]
    [InlineData("gates.[|AddOrUpdate|](k, key => new Gate(), (key, old) => new Gate(old));", "_ = gates.AddOrUpdate(k, key => new Lazy<Gate>(() => new Gate()), (key, old) => new Lazy<Gate>(() => new Gate(old.Value))).Value;")]
    [InlineData("gates.[|AddOrUpdate|](k, new Gate(), (_, old) => old);", "_ = gates.AddOrUpdate(k, new Lazy<Gate>(new Gate()), (_, old) => new Lazy<Gate>(() => old.Value)).Value;")]
    [InlineData("gates.[|AddOrUpdate|](k, Create, Update);", "_ = gates.AddOrUpdate(k, static key => new Lazy<Gate>(() => Create(key)), static (key, old) => new Lazy<Gate>(() => Update(key, old.Value))).Value;")]
    public Task Rewrites_Factories(string before, string after) => VerifyFix(InClass(before), InClass(after, retyped: true));

    // What goes in and what comes out.
    [Theory]
    [InlineData("gates[k] = new Gate();", "gates[k] = new Lazy<Gate>(new Gate());")]
    [InlineData("gates[k] = gates[\"b\"];", "gates[k] = new Lazy<Gate>(gates[\"b\"].Value);")]
    [InlineData("gates[k] = null!;", "gates[k] = new Lazy<Gate>(value: null!);")]
    [InlineData("gates[k] = new();", "gates[k] = new Lazy<Gate>(value: new());")]
    [InlineData("var x = gates[k];", "var x = gates[k].Value;")]
    [InlineData("gates[k].Use();", "gates[k].Value.Use();")]
    [InlineData("var x = gates?[k].Name;", "var x = gates?[k].Value.Name;")]
    [InlineData("var x = gates.TryAdd(k, new Gate());", "var x = gates.TryAdd(k, new Lazy<Gate>(new Gate()));")]
    [InlineData("var x = gates.GetOrAdd(k, new Gate());", "var x = gates.GetOrAdd(k, new Lazy<Gate>(new Gate())).Value;")]
    [InlineData("var x = gates.GetOrAdd(value: new Gate(), key: k);", "var x = gates.GetOrAdd(value: new Lazy<Gate>(new Gate()), key: k).Value;")]
    [InlineData("gates.TryRemove(k, out _); gates.Clear(); var n = gates.Count; var c = gates.ContainsKey(k) || gates.IsEmpty; foreach (var key in gates.Keys) { Use(key); }", null)]
    [InlineData("if (gates.TryGetValue(k, out var g)) { g.Use(); }", "if (gates.TryGetValue(k, out var g)) { g.Value.Use(); }")]
    [InlineData("if (gates.TryGetValue(k, out Gate? g) && g.Name != \"\") { g.Use(); }", "if (gates.TryGetValue(k, out Lazy<Gate>? g) && g.Value.Name != \"\") { g.Value.Use(); }")]
    [InlineData("if (!gates.TryGetValue(k, out var g)) { return; } g.Use();", "if (!gates.TryGetValue(k, out var g)) { return; } g.Value.Use();")]
    [InlineData("if (!gates.TryGetValue(k, out var g) || g.Name == \"\") { return; } g.Use();", "if (!gates.TryGetValue(k, out var g) || g.Value.Name == \"\") { return; } g.Value.Use();")]
    [InlineData("var x = gates.TryGetValue(k, out var g) ? g.Name : \"\";", "var x = gates.TryGetValue(k, out var g) ? g.Value.Name : \"\";")]
    [InlineData("gates.TryGetValue(k, out var g); var x = g;", "gates.TryGetValue(k, out var g); var x = g?.Value;")]
    [InlineData("gates.TryGetValue(k, out var g); g?.Use();", "gates.TryGetValue(k, out var g); g?.Value?.Use();")]
    [InlineData("gates.TryGetValue(k, out var g); if (g != null) { Use(k); }", "gates.TryGetValue(k, out var g); if (g?.Value != null) { Use(k); }")]
    [InlineData("Gate? g; if (gates.TryGetValue(k, out g)) { g.Use(); }", "Lazy<Gate>? g; if (gates.TryGetValue(k, out g)) { g.Value.Use(); }")]
    [InlineData("Gate? g = null; if (gates.TryGetValue(k, out g) || gates.TryRemove(\"b\", out g)) { g.Use(); }", "Lazy<Gate>? g = null; if (gates.TryGetValue(k, out g) || gates.TryRemove(\"b\", out g)) { g.Value.Use(); }")]
    [InlineData("if (gates.TryGetValue(k, out var g)) { Action a = () => g.Use(); a(); }", "if (gates.TryGetValue(k, out var g)) { Action a = () => g.Value.Use(); a(); }")]
    [InlineData("while (gates.TryRemove(k, out var g)) { var x = new { g, n = nameof(g) }; var y = (g, 1); }", "while (gates.TryRemove(k, out var g)) { var x = new { g = g.Value, n = nameof(g) }; var y = (g: g.Value, 1); }")]
    [InlineData("foreach (var pair in gates) { Use(pair.Key); pair.Value.Use(); }", "foreach (var pair in gates) { Use(pair.Key); pair.Value.Value.Use(); }")]
    [InlineData("foreach (KeyValuePair<string, Gate> pair in gates) { pair.Value.Use(); }", "foreach (KeyValuePair<string, Lazy<Gate>> pair in gates) { pair.Value.Value.Use(); }")]
    [InlineData("foreach (var (key, gate) in gates) { Use(key); gate.Use(); }", "foreach (var (key, gate) in gates) { Use(key); gate.Value.Use(); }")]
    [InlineData("foreach ((string key, Gate gate) in gates) { gate.Use(); }", "foreach ((string key, Lazy<Gate> gate) in gates) { gate.Value.Use(); }")]
    [InlineData("foreach (var pair in gates) { var (_, gate) = pair; gate.Use(); }", "foreach (var pair in gates) { var (_, gate) = pair; gate.Value.Use(); }")]
    [InlineData("foreach (var gate in gates.Values) { gate.Dispose(); }", "foreach (var gate in gates.Values) { gate.Value.Dispose(); }")]
    [InlineData("foreach (Gate gate in gates.Values) { gate.Dispose(); }", "foreach (Lazy<Gate> gate in gates.Values) { gate.Value.Dispose(); }")]
    [InlineData("foreach (var pair in gates.ToArray()) { pair.Value.Use(); }", "foreach (var pair in gates.ToArray()) { pair.Value.Value.Use(); }")]
    [InlineData("foreach (var pair in gates.Where(p => p.Value.Name == k).OrderBy(p => p.Key)) { pair.Value.Use(); }", "foreach (var pair in gates.Where(p => p.Value.Value.Name == k).OrderBy(p => p.Key)) { pair.Value.Value.Use(); }")]
    [InlineData("var x = gates.Values.Select(g => g.Name).ToList();", "var x = gates.Values.Select(g => g.Value.Name).ToList();")]
    [InlineData("var x = gates.Values.Any(g => g.Name == k) && gates.Any();", "var x = gates.Values.Any(g => g.Value.Name == k) && gates.Any();")]
    [InlineData("var x = gates.Values.ToList();", "var x = gates.Values.Select(lazy => lazy.Value).ToList();")]
    [InlineData("var x = gates.Values.Where(g => g.Name == k).ToList();", "var x = gates.Values.Select(lazy => lazy.Value).Where(g => g.Name == k).ToList();")]
    [InlineData("var x = gates.ToDictionary(p => p.Key, p => p.Value);", "var x = gates.ToDictionary(p => p.Key, p => p.Value.Value);")]
    [InlineData("var x = gates.First().Value;", "var x = gates.First().Value.Value;")]
    [InlineData("var x = gates.FirstOrDefault(p => p.Value.Name == k).Key;", "var x = gates.FirstOrDefault(p => p.Value.Value.Name == k).Key;")]
    [InlineData("var x = gates.FirstOrDefault(p => p.Key == k).Value;", "var x = gates.FirstOrDefault(p => p.Key == k).Value?.Value;")]
    [InlineData("var x = gates.LastOrDefault().Value?.Name;", "var x = gates.LastOrDefault().Value?.Value?.Name;")]
    [InlineData("var x = gates.GetValueOrDefault(k);", "var x = gates.GetValueOrDefault(k)?.Value;")]
    [InlineData("IEnumerable<Gate> x = gates.Values; Use(string.Join(\",\", gates.Values));", "IEnumerable<Gate> x = gates.Values.Select(lazy => lazy.Value); Use(string.Join(\",\", gates.Values.Select(lazy => lazy.Value)));")]
    [InlineData("var x = from p in gates where p.Value.Name == k select p.Key;", "var x = from p in gates where p.Value.Value.Name == k select p.Key;")]
    [InlineData("var x = from g in gates.Values where g.Name == k orderby g.Name select g;", "var x = from g in gates.Values.Select(lazy => lazy.Value) where g.Name == k orderby g.Name select g;")]
    [InlineData("if (gates is null || gates == null) { lock (gates!) { } } var n = nameof(gates);", null)]
    [InlineData("var keys = new[] { k }.Where(gates.ContainsKey);", null)]
    [InlineData("var alias = gates; alias[k].Use();", "var alias = gates; alias[k].Value.Use();")]
    [InlineData("ConcurrentDictionary<string, Gate>? alias = k == \"\" ? null : gates; alias?[k].Use();", "ConcurrentDictionary<string, Lazy<Gate>>? alias = k == \"\" ? null : gates; alias?[k].Value.Use();")]
    [InlineData("Touch(gates);", "Touch(gates);")]
    public Task Rewrites_Uses(string before, string? after) => VerifyFix(
        InClass("gates.[|GetOrAdd|](k, key => new Gate()).Use(); " + before),
        InClass("gates.GetOrAdd(k, key => new Lazy<Gate>(() => new Gate())).Value.Use(); " + (after ?? before), retyped: true));

    [Theory]
    [InlineData("gates.TryUpdate(k, new Gate(), new Gate());")]
    [InlineData("gates.TryRemove(KeyValuePair.Create(k, new Gate()));")]
    [InlineData("gates[k] = gates[\"b\"] = new Gate();")]
    [InlineData("gates[k] ??= new Gate();")]
    [InlineData("Leak(gates);")]
    [InlineData("object o = gates;")]
    [InlineData("IDictionary<string, Gate> d = gates;")]
    [InlineData("Use(gates.ToString());")]
    [InlineData("var t = (gates, 1);")]
    [InlineData("Func<object> f = () => gates;")]
    [InlineData("var x = gates.Values; ICollection<Gate> y = x;")]
    [InlineData("ICollection<Gate> y = gates.Values;")]
    [InlineData("foreach (var pair in gates) { Use(pair.ToString()); }")]
    [InlineData("foreach (var pair in gates) { Pass(pair); }")]
    [InlineData("foreach (var pair in gates.ToList()) { gates.TryRemove(pair); }")]
    [InlineData("gates.TryGetValue(k, out var g); g!.Use();")]
    [InlineData("if (gates.TryGetValue(k, out var g)) { g = new Gate(); g.Use(); }")]
    [InlineData("Gate? g = new Gate(); gates.TryGetValue(k, out g);")]
    [InlineData("gates.TryGetValue(k, out field);")]
    [InlineData("var x = gates.ToDictionary(p => p.Key);")]
    [InlineData("var x = new Dictionary<string, Gate>(gates);")]
    [InlineData("var x = gates.Select(Name);")]
    [InlineData("System.Threading.Volatile.Write(ref gates, gates);")]
    [InlineData("gates.{|T206:AddOrUpdate|}(k, key => throw new Exception(), (key, old) => old);")]
    [InlineData("gates.{|T206:AddOrUpdate|}(k, new Gate(), (key, old) => old.Next());")]
    [InlineData("Func<string, Gate> make = Create; make = CreateHere; gates.{|T206:GetOrAdd|}(k, make);")]
    [InlineData("gates = Other();")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, a => gates.{|T206:GetOrAdd|}(a, b => new Gate()));")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, a => { gates[k] = new Gate(); return new Gate(); });")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, a => gates.Values.First());")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, Again);")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, a => Again(a));")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, a => Twice(a));")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, _ => Again(k));")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, a => { var same = a; return gates.ContainsKey(same) ? new Gate() : new Gate(a); });")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, a => new Gate(gates.Count.ToString()));")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, a => new Gate(gates.IsEmpty ? a : k));")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, a => new Gate(gates.Keys.First()));")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, a => new Gate(gates.Any() ? a : k));")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, a => Numbered());")]
    [InlineData("gates.{|T206:GetOrAdd|}(k, a => { gates.Clear(); return new Gate(); });")]
    [InlineData("gates.FirstOrDefault(p => p.Key == k).Value.Use();")]
    [InlineData("var pair = gates.FirstOrDefault(p => p.Key == k); var x = pair.Value;")]
    [InlineData("foreach (var pair in gates.DefaultIfEmpty()) { var x = pair.Value; }")]
    public Task Refuses(string body) => VerifyNoFix(InClass("gates.{|T206:GetOrAdd|}(k, key => new Gate()).Use(); " + body));

    // '0' is a LazyThreadSafetyMode as well as a number.
    [Theory]
    [InlineData("long", "0", "value: 0")]
    [InlineData("double", "0", "value: 0")]
    [InlineData("DayOfWeek", "0", "value: 0")]
    [InlineData("int", "0", "0")]
    [InlineData("long", "1", "1")]
    public Task Names_TheParameter(string type, string before, string after) => VerifyFix(
        $$"""
        using System;
        using System.Collections.Concurrent;

        class C
        {
            private readonly ConcurrentDictionary<string, {{type}}> all = new();

            void M(string k)
            {
                all[k] = {{before}};
                _ = all.[|GetOrAdd|](k, key => default);
            }
        }
        """,
        $$"""
        using System;
        using System.Collections.Concurrent;

        class C
        {
            private readonly ConcurrentDictionary<string, Lazy<{{type}}>> all = new();

            void M(string k)
            {
                all[k] = new Lazy<{{type}}>({{after}});
                _ = all.GetOrAdd(k, key => new Lazy<{{type}}>(() => default)).Value;
            }
        }
        """);

    [Fact]
    public Task Rewrites_AnInitializerOfTheMember() => VerifyFix(
        """
        using System;
        using System.Collections.Concurrent;

        class C
        {
            internal readonly ConcurrentDictionary<string, object> map = new();

            static C Make() => new C { map = { ["a"] = new C(), ["b"] = "b" } };
            object Of(string k) => map.[|GetOrAdd|](k, key => new object());
        }
        """,
        """
        using System;
        using System.Collections.Concurrent;

        class C
        {
            internal readonly ConcurrentDictionary<string, Lazy<object>> map = new();

            static C Make() => new C { map = { ["a"] = new Lazy<object>(value: new C()), ["b"] = new Lazy<object>(value: "b") } };
            object Of(string k) => map.GetOrAdd(k, key => new Lazy<object>(() => new object())).Value;
        }
        """);

    private static string InClass(string body, bool retyped = false)
    {
        var gate = retyped ? "Lazy<Gate>" : "Gate";
        var there = retyped ? "there.Value" : "there";
        var touch = body.Contains("Touch(gates)", System.StringComparison.Ordinal) ? gate : "Gate";
        var value = touch == "Gate" ? "" : ".Value";
        return $$"""
            using System;
            using System.Collections.Concurrent;
            using System.Collections.Generic;
            using System.Linq;

            public class C
            {
                private ConcurrentDictionary<string, {{gate}}> gates = new(StringComparer.Ordinal);
                private Gate? field;

                void M(string k)
                {
                    {{body}}
                }

                static Gate Create(string key) => new Gate(key);
                static Gate Update(string key, Gate old) => new Gate(old);
                Gate CreateHere(string key) => new Gate(key);
                Gate Twice(string key) => Again(key);
                Gate Numbered() => new Gate(gates.Count.ToString());
                Gate Again(string key) => gates.TryGetValue(key, out var there) ? {{there}} : new Gate();
                void Use(string? key) { }
                void Touch(ConcurrentDictionary<string, {{touch}}> map) { map["a"]{{value}}.Use(); }
                public void Leak(ConcurrentDictionary<string, Gate> map) { }
                void Pass(KeyValuePair<string, Gate> pair) { }
                static string Name(KeyValuePair<string, Gate> pair) => pair.Key;
                static ConcurrentDictionary<string, Gate> Other() => External.Map();
            }

            public static class External { public static ConcurrentDictionary<string, Gate> Map() => new(); }

            public class Gate : IDisposable
            {
                public Gate() { }
                public Gate(string name) { Name = name; }
                public Gate(Gate old) { Previous = old; }
                public Gate? Previous { get; }
                public string Name { get; } = "";
                public void Use() { }
                public Gate Next() => new Gate(this);
                public void Dispose() { }
            }
            """;
    }

    private static Task VerifyFix(string before, string after, string key = LazyValuesFix.Key) =>
        new Test206 { TestCode = before, FixedCode = after, CodeActionEquivalenceKey = key }.RunAsync();

    private static Task VerifyNoFix(string code) => new Test206 { TestCode = code, Extra = { OfferedEquivalenceKeys = [] } }.RunAsync();
}
