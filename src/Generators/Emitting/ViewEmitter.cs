using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>
/// A method that makes a view, and the classes of the views: one for the object and one for each object that is nested in it. A view holds
/// the object and nothing else, and reads a member when its key is asked for.
/// </summary>
internal sealed class ViewEmitter(CodeWriter writer, MethodModel method, HelperSet helpers, ObjectHelpers objects)
{
    private const string View = "global::DictionaryAnalyzers.DictionaryView";

    public static void Body(CodeWriter writer, MethodModel method, HelperSet helpers)
    {
        var source = SourceGuard.Write(writer, method, method.Source.ReturnsNull ? "return null;" : $"return {View}.Empty!;");
        writer.Line($"return {helpers.For(method).Object(0, source, "1")}!;");
    }

    /// <summary>The type parameters of a generic method, which its classes have too.</summary>
    public static string TypeParameters(MethodModel method) => TypeParameters(method.Signature.Name);

    /// <summary>The type parameters in the name of a method.</summary>
    public static string TypeParameters(string name)
    {
        var start = name.IndexOf('<');
        return start < 0 ? "" : name.Substring(start);
    }

    /// <summary>The class of the views of one object.</summary>
    public void Class(string name, ObjectModel model)
    {
        var nullable = helpers.Nullable;
        var slots = Slots(model.Entries).ToArray();
        var simple = new bool[slots.Length];
        var isSure = true;
        for (var i = 0; i < slots.Length; i++)
        {
            simple[i] = Entries().IsSimple(slots[i].Way, out var isThere);
            isSure &= isThere;
        }

        writer.Line();
        writer.Line(MapperEmitter.GeneratedCode);
        writer.Line($"private sealed class {name}{TypeParameters(method)} : {View}");
        foreach (var constraint in method.Signature.Constraints)
        {
            writer.Line("    " + constraint);
        }

        writer.Open();
        writer.Line($"private readonly {model.Type} source;");
        if (method.CountsDepth)
        {
            writer.Line("private readonly int depth;");
        }

        writer.Line();
        Constructor(name, model);
        writer.Line();
        var count = slots.Length.ToString(CultureInfo.InvariantCulture);
        writer.Line($"protected override int Slots => {count};");
        writer.Line();
        if (isSure)
        {
            const string Pair = "global::System.Collections.Generic.KeyValuePair";
            writer.Line($"public override int Count => {count};");
            writer.Line();
            writer.Line($"public override {Pair}<string, object{nullable}> this[int index] => Read(index, out var key, out var value)");
            writer.Line($"    ? new {Pair}<string, object{nullable}>(key, value)");
            writer.Line("    : throw new global::System.ArgumentOutOfRangeException(nameof(index));");
            writer.Line();
        }

        writer.Open($"public override bool TryGetValue(string key, out object{nullable} value)");
        writer.Open("if (key is null)");
        writer.Line("throw new global::System.ArgumentNullException(nameof(key));");
        writer.Close();
        writer.Line();
        if (slots.Length > 0)
        {
            KeySwitchEmitter.Write(writer, "key", [.. slots.Select(slot => slot.Key)], i =>
            {
                if (simple[i])
                {
                    Entries().ToSlot(slots[i].Way, assignKey: null);
                }
                else
                {
                    writer.Line($"return Read({i.ToString(CultureInfo.InvariantCulture)}, out _, out value);");
                }
            });
            writer.Line();
        }

        writer.Line("value = null;");
        writer.Line("return false;");
        writer.Close();
        writer.Line();
        Read(slots);
        writer.Close();
    }

    private EntriesEmitter Entries() => new(writer, method, helpers, objects, "depth", "source");

    private void Constructor(string name, ObjectModel model)
    {
        writer.Open($"public {name}({model.Type} source{(method.CountsDepth ? ", int depth" : "")})");
        if (method is { CountsDepth: true, ThrowsAtMaxDepth: true })
        {
            writer.Open($"if (depth > {method.MaxDepth})");
            writer.Line(DepthEmitter.Throw("", method.MaxDepth));
            writer.Close();
            writer.Line();
        }

        writer.Line("this.source = source;");
        if (method.CountsDepth)
        {
            writer.Line("this.depth = depth;");
        }

        writer.Close();
    }

    private void Read((string Key, EquatableArray<EntryModel> Way)[] slots)
    {
        writer.Open($"protected override bool Read(int slot, out string key, out object{helpers.Nullable} value)");
        if (slots.Length > 0)
        {
            writer.Open("switch (slot)");
            for (var i = 0; i < slots.Length; i++)
            {
                writer.Open($"case {i.ToString(CultureInfo.InvariantCulture)}:");
                Entries().ToSlot(slots[i].Way, "key");
                if (!Entries().IsSimple(slots[i].Way, out var isSure) && !isSure)
                {
                    writer.Line("break;");
                }

                writer.Close();
            }

            writer.Close();
            writer.Line();
        }

        writer.Line("key = \"\";");
        writer.Line("value = null;");
        writer.Line("return false;");
        writer.Close();
    }

    /// <summary>The entries, those of flattened objects among them, each with the members that lead to it and no others.</summary>
    private static IEnumerable<(string Key, EquatableArray<EntryModel> Way)> Slots(EquatableArray<EntryModel> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Value.Form != ValueForm.Inline)
            {
                yield return (entry.Key, new EquatableArray<EntryModel>([entry]));
                continue;
            }

            foreach (var (key, way) in Slots(entry.Value.Entries))
            {
                yield return (key, new EquatableArray<EntryModel>([entry with { Value = entry.Value with { Entries = way } }]));
            }
        }
    }
}
