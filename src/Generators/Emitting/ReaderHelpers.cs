using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>
/// The private methods and readers that make the objects of one method of the way back: a method an object, and a reader for what is nested in one:
/// objects, collections and enums.
/// </summary>
internal sealed class ReaderHelpers(MethodModel method, HelperSet helpers, int group)
{
    private const string Reader = "global::DictionaryAnalyzers.DictionaryReader";
    private const string Reading = "global::DictionaryAnalyzers.DictionaryReading";
    private const string ReadOnly = "global::System.Collections.Generic.IReadOnlyDictionary";

    private readonly Dictionary<int, string> _objects = [];
    private readonly Dictionary<ValueModel, string> _readers = [];
    private readonly Queue<int> _waitingObjects = new();
    private readonly Queue<ValueModel> _waitingReaders = new();
    private readonly Queue<(string Name, ValueModel Value)> _waitingInline = new();
    private readonly Queue<(string Name, ResultModel Result, IReadOnlyList<(EntryModel Entry, string Variable)> Entries)> _waitingSetters = new();
    private int _inline;
    private int _setters;

    /// <summary>Whether it reads text.</summary>
    public bool ReadsText => method.Dictionary.Values == DictionaryValues.Text;

    /// <summary>What makes a reference type nullable.</summary>
    public string Nullable => helpers.Nullable;

    /// <summary>The type of the dictionary that is read.</summary>
    public string Values => $"{ReadOnly}<string, {ValueType}>";

    private string TypeParameters => ViewEmitter.TypeParameters(method);

    /// <summary>The type parameters of the methods that look into a dictionary, one of which is the type of the dictionary.</summary>
    private string MakeParameters => TypeParameters.Length == 0 ? $"<{Looked}>" : $"<{Looked}, {TypeParameters.Substring(1)}";

    /// <summary>The type parameter for the type of the dictionary, called like none of the method's.</summary>
    private string Looked { get; } = Unlike(ViewEmitter.TypeParameters(method));

    private string ValueType => (ReadsText ? "string" : "object") + Nullable;

    /// <summary>Whether a method can use the same helpers.</summary>
    public bool Serves(MethodModel other) =>
        method.Objects.Equals(other.Objects)
        && method.Dictionary == other.Dictionary
        && method.MaxDepth == other.MaxDepth
        && method.ThrowsAtMaxDepth == other.ThrowsAtMaxDepth
        && method.CountsDepth == other.CountsDepth
        && TypeParameters.Length == 0 && ViewEmitter.TypeParameters(other).Length == 0;

    /// <summary>The method that makes an object of a dictionary.</summary>
    public string Object(int index)
    {
        if (!_objects.TryGetValue(index, out var name))
        {
            _objects.Add(index, name = string.Format(CultureInfo.InvariantCulture, "{0}_{1}_{2}", group, index, method.Objects[index].Name));
            _waitingObjects.Enqueue(index);
        }

        return "__From" + name + TypeParameters;
    }

    /// <summary>The method that makes a flattened object of the dictionary around it, and the one that says whether any of its keys is there.</summary>
    public (string Make, string Has) Inline(ValueModel value)
    {
        var name = string.Format(CultureInfo.InvariantCulture, "{0}_{1}", group, _inline++);
        _waitingInline.Enqueue((name, value));
        return ($"__MakeInline{name}{MakeParameters}", $"__HasInline{name}{MakeParameters}");
    }

    /// <summary>The method that sets some of the members of an object.</summary>
    public string Setters(ResultModel result, IReadOnlyList<(EntryModel Entry, string Variable)> entries)
    {
        var name = string.Format(CultureInfo.InvariantCulture, "__Set{0}_{1}", group, _setters++);
        _waitingSetters.Enqueue((name, result, entries));
        return name + MakeParameters;
    }

    /// <summary>What has to hold for a value to be looked for, where what lies too deep is left out; null where nothing has to.</summary>
    public string? WithinDepth(ValueModel value) =>
        method is { CountsDepth: true, ThrowsAtMaxDepth: false } && value.Form is ValueForm.Object or ValueForm.Sequence or ValueForm.Map
            ? $"reading!.Depth < {method.MaxDepth - 1}"
            : null;

    /// <summary>The type of a value, with a nullable marker where it can be null.</summary>
    public string TypeOf(ValueModel value, bool allowsNull) => value.Type + (allowsNull && (value.IsNullableStruct || !value.IsValueType) ? value.IsNullableStruct ? "?" : Nullable : "");

    /// <summary>What reads a value: a structure that implements IDictionaryValueReader.</summary>
    public string ReaderOf(ValueModel value, bool allowsNull)
    {
        if (value.IsOpen)
        {
            return $"{Reader}.ForOpen<{value.Type}>";
        }

        var exact = ExactReaderOf(value);
        return value.IsNullableStruct && allowsNull ? $"{Reader}.ForNullable<{value.Type}, {exact}>"
            : value.IsValueType || !allowsNull ? exact
            : value.Scalar == ScalarKind.String ? $"{Reader}.ForStringOrNull"
            : $"{Reader}.ForNull<{value.Type}, {exact}>";
    }

    public void Write(CodeWriter writer)
    {
        while (_waitingObjects.Count + _waitingReaders.Count + _waitingInline.Count + _waitingSetters.Count > 0)
        {
            if (_waitingObjects.Count > 0)
            {
                var index = _waitingObjects.Dequeue();
                var model = method.Objects[index];
                WriteFrom(writer, _objects[index], model.Type);
                Header(writer, $"private static {model.Type} __Make{_objects[index]}{MakeParameters}({Looked} values, {Reading}{Nullable} reading)", looksUp: true);
                new ConstructionEmitter(writer, this, model.Type, isValueType: !model.IsReference).Body(model.Entries);
                writer.Close();
            }
            else if (_waitingInline.Count > 0)
            {
                var (name, value) = _waitingInline.Dequeue();
                Header(writer, $"private static {value.Type} __MakeInline{name}{MakeParameters}({Looked} values, {Reading}{Nullable} reading)", looksUp: true);
                new ConstructionEmitter(writer, this, value.Type, value.IsValueType).Body(value.Entries);
                writer.Close();
                WriteHas(writer, name, value);
            }
            else if (_waitingSetters.Count > 0)
            {
                var (name, result, entries) = _waitingSetters.Dequeue();
                var parameter = (result.IsValueType ? "ref " : "") + result.Type + (result.IsMade ? "" : Nullable);
                Header(writer, $"private static void {name}{MakeParameters}({parameter} __result, {Looked} values, {Reading}{Nullable} reading)", looksUp: true);
                new EntryReader(writer, this).Declare(entries.Select(value => value.Entry));
                new SettersEmitter(writer, this).WriteAll(result, entries);
                writer.Close();
            }
            else
            {
                var value = _waitingReaders.Dequeue();
                WriteReader(writer, _readers[value], value);
            }
        }
    }

    private string ExactReaderOf(ValueModel value)
    {
        if (value.Form is ValueForm.Object or ValueForm.Sequence or ValueForm.Map || value.Enum is not null)
        {
            return Own(value);
        }

        return value.IsParsable ? $"{Reader}.ForParsable<{value.Type}>" : value.Scalar switch
        {
            ScalarKind.None or ScalarKind.Any or ScalarKind.Formattable or ScalarKind.Printable => $"{Reader}.ForAny<{value.Type}>",
            _ => $"{Reader}.For{value.Scalar}",
        };
    }

    private string Own(ValueModel value)
    {
        var key = value with { CanBeNull = false, IsNullableStruct = false, Count = "", WalkedAs = null };
        if (!_readers.TryGetValue(key, out var name))
        {
            _readers.Add(key, name = string.Format(CultureInfo.InvariantCulture, "__Reader{0}_{1}", group, _readers.Count));
            _waitingReaders.Enqueue(key);
        }

        return name + TypeParameters;
    }

    private void WriteHas(CodeWriter writer, string name, ValueModel value)
    {
        // Nothing where no key is there, false where all are null.
        Header(writer, $"private static bool? __HasInline{name}{MakeParameters}({Looked} values)", looksUp: true);
        writer.Line("bool? found = null;");
        var keys = 0;
        foreach (var key in Keys(value.Entries))
        {
            writer.Open($"if (values.TryGetValue({Literals.String(key)}, out var value{keys}))");
            writer.Open($"if (!(value{keys++} is null))");
            writer.Line("return true;");
            writer.Close();
            writer.Line();
            writer.Line("found = false;");
            writer.Close();
            writer.Line();
        }

        writer.Line("return found;");
        writer.Close();
    }

    private static IEnumerable<string> Keys(EquatableArray<EntryModel> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Value.Form != ValueForm.Inline)
            {
                yield return entry.Key;
                continue;
            }

            foreach (var key in Keys(entry.Value.Entries))
            {
                yield return key;
            }
        }
    }

    private void WriteReader(CodeWriter writer, string name, ValueModel value)
    {
        writer.Line();
        writer.Line(MapperEmitter.GeneratedCode);
        writer.Line($"private readonly struct {name}{TypeParameters} : global::DictionaryAnalyzers.IDictionaryValueReader<{value.Type}>");
        Constraints(writer);
        writer.Open();
        writer.Line($"public string Expected => {Literals.String(Shown(value.Type))};");
        writer.Line();
        writer.Open($"public {value.Type} Read(object{Nullable} value, string key, {Reading}{Nullable} reading)");
        switch (value.Form)
        {
            case ValueForm.Object:
                ReadObject(writer, value);
                break;
            case ValueForm.Sequence:
                var element = value.Element!;
                ReadCollection(writer, value, $"{Reader}.ForList<{TypeOf(element, element.CanBeNull)}, {ReaderOf(element, element.CanBeNull)}>");
                break;
            case ValueForm.Map:
                var inner = value.Element!;
                ReadCollection(writer, value, $"{Reader}.ForMap<{value.MapKey!.Type}, {ReaderOf(value.MapKey, false)}, {TypeOf(inner, inner.CanBeNull)}, {ReaderOf(inner, inner.CanBeNull)}>");
                break;
            default:
                ReadEnum(writer, value);
                break;
        }

        writer.Close();
        writer.Line();
        writer.Open($"public {value.Type} Parse(string{Nullable} text, string key, {Reading}{Nullable} reading)");
        if (value.Enum is { } parsed)
        {
            ParseEnum(writer, parsed);
        }
        else
        {
            writer.Line($"return {Reader}.WrongText<{value.Type}>(text, key, Expected, reading);");
        }

        writer.Close();
        writer.Close();
    }

    private void ReadObject(CodeWriter writer, ValueModel value)
    {
        writer.Open($"if (!(value is {ReadOnly}<string, object{Nullable}> inner))");
        writer.Line($"return value is {value.Type} made ? made : {Reader}.Wrong<{value.Type}>(value, key, Expected, reading);");
        writer.Close();
        writer.Line();
        if (!method.CountsDepth)
        {
            writer.Line($"return {Reader}.Inner(inner, key, {Object(value.Object)}, reading);");
            return;
        }

        if (method.ThrowsAtMaxDepth)
        {
            writer.Open($"if (reading!.Depth >= {method.MaxDepth - 1})");
            writer.Line($"return {Reader}.Fail<{value.Type}>(key, Expected, \"an object that lies deeper than MaxDepth, which is {method.MaxDepth},\", reading);");
            writer.Close();
            writer.Line();
        }

        writer.Line("reading!.Depth++;");
        writer.Line($"var result = {Reader}.Inner(inner, key, {Object(value.Object)}, reading);");
        writer.Line("reading.Depth--;");
        writer.Line("return result;");
    }

    private static void ReadCollection(CodeWriter writer, ValueModel value, string reader)
    {
        writer.Line($"var made = default({reader}).Read(value, key, reading);");
        writer.Line(value.Build == "{0}" ? "return made!;" : $"return (made is null ? default : {value.Build.Replace("{0}", "made")})!;");
    }

    /// <summary>An enum is read from its own type, its name or its number, whichever form the dictionary was made with.</summary>
    private void ReadEnum(CodeWriter writer, ValueModel value)
    {
        var model = value.Enum!;
        writer.Line($"return value is {model.Type} same ? same : Convert(value, key, reading);");
        writer.Close();
        writer.Line();
        writer.Open($"private {model.Type} Convert(object{Nullable} value, string key, {Reading}{Nullable} reading)");
        writer.Open("if (value is string text)");
        writer.Line("return Parse(text, key, reading);");
        writer.Close();
        writer.Line();
        writer.Line($"return {Reader}.Whole(value, {model.UnderlyingType}.MinValue, {model.UnderlyingType}.MaxValue, out var number)");
        writer.Line($"    ? ({model.Type})({model.UnderlyingType})number");
        writer.Line($"    : {Reader}.Wrong<{model.Type}>(value, key, Expected, reading);");
    }

    private static void ParseEnum(CodeWriter writer, EnumModel model)
    {
        if (model.Members.Count > 0)
        {
            writer.Open("switch (text)");
            // Of two values that attributes call the same it is the first.
            foreach (var member in model.Members.GroupBy(member => member.Name, (_, same) => same.First()))
            {
                writer.Line($"case {Literals.String(member.Name)}: return {model.Type}.{member.Identifier};");
            }

            writer.Close();
            writer.Line();
        }

        // What has no name was written as its number, or as the names of its flags. And where attributes give names, those in code are known too.
        writer.Line($"return global::System.Enum.TryParse(text, false, out {model.Type} parsed) ? parsed : {Reader}.WrongText<{model.Type}>(text, key, Expected, reading);");
    }

    /// <summary>The method that knows which dictionary it is.</summary>
    private void WriteFrom(CodeWriter writer, string name, string type)
    {
        const string Kinds = "global::DictionaryAnalyzers.DictionaryValues.";
        var suffix = ReadsText ? "Text" : "";
        string Make(string kind) => $"__Make{name}{MakeParameters.Replace(Looked, Kinds + kind + suffix)}";
        Header(writer, $"private static {type} __From{name}{TypeParameters}({Values} values, {Reading}{Nullable} reading)");
        writer.Line($"return values is global::System.Collections.Generic.Dictionary<string, {ValueType}> known");
        writer.Line($"    ? {Make("Known")}(new {Kinds}Known{suffix}(known), reading)");
        writer.Line($"    : {Make("Other")}(new {Kinds}Other{suffix}(values), reading);");
        writer.Close();
    }

    private void Header(CodeWriter writer, string header, bool looksUp = false)
    {
        writer.Line();
        writer.Line(MapperEmitter.GeneratedCode);
        writer.Line(header);
        if (looksUp)
        {
            writer.Line($"    where {Looked} : struct, global::DictionaryAnalyzers.IDictionaryValues<{ValueType}>");
        }

        Constraints(writer);
        writer.Open();
    }

    private void Constraints(CodeWriter writer)
    {
        foreach (var constraint in method.Signature.Constraints)
        {
            writer.Line("    " + constraint);
        }
    }

    private static string Unlike(string typeParameters)
    {
        var name = "__TValues";
        while (typeParameters.Contains(name))
        {
            name += "_";
        }

        return name;
    }

    private static string Shown(string type) => type.Replace("global::", "");
}
