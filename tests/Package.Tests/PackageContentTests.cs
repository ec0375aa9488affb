using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace DictionaryAnalyzers.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void The_entries_are_exactly_these()
    {
        string[] expected =
        [
            "DictionaryAnalyzers.nuspec",
            "README.md",
            "analyzers/dotnet/cs/DictionaryAnalyzers.CodeFixes.dll",
            "analyzers/dotnet/cs/DictionaryAnalyzers.Generators.dll",
            "analyzers/dotnet/cs/DictionaryAnalyzers.dll",
            "build/DictionaryAnalyzers.props",
            "build/DictionaryAnalyzers.targets",
            "buildTransitive/DictionaryAnalyzers.props",
            "buildTransitive/DictionaryAnalyzers.targets",
            "buildTransitive/config/Default.globalconfig",
            "buildTransitive/config/None.globalconfig",
            "buildTransitive/config/Strict.globalconfig",
            "docs/mapper.md",
            .. PagesOfRules(),
            "icon.png",
        ];

        using var archive = ZipFile.OpenRead(package.File);
        // What the format itself asks for, one entry with a random name among it, is left out.
        var entries = archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => name is not ("[Content_Types].xml" or "_rels/.rels") && !name.StartsWith("package/services/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected.Order(StringComparer.Ordinal), entries);
    }

    [Fact]
    public void It_is_a_development_dependency_that_depends_on_nothing()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var stream = archive.GetEntry("DictionaryAnalyzers.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("DictionaryAnalyzers", Value("id"));
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Null(Value("dependencies"));
        Assert.Null(Value("frameworkReferences"));
    }

    private static string[] PagesOfRules()
    {
        var folder = Repository.PathOf("docs", "rules");
        return Directory.Exists(folder)
            ? Array.ConvertAll(Directory.GetFiles(folder, "*.md"), path => "docs/rules/" + Path.GetFileName(path))
            : [];
    }
}
