// source: structure of checksums and diagnostics over members
// class: B1
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C550;

public sealed class Checks
{
    private readonly Dictionary<string, int> _sizes = [];

    public void Measure(object state)
    {
        foreach (var property in state.GetType().GetProperties())
            if (property.GetValue(state) is ICollection items)
                _sizes[property.Name] = items.Count;
    }

    public Dictionary<string, bool> Missing(object state) => state.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(state) is null);

    public string? FirstDifference(object left, object right) =>
        left.GetType().GetProperties().FirstOrDefault(p => !Equals(p.GetValue(left), p.GetValue(right)))?.Name;
}
