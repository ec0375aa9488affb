using System.Collections.Generic;
using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>
/// The entries of one object. Every member is read once. Where an entry can be missing, all members that decide it are read first, so that the
/// dictionary is made with the exact number of entries.
/// </summary>
internal sealed class EntriesEmitter(CodeWriter writer, MethodModel method, HelperSet helpers, ObjectHelpers objects, string? depth, string source)
{
    private const string Boxes = "global::DictionaryAnalyzers.DictionaryBoxes";

    private readonly List<string> _reads = [];
    private readonly List<(string? Test, string Key, string Value, string? Step)> _entries = [];
    private readonly bool _namesPaths = DepthEmitter.NamesPaths(method);
    private readonly string _prefix = Prefix(method);
    private int _variables;

    /// <summary>How deep the objects lie that are nested in this one.</summary>
    private string NextDepth => depth is null ? "2" : depth + " + 1";

    /// <summary>Makes a dictionary and returns it.</summary>
    public void ToNewDictionary(EquatableArray<EntryModel> entries)
    {
        Read(entries, new Receiver(source, CanBeNull: false, IsNullableStruct: false), path: "");
        WriteReads();
        var sure = _entries.FindAll(entry => entry.Test is null).Count;
        var capacity = sure.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (sure < _entries.Count)
        {
            writer.Line($"var {_prefix}count = {capacity};");
            foreach (var (test, _, _, _) in _entries)
            {
                if (test is not null)
                {
                    writer.Open($"if ({test})");
                    writer.Line($"{_prefix}count++;");
                    writer.Close();
                    writer.Line();
                }
            }

            capacity = _prefix + "count";
        }

        writer.Line($"var {_prefix}result = new global::System.Collections.Generic.Dictionary<string, {method.Dictionary.ValueType}>({capacity});");
        WriteEntries((key, value) => $"{_prefix}result.Add({key}, {value});");
        writer.Line($"return {_prefix}result;");
    }

    /// <summary>Writes into a dictionary that is there.</summary>
    public void ToTarget(EquatableArray<EntryModel> entries, string target)
    {
        Read(entries, new Receiver(source, CanBeNull: false, IsNullableStruct: false), path: "");
        WriteReads();
        WriteEntries((key, value) => $"{target}[{key}] = {value};");
    }

    /// <summary>Assigns key and value of the one entry that the members lead to, and returns true; goes on where there is none.</summary>
    /// <param name="entries">The way to the entry.</param>
    /// <param name="assignKey">What the key is assigned to; null when nothing asks for it.</param>
    public void ToSlot(EquatableArray<EntryModel> entries, string? assignKey)
    {
        Read(entries, new Receiver(source, CanBeNull: false, IsNullableStruct: false), path: "");
        WriteReads();
        WriteEntries((key, value) => $"{(assignKey is null ? "" : $"{assignKey} = {key};\n")}value = {value};\nreturn true;");
    }

    /// <summary>Whether the one entry that the members lead to is always there and its value one expression.</summary>
    public bool IsSimple(EquatableArray<EntryModel> entries, out bool isSure)
    {
        Read(entries, new Receiver(source, CanBeNull: false, IsNullableStruct: false), path: "");
        isSure = _entries.Count == 1 && _entries[0].Test is null;
        return isSure && _reads.Count == 0 && (_entries[0].Step is null || !_namesPaths);
    }

    private void WriteReads()
    {
        foreach (var read in _reads)
        {
            writer.Line(read);
        }
    }

    private void WriteEntries(System.Func<string, string, string> add)
    {
        var names = _namesPaths && _entries.Exists(entry => entry.Step is not null);
        if (names)
        {
            writer.Line($"var {_prefix}step = \"\";");
            writer.Open("try");
        }

        foreach (var (test, key, value, step) in _entries)
        {
            if (test is not null)
            {
                writer.Open($"if ({test})");
            }

            if (names && step is not null)
            {
                writer.Line($"{_prefix}step = {Literals.String(step)};");
            }

            foreach (var line in add(Literals.String(key), value).Split('\n'))
            {
                writer.Line(line);
            }

            if (test is not null)
            {
                writer.Close();
                writer.Line();
            }
        }

        if (names)
        {
            writer.Close();
            DepthEmitter.Catch(writer, _prefix + "step");
            writer.Line();
        }
    }

    private void Read(EquatableArray<EntryModel> entries, Receiver receiver, string path)
    {
        foreach (var entry in entries)
        {
            var value = entry.Value;
            var read = receiver.Read(entry, helpers.Nullable);
            var step = path + entry.Name;
            if (value.Form == ValueForm.Inline)
            {
                // A reference is looked at before it is gone through, whatever its declaration says.
                var canBeNull = receiver.CanBeNull || value.IsNullableStruct || !value.IsValueType;
                Read(value.Entries, new Receiver(Variable(read), canBeNull, value.IsValueType && canBeNull), step + ".");
            }
            else
            {
                Entry(entry, value, receiver, read, step);
            }
        }
    }

    private void Entry(EntryModel entry, ValueModel value, Receiver receiver, string read, string step)
    {
        var isNullableStruct = value.IsNullableStruct || (value.IsValueType && receiver.CanBeNull);
        var canBeNull = value.CanBeNull || receiver.CanBeNull;
        var isMade = value.Form is ValueForm.Object or ValueForm.Sequence or ValueForm.Map;
        var isTested = (method.OmitsNulls || entry.OmitsNull || !method.Dictionary.AllowsNull)
            && (canBeNull || (!value.IsValueType && (isMade || method.OmitsNulls || entry.OmitsNull)));
        if (value.Form == ValueForm.Cut)
        {
            Cut(entry, value, read, isNullableStruct, isTested, step);
            return;
        }

        // Objects that lie too deep are treated as null; in the object that the method was given the depth is known.
        var cuts = isMade && method is { CountsDepth: true, ThrowsAtMaxDepth: false };
        if (cuts && depth is null && method.MaxDepth == 1)
        {
            if (!isTested)
            {
                _entries.Add((null, entry.Key, "null", null));
            }

            return;
        }

        var tooDeep = cuts && depth is not null ? $"{depth} >= {method.MaxDepth}" : null;
        if (isTested)
        {
            var variable = Variable(read);
            var test = isNullableStruct ? variable + ".HasValue" : $"!({variable} is null)";
            _entries.Add((
                tooDeep is null ? test : $"{depth} < {method.MaxDepth} && {test}",
                entry.Key,
                Converted(value, isNullableStruct ? variable + ".GetValueOrDefault()" : variable),
                isMade ? step : null));
            return;
        }

        var needsTest = value.Form != ValueForm.AsIs
            && !(value is { Form: ValueForm.Text, Scalar: ScalarKind.String })
            && (canBeNull || (isMade && !value.IsValueType));
        if (needsTest)
        {
            var variable = Variable(read);
            var test = isNullableStruct ? "!" + variable + ".HasValue" : variable + " is null";
            var converted = Converted(value, isNullableStruct ? variable + ".GetValueOrDefault()" : variable);
            var isNull = tooDeep is null ? test : $"{tooDeep} || {test}";
            _entries.Add((null, entry.Key, $"{isNull} ? null : {NullableForm(value, converted)}", isMade ? step : null));
        }
        else
        {
            var converted = isNullableStruct && value.Form == ValueForm.AsIs ? read : Converted(value, read);
            _entries.Add((null, entry.Key, tooDeep is null ? converted : $"{tooDeep} ? null : {converted}", isMade ? step : null));
        }
    }

    private void Cut(EntryModel entry, ValueModel value, string read, bool isNullableStruct, bool isTested, string step)
    {
        if (method.ThrowsAtMaxDepth)
        {
            var variable = Variable(read);
            var isThere = isNullableStruct ? variable + ".HasValue" : value.IsValueType ? $"!((object){variable} is null)" : $"!({variable} is null)";
            _reads.Add($"if ({isThere}) {{ {DepthEmitter.Throw(step, method.MaxDepth)} }}");
        }

        if (!isTested)
        {
            _entries.Add((null, entry.Key, "null", null));
        }
    }

    /// <summary>The value in its form, when it is not null.</summary>
    private string Converted(ValueModel value, string read) => value.Form switch
    {
        ValueForm.Text => TextEmitter.Text(value, read, method.Dictionary.AllowsNull),
        ValueForm.EnumName => EnumEmitter.Named(value.Enum!, read, method, helpers),
        ValueForm.EnumNumber => method.Dictionary.Values == DictionaryValues.Text
            ? $"(({value.Enum!.UnderlyingType}){read}).ToString(global::System.Globalization.CultureInfo.InvariantCulture)"
            : Boxed(value.Enum!.UnderlyingType, $"({value.Enum!.UnderlyingType}){read}"),
        ValueForm.Object => objects.Object(value.Object, read, NextDepth),
        ValueForm.Sequence or ValueForm.Map => objects.Collection(value, read, NextDepth),
        ValueForm.AsIs when method.Dictionary.Values == DictionaryValues.Objects => value.Enum is { } model ? EnumEmitter.Boxed(model, read, method, helpers) : Boxed(value.Type, read),
        // List<string> in a dictionary of List<string?>: the declarations differ in what may be null, the values do not.
        ValueForm.AsIs when method.Dictionary.Values == DictionaryValues.Typed && !value.IsValueType && helpers.Nullable.Length > 0 => read + "!",
        _ => read,
    };

    /// <summary>Whether small values of a type are kept as objects. Measured with flags, numbers and enums: a dictionary is made faster by 7 % with a fifth fewer bytes.</summary>
    public static bool IsKeptOnce(string type) => type is "bool" or "int";

    /// <summary>A value as an object, from those that are made once where that is faster.</summary>
    private static string Boxed(string type, string read) => IsKeptOnce(type) ? $"{Boxes}.Of({read})" : read;

    /// <summary>A value beside a null: a number has to be seen as an object first.</summary>
    private string NullableForm(ValueModel value, string converted) =>
        value.Form == ValueForm.EnumNumber && method.Dictionary.Values == DictionaryValues.Objects ? "(object)" + converted : converted;

    private string Variable(string read)
    {
        var variable = _prefix + "v" + _variables++;
        _reads.Add($"var {variable} = {read};");
        return variable;
    }

    /// <summary>What no parameter's name begins with, for the names of variables.</summary>
    public static string Prefix(MethodModel method)
    {
        var prefix = "__";
        foreach (var parameter in method.Signature.Parameters)
        {
            while (parameter.Name.StartsWith(prefix, System.StringComparison.Ordinal))
            {
                prefix += "_";
            }
        }

        return prefix;
    }

    /// <summary>What members are read from.</summary>
    private sealed record Receiver(string Expression, bool CanBeNull, bool IsNullableStruct)
    {
        public string Read(EntryModel entry, string nullable)
        {
            var seen = entry.Cast is null ? Expression : $"(({entry.Cast}{(CanBeNull ? nullable : "")}){Expression})";
            if (!CanBeNull)
            {
                return $"{seen}.{entry.Read}";
            }

            return entry.Value.IsOpen
                ? $"({Expression} is null ? null : (object{nullable}){Expression}{(IsNullableStruct ? ".Value" : "")}.{entry.Read})"
                : $"{seen}?.{entry.Read}";
        }
    }
}
