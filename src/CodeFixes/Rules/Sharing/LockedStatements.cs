using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// The smallest run of statements, or the body of a lambda, that holds all accesses which one body makes, and how it comes to stand
/// in a lock. There is none where an await, a yield or a variable that is used afterwards is in the way.
/// </summary>
internal sealed class LockedStatements
{
    private readonly RepairContext context;
    private readonly IReadOnlyList<StatementSyntax> statements;
    private readonly LambdaExpressionSyntax? lambda;
    private readonly AssignmentExpressionSyntax? awaited;
    private readonly string valueName;

    private LockedStatements(RepairContext context, IReadOnlyList<StatementSyntax> statements, LambdaExpressionSyntax? lambda, AssignmentExpressionSyntax? awaited)
    {
        this.context = context;
        this.statements = statements;
        this.lambda = lambda;
        this.awaited = awaited;
        valueName = awaited is null ? string.Empty : context.UniqueName("value", awaited);
    }

    /// <summary>What is written anew.</summary>
    public SyntaxNode Place => lambda ?? (SyntaxNode)statements[0];

    /// <summary>All that comes to stand in the lock.</summary>
    public TextSpan Span => lambda?.Span ?? TextSpan.FromBounds(statements[0].SpanStart, statements[statements.Count - 1].Span.End);

    /// <summary>The lambda, local function or member around <paramref name="node"/>.</summary>
    public static SyntaxNode BodyOf(SyntaxNode node) => node.Ancestors().First(ancestor =>
        ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);

    /// <summary>What holds the <paramref name="accesses"/>, all of one body; null where it cannot stand in a lock.</summary>
    public static LockedStatements? Around(RepairContext context, IReadOnlyList<SyntaxNode> accesses)
    {
        var carriers = accesses.Select(access => access.Ancestors().FirstOrDefault(node => node is StatementSyntax or LambdaExpressionSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax)).ToArray();

        // The clauses of a query are delegates without a body.
        if (accesses.Any(access => access.Ancestors().TakeWhile(node => node is not (StatementSyntax or LambdaExpressionSyntax)).Any(node => node is QueryExpressionSyntax)))
        {
            return null;
        }

        if (carriers.All(carrier => carrier is LambdaExpressionSyntax) && carriers[0] is LambdaExpressionSyntax { ExpressionBody: { } body } lambda)
        {
            return WaitsOnlyForValue(body, accesses) is { } value ? new LockedStatements(context, [], lambda, value)
                : !Waits(body) && context.Model.GetSymbolInfo(lambda, context.CancellationToken).Symbol is IMethodSymbol ? new LockedStatements(context, [], lambda, null)
                : null;
        }

        if (!carriers.All(carrier => carrier is StatementSyntax) || CommonList(carriers.Cast<StatementSyntax>().ToArray()) is not { } run)
        {
            return null;
        }

        run = Closed(context, run);
        return run.Any(statement => statement.ContainsDirectives) ? null
            : run is [ExpressionStatementSyntax { Expression: { } only }] && WaitsOnlyForValue(only, accesses) is { } assignment ? new LockedStatements(context, run, null, assignment)
            : run.Any(Waits) || run.Any(statement => statement is LocalFunctionStatementSyntax or LabeledStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 })
                || IsUsedAfter(context, run) ? null
            : new LockedStatements(context, run, null, null);
    }

    /// <summary>Puts what it holds into a lock on <paramref name="gate"/>.</summary>
    public void Lock(DocumentEditor editor, string gate)
    {
        if (lambda is not null)
        {
            LockLambda(editor, gate, lambda);
            return;
        }

        var first = statements[0];
        var layout = new LockLayout(first, context.EndOfLine);
        var (text, prefix) = (layout.Lock(gate, Inner(layout)), string.Empty);
        if (awaited is not null)
        {
            prefix = $"var {valueName} = {awaited.Right.WithoutTrivia()};";
            text = layout.Lock(gate, $"{awaited.WithRight(SyntaxFactory.IdentifierName(valueName)).WithoutTrivia().ToFullString()};");
        }

        var isInList = first.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;
        if (prefix.Length > 0 && !isInList)
        {
            editor.ReplaceNode(first, SyntaxFactory.ParseStatement(layout.EmbeddedBlock(prefix, text)).WithLeadingTrivia(layout.EmbeddedLeading).WithTrailingTrivia(first.GetTrailingTrivia()));
            return;
        }

        if (prefix.Length > 0)
        {
            var declaration = SyntaxFactory.ParseStatement(prefix).WithLeadingTrivia(layout.Leading).WithTrailingTrivia(layout.Separator);
            editor.InsertBefore(AnchorOf(first), AnchorOf(first) == first ? declaration : SyntaxFactory.GlobalStatement(declaration));
        }

        foreach (var other in statements.Skip(1))
        {
            editor.RemoveNode(AnchorOf(other), SyntaxRemoveOptions.KeepNoTrivia);
        }

        editor.ReplaceNode(first, SyntaxFactory.ParseStatement(text)
            .WithLeadingTrivia(prefix.Length > 0 ? layout.Indentation : layout.EmbeddedLeading)
            .WithTrailingTrivia(statements[statements.Count - 1].GetTrailingTrivia()));
    }

    private static SyntaxNode AnchorOf(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global : statement;

    private string Inner(LockLayout layout)
    {
        // A block that stands alone below 'if' or 'foreach' gives its statements.
        var text = layout.Inner(statements[0]);
        for (var index = 1; index < statements.Count; index++)
        {
            text += layout.Between(statements[index - 1], statements[index]) + layout.Inner(statements[index]);
        }

        return text;
    }

    // 'i => d[i] = i': one line, as it stands in the middle of a call.
    private void LockLambda(DocumentEditor editor, string gate, LambdaExpressionSyntax owner)
    {
        var layout = LockLayout.OfOneLine(context.EndOfLine);
        var body = owner.ExpressionBody!;
        string content;
        if (awaited is not null)
        {
            content = $"var {valueName} = {awaited.Right.WithoutTrivia()}; "
                + layout.Lock(gate, $"{(ReturnsNothing(owner) ? string.Empty : "return ")}{awaited.WithRight(SyntaxFactory.IdentifierName(valueName)).WithoutTrivia().ToFullString()};");
        }
        else
        {
            content = layout.Lock(gate, $"{(ReturnsNothing(owner) ? string.Empty : "return ")}{body.WithoutTrivia()};");
        }

        var block = SyntaxFactory.ParseStatement($"{{ {content} }}").WithTriviaFrom(body);
        editor.ReplaceNode(owner, (current, _) => ((LambdaExpressionSyntax)current).WithExpressionBody(null).WithBlock((BlockSyntax)block));
    }

    private bool ReturnsNothing(LambdaExpressionSyntax owner) =>
        context.Model.GetSymbolInfo(owner, context.CancellationToken).Symbol is IMethodSymbol method
        && (method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false }));

    // 'd[key] = await Load(key)', where the dictionary and the key are the same after the await.
    private static AssignmentExpressionSyntax? WaitsOnlyForValue(ExpressionSyntax expression, IReadOnlyList<SyntaxNode> accesses) =>
        expression is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax or LiteralExpressionSyntax }] } left, Right: AwaitExpressionSyntax right } assignment
        && !Waits(right.Expression) && accesses.All(access => left.Span.Contains(access.Span) || access == assignment)
            ? assignment
            : null;

    /// <summary>Whether code awaits or yields.</summary>
    public static bool Waits(SyntaxNode node) => node.DescendantNodesAndSelf(inner => inner is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(inner => inner
        is AwaitExpressionSyntax or YieldStatementSyntax or ForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 }
        or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 });

    // The run of statements in one list, or the one statement, that holds all of them.
    private static IReadOnlyList<StatementSyntax>? CommonList(StatementSyntax[] holders)
    {
        if (holders.All(holder => holder == holders[0]))
        {
            return [holders[0]];
        }

        foreach (var list in holders[0].AncestorsAndSelf().OfType<StatementSyntax>().Select(statement => statement.Siblings()).OfType<IReadOnlyList<StatementSyntax>>())
        {
            var touched = list.Where(statement => holders.Any(holder => statement.Span.Contains(holder.Span))).ToArray();
            if (holders.All(holder => touched.Any(statement => statement.Span.Contains(holder.Span))))
            {
                return [.. list.SkipWhile(statement => statement != touched[0]).TakeWhile(statement => statement.SpanStart <= touched[touched.Length - 1].SpanStart)];
            }
        }

        return null;
    }

    // What is declared in the run and used behind it takes the run along.
    private static IReadOnlyList<StatementSyntax> Closed(RepairContext context, IReadOnlyList<StatementSyntax> run)
    {
        while (run[0].Siblings() is { } list && LastUse(context, run, list) is { } last && last.SpanStart > run[run.Count - 1].SpanStart)
        {
            run = [.. list.SkipWhile(statement => statement != run[0]).TakeWhile(statement => statement.SpanStart <= last.SpanStart)];
        }

        return run;
    }

    private static bool IsUsedAfter(RepairContext context, IReadOnlyList<StatementSyntax> run) =>
        run[0].Siblings() is { } list && LastUse(context, run, list) is { } last && last.SpanStart > run[run.Count - 1].SpanStart;

    private static StatementSyntax? LastUse(RepairContext context, IReadOnlyList<StatementSyntax> run, IReadOnlyList<StatementSyntax> list)
    {
        if (context.Model.AnalyzeDataFlow(run[0], run[run.Count - 1]) is not { Succeeded: true } flow)
        {
            return null;
        }

        var names = new HashSet<string>(flow.VariablesDeclared.Select(variable => variable.Name));
        return list.LastOrDefault(statement => statement.SpanStart > run[0].SpanStart && statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            names.Contains(name.Identifier.ValueText)
            && flow.VariablesDeclared.Contains(context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol!, SymbolEqualityComparer.Default)));
    }
}
