using System;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Paths of test files. They are rooted, because editorconfig files reach only rooted paths.</summary>
internal static class TestPaths
{
    /// <summary>The rooted path: <c>A.cs</c> of project <c>P</c> is <c>/P/A.cs</c>.</summary>
    public static string Root(string path, string directory) =>
        path.Length > 0 && path[0] is '/' or '\\' || path.Contains(':', StringComparison.Ordinal) ? path : $"{directory}{path}";

    /// <summary>Whether a path that a test gave is that of a file.</summary>
    public static bool Matches(string given, string actual, string defaultPath) =>
        given.Length == 0
            ? string.Equals(actual, defaultPath, StringComparison.Ordinal)
            : string.Equals(given, actual, StringComparison.Ordinal) || actual.EndsWith("/" + given, StringComparison.Ordinal);
}
