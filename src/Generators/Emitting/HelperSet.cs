using System.Collections.Generic;
using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>The private methods that the generated methods of a mapper call, each written once however many call it.</summary>
internal sealed class HelperSet(Capabilities capabilities)
{
    private readonly List<ObjectHelpers> _groups = [];
    private readonly List<ReaderHelpers> _readers = [];
    private readonly Dictionary<(EnumModel Enum, string Parameters, EquatableArray<string> Constraints), string> _enums = [];
    private readonly List<(EnumModel Enum, string Parameters, EquatableArray<string> Constraints)> _enumOrder = [];
    private readonly Dictionary<EnumModel, string> _boxes = [];
    private readonly List<EnumModel> _boxOrder = [];

    public Capabilities Capabilities => capabilities;

    /// <summary>What makes a reference type nullable, where the language has that.</summary>
    public string Nullable => capabilities.HasNullableAnnotations ? "?" : "";

    /// <summary>The helpers for the nested objects of a method, shared with the methods that nest the same.</summary>
    public ObjectHelpers For(MethodModel method)
    {
        // The method itself may stand where annotations are switched off, its helpers never do.
        var dictionary = method.Dictionary;
        if (capabilities.HasNullableAnnotations && dictionary is { Values: DictionaryValues.Objects, AllowsNull: true } && !dictionary.ValueType.EndsWith("?", System.StringComparison.Ordinal))
        {
            method = method with { Dictionary = dictionary with { ValueType = dictionary.ValueType + "?" } };
        }

        foreach (var group in _groups)
        {
            if (group.Serves(method))
            {
                return group;
            }
        }

        var added = new ObjectHelpers(method, this, _groups.Count);
        _groups.Add(added);
        return added;
    }

    /// <summary>What makes objects for a method of the way back, shared with the methods that make the same.</summary>
    public ReaderHelpers ReadersFor(MethodModel method)
    {
        foreach (var group in _readers)
        {
            if (group.Serves(method))
            {
                return group;
            }
        }

        var added = new ReaderHelpers(method, this, _readers.Count);
        _readers.Add(added);
        return added;
    }

    /// <summary>The method that gives an enum value its name.</summary>
    /// <param name="model">The enum.</param>
    /// <param name="generic">The method whose type parameters the enum may be of; null where it is of none.</param>
    public string NameOf(EnumModel model, SignatureModel? generic)
    {
        var key = (model, ViewEmitter.TypeParameters(generic?.Name ?? ""), generic?.Constraints ?? default);
        if (!_enums.TryGetValue(key, out var name))
        {
            _enums.Add(key, name = "__NameOf" + _enums.Count + key.Item2);
            _enumOrder.Add(key);
        }

        return name;
    }

    /// <summary>The method that makes an object of an enum value.</summary>
    public string BoxOf(EnumModel model)
    {
        if (!_boxes.TryGetValue(model, out var name))
        {
            _boxes.Add(model, name = "__BoxOf" + _boxes.Count);
            _boxOrder.Add(model);
        }

        return name;
    }

    public void Write(CodeWriter writer)
    {
        foreach (var group in _groups)
        {
            group.Write(writer);
        }

        foreach (var group in _readers)
        {
            group.Write(writer);
        }

        foreach (var named in _enumOrder)
        {
            EnumEmitter.NameOf(writer, _enums[named], named.Constraints, named.Enum);
        }

        foreach (var model in _boxOrder)
        {
            EnumEmitter.BoxOf(writer, _boxes[model], model, Nullable);
        }
    }
}
