using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Which paths would have to be listed for a method to map what it maps without a list?</summary>
internal static class MappedPaths
{
    // A longer list is no help to anybody.
    private const int Limit = 200;

    /// <summary>The paths, in the order of the entries; none where objects lead back to themselves, or there are too many.</summary>
    public static IReadOnlyList<string> Of(MethodModel method)
    {
        var paths = new List<string>();
        return method.Objects.Count > 0 && Add(method.Objects[0].Entries, string.Empty, method, new HashSet<int> { 0 }, paths) ? [.. paths.Distinct()] : [];
    }

    private static bool Add(IEnumerable<EntryModel> entries, string prefix, MethodModel method, HashSet<int> open, List<string> paths)
    {
        foreach (var entry in entries)
        {
            var path = prefix + entry.Name;
            var value = entry.Value;
            while (value is { Form: ValueForm.Sequence or ValueForm.Map, Element: { } element })
            {
                value = element;
            }

            switch (value.Form)
            {
                case ValueForm.Inline:
                    if (!Add(value.Entries, path + ".", method, open, paths))
                    {
                        return false;
                    }

                    break;
                case ValueForm.Object:
                    if (!open.Add(value.Object) || !Add(method.Objects[value.Object].Entries, path + ".", method, open, paths))
                    {
                        return false;
                    }

                    open.Remove(value.Object);
                    break;
                default:
                    paths.Add(path);
                    break;
            }
        }

        return paths.Count <= Limit;
    }
}
