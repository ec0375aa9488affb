using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>Whether other threads have to be expected in a program.</summary>
public class ProgramThreadingTests
{
    [Theory]
    [InlineData("System.Console.WriteLine(1);")]
    [InlineData("System.Threading.Thread.Sleep(1);")]
    [InlineData("await System.Threading.Tasks.Task.Delay(1);")]
    [InlineData("// Task.Run(() => { });\nSystem.Console.WriteLine(\"Task.Run Parallel\");")]
    [InlineData("var Run = 1; System.Console.WriteLine(Run);")]
    public void One(string program) => Assert.Equal(ProgramThreads.One, Of(program, OutputKind.ConsoleApplication));

    [Theory]
    [InlineData("System.Threading.Tasks.Parallel.For(0, 9, x => { });")]
    [InlineData("using System.Threading.Tasks; await Task.Run(() => { });")]
    [InlineData("new System.Threading.Thread(() => { }).Start();")]
    [InlineData("using System.Threading; using var t = new Timer(_ => { });")]
    [InlineData("using System.Threading.Tasks; await Task.WhenAll(Task.Delay(1), Task.Delay(2));")]
    public void Several(string program) => Assert.Equal(ProgramThreads.Several, Of(program, OutputKind.ConsoleApplication));

    [Fact]
    public void ALibrary_HasSeveral() => Assert.Equal(ProgramThreads.Several, Of("class C { }", OutputKind.DynamicallyLinkedLibrary));

    [Fact]
    public void Tests_AreDriven() => Assert.Equal(ProgramThreads.Driven, Of("class C { }", OutputKind.DynamicallyLinkedLibrary, typeof(FactAttribute)));

    [Theory]
    [InlineData("Driven", OutputKind.ConsoleApplication, "Microsoft.AspNetCore.Components.WebAssembly")]
    [InlineData("Several", OutputKind.ConsoleApplication, "Microsoft.AspNetCore.Components.WebAssembly", "Microsoft.AspNetCore.Hosting")]
    [InlineData("Several", OutputKind.DynamicallyLinkedLibrary, "Microsoft.AspNetCore.Components.WebAssembly")]
    public void ABrowser_DrivesItsProgram(string expected, OutputKind kind, params string[] assemblies)
    {
        var references = assemblies.Select(name => CSharpCompilation.Create(name).ToMetadataReference());
        var compilation = CSharpCompilation.Create("Probe", [CSharpSyntaxTree.ParseText("class C { static void Main() { } }")], references, new CSharpCompilationOptions(kind));
        Assert.Equal(expected, new ProgramThreading(compilation).Of(CancellationToken.None).ToString());
    }

    private static ProgramThreads Of(string source, OutputKind kind, params System.Type[] references)
    {
        var framework = ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None).GetAwaiter().GetResult();
        var compilation = CSharpCompilation.Create(
            "Probe", [CSharpSyntaxTree.ParseText(source)],
            [.. framework, .. System.Array.ConvertAll(references, type => MetadataReference.CreateFromFile(type.Assembly.Location))],
            new CSharpCompilationOptions(kind));
        return new ProgramThreading(compilation).Of(CancellationToken.None);
    }
}
