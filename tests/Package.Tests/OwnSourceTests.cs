using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DictionaryAnalyzers.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class OwnSourceTests(PackedPackage package)
{
    /// <summary>A project cannot load what it is about to build, so a copy of the sources is built with the packed package.</summary>
    [Fact]
    public async Task The_shipping_projects_build_clean_under_their_own_strict_preset()
    {
        foreach (var name in new[] { ".editorconfig", "Directory.Build.props", "Directory.Packages.props", "src/Directory.Build.props", "src/BannedSymbols.txt" })
        {
            Copy(name);
        }

        foreach (var folder in new[] { "src/Analyzers", "src/CodeFixes", "src/Generators" })
        {
            var files = Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
                .Where(file => !file.StartsWith($"{folder}/bin/", StringComparison.Ordinal) && !file.StartsWith($"{folder}/obj/", StringComparison.Ordinal));
            foreach (var file in files)
            {
                Copy(file);
            }
        }

        package.Write("Own/src/Directory.Build.targets", $"""
            <Project>
              <PropertyGroup>
                <!-- A project must not have the name of a package that it refers to. -->
                <PackageId>Own.$(MSBuildProjectName)</PackageId>
                <DictionaryAnalyzersMode>Strict</DictionaryAnalyzersMode>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="DictionaryAnalyzers" Version="{PackedPackage.Version}" />
                <PackageReference Include="DictionaryAnalyzers" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);

        foreach (var project in new[] { "CodeFixes", "Generators" })
        {
            var build = await package.Run("build", $"Own/src/{project}/{project}.csproj", "--verbosity", "minimal");

            Assert.Empty(build.Diagnostics);
            build.MustSucceed();
        }
    }

    private void Copy(string file) => package.Write("Own/" + file, File.ReadAllText(Repository.PathOf(file)));
}
