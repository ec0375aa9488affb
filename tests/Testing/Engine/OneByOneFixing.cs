using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>What is left when the chosen fix is applied to one diagnostic after the other until it is not offered any more?</summary>
internal sealed class OneByOneFixing(FixSession session, IterationLimit limit, bool onlyOne, Func<ImmutableArray<Diagnostic>, Diagnostic?> select)
{
    public async Task<Solution> ApplyAsync(Solution solution, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { await SolutionText.OneTextAsync(solution, cancellationToken).ConfigureAwait(false) };
        var iterations = 0;
        while (await NextAsync(solution, cancellationToken).ConfigureAwait(false) is var (found, fix))
        {
            if (++iterations > limit.Most)
            {
                session.Verifier.Fail(
                    $"After {limit.Most} iterations the fix {fix} is still offered, for\n{DiagnosticText.List([found.Diagnostic])}"
                    + "Does the fix remove what it was offered for? If one fix rightly brings up another, set NumberOfIncrementalIterations.\n"
                    + $"The code is now:\n{await TextOfAsync(solution, found, cancellationToken).ConfigureAwait(false)}");
            }

            solution = await session.ApplyAsync(solution, fix, cancellationToken).ConfigureAwait(false);
            if (!seen.Add(await SolutionText.OneTextAsync(solution, cancellationToken).ConfigureAwait(false)))
            {
                session.Verifier.Fail(
                    $"The fix never becomes stable: after {iterations} iterations the code is as it was before. The last one was {fix}, for\n"
                    + DiagnosticText.List([found.Diagnostic]));
            }

            if (onlyOne)
            {
                break;
            }
        }

        if (!limit.IsMet(iterations))
        {
            session.Verifier.Fail($"{iterations} fixes were applied one by one, {limit} are expected (NumberOfIncrementalIterations).");
        }

        return solution;
    }

    private async Task<(ProjectDiagnostic Found, OfferedFix Fix)?> NextAsync(Solution solution, CancellationToken cancellationToken)
    {
        var open = await session.FixableAsync(solution, cancellationToken).ConfigureAwait(false);
        while (!open.IsEmpty && select([.. open.Select(found => found.Diagnostic)]) is { } diagnostic)
        {
            var found = open.First(candidate => candidate.Diagnostic == diagnostic);
            if (session.Choose(await session.OfferedAsync(solution, found, cancellationToken).ConfigureAwait(false)) is { } fix)
            {
                return (found, fix);
            }

            open = open.Remove(found);
        }

        return null;
    }

    private static async Task<string> TextOfAsync(Solution solution, ProjectDiagnostic found, CancellationToken cancellationToken) =>
        (await solution.GetDocument(found.Diagnostic.Location.SourceTree)!.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString();
}
