using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>Which declaration is a diagnostic about whose location names a call on a dictionary?</summary>
internal static class ReportedDeclaration
{
    /// <summary>The field, property, local, parameter or method that the call's receiver is; null where it is something else.</summary>
    public static ISymbol? OfReceiver(RepairContext context, Location call)
    {
        if (context.Find<ExpressionSyntax>(call) is not { } expression || context.OperationOf(expression) is not IInvocationOperation invocation)
        {
            return null;
        }

        return WrittenNames.DeclarationOf(invocation.Receiver());
    }

    /// <summary>The declaration that the expression at <paramref name="location"/> reads, or that is declared there.</summary>
    public static ISymbol? At(RepairContext context, Location location)
    {
        // A declaration is reported at its name.
        var name = context.Root.FullSpan.Contains(location.SourceSpan) ? context.Root.FindToken(location.SourceSpan.Start) : default;
        if (name.Span == location.SourceSpan && name.Parent is not null && context.Model.GetDeclaredSymbol(name.Parent, context.CancellationToken)
            is { } declared and (IFieldSymbol or IPropertySymbol or ILocalSymbol or IParameterSymbol))
        {
            return declared.OriginalDefinition;
        }

        return context.Find<ExpressionSyntax>(location) is { } expression ? WrittenNames.DeclarationOf(context.OperationOf(expression)) : null;
    }

    /// <summary>The declaration of the dictionary that a call or an indexer at <paramref name="location"/> uses, or is given.</summary>
    public static ISymbol? OfUse(RepairContext context, Location location)
    {
        if (context.Find<ExpressionSyntax>(location) is not { } expression || context.OperationOf(expression) is not { } operation)
        {
            return null;
        }

        if (DictionaryUse.TryGet(operation, context.Facts.Types) is { } use)
        {
            return WrittenNames.DeclarationOf(use.Receiver);
        }

        var given = (operation as IInvocationOperation)?.Arguments.Where(argument => context.Facts.Types.KindOf(argument.Value.Unwrapped().Type) is CollectionKind.Dictionary or CollectionKind.HashSet).ToArray();
        return given is [var only] ? WrittenNames.DeclarationOf(only.Value) : null;
    }
}
