// source: reactiveui/refit RequestBuilderImplementation.BuildQueryMap
// class: B1
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Corpus.Own.R562;

public sealed class RequestPlan(string delimiter)
{
    public List<KeyValuePair<string, object?>> QueryOf(object argument) => Flatten(argument, prefix: null);

    private List<KeyValuePair<string, object?>> Flatten(object argument, string? prefix)
    {
        if (argument is IDictionary map)
            return FromMap(map);

        var pairs = new List<KeyValuePair<string, object?>>();
        foreach (var property in argument.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanRead)) // MAY: B1
        {
            var value = property.GetValue(argument); // BUG: B1
            if (value is null)
                continue;
            var key = prefix is null ? property.Name : prefix + delimiter + property.Name;
            if (value is string || value.GetType().IsValueType)
                pairs.Add(new KeyValuePair<string, object?>(key, value));
            else
                pairs.AddRange(Flatten(value, key));
        }
        return pairs;
    }

    private static List<KeyValuePair<string, object?>> FromMap(IDictionary map)
    {
        var pairs = new List<KeyValuePair<string, object?>>(map.Count);
        foreach (DictionaryEntry entry in map)
            pairs.Add(new(entry.Key.ToString()!, entry.Value));
        return pairs;
    }

    public List<KeyValuePair<string, object?>> QueryOfFixed(IQuerySource argument)
    {
        var pairs = new List<KeyValuePair<string, object?>>();
        argument.WriteTo(pairs);
        return pairs;
    }
}

public interface IQuerySource { void WriteTo(List<KeyValuePair<string, object?>> pairs); }
