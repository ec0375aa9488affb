using System;
using System.IO;
using System.Runtime.CompilerServices;

namespace DictionaryAnalyzers.Tests.Catalogue;

/// <summary>The files of the repository that the tests were compiled from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The text of a file, named by its path from the root, with <c>\n</c> at line ends.</summary>
    public static string Read(params string[] path) => File.ReadAllText(PathOf(path)).Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>The full path of a file.</summary>
    public static string PathOf(params string[] path) => Path.Combine([Root, .. path]);

    // Deterministic builds may rewrite the caller's path, so that the place where the tests run is asked first.
    private static string FindRoot([CallerFilePath] string source = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Path.GetDirectoryName(source)! })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Analyzers.sln")))
                {
                    return folder.FullName;
                }
            }
        }

        throw new InvalidOperationException("Analyzers.sln was not found above the tests.");
    }
}
