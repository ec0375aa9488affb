using System;
using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers what the value of an expression is computed from: the operations in it and, through the local variables that it
/// reads, those of the assignments that reach it.
/// </summary>
internal sealed class ValueOrigins(LocalBindings locals, BodyGraph graph)
{
    // 'var next = old + 1; var rounded = Round(next); d[k] = rounded;'
    private const int MaximumSteps = 4;

    /// <summary>An operation that a value is computed from.</summary>
    /// <param name="Operation">The operation.</param>
    /// <param name="AsOutput">Whether it is a call that gave the value by an <c>out</c> argument, and not as its result.</param>
    public sealed record Origin(IOperation Operation, bool AsOutput);

    /// <summary>Everything that the value of <paramref name="expression"/> is computed from.</summary>
    public IEnumerable<Origin> Of(IOperation expression) => Of(expression, MaximumSteps);

    private IEnumerable<Origin> Of(IOperation expression, int steps)
    {
        foreach (var operation in expression.Executed())
        {
            yield return new Origin(operation, AsOutput: false);
            if (steps == 0 || operation is not ILocalReferenceOperation { IsDeclaration: false } local || local.Access() is AccessKind.Write)
            {
                continue;
            }

            foreach (var (write, source) in ReachingAssignments(local))
            {
                if (write is IArgumentOperation)
                {
                    yield return new Origin(source, AsOutput: true);
                    continue;
                }

                foreach (var origin in Of(source, steps - 1))
                {
                    yield return origin;
                }
            }
        }
    }

    private IEnumerable<(IOperation Write, IOperation Source)> ReachingAssignments(ILocalReferenceOperation read)
    {
        var assignments = locals.SourcesOf(read.Local).ToArray();
        if (assignments.Length > 1 && graph.PositionOf(read) is { } readAt)
        {
            var positions = Array.ConvertAll(assignments, assignment => graph.PositionOf(assignment.Write));
            assignments = [.. assignments.Where((_, index) => positions[index] is { } writtenAt
                && graph.Reaches(writtenAt, readAt, [.. positions.Where((_, other) => other != index).OfType<BlockPosition>()]))];
        }

        return assignments.Where(assignment => assignment.Source is not null).Select(assignment => (assignment.Write, assignment.Source!));
    }
}
