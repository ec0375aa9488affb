using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Do the same analyzer instances report the same for the same source, when they work on it several times at once?</summary>
internal static class ParallelRuns
{
    public static async Task<ImmutableArray<ProjectDiagnostic>> CollectAsync(
        DiagnosticCollector collector, Solution solution, int runs, IVerifier verifier, CancellationToken cancellationToken)
    {
        if (runs <= 1)
        {
            return await collector.WholeAsync(solution, freshCompilations: false, cancellationToken).ConfigureAwait(false);
        }

        var results = await Task.WhenAll(Enumerable.Range(0, runs)
            .Select(_ => Task.Run(() => collector.WholeAsync(solution, freshCompilations: true, cancellationToken), cancellationToken))).ConfigureAwait(false);
        var first = results[0].Select(found => found.Identity).ToArray();
        foreach (var other in results.Skip(1))
        {
            var second = other.Select(found => found.Identity).ToArray();
            if (!first.SequenceEqual(second))
            {
                verifier.Fail(
                    "Two runs of the same analyzer on the same source at the same time reported different things. The analyzer has a race or keeps state "
                    + "between compilations: keep state in local variables of a compilation start action, in thread-safe collections.\n"
                    + LineDiff.Between(string.Join("\n", first), string.Join("\n", second), "one run", "the other run"));
            }
        }

        return results[0];
    }
}
