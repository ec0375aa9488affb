using System;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers;

/// <summary>
/// What a rule registers its callbacks with. An exception in a callback leaves with the rule, the file and the line
/// where it happened, so that an AD0001 in somebody's build log can be acted on.
/// </summary>
internal sealed class RuleRegistration(CompilationStartAnalysisContext start, CompilationModel model, string ruleId)
{
    /// <summary>What is known of the compilation, shared by all rules.</summary>
    public CompilationModel Model => model;

    /// <summary>Calls <paramref name="action"/> for each operation of one of the <paramref name="kinds"/>.</summary>
    public void OnOperation(Action<OperationAnalysisContext> action, params OperationKind[] kinds) =>
        start.RegisterOperationAction(context => WithAddress(action, context, static context => context.Operation.Syntax.GetLocation()), kinds);

    /// <summary>Calls <paramref name="action"/> for each declared symbol of one of the <paramref name="kinds"/>.</summary>
    public void OnSymbol(Action<SymbolAnalysisContext> action, params SymbolKind[] kinds) =>
        start.RegisterSymbolAction(context => WithAddress(action, context, static context => context.Symbol.Locations[0]), kinds);

    /// <summary>Calls <paramref name="action"/> for each additional file.</summary>
    public void OnAdditionalFile(Action<AdditionalFileAnalysisContext> action) =>
        start.RegisterAdditionalFileAction(
            context => WithAddress(action, context, static context => Location.Create(context.AdditionalFile.Path, default, default)));

    /// <summary>Calls <paramref name="action"/> for each source file.</summary>
    public void OnSyntaxTree(Action<SyntaxTreeAnalysisContext> action) =>
        start.RegisterSyntaxTreeAction(context => WithAddress(action, context, static context => Location.Create(context.Tree, default)));

    // Callbacks are called for every operation there is: where one stands is asked only when it fails.
    private void WithAddress<TContext>(Action<TContext> action, TContext context, Func<TContext, Location> locate)
    {
        try
        {
            action(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var position = locate(context).GetLineSpan();
            throw new InvalidOperationException(
                $"{ruleId} failed at {position.Path}({position.StartLinePosition.Line + 1}): {exception.Message}", exception);
        }
    }
}
