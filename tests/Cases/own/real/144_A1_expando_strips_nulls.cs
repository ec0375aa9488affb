// source: own, after the description: an ExpandoObject is enumerated as a dictionary and members are removed
// class: A1
using System.Collections.Generic;
using System.Dynamic;
using System.Linq;

namespace Corpus.Own.R144;

public static class ViewBags
{
    public static void StripNulls(ExpandoObject bag)
    {
        var members = (IDictionary<string, object?>)bag;
        foreach (var member in bag) // MAY: A1
        {
            if (member.Value is null)
                members.Remove(member.Key); // BUG: A1
        }
    }

    public static void StripNullsFixed(ExpandoObject bag)
    {
        var members = (IDictionary<string, object?>)bag;
        foreach (var name in members.Where(m => m.Value is null).Select(m => m.Key).ToList())
            members.Remove(name);
    }
}
