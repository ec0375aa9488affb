using System;
using System.Collections.Generic;
using System.Linq;

namespace DictionaryAnalyzers.Tests.Catalogue;

/// <summary>The table of rules between two marks of a document.</summary>
internal static class RuleIndex
{
    private const string Begin = "<!-- rules:begin -->";
    private const string End = "<!-- rules:end -->";

    /// <summary>
    /// The document with its table made anew. <paramref name="folder"/> leads from the document to the pages.
    /// </summary>
    /// <exception cref="InvalidOperationException">The document has no marks.</exception>
    public static string Write(string document, string folder, IEnumerable<Rule> rules)
    {
        var begin = document.IndexOf(Begin, StringComparison.Ordinal);
        var end = document.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"The document needs the marks '{Begin}' and '{End}' around its table of rules.");
        }

        var rows = rules.Select(rule => $"| [{rule.Id}]({folder}{rule.Id}.md) | {rule.Descriptor.Title.ToString(null)} | {rule.Level}"
            + $"{(rule.Descriptor.IsEnabledByDefault ? "" : ", off")} | {(rule.CodeFix is null ? "" : "yes")} |\n");
        return document[..(begin + Begin.Length)]
            + "\n| Id | What it finds | Level | Fix |\n|---|---|---|---|\n"
            + string.Concat(rows)
            + document[end..];
    }
}
