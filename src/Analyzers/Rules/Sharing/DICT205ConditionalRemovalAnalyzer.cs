using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// DICT205: the value of a key is tested and then the key removed, so that what is removed can be another value, which
/// somebody else has put there since.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT205ConditionalRemovalAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT205ConditionalRemovalAnalyzer()
        : base(Descriptors.DICT205ConditionalRemoval)
    {
    }

    private protected override bool IsRelevant(CompilationModel model) => model.Types.HasConcurrentDictionary;

    private protected override void Register(RuleRegistration registration)
    {
        var finder = new ConditionalRemovalFinder(registration.Model);
        registration.OnOperation(context => Analyze(context, finder), OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, ConditionalRemovalFinder finder)
    {
        if (finder.At(context.Operation, context.CancellationToken) is not { } found)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT205ConditionalRemoval,
            context.Operation.Syntax.GetLocation(),
            [found.Check.Syntax.GetLocation()],
            context.Operation.Syntax.Shortened(),
            found.Removal.Receiver.Syntax.ToString()));
    }
}
