using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>Locks along a graph, without a compiler: lock 0 and lock 1, flag 0.</summary>
public class LockFlowTests
{
    [Fact]
    public void ALock_IsHeldFromItsEventOn()
    {
        var flow = Solve(Block([At(1, LockVerb.Acquire)], 1), Block([]));
        Assert.Equal("", Told(flow, 0, 1));
        Assert.Equal("0", Told(flow, 0, 2));
        Assert.Equal("0", Told(flow, 1));
    }

    [Fact]
    public void WhatIsGivenBack_IsNotHeld() =>
        Assert.Equal("", Told(Solve(Block([At(0, LockVerb.Acquire), At(1, LockVerb.Release)], 1), Block([])), 1));

    [Fact]
    public void TakenTwice_ItMustBeGivenBackTwice()
    {
        var flow = Solve(Block([At(0, LockVerb.Acquire), At(1, LockVerb.Acquire), At(2, LockVerb.Release), At(3, LockVerb.Release)]));
        Assert.Equal(["", "0", "0", "0", ""], Enumerable.Range(0, 5).Select(index => Told(flow, 0, index)));
    }

    [Fact]
    public void GivingBackWhatIsNotHeld_DoesNothing() =>
        Assert.Equal("0", Told(Solve(Block([At(0, LockVerb.Release), At(1, LockVerb.Acquire)], 1), Block([])), 1));

    [Fact]
    public void ItMustBeHeldOnEveryWay()
    {
        var both = Solve(Block([], 1, 2), Block([At(0, LockVerb.Acquire)], 3), Block([At(0, LockVerb.Acquire)], 3), Block([]));
        Assert.Equal("0", Told(both, 3));
        var one = Solve(Block([], 1, 2), Block([At(0, LockVerb.Acquire)], 3), Block([], 3), Block([]));
        Assert.Equal("", Told(one, 3));
    }

    [Fact]
    public void ALoopThatGivesItBack_DoesNotHoldItAtItsHead()
    {
        var flow = Solve(Block([At(0, LockVerb.Acquire)], 1), Block([], 2, 3), Block([At(0, LockVerb.Release)], 1), Block([]));
        Assert.Equal("", Told(flow, 1));
        Assert.Equal("", Told(flow, 3));
    }

    [Fact]
    public void ALoopThatTakesItAgainAndAgain_Ends() =>
        Assert.Equal("", Told(Solve(Block([], 1), Block([], 2, 3), Block([At(0, LockVerb.Acquire)], 1), Block([])), 3));

    [Fact]
    public void AnException_MayComeBeforeAndAfterEachEvent()
    {
        var taking = Solve(Block([At(1, LockVerb.Acquire)], 1) with { Handlers = [1] }, Block([]));
        Assert.Equal("", Told(taking, 1));
        var holding = Solve([Hold(0)], Block([At(0, LockVerb.Acquire, 1)]) with { Handlers = [1] }, Block([]));
        Assert.Equal("0", Told(holding, 1));
        var giving = Solve([Hold(0)], Block([At(0, LockVerb.Release), At(1, LockVerb.Acquire)]) with { Handlers = [1] }, Block([]));
        Assert.Equal("", Told(giving, 1));
    }

    [Fact]
    public void AFlag_TellsWhetherItWasTaken()
    {
        var flow = Solve(Branch([At(0, LockVerb.TryAcquire, flag: 0)], 1, 2), Block([], 3), Block([], 3), Branch([], 4, 5), Block([]), Block([]));
        Assert.Equal("", Told(flow, 0, 1));
        Assert.Equal("0", Told(flow, 1));
        Assert.Equal("", Told(flow, 2));
        Assert.Equal("", Told(flow, 3));
        Assert.Equal("0", Told(flow, 4));
        Assert.Equal("", Told(flow, 5));
    }

    [Fact]
    public void AFlag_ThatIsFalseWhereTheConditionHolds()
    {
        var flow = Solve(Branch([At(0, LockVerb.TryAcquire, flag: 0)], 1, 2) with { WhenTrue = false }, Block([]), Block([]));
        Assert.Equal("", Told(flow, 1));
        Assert.Equal("0", Told(flow, 2));
    }

    [Fact]
    public void AFlag_SaysNothingOfALockThatWasGivenBack()
    {
        var flow = Solve(Branch([At(0, LockVerb.TryAcquire, flag: 0)], 1, 2), Block([At(0, LockVerb.Release)], 2), Branch([], 3, 4), Block([]), Block([]));
        Assert.Equal("", Told(flow, 3));
    }

    [Fact]
    public void APause_BeginsAnotherStay()
    {
        var flow = Solve(Block([At(0, LockVerb.Acquire), At(1, LockVerb.Pause)]));
        Assert.NotEqual(flow.Before(0, 1)!.Value.Single().Sites, flow.Before(0, 2)!.Value.Single().Sites);
    }

    [Fact]
    public void WhatTheCallerHolds_IsThereFromTheStart()
    {
        var flow = Solve([Hold(1), Hold(0)], Block([At(0, LockVerb.Release, 1)], 1), Block([]));
        Assert.Equal("0 1", Told(flow, 0));
        Assert.Equal("0", Told(flow, 1));
    }

    [Fact]
    public void WhereNothingLeads_NothingIsSaid() => Assert.Null(Solve(Block([]), Block([])).Before(1, 0));

    [Fact]
    public void ALongChainInALoop_IsSolvedInTimeLinearInIt()
    {
        const int Length = 5_000;
        var blocks = Enumerable.Range(0, Length)
            .Select(block => Block(block == 0 ? [At(0, LockVerb.Acquire)] : [], block == Length - 1 ? [1] : [block + 1])).ToArray();
        Assert.Equal("0", Told(Solve(blocks), Length - 1));
    }

    private static LockFlow Solve(params LockBlock[] blocks) => Solve([], blocks);

    private static LockFlow Solve(ImmutableArray<LockHold> atStart, params LockBlock[] blocks) => new([.. blocks], atStart);

    private static LockHold Hold(int number) => new(number, 1, 1, -1, true);

    private static LockEvent At(int index, LockVerb verb, int number = 0, int flag = -1) => new(index, verb, number, index + 1, flag);

    private static LockBlock Block(ImmutableArray<LockEvent> events, params int[] next) =>
        new(events, [.. next.Select(target => new FlowEdge(target, null))], []);

    private static LockBlock Branch(ImmutableArray<LockEvent> events, int whenTrue, int whenFalse) =>
        new(events, [new FlowEdge(whenTrue, true), new FlowEdge(whenFalse, false)], [], 0);

    private static string Told(LockFlow flow, int block, int index = 0) =>
        string.Join(" ", flow.Before(block, index)!.Value.Where(hold => hold.IsCertain).Select(hold => hold.Lock));
}
