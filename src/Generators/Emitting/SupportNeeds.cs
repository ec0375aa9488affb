using System;
using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Generators.Mapping;
using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>Which types of the folder Support does the generated code of a mapper need beside it?</summary>
internal static class SupportNeeds
{
    public static SupportModel Of(MapperModel mapper)
    {
        var types = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var method in mapper.Methods)
        {
            if (DepthEmitter.NamesPaths(method))
            {
                types.Add(ConsumerSources.DepthException);
            }

            if (method.Shape == MappingShape.View)
            {
                types.Add(ConsumerSources.View);
            }

            if (method.Shape is MappingShape.FromDictionary or MappingShape.TryFromDictionary)
            {
                types.UnionWith(ConsumerSources.Reading);
                if (method.Objects.Any(model => model.Entries.Any(entry => Any(entry.Value, IsNewDate))))
                {
                    types.Add(ConsumerSources.ReadingOfDates);
                }

                if (method.Objects.Any(model => model.Entries.Any(entry => Any(entry.Value, static value => value.IsParsable))))
                {
                    types.Add(ConsumerSources.ReadingOfParsables);
                }
            }
            else if (method.Dictionary.Values == DictionaryValues.Objects && method.Objects.Any(model => model.Entries.Any(IsBoxed)))
            {
                types.Add(ConsumerSources.Boxes);
            }
        }

        if (mapper.Refused.Count > 0)
        {
            types.Add(ConsumerSources.NotGenerated);
        }

        foreach (var signature in mapper.Refused)
        {
            // A signature may name what only the methods that are generated need.
            if (signature.ReturnType.Contains(ConsumerSources.View))
            {
                types.Add(ConsumerSources.View);
            }

            if (signature.Parameters.Any(parameter => parameter.Type.Contains(MethodReader.ErrorType)))
            {
                types.UnionWith(ConsumerSources.Reading);
            }
        }

        return new SupportModel(new EquatableArray<string>(types));
    }

    private static bool IsNewDate(ValueModel value) => value.Scalar is ScalarKind.DateOnly or ScalarKind.TimeOnly;

    /// <summary>Whether it is so of a value or of anything that it is made of.</summary>
    private static bool Any(ValueModel value, Func<ValueModel, bool> predicate) =>
        predicate(value)
        || (value.MapKey is { } key && predicate(key))
        || (value.Element is { } element && Any(element, predicate))
        || value.Entries.Any(entry => Any(entry.Value, predicate));

    private static bool IsBoxed(EntryModel entry) =>
        entry.Value.Entries.Any(IsBoxed)
        || (entry.Value.Form == ValueForm.AsIs && EntriesEmitter.IsKeptOnce(entry.Value.Type))
        || (entry.Value is { Form: ValueForm.EnumNumber, Enum: { } model } && EntriesEmitter.IsKeptOnce(model.UnderlyingType));
}
