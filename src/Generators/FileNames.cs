using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using DictionaryAnalyzers.Generators.Model;

namespace DictionaryAnalyzers.Generators;

/// <summary>What are the generated files called? After their classes, and where two classes differ by case only, with a number beside the name.</summary>
internal static class FileNames
{
    /// <summary>The names that are not the only ones of their letters.</summary>
    public static EquatableArray<string> Alike(ImmutableArray<string> names) => new(names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group)
        .OrderBy(name => name, StringComparer.Ordinal));

    /// <summary>The name of the file of a class.</summary>
    public static string Of(string name, IEnumerable<string> alike)
    {
        var number = 0;
        foreach (var other in alike)
        {
            if (string.Equals(other, name, StringComparison.OrdinalIgnoreCase))
            {
                number++;
                if (other == name)
                {
                    return number == 1 ? name + ".g.cs" : string.Format(CultureInfo.InvariantCulture, "{0}.{1}.g.cs", name, number);
                }
            }
        }

        return name + ".g.cs";
    }
}
