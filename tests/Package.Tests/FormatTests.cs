using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DictionaryAnalyzers.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class FormatTests(PackedPackage package)
{
    [Fact]
    public async Task Dotnet_format_repairs_a_solution_of_two_projects_and_its_build_is_clean()
    {
        const string Framework = "<TargetFramework>net10.0</TargetFramework>";
        package.WriteSolution("Shop.slnx", "Store", "Desk");
        package.WriteProject("Store", Framework);
        package.Write("Store/Prices.cs", Consumers.ThrowsEverywhere);
        package.WriteProject("Desk", Framework, """<ProjectReference Include="../Store/Store.csproj" />""");
        package.Write("Desk/Orders.cs", """
            using System.Collections.Generic;

            public static class Orders
            {
                public static void Settle(SortedList<int, string> open, SortedSet<int> paid)
                {
                    foreach (var order in open)
                    {
                        if (paid.Contains(order.Key))
                        {
                            open.Remove(order.Key);
                        }
                    }

                    foreach (var number in paid)
                    {
                        if (number < 0)
                        {
                            paid.Remove(number);
                        }
                    }
                }
            }
            """);
        var before = (await package.Run("build", "Shop.slnx", "--verbosity", "minimal")).MustSucceed();
        Assert.Equal(["Desk", "Desk", "Store"], before.Diagnostics.Select(found => found.Project).Order());
        Assert.All(before.Diagnostics, found => Assert.Equal("DICT101", found.Id));

        var format = (await package.Run("format", "analyzers", "Shop.slnx", "--no-restore", "--diagnostics", "DICT101", "--severity", "warn")).MustSucceed();

        var after = (await package.Run("build", "Shop.slnx", "--no-restore", "--verbosity", "minimal", "-warnaserror")).MustSucceed();
        Assert.Empty(after.Diagnostics);
        Assert.DoesNotContain("Warnings were encountered", format.Output, StringComparison.Ordinal);
        Assert.NotEqual(Consumers.ThrowsEverywhere, await File.ReadAllTextAsync(Path.Combine(package.Root, "Store", "Prices.cs")));
    }

    [Theory]
    [InlineData("DeletedWhileWalked")]
    public async Task The_second_half_of_an_incident_is_what_the_code_fix_makes_of_the_first(string incident)
    {
        var sample = Repository.PathOf("samples", "Incidents", incident);
        package.WriteProject(incident, "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>");
        foreach (var file in Directory.GetFiles(sample, "*.cs").Concat(Directory.GetFiles(Path.Combine(sample, "Before"), "*.cs")))
        {
            package.Write(Path.Combine(incident, Path.GetRelativePath(sample, file)), await File.ReadAllTextAsync(file));
        }

        (await package.Run("restore", incident)).MustSucceed();
        (await package.Run("format", "analyzers", $"{incident}/{incident}.csproj", "--no-restore", "--severity", "warn")).MustSucceed();

        foreach (var file in Directory.GetFiles(Path.Combine(sample, "After"), "*.cs"))
        {
            var repaired = await File.ReadAllLinesAsync(Path.Combine(package.Root, incident, "Before", Path.GetFileName(file)));
            Assert.Equal(CodeOf(await File.ReadAllLinesAsync(file)), CodeOf(repaired));
        }

        // The halves say different things of themselves and live in namespaces of their own.
        static string[] CodeOf(string[] lines) =>
            Array.FindAll(lines, line => !line.StartsWith("namespace", StringComparison.Ordinal) && !line.StartsWith("///", StringComparison.Ordinal));
    }
}
