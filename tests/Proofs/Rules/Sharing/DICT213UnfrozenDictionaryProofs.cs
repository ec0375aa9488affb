using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

public class DICT213UnfrozenDictionaryProofs
{
    [Fact]
    public Task Freeze_FindsTheSame() => Proof
        .Of<DICT213UnfrozenDictionaryAnalyzer, DICT213UnfrozenDictionaryCodeFix>("""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Reflection;

            foreach (var unit in new[] { "gram", "KiloGram", "pound", "" })
            {
                Console.WriteLine(Units.Of(unit) + " " + Units.Has(unit) + " " + Units.IsShort(unit) + " " + Units.Square(unit.Length));
            }

            // Looked at from outside, where the rule does not see it.
            Console.WriteLine(typeof(Units).GetField("Weights", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!.GetType().Name);

            static class Units
            {
                private static readonly Dictionary<string, int> Weights = new(StringComparer.OrdinalIgnoreCase)
                {
                    ["gram"] = 1,
                    ["kilogram"] = 1_000,
                };

                private static readonly HashSet<string> Short = new HashSet<string> { "gram" };

                private static readonly Dictionary<int, int> Squares = Enumerable.Range(0, 9).ToDictionary(n => n, n => n * n);

                public static int Of(string unit) => Weights.TryGetValue(unit, out var weight) ? weight : -1;

                public static bool Has(string unit) => Weights.ContainsKey(unit);

                public static bool IsShort(string unit) => Short.Contains(unit);

                public static int Square(int n) => Squares[n];
            }
            """)
        .WithKey(DICT213UnfrozenDictionaryCodeFix.FreezeKey)
        .FaultsWithOutput("^Dictionary`2$")
        .ThenPrintsTheSameApartFrom("Dictionary")
        .RunAsync();
}
