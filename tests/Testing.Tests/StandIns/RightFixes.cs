using System;
using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Testing.Tests.StandIns;

/// <summary>Right in every way: two variants; not offered for names with an underscore.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GoodNameFix)), Shared]
internal sealed class GoodNameFix() : NameFix(
    new Offer("Call it good", "T001.Good", Rename(name => "Good" + name[3..])),
    new Offer("Call it fine", "T001.Fine", Rename(name => "Fine" + name[3..])))
{
    protected override bool IsPossible(Diagnostic diagnostic) =>
        !diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan).Contains('_', StringComparison.Ordinal);
}

/// <summary>Takes away one "Bad" at a time, so that one fix can bring up the next.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepFix)), Shared]
internal sealed class StepFix() : NameFix(new Offer("Less bad", "T001.Step", Rename(name => name[3..])));

/// <summary>Offers its variants inside another action.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NestedFix)), Shared]
internal sealed class NestedFix() : NameFix(new Offer("Good", "T001.Good", Rename(name => "Good" + name[3..])))
{
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var inner = ImmutableArray.CreateBuilder<CodeAction>();
        await base.RegisterCodeFixesAsync(new CodeFixContext(context.Document, context.Diagnostics[0], (action, _) => inner.Add(action), context.CancellationToken));
        context.RegisterCodeFix(CodeAction.Create("Rename", inner.ToImmutable(), isInlinable: false), context.Diagnostics);
    }
}
