using System;
using System.Collections.Generic;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
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
    public void OnOperation(Action<OperationContext> action, params OperationKind[] kinds) => OnOperation(static (_, _) => true, action, kinds);

    /// <summary>The same in the code which <paramref name="mayHold"/> something for the rule.</summary>
    public void OnOperation(Func<CodeBlock, OperationBlockAnalysisContext, bool> mayHold, Action<OperationContext> action, params OperationKind[] kinds) =>
        OnCode((code, block) =>
        {
            if (mayHold(code, block))
            {
                foreach (var kind in kinds)
                {
                    CallForEach(code.OfKind(kind), block, action);
                }
            }
        });

    /// <summary>
    /// Calls <paramref name="action"/> for each call and each property reference that does something with a collection, and
    /// <paramref name="onHandover"/> for each other call of a method of the compilation that is given one.
    /// </summary>
    public void OnUse(Action<OperationContext, DictionaryUse> action, Action<OperationContext>? onHandover = null) =>
        OnCode((code, block) =>
        {
            foreach (var use in code.Uses)
            {
                try
                {
                    action(new OperationContext(use.Operation, block), use);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    throw Addressed(exception, use.Operation.Syntax.GetLocation());
                }
            }

            if (onHandover is not null)
            {
                CallForEach(code.Handovers, block, onHandover);
            }
        });

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

    // One callback for all code of a member: for each operation on its own, the compiler would ask each rule whether it wants it, and whether it stands in generated code.
    private void OnCode(Action<CodeBlock, OperationBlockAnalysisContext> action) =>
        start.RegisterOperationBlockAction(block => action(model.Blocks.Of(block.OperationBlocks), block));

    private void CallForEach(List<IOperation> operations, OperationBlockAnalysisContext block, Action<OperationContext> action)
    {
        for (var index = 0; index < operations.Count; index++)
        {
            WithAddress(action, new OperationContext(operations[index], block), static context => context.Operation.Syntax.GetLocation());
        }
    }

    // Callbacks are called for every operation there is: where one stands is asked only when it fails.
    private void WithAddress<TContext>(Action<TContext> action, TContext context, Func<TContext, Location> locate)
    {
        try
        {
            action(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw Addressed(exception, locate(context));
        }
    }

    private InvalidOperationException Addressed(Exception exception, Location location)
    {
        var position = location.GetLineSpan();
        return new InvalidOperationException($"{ruleId} failed at {position.Path}({position.StartLinePosition.Line + 1}): {exception.Message}", exception);
    }
}
