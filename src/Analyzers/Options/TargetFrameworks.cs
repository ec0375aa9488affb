using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Options;

/// <summary>Answers which frameworks the project of a compilation is built for, of which the compilation sees only one.</summary>
internal static class TargetFrameworks
{
    // The package's own property has bars: a semicolon begins a comment in the file that carries it.
    private static readonly string[] Properties = ["build_property._DictionaryAnalyzersTargetFrameworks", "build_property.TargetFrameworks"];

    /// <summary>The monikers of a project that names several, such as <c>net8.0</c> and <c>netstandard2.0</c>; none for a project that does not.</summary>
    public static IEnumerable<string> Of(AnalyzerConfigOptions options) =>
        Properties
            .Select(key => options.TryGetValue(key, out var value) ? value : string.Empty)
            .SelectMany(value => value.Split(['|', ';', ' '], StringSplitOptions.RemoveEmptyEntries));
}
