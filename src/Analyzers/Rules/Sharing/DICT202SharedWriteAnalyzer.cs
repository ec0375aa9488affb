using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// DICT202: a dictionary that several threads have, because it is static or because they all have the object that holds it, is
/// written without a lock. Each dictionary is told of once, at its first such write.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT202SharedWriteAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT202SharedWriteAnalyzer()
        : base(Descriptors.DICT202SharedWrite)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var writes = new UnsynchronizedWrites(model);
        registration.OnUse((context, use) => Analyze(context, use, model, writes), context => AnalyzeHandover(context, model, writes));
    }

    private static void Analyze(OperationContext context, DictionaryUse use, CompilationModel model, UnsynchronizedWrites writes)
    {
        if (use.Verb.Modifies() && use.Kind is not (CollectionKind.ConcurrentDictionary or CollectionKind.List))
        {
            TryReport(context, model, writes, use.Receiver);
        }
    }

    // A method that it is given to may write it.
    private static void AnalyzeHandover(OperationContext context, CompilationModel model, UnsynchronizedWrites writes)
    {
        foreach (var argument in ((IInvocationOperation)context.Operation).Arguments)
        {
            var value = argument.Value.Unwrapped();
            if (model.Types.KindOf(value.Type) is not (CollectionKind.None or CollectionKind.ConcurrentDictionary or CollectionKind.List) && TryReport(context, model, writes, value))
            {
                return;
            }
        }
    }

    private static bool TryReport(OperationContext context, CompilationModel model, UnsynchronizedWrites writes, IOperation collection)
    {
        // What says more of it is told instead: which delegate meets which, or which await lets others in.
        var operation = context.Operation;
        if (writes.Of(collection, context.CancellationToken) is not { } write || write.First.Place.Syntax != operation.Syntax
            || model.Captured.Reports(collection, context.CancellationToken) || model.Straddles.At(operation, context.CancellationToken) is not null)
        {
            return false;
        }

        Report(context, write);
        return true;
    }

    private static void Report(OperationContext context, UnsynchronizedWrite write)
    {
        var site = context.Operation.Syntax;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT202SharedWrite,
            site.GetLocation(),
            write is { Member.IsStatic: true, OnlyKeeps: false } ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            write.Others.Select(other => other.Place is IForEachLoopOperation loop ? loop.Collection.Syntax.GetLocation() : other.Place.Syntax.GetLocation()),
            ImmutableDictionary<string, string?>.Empty,
            WholeOf(site).Shortened(),
            write.Member.Name,
            WhyShared(write)));
    }

    // 'd[k] = v' and 'd[k]++' are told whole, and so is 'd?.Clear()'.
    private static SyntaxNode WholeOf(SyntaxNode site) => site.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.Left == site && assignment.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax => assignment,
        PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax => Messages.CountingOf(site) ?? site,
        ConditionalAccessExpressionSyntax access when access.WhenNotNull == site => access,
        _ => site,
    };

    private static string WhyShared(UnsynchronizedWrite write) => write switch
    {
        { Member: { IsStatic: true } member } => $"it is static, so that all threads have the one of '{member.ContainingType.Name}'",
        { Sign: { } sign } => $"'{sign.Name}', which is used here too, is kept safe for several threads",
        { Instance: { Reason: SharingReason.Singleton, By.Name: var name } } => $"'{name}' is registered as a singleton",
        { Instance: { Reason: SharingReason.Hosted, By.Name: var name } } => $"the host runs '{name}' beside those who call it",
        { Instance: { Reason: SharingReason.Middleware, By.Name: var name } } => $"all requests go through the one '{name}'",
        { Instance: { Reason: SharingReason.StaticHolder, By: var holder } } => $"all threads have the '{write.Member.ContainingType.Name}' in '{holder.ContainingType?.Name}.{holder.Name}'",
        { Instance: { Reason: SharingReason.Part, By: var keeper } } => $"all threads have the '{keeper.ContainingType.Name}' that keeps the '{write.Member.ContainingType.Name}' in '{keeper.Name}'",
        { Instance: { Reason: SharingReason.Captured, By: var member } } => $"'{member.ContainingType?.Name}.{member.Name}' runs code on several threads at once that comes to it",
        { Instance: { Reason: SharingReason.Marked, By.Name: var name } } => $"'{name}' says that all threads have the same '{write.Member.ContainingType.Name}'",
        _ => $"'{write.Member.ContainingType.Name}' itself runs code beside those who call it",
    };
}
