using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace DictionaryAnalyzers.Package.Tests;

/// <summary>
/// The package, packed once from what the build of these tests built, in a folder of its own: a feed that holds nothing else,
/// an empty package folder, and nothing of this repository's properties around the consumers.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>A version that nothing else can have.</summary>
    public const string Version = "0.0.0-packed-by-a-test";

    private Task<DotNetResult>? _consumers;

    /// <summary>The folder of everything, deleted at the end.</summary>
    internal string Root { get; } = Path.Combine(Path.GetTempPath(), "DictionaryAnalyzers." + Guid.NewGuid().ToString("N")[..12]);

    /// <summary>The nupkg.</summary>
    internal string File => Path.Combine(Root, "feed", $"DictionaryAnalyzers.{Version}.nupkg");

    private string Packages => Path.Combine(Root, "packages");

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Root);
        var packed = await DotNet.Run(
            Repository.Root,
            Repository.PackageRoot,
            "pack",
            Repository.PathOf("src", "Package", "Package.csproj"),
            "--no-build",
            "--configuration",
            Repository.Configuration,
            "--output",
            Path.Combine(Root, "feed"),
            $"-p:PackageVersion={Version}");
        packed.MustSucceed();

        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true\n");
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="feed" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                <add key="repository" value="{Repository.PackageRoot}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <inheritdoc />
    public Task DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>One build of every consumer in <see cref="Consumers"/>, made when it is first asked for.</summary>
    internal Task<DotNetResult> BuildOfConsumers()
    {
        return _consumers ??= Build();

        async Task<DotNetResult> Build()
        {
            Consumers.WriteTo(this);
            return await Run("build", Consumers.Solution, "--verbosity", "minimal");
        }
    }

    /// <summary>Runs a dotnet command in the folder of the consumers.</summary>
    internal Task<DotNetResult> Run(params string[] arguments) => DotNet.Run(Root, Packages, arguments);

    /// <summary>Writes a file below the folder of the consumers.</summary>
    internal string Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
        return full;
    }

    /// <summary>Writes a project that consumes the package.</summary>
    internal void WriteProject(string name, string properties, string items = "")
    {
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {properties}
                <LangVersion>latest</LangVersion>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DictionaryAnalyzers" Version="{Version}" PrivateAssets="all" />
                {items}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>Writes a solution of the projects that are named.</summary>
    internal void WriteSolution(string path, params string[] projects) =>
        Write(path, $"<Solution>\n{string.Concat(Array.ConvertAll(projects, name => $"  <Project Path=\"{name}/{name}.csproj\" />\n"))}</Solution>\n");
}
