using System.Collections.Generic;
using System.Linq;
using System.Text;
using DictionaryAnalyzers.Generators.Mapping;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Mapping;

/// <summary>The text of a mapper and of its methods.</summary>
internal static class MapperText
{
    /// <summary>The options as the arguments of an attribute, with parentheses; empty where there are none.</summary>
    public static string Options(IEnumerable<string>? include, IReadOnlyCollection<string> exclude, KeyCase naming, bool omitsNulls)
    {
        var options = new List<string>();
        if (include is not null)
        {
            options.Add($"Include = {List(include)}");
        }

        if (exclude.Count > 0)
        {
            options.Add($"Exclude = {List(exclude)}");
        }

        if (naming != KeyCase.AsIs)
        {
            options.Add($"KeyNaming = KeyNaming.{naming}");
        }

        if (omitsNulls)
        {
            options.Add("NullValues = NullValues.Omit");
        }

        return options.Count == 0 ? string.Empty : $"({string.Join(", ", options)})";
    }

    /// <summary>A method of a mapper.</summary>
    public static string Method(string name, string type, bool isNullable, bool fills, bool isExtension)
    {
        var value = isNullable ? "object?" : "object";
        var parameter = $"{(isExtension ? "this " : string.Empty)}{type} {Parameter(type)}";
        return fills
            ? $"public static partial void {name}({parameter}, IDictionary<string, {value}> target);"
            : $"public static partial Dictionary<string, {value}> {name}({parameter});";
    }

    /// <summary>A mapper with one method.</summary>
    public static string Class(string name, string options, string method, string indentation, string endOfLine)
    {
        var text = new StringBuilder();
        text.Append(endOfLine);
        foreach (var line in new[] { $"[DictionaryMapper{options}]", $"internal static partial class {name}", "{", "    " + method, "}" })
        {
            text.Append(indentation).Append(line).Append(endOfLine);
        }

        return text.ToString();
    }

    private static string List(IEnumerable<string> names) => $"new[] {{ {string.Join(", ", names.Select(name => SymbolDisplay.FormatLiteral(name, quote: true)))} }}";

    private static string Parameter(string type)
    {
        var name = type.Substring(type.LastIndexOf('.') + 1).TrimStart('@');
        name = char.ToLowerInvariant(name[0]) + name.Substring(1);
        return SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name is "target" ? "source" : name;
    }
}
