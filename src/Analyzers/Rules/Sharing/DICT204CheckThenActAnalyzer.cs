using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// DICT204: a ConcurrentDictionary is asked for a key, and then changed or read on the strength of the answer, with nothing
/// that keeps other threads out in between.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT204CheckThenActAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT204CheckThenActAnalyzer()
        : base(Descriptors.DICT204CheckThenAct)
    {
    }

    private protected override bool IsRelevant(CompilationModel model) => model.Types.HasConcurrentDictionary;

    private protected override void Register(RuleRegistration registration)
    {
        var finder = new CheckThenActFinder(registration.Model);
        registration.OnUse((context, use) => Report(context, finder.At(use, context.CancellationToken)));
        registration.OnOperation(
            (code, block) => finder.MayBeIn(code, block.CancellationToken),
            context => Report(context, finder.InCalleeOf(context.Operation, context.CancellationToken)),
            OperationKind.Invocation, OperationKind.PropertyReference);
    }

    private static void Report(OperationContext context, CheckThenAct? act)
    {
        if (act is not { } found)
        {
            return;
        }

        var site = context.Operation.Syntax;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT204CheckThenAct,
            site.GetLocation(),
            found.Fault is ActFault.Harmless or ActFault.GivesUp ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            [found.Check is IForEachLoopOperation loop ? loop.Collection.Syntax.GetLocation() : found.Check.Syntax.GetLocation(), found.Act.Operation.Syntax.GetLocation()],
            CheckThenActFacts.Of(found),
            TextOf(site),
            NameOf(found, context),
            Consequence(found)));
    }

    // 'cd[k]++' is told whole.
    private static string TextOf(SyntaxNode site) => (Messages.CountingOf(site) ?? (site.Parent is AssignmentExpressionSyntax assignment ? assignment : site)).Shortened();

    private static string NameOf(CheckThenAct found, OperationContext context) =>
        found.Site == found.Act.Operation
            ? found.Act.Receiver.Syntax.ToString()
            : $"{found.Act.Receiver.Syntax} (in '{context.Operation.CalleeName()}')";

    private static string Consequence(CheckThenAct found) => found.Fault switch
    {
        ActFault.LostUpdate => "what another thread writes in between is lost",
        ActFault.SecondValue => "two threads that come here at once each write a value of their own, and all but the last are lost",
        ActFault.Resurrects => "a key that another thread removes in between comes back",
        ActFault.AddThrows => "when another thread adds the key in between, this throws ArgumentException",
        ActFault.ReadThrows => "when another thread removes the key in between, this throws KeyNotFoundException",
        ActFault.GivesNothing => "when another thread removes the key in between, this gives nothing, and what follows goes on with that",
        ActFault.GivesUp => "when another thread writes in between, this does nothing, and what it would have written is lost",
        ActFault.PassesTwice => "two threads that come here at once both pass the test, which is there to let only one of them pass",
        ActFault.KeepsOwnValue => "when another thread adds the key in between, this does nothing, and its caller goes on with a value that the dictionary does not hold",
        _ => "two threads that come here at once both do the work, for one result",
    };
}
