using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Options;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Enumeration;

/// <summary>
/// DICT102: a loop enumerates a copy, though on every framework that the project targets everything that it does to the
/// collection is legal while it is enumerated, and visits the same.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT102UnneededSnapshotAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT102UnneededSnapshotAnalyzer()
        : base(Descriptors.DICT102UnneededSnapshot)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var need = new SnapshotNeed(model);
        registration.OnOperation(context => Analyze(context, model, need), OperationKind.Loop);
    }

    private static void Analyze(OperationContext context, CompilationModel model, SnapshotNeed need)
    {
        if (!SnapshotNeed.IsCandidate(context.Operation))
        {
            return;
        }

        var loop = (IForEachLoopOperation)context.Operation;
        var rules = OldestOf(model.Rules, context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        if (need.Unneeded(loop, rules, context.CancellationToken) is { } sequence)
        {
            var copy = loop.Collection.Unwrapped().Syntax;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.DICT102UnneededSnapshot,
                copy.GetLocation(),
                [sequence.Source.Syntax.GetLocation()],
                copy.ToString(),
                sequence.Source.Syntax.ToString()));
        }
    }

    private static FrameworkRules OldestOf(FrameworkRules own, AnalyzerConfigOptions options) =>
        TargetFrameworks.Of(options).Select(FrameworkDetection.OfMoniker).Append(own).Min();
}
