using System.Collections.Immutable;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Follows Boolean locals that a body branches on, from a place where something happened: <c>found = true;</c> there means
/// that <c>while (!found &amp;&amp; ..)</c> ends.
/// </summary>
internal sealed class BooleanFlags
{
    // Two bits a flag: unknown, true, false.
    private const int True = 1;
    private const int False = 2;

    private readonly BodyGraph graph;
    private readonly SyntaxNode site;
    private readonly bool? outcome;
    private readonly ImmutableArray<ILocalSymbol> flags;

    private BooleanFlags(BodyGraph graph, SyntaxNode site, bool? outcome)
    {
        this.graph = graph;
        this.site = site;
        this.outcome = outcome;
        flags = graph.Flags;
    }

    /// <summary>
    /// What is known after <paramref name="site"/> at <paramref name="position"/>, when the site's own result, if it is a
    /// Boolean, was <paramref name="outcome"/>.
    /// </summary>
    public static PathFacts After(BodyGraph graph, BlockPosition position, SyntaxNode site, bool? outcome)
    {
        var flags = new BooleanFlags(graph, site, outcome);
        return new PathFacts(flags.Through(position.Block, position.Index, 0), (block, state) => flags.Through(block, 0, state), flags.MayTake);
    }

    private int Through(int block, int first, int state)
    {
        foreach (var (index, flag, assignment) in graph.FlagAssignments(block))
        {
            if (index >= first)
            {
                state = state & ~(3 << (flag * 2)) | (ValueOf(assignment) << (flag * 2));
            }
        }

        return state;
    }

    private int ValueOf(IAssignmentOperation assignment)
    {
        var isOr = assignment is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or };
        if (assignment is not ISimpleAssignmentOperation && !isOr)
        {
            return 0;
        }

        var value = assignment.Value.Unwrapped();
        var known = value.ConstantValue is { HasValue: true, Value: bool constant } ? constant
            : value.Syntax == site ? outcome
            : null;
        return known switch
        {
            true => True,
            false when !isOr => False,
            _ => 0,
        };
    }

    private bool MayTake(int block, FlowEdge edge, int state)
    {
        if (edge.Condition is not { } taken || graph.ConditionOf(block)?.Unwrapped() is not { } condition)
        {
            return true;
        }

        if (condition.Syntax == site)
        {
            return outcome is null || outcome == taken;
        }

        return condition is not ILocalReferenceOperation local
            || flags.IndexOf(local.Local, SymbolEqualityComparer.Default) is not (var flag and >= 0)
            || (state >> (flag * 2) & 3) != (taken ? False : True);
    }
}
