using System;
using System.Threading.Tasks;
using DictionaryAnalyzers.Testing.Running;
using DictionaryAnalyzers.Testing.Tests.StandIns;
using Xunit;

namespace DictionaryAnalyzers.Testing.Tests.Running;

public class ProofTests
{
    private static RepairProof<FaultCallAnalyzer, FaultCallFix> Proof(string fault, string right = "Console.WriteLine(\"right\");") =>
        Testing.Running.Proof.Of<FaultCallAnalyzer, FaultCallFix>($$"""
            using System;
            class Program
            {
                static int s_count;
                static void Main()
                {
                    Console.WriteLine("start");
                    [|Fault|]();
                    Console.WriteLine("end");
                }

                static void Fault() { {{fault}} }
                static void Right() { {{right}} }
            }
            """).InProcess();

    private static async Task Fails(Func<Task> proof, params string[] parts)
    {
        var failure = await Assert.ThrowsAsync<VerificationException>(proof);
        Assert.All(parts, part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Passes_WhenTheFaultShowsBeforeAndNotAfter()
    {
        var result = await Proof("throw new InvalidOperationException();")
            .WithKey("T003.Right")
            .FaultsWith<InvalidOperationException>()
            .ThenPrints("start\nright\nend")
            .RunAsync();

        Assert.True(result.Before.EndedWith<InvalidOperationException>());
        Assert.Equal("start\nright\nend\n", result.After.StandardOutput);
        Assert.Contains("        Right();", result.FixedCode, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_InAProcessOfItsOwn() => await Testing.Running.Proof
        .Of<FaultCallAnalyzer, FaultCallFix>("""
            Fault();
            System.Console.WriteLine("end");
            static int Fault() => Fault2() + 1;
            static int Fault2() => Fault2() + Fault2();
            static int Right() => 1;
            """)
        .FaultsWith<StackOverflowException>()
        .ThenPrints("end")
        .RunAsync();

    [Fact]
    public async Task Passes_WhenTheProgramHangsBefore() => await Testing.Running.Proof
        .Of<FaultCallAnalyzer, FaultCallFix>("Fault(); static void Fault() { while (true) { } } static void Right() { }")
        .WithTimeLimit(TimeSpan.FromSeconds(3))
        .FaultsByHanging()
        .RunAsync();

    [Fact]
    public Task Fails_WhenTheFaultDoesNotShow() => Fails(
        () => Proof("").FaultsWith<InvalidOperationException>().RunAsync(), "Context: Before the fix", "it ends with InvalidOperationException", "exit code 0");

    [Fact]
    public Task Fails_WhenAnotherFaultShows() => Fails(
        () => Proof("throw new ArgumentException();").FaultsWith<InvalidOperationException>().RunAsync(), "Context: Before the fix", "System.ArgumentException");

    [Fact]
    public Task Fails_WhenTheFaultStillShows() => Fails(
        () => Proof("throw new InvalidOperationException();", "throw new InvalidOperationException();").FaultsWith<InvalidOperationException>().RunAsync(),
        "Context: After the fix", "The fault still shows", "The fixed program:", "Right();");

    [Fact]
    public Task Fails_WhenAnotherFaultShowsAfter() => Fails(
        () => Proof("throw new InvalidOperationException();", "throw new ArgumentException();").FaultsWith<InvalidOperationException>().RunAsync(),
        "Context: After the fix", "does not end well", "System.ArgumentException");

    [Fact]
    public Task Fails_WhenSomethingElseIsPrintedAfter() => Fails(
        () => Proof("throw new InvalidOperationException();").FaultsWith<InvalidOperationException>().ThenPrints("start\nend").RunAsync(),
        "prints something else", "+ right");

    [Fact]
    public async Task Compares_OutputBeforeAndAfter()
    {
        await Proof("Console.WriteLine(\"slow\");").ThenPrintsTheSameApartFrom("^(slow|right)$").ThenPrintsLike("^right$").RunAsync();
        await Proof("Console.WriteLine(\"right\");").ThenPrintsTheSame().RunAsync();
        await Fails(() => Proof("Console.WriteLine(\"slow\");").ThenPrintsTheSame().RunAsync(), "other things after the fix than before", "- slow", "+ right");
        await Fails(() => Proof("Console.WriteLine(\"slow\");").ThenPrintsLike("^left$").RunAsync(), "prints nothing that matches '^left$'");
    }

    [Fact]
    public async Task Looks_ForWrongOutput()
    {
        await Proof("Console.WriteLine(\"lost 3\");").FaultsWithOutput(@"lost \d").RunAsync();
        await Proof("Console.Error.WriteLine(\"lost 3\");").FaultsWithError(@"lost \d").RunAsync();
    }

    [Fact]
    public Task Fails_WhenNoFaultIsClaimedAndTheProgramDoesNotRun() =>
        Fails(() => Proof("throw new InvalidOperationException();").RunAsync(), "No fault is claimed");

    [Fact]
    public Task Fails_WhenTheFixedProgramDoesNotCompile() =>
        Fails(() => Testing.Running.Proof.Of<FaultCallAnalyzer, FaultCallFix>("Fault(); void Fault() { }").RunAsync(), "Context: After the fix", "CS0103", "Right();");

    [Fact]
    public Task Fails_WhenTheProgramDoesNotCompile() =>
        Fails(() => Testing.Running.Proof.Of<FaultCallAnalyzer, FaultCallFix>("Fault(); Right(); void Fault() { }").RunAsync(), "Context: Before the fix", "CS0103");

    [Fact]
    public Task Fails_WhenTheFixIsNotOffered() => Fails(
        () => Proof("throw new InvalidOperationException();").WithKey("T003.Wrong").FaultsWith<InvalidOperationException>().RunAsync(), "key 'T003.Wrong'", "T003.Right");

    [Fact]
    public async Task Tries_SeveralTimes_WhenAFaultIsNotThereEveryTime()
    {
        // Programs inside the test share the data of its process.
        var counter = Guid.NewGuid();
        var third = $$"""
            var runs = (int)(AppContext.GetData("{{counter}}") ?? 0) + 1;
            AppContext.SetData("{{counter}}", runs);
            if (runs % 3 == 0) { throw new InvalidOperationException(); }
            """;
        await Proof(third).WithAttempts(3).FaultsWith<InvalidOperationException>().RunAsync();
        await Fails(() => Proof(third, third).WithAttempts(3).FaultsWith<InvalidOperationException>().RunAsync(), "The fault still shows");
    }

    [Fact]
    public async Task Fixes_SeveralFiles() => await Testing.Running.Proof
        .Of<FaultCallAnalyzer, FaultCallFix>("Console.WriteLine(Other.Call());")
        .WithImplicitUsings()
        .WithFile("Other.cs", "static class Other { public static int Call() { return Fault(); } static int Fault() => throw new KeyNotFoundException(); static int Right() => 5; }")
        .InProcess()
        .FaultsWith<System.Collections.Generic.KeyNotFoundException>()
        .ThenPrints("5")
        .RunAsync();
}
