using System;
using System.Collections.Immutable;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers;

/// <summary>
/// The base of every analyzer of the package. It decides once what no rule should forget: concurrent execution,
/// no reports in generated code, and that a rule sleeps where a compilation has nothing for it.
/// </summary>
public abstract class RuleAnalyzer : DiagnosticAnalyzer
{
    private protected RuleAnalyzer(params DiagnosticDescriptor[] rules)
    {
        SupportedDiagnostics = [.. rules];
    }

    /// <inheritdoc />
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        if (context is null)
        {
            throw new ArgumentNullException(nameof(context));
        }

#pragma warning disable RS0030 // the one place that configures an analyzer
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
#pragma warning restore RS0030
        context.RegisterCompilationStartAction(start =>
        {
            var model = CompilationModel.For(start.Compilation, start.Options.AnalyzerConfigOptionsProvider);
            if (IsRelevant(model))
            {
                Register(new RuleRegistration(start, model, SupportedDiagnostics[0].Id));
            }
        });
    }

    /// <summary>Whether a compilation has anything that this rule could report.</summary>
    private protected virtual bool IsRelevant(CompilationModel model) => model.Types.HasCollections;

    /// <summary>Registers what the rule wants to see of a compilation.</summary>
    private protected abstract void Register(RuleRegistration registration);
}
