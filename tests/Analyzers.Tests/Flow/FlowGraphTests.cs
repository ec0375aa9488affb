using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Flow;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

public class FlowGraphTests
{
    // 0 -> 1 -> 2 -> 1, 1 -> 3: a loop whose head is 1, whose body is 2 and whose exit is 3.
    private static readonly FlowGraph Loop = Graph([1], [2, 3], [1], []);

    [Theory]
    [InlineData(0, 3, true)]
    [InlineData(2, 1, true)]
    [InlineData(2, 2, true)]
    [InlineData(1, 1, true)]
    [InlineData(3, 1, false)]
    [InlineData(3, 3, false)]
    [InlineData(0, 0, false)]
    public void Reaches_OverAtLeastOneEdge(int from, int to, bool expected) =>
        Assert.Equal(expected, Loop.Reaches(from, to));

    [Fact]
    public void ABlockWithAnEdgeToItself_ReachesItself() =>
        Assert.True(Graph([1], [1, 2], []).Reaches(1, 1));

    [Theory]
    [InlineData(2, 3, 1, false)]
    [InlineData(2, 1, 1, true)]
    [InlineData(1, 2, 1, true)]
    [InlineData(2, 2, 1, false)]
    [InlineData(0, 3, 2, true)]
    public void ABarrier_CanBeReachedAndLeftByWhoStartsThere_ButNotPassed(int from, int to, int barrier, bool expected) =>
        Assert.Equal(expected, Loop.Reaches(from, to, [barrier], PathFacts.None));

    [Theory]
    [InlineData(0, 0, 0, 1, true)]
    [InlineData(0, 1, 0, 0, false)]
    [InlineData(2, 0, 2, 0, true)]
    [InlineData(2, 1, 2, 0, true)]
    [InlineData(3, 0, 3, 0, false)]
    [InlineData(0, 5, 3, 0, true)]
    public void Reaches_FromStatementToStatement(int block, int index, int toBlock, int toIndex, bool expected) =>
        Assert.Equal(expected, Loop.Reaches(new BlockPosition(block, index), new BlockPosition(toBlock, toIndex), []));

    [Theory]
    [InlineData(0, 0, 0, 4, 0, 2, false)]
    [InlineData(0, 3, 0, 4, 0, 2, true)]
    [InlineData(0, 0, 0, 2, 0, 2, false)]
    [InlineData(0, 0, 0, 1, 0, 2, true)]
    [InlineData(0, 0, 2, 0, 1, 0, false)]
    [InlineData(1, 0, 2, 0, 1, 0, true)]
    [InlineData(2, 0, 2, 0, 1, 0, false)]
    [InlineData(2, 3, 2, 0, 2, 1, true)]
    [InlineData(2, 0, 2, 0, 2, 0, false)]
    public void AStop_CannotBePassed(int block, int index, int toBlock, int toIndex, int stopBlock, int stopIndex, bool expected) =>
        Assert.Equal(expected, Loop.Reaches(new BlockPosition(block, index), new BlockPosition(toBlock, toIndex), [new BlockPosition(stopBlock, stopIndex)]));

    [Fact]
    public void AnEdgeThatMayNotBeTaken_IsNotTaken()
    {
        // 0 goes to 1 when its condition is true, to 2 when it is false.
        var graph = new FlowGraph([[new(1, true), new(2, false)], [], []]);
        var whenTrue = PathFacts.None with { MayTake = (_, edge, _) => edge.Condition is true };
        Assert.True(graph.Reaches(0, 1, [], whenTrue));
        Assert.False(graph.Reaches(0, 2, [], whenTrue));
        Assert.False(graph.Reaches(0, 1, [], PathFacts.None with { MayTake = (from, _, _) => from != 0 }));
    }

    [Fact]
    public void WhatIsKnown_ChangesOnTheWay()
    {
        // The way from 0 to 3 leads through 1, which sets a flag, or through 2, which does not; only with the flag 3 goes on to 4.
        var graph = Graph([1, 2], [3], [3], [4], []);
        var flag = new PathFacts(0, (block, state) => block == 1 ? 1 : state, (from, _, state) => from != 3 || state == 1);
        Assert.True(graph.Reaches(0, 4, [], flag));
        Assert.True(graph.Reaches(2, 3, [], flag));
        Assert.False(graph.Reaches(2, 4, [], flag));
        Assert.True(graph.Reaches(2, 4, [], flag with { Start = 1 }));
        Assert.False(graph.Reaches(0, 4, [1], flag));
    }

    [Fact]
    public void AStateThatComesBack_Ends() =>
        Assert.False(Graph([1], [0]).Reaches(0, 2, [], new PathFacts(0, (_, state) => (state + 1) % 7, (_, _, _) => true)));

    [Fact]
    public void Unconditional_EdgesHaveNoCondition() => Assert.Null(new FlowEdge(1, null).Condition);

    [Fact]
    public void AFact_HoldsAfterTheBlockThatEstablishesIt()
    {
        var facts = Graph([1], [2], []).SolveMust((block, holds) => holds || block == 1, (_, _) => false);
        Assert.Equal([false, false, true], facts);
    }

    [Fact]
    public void AFact_MustHoldOnEveryPath()
    {
        // A diamond: 0 -> 1, 2 -> 3.
        var diamond = Graph([1, 2], [3], [3], []);
        Assert.False(diamond.SolveMust((block, holds) => holds || block == 1, (_, _) => false)[3]);
        Assert.True(diamond.SolveMust((block, holds) => holds || block is 1 or 2, (_, _) => false)[3]);
        Assert.True(diamond.SolveMust((block, holds) => holds || block == 0, (_, _) => false)[3]);
    }

    [Fact]
    public void AFact_FallsWhereALoopRevokesIt()
    {
        // Established before the loop, revoked in its body: not there at the head the second time.
        var facts = Loop.SolveMust((block, holds) => block == 0 || (holds && block != 2), (_, _) => false);
        Assert.False(facts[1]);
        Assert.False(facts[2]);
        Assert.False(facts[3]);
    }

    [Fact]
    public void AFact_SurvivesALoopThatLeavesItAlone()
    {
        var facts = Loop.SolveMust((block, holds) => block == 0 || holds, (_, _) => false);
        Assert.Equal([false, true, true, true], facts);
    }

    [Fact]
    public void AnEdge_CanEstablishAFact()
    {
        var graph = new FlowGraph([[new(1, true), new(2, false)], [], []]);
        Assert.Equal([false, true, false], graph.SolveMust((_, holds) => holds, (_, edge) => edge.Condition is true));
    }

    [Fact]
    public void AFall_IsCarriedThroughNestedLoops()
    {
        // 1 and 2 are heads; 3 is the inner body; 4 revokes at the end of the outer body; 5 is the exit.
        var graph = Graph([1], [2, 5], [3, 4], [2], [1], []);
        var facts = graph.SolveMust((block, holds) => block == 0 || (holds && block != 4), (_, _) => false);
        Assert.Equal([false, false, false, false, false, false], facts);
    }

    [Fact]
    public void AnEmptyGraph_HasAnEntry() => Assert.Equal([false], Graph([[]]).SolveMust((_, holds) => holds, (_, _) => false));

    [Fact]
    public void ALongChain_IsSolvedInOneGo()
    {
        const int Length = 20_000;
        var chain = new FlowGraph([.. Enumerable.Range(0, Length).Select(block =>
            block == Length - 1 ? ImmutableArray<FlowEdge>.Empty : [new FlowEdge(block + 1, null)])]);
        Assert.True(chain.Reaches(0, Length - 1));
        Assert.True(chain.SolveMust((block, holds) => holds || block == 0, (_, _) => false)[Length - 1]);
    }

    private static FlowGraph Graph(params int[][] successors) =>
        new([.. successors.Select(targets => targets.Select(target => new FlowEdge(target, null)).ToImmutableArray())]);
}
