using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Is what the code fixes offer what the test expects to be offered?</summary>
internal static class Offers
{
    /// <summary>Compares keys and titles for each diagnostic, and tries every action: none may change nothing.</summary>
    public static async Task VerifyAsync(FixSession session, Solution solution, TestExtras extra, CancellationToken cancellationToken)
    {
        foreach (var found in await session.FixableAsync(solution, cancellationToken).ConfigureAwait(false))
        {
            var offered = await session.OfferedAsync(solution, found, cancellationToken).ConfigureAwait(false);
            Compare(session, found, "equivalence keys", extra.OfferedEquivalenceKeys, [.. offered.Select(fix => fix.Action.EquivalenceKey ?? "null")]);
            Compare(session, found, "titles", extra.OfferedTitles, [.. offered.Select(fix => fix.Action.Title)]);
            foreach (var fix in offered)
            {
                await session.ApplyAsync(solution, fix, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Fails when the chosen action is offered for any diagnostic.</summary>
    public static async Task VerifyNoneAsync(FixSession session, Solution solution, CancellationToken cancellationToken)
    {
        foreach (var found in await session.FixableAsync(solution, cancellationToken).ConfigureAwait(false))
        {
            var offered = await session.OfferedAsync(solution, found, cancellationToken).ConfigureAwait(false);
            if (session.Choose(offered) is { } fix)
            {
                session.Verifier.Fail(
                    $"No fix is expected (FixedCode is not set, or is the same as TestCode), and {fix} is offered for\n{DiagnosticText.List([found.Diagnostic])}"
                    + "Set FixedCode, or let the provider not register it here.");
            }
        }
    }

    /// <summary>Fails when the chosen action is not offered for any diagnostic.</summary>
    public static async Task VerifySomeAsync(FixSession session, Solution solution, CancellationToken cancellationToken)
    {
        var all = new List<string>();
        var diagnostics = await session.FixableAsync(solution, cancellationToken).ConfigureAwait(false);
        foreach (var found in diagnostics)
        {
            var offered = await session.OfferedAsync(solution, found, cancellationToken).ConfigureAwait(false);
            if (session.Choose(offered) is not null)
            {
                return;
            }

            all.AddRange(offered.Select(fix => fix.ToString()));
        }

        session.Verifier.Fail(
            $"The fixed code is other than the test code, so {session.Choice} is expected for one of the {diagnostics.Length} diagnostics that can be repaired "
            + $"({string.Join(", ", session.FixableIds)}). Offered: {(all.Count == 0 ? "nothing" : string.Join(", ", all.Distinct()))}.");
    }

    private static void Compare(FixSession session, ProjectDiagnostic found, string what, IList<string>? expected, string[] offered)
    {
        if (expected is not null && !expected.SequenceEqual(offered))
        {
            session.Verifier.Fail(
                $"The offered {what} are not the expected ones.\nExpected: [{string.Join(", ", expected)}]\nOffered:  [{string.Join(", ", offered)}]\nfor\n"
                + DiagnosticText.List([found.Diagnostic]));
        }
    }
}
