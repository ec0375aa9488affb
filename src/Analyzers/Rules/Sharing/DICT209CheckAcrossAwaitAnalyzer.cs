using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// DICT209: a dictionary that other flows have too is tested for a key, something is awaited, and then the key is inserted as if
/// nobody could have done so meanwhile.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT209CheckAcrossAwaitAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT209CheckAcrossAwaitAnalyzer()
        : base(Descriptors.DICT209CheckAcrossAwait)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        registration.OnUse((context, use) => Analyze(context, use, model));
    }

    private static void Analyze(OperationContext context, DictionaryUse use, CompilationModel model)
    {
        var cancellationToken = context.CancellationToken;
        if (model.Straddles.At(use, cancellationToken) is not { } found
            || model.Captured.At(use, cancellationToken) is not null)
        {
            return;
        }

        var site = context.Operation.Syntax;
        var whole = site.Parent is AssignmentExpressionSyntax assignment && assignment.Left == site ? assignment : site;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT209CheckAcrossAwait,
            whole.GetLocation(),
            found is { IsLockedInHalves: true, Act.Verb: not Verb.InsertOrThrow } ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            [found.Check.Syntax.GetLocation(), found.Wait.Syntax.GetLocation(), found.Act.Operation.Syntax.GetLocation(), found.Act.Receiver.Syntax.GetLocation()],
            properties: null,
            whole.Shortened(),
            found.Check.Syntax.Shortened(),
            found.Wait.Syntax.Shortened(),
            Consequence(found.Act)));
    }

    private static string Consequence(DictionaryUse act) => act.Verb switch
    {
        Verb.InsertOrThrow => "throws ArgumentException",
        Verb.Insert => "does nothing, and its caller goes on with a value that the dictionary does not hold",
        _ => "overwrites what that one has put there, and has perhaps handed out",
    };
}
