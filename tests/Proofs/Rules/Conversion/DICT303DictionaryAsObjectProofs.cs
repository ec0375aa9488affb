using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Conversion;

// With the record the program prints what it printed with the dictionary.
public class DICT303DictionaryAsObjectProofs
{
    private const string Made = "var d = new Dictionary<string, object?> { [\"name\"] = Name(), [\"age\"] = 3, [\"when\"] = new DateTime(2024, 2, 3), [\"price\"] = 1.50m, [\"kind\"] = DayOfWeek.Friday, [\"none\"] = null, [\"list\"] = new List<int> { 1, 2 } };";

    [Theory]

    // Reads.
    [InlineData("Print((string)d[\"name\"]!); Print((int)d[\"age\"]! + 1); Print((decimal)d[\"price\"]! * 2);")]
    [InlineData("Print(d[\"name\"]); Print(d[\"age\"]); Print(d[\"when\"]); Print(d[\"kind\"]); Print(d[\"none\"] ?? \"null\");")]
    [InlineData("Print($\"{d[\"name\"]} {d[\"age\"],5} {d[\"price\"]:F3} {d[\"when\"]:yyyy} {d[\"none\"]}\");")]
    [InlineData("Print(\"a\" + d[\"name\"] + d[\"age\"] + d[\"none\"] + d[\"kind\"]);")]
    [InlineData("Print(string.Format(\"{0} {1} {2}\", d[\"name\"], d[\"age\"], d[\"kind\"])); Console.WriteLine(d[\"age\"]); Console.WriteLine(\"{0}\", d[\"name\"]);")]
    [InlineData("Print(d[\"name\"]!.ToString()!.Length); Print(d[\"age\"]?.ToString()); Print(d[\"none\"]?.ToString() ?? \"-\"); Print(d[\"kind\"]!.GetType());")]
    [InlineData("Print(d[\"name\"] as string ?? \"x\"); Print((d[\"none\"] as string)?.Length); Print(d[\"age\"] as int? ?? 5);")]
    [InlineData("Print(d[\"name\"] is string { Length: > 2 }); Print(d[\"age\"] is int age ? age : -1); Print(d[\"none\"] is null); Print(d[\"list\"] is IEnumerable<int> l ? l.Sum() : 0);")]
    [InlineData("Print(((List<int>)d[\"list\"]!).Count); Print(((IEnumerable<int>)d[\"list\"]!).First()); Print(((IFormattable)d[\"price\"]!).ToString(\"F1\", null));")]
    [InlineData("foreach (var n in (List<int>)d[\"list\"]!) { Print(n); } ((List<int>)d[\"list\"]!).Add(5); Print(((List<int>)d[\"list\"]!).Count);")]
    [InlineData("Print(Over(d[\"age\"]!)); Print(Over(d[\"name\"]!)); Print(Generic(d[\"age\"])); Print(Many(d[\"name\"], d[\"age\"]));")]
    [InlineData("Print(Equals(d[\"age\"], 3)); Print(d[\"age\"]!.Equals(3)); Print(d[\"name\"] == (object)Name()); Print(d[\"name\"] != null);")]
    [InlineData("var v = d[\"age\"]; v = \"text\"; Print(v); var w = d[\"name\"]; Print(w); object? u = d[\"price\"]; Print(u);")]
    [InlineData("Print(d[\"kind\"] switch { DayOfWeek.Friday => \"f\", null => \"n\", _ => \"?\" }); Print(new object?[] { d[\"age\"], d[\"name\"] }.Length); Print((d[\"age\"], d[\"name\"]));")]
    [InlineData("Print(Convert.ToInt64(d[\"age\"]) + Convert.ToDouble(d[\"price\"])); Print(Convert.ToString(d[\"none\"])!.Length);")]
    [InlineData("Func<object?> f = () => d[\"age\"]; Print(f()); Func<int> g = () => (int)d[\"age\"]!; Print(g()); Print(new[] { 1, 2 }.Select(n => n + (int)d[\"age\"]!).Sum());")]
    [InlineData("Print(true ? d[\"name\"] : null); Print((d[\"name\"])!.ToString()); Print((string)(d[\"name\"])!);")]
    [InlineData("Print(d.GetValueOrDefault(\"name\")); Print((int)d.GetValueOrDefault(\"age\")! + 2);")]

    // Writes.
    [InlineData("d[\"age\"] = 4; d[\"name\"] = \"other\"; Print(d[\"age\"]); Print((string)d[\"name\"]!);")]
    [InlineData("d[\"age\"] = (int)d[\"age\"]! + 1; d[\"none\"] = d[\"name\"]; Print(d[\"age\"]); Print(d[\"none\"]);")]
    [InlineData("for (var i = 0; i < 3; i++) { d[\"age\"] = i; Print(d[\"age\"]); }")]
    [InlineData("d[\"age\"] = \"a text\"; Print(d[\"age\"]); d[\"price\"] = null; Print(d[\"price\"] ?? \"null\");")]

    // What may be absent.
    [InlineData("if (d[\"name\"] is string) { d[\"mail\"] = \"m\"; } if (d.TryGetValue(\"mail\", out var mail)) { Print(mail); Print((string)d[\"mail\"]!); }")]
    [InlineData("if (Name() == \"\") { d[\"mail\"] = \"m\"; } if (d.TryGetValue(\"mail\", out var mail)) { Print(mail); } Print(d.ContainsKey(\"mail\")); Print(!d.ContainsKey(\"mail\") ? 1 : 2); Print(d[\"age\"]);")]
    [InlineData("if (Name() == \"\") { d[\"count\"] = 5; } Print(d.TryGetValue(\"count\", out var count) ? (int)count! : 7); Print(d.GetValueOrDefault(\"count\") ?? \"none\");")]
    [InlineData("if (d.TryGetValue(\"age\", out var a) && a is int years && years > 2) { Print(years); } if (!d.TryGetValue(\"name\", out var n)) { Print(\"no\"); } else { Print(n); }")]
    [InlineData("if (d.ContainsKey(\"name\") && (int)d[\"age\"]! > 2) { Print(d.ContainsKey(\"age\") ? d[\"age\"] : \"no\"); }")]
    public Task Record_OfALocal(string body) => Prove(Made + body);

    [Theory]
    [InlineData("Print(Text(Make(1))); Print(((Dictionary<string, object?>)Make(2)[\"inner\"]!)[\"a\"]);",
        "static Dictionary<string, object?> Make(int n) { var d = new Dictionary<string, object?>(); d[\"n\"] = n; d[\"inner\"] = new Dictionary<string, object?> { { \"a\", n + 1 }, { \"b\", \"b\" } }; return d; } static string Text(IDictionary<string, object?> d) => d[\"n\"] + \"!\";")]
    [InlineData("var made = await MakeAsync(4).ConfigureAwait(false); Print((int)made[\"n\"]!); Print((string)(await MakeAsync(5))[\"text\"]!);",
        "static async Task<Dictionary<string, object?>> MakeAsync(int n) { await Task.Yield(); return new(StringComparer.OrdinalIgnoreCase) { [\"N\"] = n, [\"text\"] = n.ToString() }; }")]
    [InlineData("var found = Find(1); Print(found == null ? \"null\" : found[\"a\"]); Print(Find(0)?[\"b\"] ?? \"null\"); Print(Find(2)?[\"b\"]);",
        "static Dictionary<string, object?>? Find(int n) { if (n == 0) { return null; } return new() { [\"a\"] = n, [\"b\"] = \"b\" + n }; }")]
    [InlineData("Print(Make(true)[\"x\"]); Print(Make(false)[\"x\"]); Print((int)Make(false)[\"y\"]!);",
        "static Dictionary<string, object?> Make(bool b) => b ? new Dictionary<string, object?> { [\"x\"] = 1, [\"y\"] = 2 } : new Dictionary<string, object?> { [\"y\"] = 3, [\"x\"] = 4 };")]
    [InlineData("Dictionary<string, object?> d; d = new() { [\"x\"] = 1, [\"y\"] = \"y\" }; var e = d; e[\"x\"] = 2; Print(d[\"x\"]); Change(d); Print((int)e[\"x\"]!);",
        "static void Change(Dictionary<string, object?> given) { given[\"x\"] = (int)given[\"x\"]! * 10; }")]
    [InlineData("Print(Sum(3)); ", "static int Sum(int n) { return n == 0 ? 0 : Get(n) + Sum(n - 1); static int Get(int n) { var d = new Dictionary<string, object?> { [nameof(n)] = n, [\"twice\"] = n * 2 }; return (int)d[\"twice\"]!; } }")]
    [InlineData("Print(Gen<int>.Make(3)); ", "static class Gen<T> { public static object Make(T t) { var d = new Dictionary<string, object> { [\"v\"] = t, [\"w\"] = new List<T> { t } }; return ((List<T>)d[\"w\"])[0]; } }")]
    [InlineData("var order = new Dictionary<string, object> { [\"id\"] = 1, [\"other\"] = 2 }; Print((int)order[\"id\"]);", "class Order { }")]
    public Task Record_OfMethods(string body, string methods) => Prove(body, methods);

    [Theory]
    [InlineData("var d = new Dictionary<string, object> { [\"a\"] = new[] { \"p\", \"q\" }, [\"b\"] = 'c' }; Print(string.Join(\",\", d[\"a\"])); Print(string.Format(\"{0}\", d[\"a\"])); Console.WriteLine(d[\"b\"]); Print(string.Concat(d[\"a\"]));")]
    [InlineData("var d = new Dictionary<string, object> { [\"a\"] = 'p', [\"b\"] = 'c' }; Print(\"\" + d[\"a\"] + d[\"b\"]); Print(d[\"a\"] + \"\" + d[\"b\"]); var sb = new StringBuilder(); sb.Append(d[\"a\"]).Append(d[\"b\"]); Print(sb);")]
    [InlineData("var d = new Dictionary<string, object> { [\"a\"] = (Func<int>)(() => 4), [\"b\"] = typeof(string) }; Print(((Func<int>)d[\"a\"])()); Print(((Type)d[\"b\"]).Name);")]
    [InlineData("var d = new Dictionary<string, object> { [\"a\"] = new int[,] { { 1, 2 } }, [\"b\"] = new List<List<string>>() }; Print(((int[,])d[\"a\"]).Length); Print(((List<List<string>>)d[\"b\"]).Count);")]
    [InlineData("var d = new Dictionary<string, object> { [\"class\"] = 1, [\"new\"] = 2, [\"2nd\"] = 3, [\"ToString\"] = 4, [\"GetType\"] = 5 }; Print((int)d[\"class\"] + (int)d[\"new\"] + (int)d[\"2nd\"] + (int)d[\"ToString\"] + (int)d[\"GetType\"]);")]
    [InlineData("var d = new Dictionary<string, object> { [\"größe\"] = 1, [\"naïve-name\"] = 2, [\"日本\"] = 3, [\"with space\"] = 4 }; Print((int)d[\"größe\"] + (int)d[\"日本\"] + (int)d[\"with space\"]);")]
    [InlineData("var d = new Dictionary<string, object>();\nd[\"a\"] = 1;\nd[\"b\"] = (int)d[\"a\"] + 1;\nd[\"c\"] = Name();\nPrint((int)d[\"b\"]);\nPrint((string)d[\"c\"]);")]
    [InlineData("var d = new Dictionary<string, object>();\nd[\"a\"] = 1;\nd[\"b\"] = @\"two\n  lines\";\nd.Add(\"c\", \"\"\"\n    raw\n      text\n    \"\"\");\nPrint((string)d[\"b\"]);\nPrint((string)d[\"c\"]);")]
    [InlineData("var d = new Dictionary<string, object> { [\"a\"] = 1, [\"b\"] = \"x\" }; Print(Rec(3, d)); static int Rec(int n, IDictionary<string, object> m) { m[\"a\"] = n; return n == 0 ? (int)m[\"a\"] : Rec(n - 1, m); }")]
    [InlineData("var o = new Dictionary<string, object> { [\"i\"] = new Dictionary<string, object> { [\"p\"] = 1, [\"q\"] = 2 }, [\"y\"] = 3 }; if (o[\"i\"] is Dictionary<string, object> i) { Print((int)i[\"p\"]); } Print((o[\"i\"] as IDictionary<string, object>)[\"q\"]);")]
    [InlineData("var d = new Dictionary<string, object> { [\"a\"] = 1, [\"b\"] = \"x\" }; await Task.Yield(); Print((int)d[\"a\"]); await Later(d); static async Task Later(Dictionary<string, object> d) { await Task.Yield(); Print(d[\"b\"]); }")]
    public Task Record_OfOtherThings(string body) => Prove("#nullable disable\n" + body);

    private static Task Prove(string body, string methods = "") => Proof
        .Of<DICT303DictionaryAsObjectAnalyzer, DICT303DictionaryAsObjectCodeFix>(
            $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Text;
            using System.Threading.Tasks;

            await Program.Run();

            partial class Program
            {
                public static async Task Run()
                {
                    {{body}}
                    await Task.Yield();
                }

                private static string Name() => "a name";

                private static void Print(object? value) => Console.WriteLine(value);

                private static string Over(object value) => "object";

                private static string Over(int value) => "int";

                private static string Over(string value) => "string";

                private static string Generic<T>(T value) => typeof(T).Name;

                private static int Many(params object?[] values) => values.Length;

                {{methods}}
            }
            """)
        .WithKey(DICT303DictionaryAsObjectCodeFix.RecordKey)
        .InProcess()
        .ThenPrintsTheSame()
        .RunAsync();
}
