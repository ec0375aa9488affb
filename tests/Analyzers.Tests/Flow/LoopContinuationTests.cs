using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Tests.Vocabulary;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

public class LoopContinuationTests
{
    // 0 starts, 1 steps, 2 is the body, 3 the exit.
    private static readonly FlowGraph Loop = Graph([1], [2, 3], [1], []);

    [Theory]
    [InlineData(2, 0, true)]
    [InlineData(3, 0, false)]
    [InlineData(0, 5, true)]
    public void ABody_StepsAgainAndTheExitDoesNot(int block, int index, bool expected) =>
        Assert.Equal(expected, CanStepAgain(Loop, new(block, index), steps: [new(1, 0)], starts: [new(0, 0)]));

    [Fact]
    public void AStart_IsNotPassed()
    {
        // An outer loop around: 3 goes back to 0, where the enumeration begins anew.
        var nested = Graph([1], [2, 3], [3], [0]);
        Assert.False(CanStepAgain(nested, new(2, 0), steps: [new(1, 0)], starts: [new(0, 0)]));
        Assert.True(CanStepAgain(nested, new(2, 0), steps: [new(1, 0)], starts: []));
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(1, 1, false)]
    [InlineData(2, 1, false)]
    public void InOneBlock_TheOrderDecides(int from, int step, bool expected) =>
        Assert.Equal(expected, CanStepAgain(Graph([[]]), new(0, from), steps: [new(0, step)], starts: []));

    [Fact]
    public void InOneBlock_AStartBetweenIsNotPassed()
    {
        Assert.False(CanStepAgain(Graph([[]]), new(0, 0), steps: [new(0, 2)], starts: [new(0, 1)]));
        Assert.True(CanStepAgain(Graph([[]]), new(0, 1), steps: [new(0, 2)], starts: [new(0, 0)]));
        Assert.True(CanStepAgain(Graph([[]]), new(0, 0), steps: [new(0, 1)], starts: [new(0, 2)]));
    }

    [Fact]
    public void AStartBeforeTheStepInItsBlock_IsNotPassed()
    {
        // 1 goes back to 0, which starts and steps.
        var graph = Graph([1], [0, 2], []);
        Assert.False(CanStepAgain(graph, new(1, 0), steps: [new(0, 1)], starts: [new(0, 0)]));
        Assert.True(CanStepAgain(graph, new(1, 0), steps: [new(0, 0)], starts: [new(0, 1)]));
    }

    [Fact]
    public void OneStepThatCanBeReached_IsEnough() =>
        Assert.True(CanStepAgain(Graph([1], [2], []), new(1, 0), steps: [new(0, 0), new(2, 0)], starts: []));

    [Fact]
    public void AnEdgeThatMayNotBeTaken_IsNotTaken()
    {
        var graph = new FlowGraph([[new(1, true), new(2, false)], [], []]);
        Assert.False(LoopContinuation.CanStepAgain(graph, new(0, 0), [new(1, 0)], [], PathFacts.None with { MayTake = (_, edge, _) => edge.Condition is false }));
        Assert.True(LoopContinuation.CanStepAgain(graph, new(0, 0), [new(1, 0)], [], PathFacts.None with { MayTake = (_, edge, _) => edge.Condition is true }));
    }

    /// <summary><c>Here()</c> stands where the modification would; the question is whether the loop over <c>d</c> can go on.</summary>
    [Theory]
    [InlineData("Here();", true)]
    [InlineData("Here(); continue;", true)]
    [InlineData("Here(); break;", false)]
    [InlineData("Here(); return;", false)]
    [InlineData("Here(); throw new Exception();", false)]
    [InlineData("if (c) Here();", true)]
    [InlineData("if (c) { Here(); break; }", false)]
    [InlineData("if (c) { Here(); if (x) break; }", true)]
    [InlineData("Here(); if (c) break; else return;", false)]
    [InlineData("Here(); if (c) { break; } throw new Exception();", false)]
    [InlineData("try { Here(); throw new Exception(); } catch { }", true)]
    [InlineData("try { Here(); throw new Exception(); } catch { break; }", false)]
    [InlineData("try { Here(); throw new Exception(); } catch { throw; }", false)]
    [InlineData("try { throw new Exception(); } catch { Here(); }", true)]
    [InlineData("try { throw new Exception(); } catch { Here(); return; }", false)]
    [InlineData("try { Here(); return; } finally { Other(); }", false)]
    [InlineData("try { Here(); break; } finally { Other(); }", false)]
    [InlineData("try { Here(); } finally { Other(); }", true)]
    [InlineData("try { Other(); } finally { Here(); }", true)]
    [InlineData("try { Here(); } finally { throw new Exception(); }", false)]
    [InlineData("try { Here(); continue; } finally { throw new Exception(); }", false)]
    [InlineData("using (null) { Here(); }", true)]
    [InlineData("using (null) { Here(); break; }", false)]
    [InlineData("lock (d) { Here(); return; }", false)]
    [InlineData("Here(); goto Out;", false)]
    [InlineData("Here(); goto Next; Next: ;", true)]
    [InlineData("if (c) goto Next; Here(); break; Next: ;", false)]
    [InlineData("switch (n) { case 1: Here(); break; }", true)]
    [InlineData("switch (n) { case 1: Here(); return; default: break; }", false)]
    [InlineData("switch (n) { case 1: Here(); goto case 2; case 2: return; }", false)]
    [InlineData("switch (n) { case 1: Here(); goto default; default: continue; }", true)]
    [InlineData("for (;;) { Here(); break; }", true)]
    [InlineData("for (;;) { Here(); }", false)]
    [InlineData("while (c) { Here(); return; }", false)]
    [InlineData("do { Here(); } while (c);", true)]
    [InlineData("do { Here(); break; } while (c); break;", false)]
    [InlineData("foreach (var i in o) { Here(); break; }", true)]
    [InlineData("foreach (var i in o) { Here(); return; }", false)]
    [InlineData("await Task.Yield(); Here(); return;", false)]
    [InlineData("Here(); await Task.Yield();", true)]
    [InlineData("_ = c && Here() && x;", true)]
    [InlineData("if (c && Here()) break;", true)]
    [InlineData("if (Here() || c) { break; } else { return; }", false)]
    [InlineData("_ = Here() ? 1 : throw new Exception();", true)]
    [InlineData("while (true) { Here(); if (c) return; }", false)]
    [InlineData("while (true) { Here(); if (c) break; }", true)]
    public void AForeach(string body, bool expected) => AssertContinues($"foreach (var p in d) {{ {body} }}", expected);

    [Theory]
    [InlineData("foreach (var i in o) { foreach (var p in d) { Here(); break; } }", false)]
    [InlineData("foreach (var i in o) { foreach (var p in d) { Other(); } Here(); }", false)]
    [InlineData("foreach (var p in d) { Other(); } Here();", false)]
    [InlineData("Here(); foreach (var p in d) { Other(); }", false)]
    [InlineData("Again: foreach (var p in d) { Here(); goto Again; }", false)]
    [InlineData("while (c) { foreach (var p in d) { if (x) { Here(); break; } } }", false)]
    [InlineData("try { foreach (var p in d) { Here(); throw new Exception(); } } catch { }", false)]
    public void AForeachAmongOthers(string statements, bool expected) => AssertContinues(statements, expected);

    [Theory]
    [InlineData("while (e.MoveNext()) { Here(); }", true)]
    [InlineData("while (e.MoveNext()) { Here(); break; }", false)]
    [InlineData("while (e.MoveNext()) { if (c) { Here(); return; } }", false)]
    [InlineData("e.MoveNext(); Here();", false)]
    [InlineData("e.MoveNext(); Here(); e.MoveNext();", true)]
    [InlineData("do { Here(); } while (e.MoveNext());", true)]
    [InlineData("for (; e.MoveNext();) { Here(); }", true)]
    [InlineData("while (true) { if (!e.MoveNext()) break; Here(); }", true)]
    [InlineData("while (true) { if (!e.MoveNext()) break; Here(); break; }", false)]
    public void AnEnumerator(string loop, bool expected) => AssertContinues("var e = d.GetEnumerator(); " + loop, expected);

    [Fact]
    public void AnEnumeratorThatIsTakenAnew_DoesNotGoOn() =>
        AssertContinues("while (c) { var e = d.GetEnumerator(); while (e.MoveNext()) { Here(); break; } }", expected: false);

    [Theory]
    [InlineData("foreach (var p in d) { Here(); yield return 1; }", true)]
    [InlineData("foreach (var p in d) { yield return 1; Here(); }", true)]
    [InlineData("foreach (var p in d) { Here(); yield break; }", false)]
    [InlineData("foreach (var p in d) { Here(); yield return 1; break; }", false)]
    public void AnIterator(string statements, bool expected) =>
        AssertContinues(Probe.OfTypes($$"""
            class C { bool Here() => true; IEnumerable<int> M(Dictionary<int, int> d) { {{statements}} } }
            """), expected);

    [Theory]
    [InlineData("Action f = () => { foreach (var p in d) { Here(); } };", true)]
    [InlineData("Action f = () => { foreach (var p in d) { Here(); return; } };", false)]
    [InlineData("void F() { foreach (var p in d) { Here(); } }", true)]
    [InlineData("void F() { foreach (var p in d) { Here(); break; } }", false)]
    public void InLambdasAndLocalFunctions(string statements, bool expected) => AssertContinues(statements, expected);

    private static void AssertContinues(string statements, bool expected) => AssertContinues(
        Probe.OfTypes($$"""
            #nullable disable
            class C
            {
                bool Here() => true; void Other() { }
                async Task M(Dictionary<int, int> d, int[] o, bool c, bool x, int n) { {{statements}} await Task.Yield(); Out: ; }
            }
            """),
        expected);

    private static void AssertContinues(Probe probe, bool expected)
    {
        var operations = probe.BodyOf("M").DescendantsAndSelf().ToArray();
        var here = operations.OfType<IInvocationOperation>().Single(call => call.TargetMethod.Name == "Here");
        var graph = BodyGraph.Of(here.EnclosingBody(), CancellationToken.None)!;
        var loop = operations.OfType<IForEachLoopOperation>().SingleOrDefault(each => each.Collection.Syntax.ToString() == "d");
        var positions = loop is not null
            ? LoopPositions.Of(loop, graph)
            : LoopPositions.OfEnumerator(
                operations.OfType<IInvocationOperation>().Single(call => call.TargetMethod.Name == "GetEnumerator"), graph, CancellationToken.None);
        Assert.NotEmpty(positions.Starts);
        Assert.NotEmpty(positions.Steps);

        Assert.Equal(expected, LoopContinuation.CanStepAgain(
            graph.Graph, graph.PositionOf(here)!.Value, positions.Steps, positions.Starts, PathFacts.None));
    }

    private static bool CanStepAgain(FlowGraph graph, BlockPosition from, BlockPosition[] steps, BlockPosition[] starts) =>
        LoopContinuation.CanStepAgain(graph, from, steps, starts, PathFacts.None);

    private static FlowGraph Graph(params int[][] successors) =>
        new([.. successors.Select(targets => targets.Select(target => new FlowEdge(target, null)).ToImmutableArray())]);
}
