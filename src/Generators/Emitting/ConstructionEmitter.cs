using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>
/// The body of a method that makes an object of a dictionary. Whatever the constructor and the initializer take is read before the object is made, and
/// everything else before the first setter runs that somebody wrote, so that nobody ever sees half an object. What is set without running anybody's
/// code is set as it is read. A member that is not in the dictionary keeps what the constructor gave it.
/// </summary>
internal sealed class ConstructionEmitter(CodeWriter writer, ReaderHelpers readers, string type, bool isValueType)
{
    private const string Reader = "global::DictionaryAnalyzers.DictionaryReader";

    private readonly List<(EntryModel Entry, string Variable)> _values = [];
    private readonly EntryReader _reader = new(writer, readers);

    public void Body(EquatableArray<EntryModel> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Target is { Kind: not TargetKind.None })
            {
                _values.Add((entry, "__v" + _values.Count.ToString(CultureInfo.InvariantCulture)));
            }
        }

        var before = Of(TargetKind.Argument).Concat(Of(TargetKind.Initializer)).ToArray();
        var atOnce = Of(TargetKind.Setter).Where(value => value.Entry.Target!.IsAutomatic).ToArray();
        var after = Of(TargetKind.Setter).Except(atOnce).Where(IsLookedFor).ToArray();
        var filled = Of(TargetKind.Filled).Concat(Of(TargetKind.FilledWithPairs)).Where(IsLookedFor).ToArray();
        var result = new ResultModel(type, isValueType, IsMade: isValueType || before.Length == 0);
        _reader.Declare(_values.Except(SettersEmitter.AreMany(atOnce) ? atOnce : []).Select(value => value.Entry));
        foreach (var (entry, variable) in before)
        {
            Read(entry, variable, IsKept(entry) ? null : entry.Target!.Default + "!");
        }

        Make(isSure: before.Length == 0);
        new SettersEmitter(writer, readers).Write(result, atOnce);
        foreach (var (entry, variable) in after.Concat(filled))
        {
            Read(entry, variable, initial: null);
        }

        if (_values.Count > 0)
        {
            writer.Line();
            writer.Open("if (!(reading is null) && reading.ErrorCount > 0)");
            writer.Line("return default!;");
            writer.Close();
            writer.Line();
        }

        foreach (var (entry, variable) in after)
        {
            // Nobody's getter is asked for what is not set: the object is not whole yet, and what it computes would be kept.
            writer.Open($"if ({variable}Found)");
            writer.Line($"__result{(result.IsMade ? "" : "!")}.{entry.Read} = {variable};");
            writer.Close();
            writer.Line();
        }

        foreach (var (entry, variable) in filled)
        {
            Fill(entry, variable);
        }

        writer.Line($"return __result{(result.IsMade ? "" : "!")};");
    }

    /// <summary>Puts the elements into the collection that the object has, in place of those that it was made with.</summary>
    private void Fill(EntryModel entry, string variable)
    {
        var pairs = entry.Target!.Kind == TargetKind.FilledWithPairs;
        writer.Line();
        writer.Open($"if ({variable}Found && !({variable} is null) && __result{(isValueType ? "" : "!")}.{entry.Read} is {{ }} {variable}Target)");
        writer.Line($"{variable}Target.Clear();");
        writer.Open($"foreach (var {variable}Item in {variable})");
        writer.Line($"{variable}Target.Add({(pairs ? $"{variable}Item.Key, {variable}Item.Value" : $"{variable}Item")});");
        writer.Close();
        writer.Close();
        writer.Line();
    }

    /// <summary>Whether a member that can only be set while the object is made keeps what the constructor gave it, when its key is not there.</summary>
    private static bool IsKept(EntryModel entry) => entry.Target is { Kind: TargetKind.Initializer, IsRequired: false, Default.Length: 0 };

    /// <summary>Whether a member that takes no null can be null all the same.</summary>
    private static bool RefusesOwnNull(EntryModel entry) => entry is { Value: { CanBeNull: true, IsOpen: false }, Target.AllowsNull: false };

    /// <summary>Whether a value is read at all. What lies too deep stays what the constructor made of it.</summary>
    private static bool IsLookedFor((EntryModel Entry, string Variable) value) => value.Entry.Value.Form != ValueForm.Cut;

    private IEnumerable<(EntryModel Entry, string Variable)> Of(TargetKind kind) => _values.Where(value => value.Entry.Target!.Kind == kind);

    /// <summary>Reads a value into a variable.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="initial">What it is when the key is not there; null where that is noted in a variable.</param>
    private void Read(EntryModel entry, string variable, string? initial)
    {
        var target = entry.Target!;
        if (entry.Value.Form == ValueForm.Cut)
        {
            writer.Line($"{target.Type} {variable} = {initial ?? "default!"};");
            if (initial is null)
            {
                writer.Line($"var {variable}Found = false;");
            }

            return;
        }

        var (found, read) = _reader.Find(entry, variable);
        if (initial is null)
        {
            writer.Line($"var {variable}Found = {found};");
            writer.Line($"{target.Type} {variable} = {variable}Found ? {read} : default({target.Type})!;");
        }
        else if (!target.IsRequired)
        {
            writer.Line($"{target.Type} {variable} = {found} ? {read} : {initial};");
        }
        else if (entry.Value.Form == ValueForm.Inline)
        {
            // What makes the object says which of its keys are missing.
            writer.Line($"{target.Type} {variable} = {read};");
        }
        else
        {
            var missing = $"{Reader}.Missing<{target.Type}>({Literals.String(entry.Key)}, {_reader.ReaderOf(entry)}.Expected, reading)";
            writer.Line($"{target.Type} {variable} = {found} ? {read} : {(readers.WithinDepth(entry.Value) is { } within ? $"{within} ? {missing} : default!" : missing)};");
        }
    }

    private void Make(bool isSure)
    {
        var kept = Of(TargetKind.Initializer).Where(value => IsKept(value.Entry)).ToArray();
        var set = Of(TargetKind.Initializer).Except(kept).ToArray();
        var arguments = string.Join(", ", Of(TargetKind.Argument).Select(value => $"{value.Entry.Target!.Parameter}: {value.Variable}"));
        if (kept.Length > 0)
        {
            writer.Line($"{type}{(isValueType ? "?" : readers.Nullable)} __blank = null;");
        }

        var blank = $"new {type}({arguments}){Initializer(set.Select(value => $"{value.Entry.Read} = {value.Variable}"))}";
        var made = $"new {type}({arguments}){Initializer(set.Select(value => $"{value.Entry.Read} = {value.Variable}").Concat(kept.Select(value => $"{value.Entry.Read} = {value.Variable}Found ? {value.Variable} : (__blank ??= {blank}).{value.Entry.Read}{(RefusesOwnNull(value.Entry) ? "!" : "")}")))}";
        writer.Line(isSure ? $"var __result = {made};"
            : isValueType ? $"{type} __result = reading is null || reading.ErrorCount == 0 ? {made} : default;"
            : $"{type}{readers.Nullable} __result = reading is null || reading.ErrorCount == 0 ? {made} : null;");
    }

    private static string Initializer(IEnumerable<string> members)
    {
        var list = string.Join(", ", members);
        return list.Length == 0 ? "" : $" {{ {list} }}";
    }
}
