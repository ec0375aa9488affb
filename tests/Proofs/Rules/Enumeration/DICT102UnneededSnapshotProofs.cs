using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Enumeration;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Enumeration;

// Without the copy the program prints what it printed with it.
public class DICT102UnneededSnapshotProofs
{
    [Theory]
    [InlineData("Dictionary<string, int>", "foreach (var p in d.ToList()) System.Console.WriteLine(p);")]
    [InlineData("Dictionary<string, int>", "foreach (var p in d.ToArray()) { System.Console.WriteLine(p); if (p.Value % 2 == 0) d.Remove(p.Key); }")]
    [InlineData("Dictionary<string, int>", "foreach (var (key, value) in d.ToArray()) { System.Console.WriteLine(key); d[key] = value * 10; }")]
    [InlineData("Dictionary<string, int>", "foreach (var key in d.Keys.ToList()) { System.Console.WriteLine(d[key]); d.Remove(key); }")]
    [InlineData("Dictionary<string, int>", "foreach (var key in d.Keys.ToArray()) { System.Console.WriteLine(d.Count); d[key]++; Drop(key); }")]
    [InlineData("Dictionary<string, int>", "foreach (var value in new List<int>(d.Values)) System.Console.WriteLine(value);")]
    [InlineData("SortedDictionary<string, int>", "foreach (var p in d.ToList()) System.Console.WriteLine(p);")]
    [InlineData("SortedList<string, int>", "foreach (var key in d.Keys.ToList()) System.Console.WriteLine(key);")]
    [InlineData("OrderedDictionary<string, int>", "foreach (var p in d.ToArray()) System.Console.WriteLine(p);")]
    public Task DropCopy_OfADictionary(string type, string loop) => Prove(type, "d[\"a\"] = 1; d[\"b\"] = 2; d[\"c\"] = 3; d[\"d\"] = 4;", loop, "d.Remove(key);");

    [Theory]
    [InlineData("HashSet<string>", "foreach (var x in d.ToList()) { System.Console.WriteLine(x); if (x != \"b\") d.Remove(x); }")]
    [InlineData("SortedSet<string>", "foreach (var x in d.ToArray()) System.Console.WriteLine(x);")]
    [InlineData("List<string>", "foreach (var x in d.ToArray()) System.Console.WriteLine(x);")]
    public Task DropCopy_OfASetOrList(string type, string loop) => Prove(type, "d.Add(\"a\"); d.Add(\"b\"); d.Add(\"c\");", loop, "d.Remove(key);");

    private static Task Prove(string type, string fill, string loop, string drop) => Proof
        .Of<DICT102UnneededSnapshotAnalyzer, DICT102UnneededSnapshotCodeFix>(
            $$"""
            using System.Collections.Generic;
            using System.Linq;

            new Program().Run();

            partial class Program
            {
                private readonly {{type}} d = new();

                public void Run()
                {
                    {{fill}}
                    {{loop}}
                    System.Console.WriteLine("contents: " + string.Join(" ", d));
                }

                private void Drop(string key) { {{drop}} }
            }
            """)
        .WithKey(DICT102UnneededSnapshotCodeFix.DropCopyKey)
        .InProcess()
        .ThenPrintsTheSame()
        .RunAsync();
}
