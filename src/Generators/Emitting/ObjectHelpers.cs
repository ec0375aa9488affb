using System;
using System.Collections.Generic;
using System.Globalization;
using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>The private methods that make dictionaries of nested objects and lists of their collections, for one set of options.</summary>
internal sealed class ObjectHelpers(MethodModel method, HelperSet helpers, int group)
{
    private const string Dictionary = "global::System.Collections.Generic.Dictionary";
    private const string ImmutableArray = "global::System.Collections.Immutable.ImmutableArray<";
    private const string List = "global::System.Collections.Generic.List";

    private readonly Dictionary<int, string> _objects = [];
    private readonly Dictionary<ValueModel, string> _collections = [];
    private readonly Queue<int> _waitingObjects = new();
    private readonly Queue<ValueModel> _waitingCollections = new();

    private bool IsView => method.Shape == MappingShape.View;

    /// <summary>Those of a generic method: what it calls has them too.</summary>
    private string TypeParameters { get; } = ViewEmitter.TypeParameters(method);

    /// <summary>Whether a method can use the same helpers.</summary>
    public bool Serves(MethodModel other) =>
        method.Objects.Equals(other.Objects)
        && IsView == (other.Shape == MappingShape.View)
        && TypeParameters.Length == 0
        && ViewEmitter.TypeParameters(other).Length == 0
        && method.Dictionary == other.Dictionary
        && method.OmitsNulls == other.OmitsNulls
        && method.MaxDepth == other.MaxDepth
        && method.ThrowsAtMaxDepth == other.ThrowsAtMaxDepth
        && method.CountsDepth == other.CountsDepth;

    /// <summary>The dictionary of a nested object, which is not null.</summary>
    /// <param name="index">Which object.</param>
    /// <param name="read">The object.</param>
    /// <param name="depth">How deep it lies; used where depths are counted.</param>
    public string Object(int index, string read, string depth)
    {
        if (!_objects.TryGetValue(index, out var name))
        {
            _objects.Add(index, name = string.Format(CultureInfo.InvariantCulture, IsView ? "__View{0}_{1}_{2}" : "__Map{0}_{1}_{2}", group, index, method.Objects[index].Name));
            _waitingObjects.Enqueue(index);
        }

        return (IsView ? "new " : "") + Call(name, read, depth);
    }

    /// <summary>The list or dictionary of a collection, which is not null.</summary>
    /// <param name="value">The collection.</param>
    /// <param name="read">The collection itself.</param>
    /// <param name="depth">How deep its elements lie.</param>
    public string Collection(ValueModel value, string read, string depth)
    {
        var key = value with { CanBeNull = false };
        if (!_collections.TryGetValue(key, out var name))
        {
            _collections.Add(key, name = string.Format(CultureInfo.InvariantCulture, "__List{0}_{1}", group, _collections.Count));
            _waitingCollections.Enqueue(key);
        }

        return Call(name, read, depth);
    }

    public void Write(CodeWriter writer)
    {
        while (_waitingObjects.Count > 0 || _waitingCollections.Count > 0)
        {
            if (_waitingObjects.Count > 0)
            {
                var index = _waitingObjects.Dequeue();
                if (IsView)
                {
                    new ViewEmitter(writer, method, helpers, this).Class(_objects[index], method.Objects[index]);
                }
                else
                {
                    WriteObject(writer, _objects[index], method.Objects[index]);
                }
            }
            else
            {
                var value = _waitingCollections.Dequeue();
                WriteCollection(writer, _collections[value], value);
            }
        }
    }

    private string Call(string name, string read, string depth) => method.CountsDepth ? $"{name}{TypeParameters}({read}, {depth})" : $"{name}{TypeParameters}({read})";

    private void WriteObject(CodeWriter writer, string name, ObjectModel model)
    {
        Header(writer, $"{Dictionary}<string, {method.Dictionary.ValueType}>", name, model.Type);
        if (method is { CountsDepth: true, ThrowsAtMaxDepth: true })
        {
            writer.Open($"if (depth > {method.MaxDepth})");
            writer.Line(DepthEmitter.Throw("", method.MaxDepth));
            writer.Close();
            writer.Line();
        }

        var entries = new EntriesEmitter(writer, method, helpers, this, "depth", "source");
        entries.ToNewDictionary(model.Entries);
        writer.Close();
    }

    private void WriteCollection(CodeWriter writer, string name, ValueModel value)
    {
        var isMap = value.Form == ValueForm.Map;
        var type = isMap ? $"{Dictionary}<string, object{helpers.Nullable}>" : $"{List}<object{helpers.Nullable}>";
        Header(writer, type, name, value.Type);
        writer.Line($"var result = new {type}({(value.Count.Length > 0 ? "source" + value.Count : "")});");
        if (value.Type.StartsWith(ImmutableArray, StringComparison.Ordinal))
        {
            // One that was never made is not null, and cannot be walked.
            writer.Open("if (source.IsDefault)");
            writer.Line("return result;");
            writer.Close();
            writer.Line();
        }

        var names = DepthEmitter.NamesPaths(method);
        if (names)
        {
            writer.Line(isMap ? "var step = \"\";" : "var step = 0;");
            writer.Open("try");
        }

        var walked = value.WalkedAs is { } face ? $"({face})source" : "source";
        var element = value.Element!;
        writer.Open($"foreach (var item in {walked})");
        if (isMap)
        {
            var key = value.MapKey!;
            writer.Line($"var key = {(key.Enum is { } keys ? EnumEmitter.Named(keys, "item.Key", method, helpers) : TextEmitter.Text(key, "item.Key", allowsNull: false))};");
            if (names)
            {
                writer.Line("step = key;");
            }

            writer.Line("var value = item.Value;");
            writer.Line($"result[key] = {Element(element, "value")};");
        }
        else
        {
            writer.Line($"result.Add({Element(element, "item")});");
            if (names)
            {
                writer.Line("step++;");
            }
        }

        writer.Close();
        if (names)
        {
            writer.Close();
            DepthEmitter.Catch(writer, "\"[\" + step + \"]\"");
        }

        writer.Line();
        writer.Line("return result;");
        writer.Close();
    }

    private string Element(ValueModel element, string read)
    {
        if (element.Form == ValueForm.Cut)
        {
            return method.ThrowsAtMaxDepth ? $"(object{helpers.Nullable}){read} is null ? (object{helpers.Nullable})null : {DepthEmitter.ThrowExpression("", method.MaxDepth)}" : "null";
        }

        var notNull = element.IsNullableStruct ? read + ".GetValueOrDefault()" : read;
        var converted = element.Form == ValueForm.Object ? Object(element.Object, notNull, "depth") : Collection(element, notNull, "depth");
        return element is { IsValueType: true, IsNullableStruct: false } ? converted : $"{read} is null ? null : {converted}";
    }

    private void Header(CodeWriter writer, string returnType, string name, string type)
    {
        writer.Line();
        writer.Line(MapperEmitter.GeneratedCode);
        writer.Line($"private static {returnType} {name}{TypeParameters}({type} source{(method.CountsDepth ? ", int depth" : "")})");
        foreach (var constraint in method.Signature.Constraints)
        {
            writer.Line("    " + constraint);
        }

        writer.Open();
    }
}
