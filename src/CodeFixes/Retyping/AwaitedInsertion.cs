using System.Collections.Generic;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>What is awaited and then inserted, in as many statements as that takes.</summary>
/// <param name="Act">The insertion.</param>
/// <param name="Value">What is awaited.</param>
/// <param name="Variable">The variable that has the value afterwards; null where none has.</param>
/// <param name="Length">The number of statements.</param>
internal sealed record AwaitedInsertion(DictionaryUse Act, AwaitedValue Value, ILocalSymbol? Variable, int Length)
{
    /// <summary>The insertion at the beginning of the <paramref name="statements"/> under the key that <paramref name="check"/> has asked for; null where there is none.</summary>
    public static AwaitedInsertion? In(RetypedDocument document, IReadOnlyList<StatementSyntax> statements, DictionaryUse check)
    {
        if (statements.Count == 0)
        {
            return null;
        }

        // 'map[k] = await Load(k);', 'map[k] = v = await Load(k);'
        if (ActIn(document, statements[0], check) is var (whole, given))
        {
            var (variable, source) = given is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } inner
                ? (LocalOf(document, inner.Left), inner.Right)
                : (null, given);
            return (given == source || variable is not null) && AwaitedValue.Of(document, source, whole) is { } value ? new AwaitedInsertion(whole, value, variable, 1) : null;
        }

        // 'v = await Load(k); map.Add(k, v);'
        var (loaded, awaited) = statements[0] switch
        {
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } => (LocalOf(document, assignment.Left), assignment.Right),
            LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: [{ Initializer.Value: { } initial } declared] } =>
                (document.Model.GetDeclaredSymbol(declared, document.CancellationToken) as ILocalSymbol, initial),
            _ => (null, null),
        };
        return loaded is not null && statements.Count > 1 && ActIn(document, statements[1], check) is var (act, inserted)
            && SymbolEqualityComparer.Default.Equals(document.Model.GetSymbolInfo(inserted, document.CancellationToken).Symbol, loaded)
            && AwaitedValue.Of(document, awaited!, act) is { } loadedValue
                ? new AwaitedInsertion(act, loadedValue, loaded, 2)
                : null;
    }

    /// <summary>Whether two uses are of the same entry.</summary>
    public static bool AreSame(RetypedDocument document, DictionaryUse one, DictionaryUse other) =>
        one.Key is { } key && other.Key is { } otherKey && SyntaxFactory.AreEquivalent(key.Syntax, otherKey.Syntax) && SyntaxFactory.AreEquivalent(one.Receiver.Syntax, other.Receiver.Syntax)
        && document.Facts.Paths.Read(one.Receiver, document.CancellationToken) is { } path && path.Equals(document.Facts.Paths.Read(other.Receiver, document.CancellationToken));

    // 'map.Add(k, x);', 'map.TryAdd(k, x);', 'map[k] = x;'
    private static (DictionaryUse Act, ExpressionSyntax Value)? ActIn(RetypedDocument document, StatementSyntax statement, DictionaryUse check)
    {
        ExpressionSyntax? place = statement switch
        {
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax indexer } } => indexer,
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => call,
            _ => null,
        };
        return place is not null && document.OperationOf(place) is { } operation && operation is IInvocationOperation { Instance: not null } or IPropertyReferenceOperation
            && DictionaryUse.TryGet(operation, document.Facts.Types) is { Verb: Verb.Upsert or Verb.InsertOrThrow or Verb.Insert, Value.Syntax: ExpressionSyntax given } act && AreSame(document, act, check)
                ? (act, given)
                : null;
    }

    private static ILocalSymbol? LocalOf(RetypedDocument document, ExpressionSyntax expression) =>
        document.Model.GetSymbolInfo(expression, document.CancellationToken).Symbol is ILocalSymbol { RefKind: RefKind.None } local ? local : null;
}
