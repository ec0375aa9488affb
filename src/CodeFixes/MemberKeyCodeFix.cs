using System.Collections.Immutable;
using System.Threading.Tasks;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Rules.Conversion;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers;

/// <summary>The base of the repairs that give members keys of their own, wherever those are declared; the diagnostic stands at the mapper.</summary>
public abstract class MemberKeyCodeFix : CodeFixProvider
{
    private readonly string title;
    private readonly string key;
    private readonly string property;
    private readonly ImmutableArray<RepairVariant> repairs;

    // A rule can also have repairs that stay at the mapper; they are offered behind.
    private protected MemberKeyCodeFix(string ruleId, string title, string key, string property, params RepairVariant[] repairs)
    {
        FixableDiagnosticIds = [ruleId];
        this.title = title;
        this.key = key;
        this.property = property;
        this.repairs = [.. repairs];
    }

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => new MemberKeyFixAllProvider(title, key, property, repairs);

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await MemberKeys.SetAsync(context.Document.Project.Solution, [diagnostic], property, context.CancellationToken).ConfigureAwait(false) is { } repaired)
            {
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(repaired), key), diagnostic);
            }
        }

        if (!repairs.IsEmpty)
        {
            await RuleCodeFix.RegisterAsync(context, repairs).ConfigureAwait(false);
        }
    }
}
