using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>Gives all members their keys at once, or those one by one that can have theirs.</summary>
internal sealed class MemberKeyFixAllProvider(string title, string key, string property, ImmutableArray<RepairVariant> repairs) : FixAllProvider
{
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => repairs.Any(repair => repair.Key == fixAllContext.CodeActionEquivalenceKey)
        ? RuleCodeFix.FixAllBy(repairs).GetFixAsync(fixAllContext)
        : Task.FromResult<CodeAction?>(CodeAction.Create(title, cancellationToken => FixAllAsync(fixAllContext.WithCancellationToken(cancellationToken)), key));

    private async Task<Solution> FixAllAsync(FixAllContext context)
    {
        var diagnostics = (await RetypingFixAllProvider.DiagnosticsAsync(context).ConfigureAwait(false)).ToArray();
        if (await MemberKeys.SetAsync(context.Solution, diagnostics, property, context.CancellationToken).ConfigureAwait(false) is { } all)
        {
            return all;
        }

        var solution = context.Solution;
        var sound = new List<Diagnostic>();
        foreach (var diagnostic in diagnostics)
        {
            if (await MemberKeys.SetAsync(context.Solution, [.. sound, diagnostic], property, context.CancellationToken).ConfigureAwait(false) is { } more)
            {
                solution = more;
                sound.Add(diagnostic);
            }
        }

        return solution;
    }
}
