using System.Collections.Generic;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Asks for the key again where it is inserted, and goes on with what another flow has put there meanwhile. Where the dictionary
/// would still be written without a lock, which is another defect, there is no repair.
/// </summary>
internal static class TestAgainRepair
{
    /// <summary>The repair of <c>map.Add(key, value);</c> and <c>map[key] = value;</c> where the value is a local variable.</summary>
    public static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (context.Find<ExpressionSyntax>(diagnostic.Location) is not { Parent: ExpressionStatementSyntax statement } act || statement.Siblings() is null
            || PartsOf(act) is not var (map, key, value) || !IsFixed(map) || !IsFixed(key)
            || context.Model.GetSymbolInfo(value, context.CancellationToken).Symbol is not ILocalSymbol { IsConst: false, RefKind: RefKind.None, IsForEach: false, IsUsing: false } local
            || context.Model.GetTypeInfo(map, context.CancellationToken).Type is not INamedTypeSymbol { TypeArguments: [_, var stored] }
            || !SymbolEqualityComparer.Default.Equals(local.Type, stored)
            || context.OperationOf(map) is not { } dictionary || context.Facts.Locks.At(dictionary, context.CancellationToken).IsEmpty)
        {
            yield break;
        }

        var again = context.UniqueName("again", statement);
        var layout = new LockLayout(statement, context.EndOfLine);
        var text = $"if ({map}.TryGetValue({key}, out var {again})){layout.Braced($"{value} = {again};")}{layout.NewLine}else{layout.Braced($"{act.WithoutTrivia()};")}";
        if (StatementRewrite.Replace(context, [statement], SyntaxFactory.ParseStatement(text), act) is { } repair)
        {
            yield return repair;
        }
    }

    /// <summary>The insertion.</summary>
    public static object PlaceOf(Diagnostic diagnostic) => diagnostic.Location.SourceSpan;

    private static (ExpressionSyntax Map, ExpressionSyntax Key, IdentifierNameSyntax Value)? PartsOf(ExpressionSyntax act) => act switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var map }, ArgumentList.Arguments: [{ NameColon: null, Expression: var key }, { NameColon: null, Expression: IdentifierNameSyntax value }] } =>
            (map, key, value),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax { Expression: var map, ArgumentList.Arguments: [{ Expression: var key }] }, Right: IdentifierNameSyntax value } =>
            (map, key, value),
        _ => null,
    };

    // Named twice, it has to be the same.
    private static bool IsFixed(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or LiteralExpressionSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax { Expression: var owner } => IsFixed(owner),
        _ => false,
    };
}
