using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Testing.Tests.Running;

public class ProgramRunnerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Collects_OutputErrorAndExitCode(bool inProcess)
    {
        var result = await new ProgramRunner { InProcess = inProcess, Arguments = ["x"] }.RunAsync("""
            using System;
            Console.WriteLine("out \u00E4 " + args[0]);
            Console.Error.WriteLine("err");
            return 3;
            """);

        Assert.Equal("out \u00E4 x\n", result.StandardOutput);
        Assert.Equal("err\n", result.StandardError);
        Assert.Equal(3, result.ExitCode);
        Assert.False(result.TimedOut);
        Assert.False(result.Succeeded);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Runs_AsyncMainAndSeveralFiles(bool inProcess)
    {
        var result = await new ProgramRunner { InProcess = inProcess }.RunAsync([
            "using System.Threading.Tasks; class P { static async Task Main() { await Task.Run(() => Other.Say()); } }",
            "static class Other { public static void Say() { System.Console.Write(\"said\"); } }"]);

        Assert.Equal("said", result.StandardOutput);
        Assert.True(result.Succeeded);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tells_UnhandledExceptions(bool inProcess)
    {
        var result = await new ProgramRunner { InProcess = inProcess }.RunAsync("""
            using System;
            throw new AggregateException(new InvalidOperationException("why"));
            """);

        Assert.True(result.EndedWith<AggregateException>(), result.ToString());
        Assert.True(result.EndedWith<InvalidOperationException>());
        Assert.False(result.EndedWith<ArgumentException>());
        Assert.Contains("why", result.StandardError, StringComparison.Ordinal);
        Assert.False(result.Succeeded);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stops_WhenTheTimeIsOver(bool inProcess)
    {
        var result = await new ProgramRunner { InProcess = inProcess, TimeLimit = TimeSpan.FromSeconds(2) }.RunAsync("""
            System.Console.WriteLine("started");
            System.Threading.Thread.Sleep(30_000);
            """);

        Assert.True(result.TimedOut);
        Assert.Null(result.ExitCode);
        Assert.Equal("started\n", result.StandardOutput);
        Assert.True(result.Duration < TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Survives_StackOverflowAndFullHeap()
    {
        var overflow = await new ProgramRunner().RunAsync("static int F(int x) => F(x + 1) + F(x + 2); System.Console.WriteLine(F(1));");
        Assert.True(overflow.EndedWith<StackOverflowException>(), overflow.ToString());

        var memory = await new ProgramRunner { HeapLimit = 50_000_000 }.RunAsync(
            "var all = new System.Collections.Generic.List<byte[]>(); for (var i = 0; i < 1000; i++) { all.Add(new byte[1_000_000]); } System.Console.WriteLine(all.Count);");
        Assert.True(memory.EndedWith<OutOfMemoryException>(), memory.ToString());
    }

    [Fact]
    public async Task Keeps_OutputWithinBounds()
    {
        var result = await new ProgramRunner { TimeLimit = TimeSpan.FromSeconds(2) }.RunAsync("while (true) { System.Console.WriteLine(new string('x', 1000)); }");

        Assert.True(result.TimedOut);
        Assert.InRange(result.StandardOutput.Length, 1, 1_000_000);
    }

    [Fact]
    public async Task Keeps_ProgramsApart_InsideTheTest()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => new ProgramRunner { InProcess = true }.RunAsync(
            $"for (var i = 0; i < 100; i++) {{ System.Console.WriteLine({i}); System.Threading.Thread.Yield(); }}")));

        Assert.All(results.Index(), pair => Assert.Equal(string.Concat(Enumerable.Repeat($"{pair.Index}\n", 100)), pair.Item.StandardOutput));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Uses_OtherAssemblies(bool inProcess)
    {
        var references = new MetadataReferenceCollection { typeof(FactAttribute).Assembly };
        var result = await new ProgramRunner { InProcess = inProcess, References = references }.RunAsync("System.Console.Write(new Xunit.FactAttribute().DisplayName is null);");

        Assert.True(result.Succeeded, result.ToString());
        Assert.Equal("True", result.StandardOutput);
    }

    [Fact]
    public async Task Fails_WhenTheProgramDoesNotCompile()
    {
        var failure = await Assert.ThrowsAsync<VerificationException>(() => new ProgramRunner().RunAsync("int x = y;"));
        Assert.Contains("CS0103", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_NoFolders()
    {
        var result = await new ProgramRunner().RunAsync("System.Console.Write(System.AppContext.BaseDirectory);");

        Assert.StartsWith(Path.GetTempPath(), result.StandardOutput, StringComparison.Ordinal);
        Assert.False(Directory.Exists(result.StandardOutput));
    }

    [Fact]
    public void Tells_ExceptionsOnlyOfPrograms_ThatEndedBadly()
    {
        IReadOnlyList<ProgramResult> fine =
        [
            new("", "handled System.InvalidOperationException: x", 0, TimeSpan.Zero),
            new("", "Unhandled exception. My.System.InvalidOperationExceptions: x", 134, TimeSpan.Zero),
        ];
        Assert.All(fine, result => Assert.False(result.EndedWith<InvalidOperationException>()));
    }
}
