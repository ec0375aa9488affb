using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>DICT214: a dictionary lets go of disposable objects that were made for it, and nothing disposes of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT214DroppedDisposableAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT214DroppedDisposableAnalyzer()
        : base(Descriptors.DICT214DroppedDisposable)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var dropped = new DroppedValues(registration.Model);
        registration.OnUse((context, use) => Analyze(context, use, dropped));
    }

    private static void Analyze(OperationContext context, DictionaryUse use, DroppedValues dropped)
    {
        if (use.Verb is not (Verb.Remove or Verb.Clear or Verb.Upsert)
            || dropped.DroppedBy(use, context.CancellationToken) is not { } type)
        {
            return;
        }

        var site = context.Operation.Syntax is { Parent: AssignmentExpressionSyntax assignment } ? assignment : context.Operation.Syntax;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT214DroppedDisposable,
            site.GetLocation(),
            [use.Receiver.Syntax.GetLocation()],
            site.Shortened(),
            type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            use.Receiver.Syntax.ToString()));
    }
}
