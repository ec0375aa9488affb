using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DictionaryAnalyzers.Package.Tests;

/// <summary>The SDK's suggestions to write collection expressions, without the package and with it.</summary>
[Collection(PackageCollection.Name)]
public sealed class CollectionExpressionTests(PackedPackage package)
{
    private const string Properties =
        "<TargetFramework>net10.0</TargetFramework><EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild><Nullable>enable</Nullable>";

    private const string Configuration = """
        [*.cs]
        dotnet_diagnostic.IDE0305.severity = warning
        dotnet_diagnostic.IDE0306.severity = warning
        dotnet_diagnostic.IDE0028.severity = warning
        dotnet_style_prefer_collection_expression = when_types_loosely_match
        """;

    // Each comment says what the SDK suggests of its line.
    private const string Source = """
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;

        public sealed class Jobs
        {
            private readonly ConcurrentDictionary<int, string> _jobs = [];
            private readonly Dictionary<int, string> _names = [];

            public void Put(int id, string state) => _jobs[id] = state;

            public KeyValuePair<int, string>[] A() => _jobs.ToArray(); // IDE0305 only without
            public List<KeyValuePair<int, string>> B() => _jobs.ToArray().ToList(); // IDE0305 only without
            public KeyValuePair<int, string>[] C() => _jobs.ToArray().Concat(_names).ToArray(); // IDE0305 only without
            public List<KeyValuePair<int, string>> D() => new List<KeyValuePair<int, string>>(_jobs); // IDE0306 only without
            public List<KeyValuePair<int, string>> E() { List<KeyValuePair<int, string>> all = new(); foreach (var job in _jobs) { all.Add(job); } return all; } // IDE0028 only without

            public KeyValuePair<int, string>[] F() => _names.ToArray(); // IDE0305
            public int[] G() => _jobs.Keys.ToArray(); // IDE0305
            public List<KeyValuePair<int, string>> H() => _jobs.Where(job => job.Key > 0).ToList(); // IDE0305
            public List<KeyValuePair<int, string>> I() => new List<KeyValuePair<int, string>>(_names); // IDE0306
            public List<KeyValuePair<int, string>> J() { List<KeyValuePair<int, string>> all = new(); foreach (var name in _names) { all.Add(name); } return all; } // IDE0028
        }
        """;

    [Fact]
    public async Task The_sdk_does_not_undo_an_atomic_copy()
    {
        package.WriteSolution("Suggestions.slnx", "Without", "With");
        package.WriteProject("Without", Properties + "<DictionaryAnalyzersMode>None</DictionaryAnalyzersMode>", """<PackageReference Remove="DictionaryAnalyzers" />""");
        package.WriteProject("With", Properties);
        foreach (var project in new[] { "Without", "With" })
        {
            package.Write($"{project}/Jobs.cs", Source);
            package.Write($"{project}/.editorconfig", Configuration);
        }

        var build = (await package.Run("build", "Suggestions.slnx", "--verbosity", "minimal")).MustSucceed();

        Assert.Equal(Marked(" only without").Concat(Marked("")).Order(), Suggested(build, "Without"));
        Assert.Equal(Marked("").Order(), Suggested(build, "With"));
    }

    private static (int Line, string Id)[] Marked(string ending) =>
        [.. Source.Split('\n')
            .Select((text, index) => (Line: index + 1, Mark: text.Split("// ").ElementAtOrDefault(1)?.TrimEnd() ?? ""))
            .Where(line => line.Mark.StartsWith("IDE", StringComparison.Ordinal) && line.Mark[7..] == ending)
            .Select(line => (line.Line, line.Mark[..7]))];

    // Of 'new List<..>(x)' the SDK suggests the same by two of its rules.
    private static (int Line, string Id)[] Suggested(DotNetResult build, string project) =>
        [.. build.All
            .Where(found => found.Project == project && found.Id.StartsWith("IDE", StringComparison.Ordinal))
            .GroupBy(found => found.Line)
            .Select(line => (line.Key, line.Select(found => found.Id).Max()!))
            .Order()];
}
