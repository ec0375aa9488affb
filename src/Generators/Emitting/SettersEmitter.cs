using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>Sets members as their values are read, in methods of their own where they are many.</summary>
internal sealed class SettersEmitter(CodeWriter writer, ReaderHelpers readers)
{
    // The runtime stops inlining what looks up and checks a value when a method has 512 locals, and an entry takes up to eight of them.
    private const int Most = 50;

    /// <summary>Whether members are so many that they are set in methods of their own.</summary>
    public static bool AreMany(IReadOnlyCollection<(EntryModel Entry, string Variable)> entries) => entries.Count > Most;

    /// <summary>Sets the members, or calls what does.</summary>
    /// <param name="result">The object.</param>
    /// <param name="entries">The entries, with what their variables begin with.</param>
    public void Write(ResultModel result, IReadOnlyList<(EntryModel Entry, string Variable)> entries)
    {
        if (!AreMany(entries))
        {
            WriteAll(result, entries);
            return;
        }

        for (var first = 0; first < entries.Count; first += Most)
        {
            writer.Line($"{readers.Setters(result, [.. entries.Skip(first).Take(Most)])}({(result.IsValueType ? "ref " : "")}__result, values, reading);");
        }
    }

    /// <summary>Sets the members.</summary>
    public void WriteAll(ResultModel result, IReadOnlyList<(EntryModel Entry, string Variable)> entries)
    {
        var reader = new EntryReader(writer, readers);
        foreach (var (entry, variable) in entries)
        {
            if (entry.Value.Form == ValueForm.Cut)
            {
                continue;
            }

            writer.Line();
            var (found, read) = reader.Find(entry, variable);
            writer.Open($"if ({found})");
            if (result.IsMade)
            {
                writer.Line($"__result.{entry.Read} = {read};");
            }
            else
            {
                writer.Line($"var {variable} = {read};");
                writer.Open("if (!(__result is null))");
                writer.Line($"__result.{entry.Read} = {variable};");
                writer.Close();
            }

            writer.Close();
        }
    }
}
