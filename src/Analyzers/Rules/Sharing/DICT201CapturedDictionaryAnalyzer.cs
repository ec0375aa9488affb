using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// DICT201: a dictionary or set that is not thread-safe is changed by a delegate that runs beside itself or beside its creator, or
/// while such a delegate uses it, with nothing that keeps them apart.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT201CapturedDictionaryAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT201CapturedDictionaryAnalyzer()
        : base(Descriptors.DICT201CapturedDictionary)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        registration.OnUse(
            (context, use) => Report(context, model.Captured.At(use, context.CancellationToken)),
            context => Report(context, model.Captured.At(context.Operation, context.CancellationToken)));
    }

    private static void Report(OperationContext context, RacyWrite? found)
    {
        if (found is not { } race)
        {
            return;
        }

        var site = SiteOf(race.Place);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT201CapturedDictionary,
            site.GetLocation(),
            [race.Dictionary.Syntax.GetLocation(), LaunchOf(race.Run).GetLocation(), .. race.Others.Select(other => SiteOf(other).GetLocation())],
            site.Shortened(),
            race.Dictionary.Syntax.Shortened(),
            NameOf(race.Run),
            Manner(race.Run),
            (race.Dictionary.Unwrapped().Type as INamedTypeSymbol)?.Name ?? "dictionary"));
    }

    // 'd[k] = v' and 'd[k]++' are told whole.
    private static SyntaxNode SiteOf(IOperation place) => place switch
    {
        IForEachLoopOperation loop => loop.Collection.Unwrapped().Syntax,
        IPropertyReferenceOperation { Syntax.Parent: PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax or AssignmentExpressionSyntax } property
            when property.Access() is not AccessKind.Read => property.Syntax.Parent!,
        _ => place.Syntax,
    };

    // The name of what launches it, and not the lambda in it.
    private static SyntaxNode LaunchOf(DelegateRun run) => run.Launch switch
    {
        IInvocationOperation { Syntax: InvocationExpressionSyntax call } => call.Expression,
        IObjectCreationOperation { Syntax: ObjectCreationExpressionSyntax creation } => creation.Type,
        IEventAssignmentOperation { EventReference.Syntax: var handled } => handled,
        IMethodBodyOperation { Syntax: MethodDeclarationSyntax method } => method,
        _ => run.Launch.Syntax,
    };

    private static string NameOf(DelegateRun run) => run.Launch switch
    {
        _ when run.KeptBy is { } keeper => $"{keeper.ContainingType.Name}.{keeper.Name}",
        IInvocationOperation { TargetMethod: var method } when method.ContainingType.IsNamed("System.Linq", "ParallelEnumerable") => $"AsParallel().{method.Name}",
        IInvocationOperation { TargetMethod: var method } when method.ContainingType.IsNamed("System.Linq", "Enumerable") => "Select",
        IInvocationOperation { TargetMethod: { IsStatic: true, IsExtensionMethod: false } method } => $"{method.ContainingType.Name}.{method.Name}",
        IInvocationOperation { TargetMethod: var method } => method.Name,
        IObjectCreationOperation { Type: { } created } => created.Name,
        IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: var handled } } => $"{handled.ContainingType.Name}.{handled.Name}",
        IMethodBodyOperation { Syntax: MethodDeclarationSyntax method } => method.Identifier.ValueText,
        _ => run.Launch.Syntax.Shortened(),
    };

    private static string Manner(DelegateRun run) => run switch
    {
        { KeptBy: not null } => "keeps this code for all threads that call it",
        { OverlapsWhenSlow: true } => "runs its callback beside other code",
        { Concurrency: DelegateConcurrency.WithItself } => "runs this code on several threads at once",
        _ => "runs code beside it",
    };
}
