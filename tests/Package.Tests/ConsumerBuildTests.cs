using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DictionaryAnalyzers.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class ConsumerBuildTests(PackedPackage package)
{
    [Fact]
    public async Task A_build_succeeds_and_shows_the_defect_with_file_and_line()
    {
        var build = (await package.BuildOfConsumers()).MustSucceed();

        var found = Assert.Single(build.In(Consumers.Broken));
        Assert.Equal(("DICT101", "warning", "Prices.cs", Consumers.ThrowingLine), (found.Id, found.Severity, found.File, found.Line));
        Assert.Contains("'prices.Remove(price.Key)' removes from 'prices' while it is enumerated", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_warnings_as_errors_the_build_fails()
    {
        package.WriteProject("Failing", "<TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        package.Write("Failing/Prices.cs", Consumers.ThrowsEverywhere);

        var build = (await package.Run("build", "Failing", "--verbosity", "minimal")).MustFail();

        Assert.Equal([("DICT101", "error")], build.Diagnostics.Select(found => (found.Id, found.Severity)));
    }

    [Fact]
    public async Task A_mapping_that_cannot_be_generated_fails_the_build_and_the_build_says_why()
    {
        package.WriteProject("Refused", "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>");
        package.Write("Refused/Orders.cs", """
            using System.Collections.Generic;
            using DictionaryAnalyzers;

            public class Order { public int Id { get; set; } }

            [DictionaryMapper(Include = ["Id", "Totl"])]
            public static partial class Orders
            {
                public static partial Dictionary<string, object?> ToDictionary(Order order);
                public static partial List<string> ToList(Order order);
            }
            """);

        var build = (await package.Run("build", "Refused", "--verbosity", "minimal")).MustFail();

        Assert.Equal(["CS0619", "CS0619", "DICT304", "DICT306"], build.All.Select(found => found.Id).Order());
    }

    [Fact]
    public async Task Legal_code_is_silent()
    {
        var build = await package.BuildOfConsumers();

        Assert.Empty(build.In(Consumers.Legal));
    }

    [Fact]
    public async Task The_same_code_is_reported_where_an_old_framework_may_run_it()
    {
        var build = await package.BuildOfConsumers();

        var found = Assert.Single(build.In(Consumers.Old));
        Assert.Equal(("DICT101", Consumers.ThrowingLine), (found.Id, found.Line));
        Assert.EndsWith("on .NET Framework and before .NET Core 3.0", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mode_that_does_not_exist_is_reported_and_means_the_default()
    {
        var build = await package.BuildOfConsumers();

        Assert.Equal(["DICT101", "DICTPKG001"], build.In(Consumers.Misspelt).Select(found => found.Id).Order());
        var found = build.In(Consumers.Misspelt).Single(found => found.Id == "DICTPKG001");
        Assert.Equal("Misspelt.csproj", found.File);
        Assert.Equal(
            "The property DictionaryAnalyzersMode has the value 'Loud', which is not understood; the mode Default applies. Allowed are Default, Strict and None.",
            found.Message);
    }

    [Fact]
    public async Task Strict_makes_a_warning_of_a_suggestion()
    {
        var build = await package.BuildOfConsumers();

        var found = Assert.Single(build.In(Consumers.Strict));
        Assert.Equal(("DICT102", "warning"), (found.Id, found.Severity));
    }

    [Fact]
    public async Task None_silences()
    {
        var build = await package.BuildOfConsumers();

        Assert.Empty(build.In(Consumers.None));
    }

    [Fact]
    public async Task A_project_for_several_frameworks_tells_all_of_them_and_keeps_the_copy_that_one_needs()
    {
        var build = await package.BuildOfConsumers();

        var generated = Directory.GetFiles(
            Path.Combine(package.Root, Consumers.Several, "obj"), "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories);
        Assert.Equal(2, generated.Length);
        Assert.All(
            generated,
            file => Assert.Contains("build_property._DictionaryAnalyzersTargetFrameworks = net10.0|netstandard2.0", File.ReadAllLines(file)));
        Assert.Empty(build.In(Consumers.Several));
    }

    [Theory]
    [InlineData(".editorconfig", 2, "dictionary_analyzers.additional_types", "Not A Type!")]
    [InlineData(".globalconfig", 3, "dictionary_analyzers.aditional_types", "Shop.PriceTable")]
    public async Task An_option_that_is_not_understood_is_reported_on_its_own_line(string file, int line, string key, string value)
    {
        var build = await package.BuildOfConsumers();

        var found = Assert.Single(build.In(Consumers.Options), found => found.Id == "DICT001" && found.File == file);
        Assert.Equal(("warning", line), (found.Severity, found.Line));
        Assert.Contains($"'{key}'", found.Message, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapper_is_generated_and_runs()
    {
        (await package.BuildOfConsumers()).MustSucceed();

        var run = (await package.Run("run", "--no-build", "--project", Consumers.Mapping)).MustSucceed();

        Assert.Contains("id=7\ncustomer.email=ada\n", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_consumer_ships_nothing_of_the_package()
    {
        (await package.BuildOfConsumers()).MustSucceed();

        var output = Path.Combine(package.Root, Consumers.Broken, "bin", "Debug", "net10.0");
        Assert.Equal(
            ["Broken.deps.json", "Broken.dll", "Broken.pdb"],
            Directory.GetFiles(output, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("DictionaryAnalyzers", await File.ReadAllTextAsync(Path.Combine(output, "Broken.deps.json")), StringComparison.Ordinal);
    }
}
