using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>The expressions that look for an entry of a dictionary and read its value.</summary>
internal sealed class EntryReader(CodeWriter writer, ReaderHelpers readers)
{
    /// <summary>Declares what holds the value that is looked at, where one of the entries needs it.</summary>
    public void Declare(IEnumerable<EntryModel> entries)
    {
        if (entries.Any(entry => entry.Value.Form is not (ValueForm.Inline or ValueForm.Cut)))
        {
            writer.Line($"{(readers.ReadsText ? "string" : "object")}{readers.Nullable} __value;");
        }
    }

    /// <summary>Whether an entry is there, and its value: two expressions, of which the second follows the first.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="variable">What the variables begin with that the expressions need.</param>
    public (string Found, string Read) Find(EntryModel entry, string variable)
    {
        var target = entry.Target!;
        if (entry.Value.Form != ValueForm.Inline)
        {
            var key = Literals.String(entry.Key);
            var within = readers.WithinDepth(entry.Value) is { } test ? test + " && " : "";
            return ($"{within}values.TryGetValue({key}, out __value)", $"{ReaderOf(entry)}.{(readers.ReadsText ? "Parse" : "Read")}(__value, {key}, reading)");
        }

        var (make, has) = readers.Inline(entry.Value);
        var made = $"{make}(values, reading)";
        if (target is { IsRequired: true, AllowsNull: false })
        {
            return ("true", made);
        }

        writer.Line($"var {variable}State = {has}(values);");
        return ($"{variable}State.HasValue", target.AllowsNull ? $"{variable}State == false ? default({target.Type}) : {made}" : made);
    }

    /// <summary>What reads the value of an entry.</summary>
    public string ReaderOf(EntryModel entry) => $"default({readers.ReaderOf(entry.Value, entry.Target!.AllowsNull)})";
}
