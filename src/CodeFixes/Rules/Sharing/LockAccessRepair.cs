using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Puts what uses a collection into the lock that guards it: the statement, or as many that follow as use what it declares; an
/// expression body becomes a block.
/// </summary>
internal static class LockAccessRepair
{
    /// <summary>The lock around the access; none where the same kind of lock cannot stand there.</summary>
    public static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (!IsOf(diagnostic, "NotHeld") || Find(context, diagnostic) is not { } access || FormOf(context, diagnostic, access) is not { } form)
        {
            return [];
        }

        return Wrapped(context, access, form, null) is { } repair ? [repair] : [];
    }

    /// <summary>A copy that is taken under the lock in place of a live view that leaves it.</summary>
    public static IEnumerable<Repair> PlanSnapshot(RepairContext context, Diagnostic diagnostic)
    {
        if (!IsOf(diagnostic, "Leaves") || context.Find<ExpressionSyntax>(diagnostic.Location) is not { } returned || returned.ContainsDirectives)
        {
            yield break;
        }

        foreach (var (snapshot, space) in Snapshots(context, returned))
        {
            if (diagnostic.Properties.ContainsKey(DICT203UnguardedAccessAnalyzer.HeldProperty))
            {
                yield return new Repair(returned, editor => editor.ReplaceNode(returned, (_, _) => snapshot), space) { Rewrites = [returned.Span] };
            }
            else if (FormOf(context, diagnostic, returned) is { } form && Wrapped(context, returned, form, snapshot) is { } repair)
            {
                yield return repair with { Namespace = space };
            }
        }
    }

    /// <summary>The statement or body in which the access stands: one repair mends all in it.</summary>
    public static object PlaceOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetRoot().FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is { } node && CarrierOf(node) is { } carrier
            ? carrier.Span
            : diagnostic.Location.SourceSpan;

    private static bool IsOf(Diagnostic diagnostic, string fault) =>
        diagnostic.Properties.TryGetValue(DICT203UnguardedAccessAnalyzer.FaultProperty, out var found) && found == fault;

    // A pattern or an argument is found by what it stands in.
    private static SyntaxNode? Find(RepairContext context, Diagnostic diagnostic) => context.Find<SyntaxNode>(diagnostic.Location);

    private static SyntaxNode? CarrierOf(SyntaxNode access) => access.AncestorsAndSelf()
        .FirstOrDefault(node => node is StatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax { ExpressionBody: not null } or MemberDeclarationSyntax);

    private static LockForm? FormOf(RepairContext context, Diagnostic diagnostic, SyntaxNode access)
    {
        if (!diagnostic.Properties.TryGetValue(DICT203UnguardedAccessAnalyzer.LockProperty, out var text) || text is null
            || !diagnostic.Properties.TryGetValue(DICT203UnguardedAccessAnalyzer.FormProperty, out var form))
        {
            return null;
        }

        // A local may have the name of the lock.
        var first = text.Split('.')[0];
        if (context.Model.LookupSymbols(access.SpanStart, name: first).Any(symbol => symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol)
            && !diagnostic.Properties.ContainsKey(DICT203UnguardedAccessAnalyzer.OwnerProperty))
        {
            return null;
        }

        return form switch
        {
            "Statement" => new LockForm(text, null, null),
            "Read" => new LockForm(text, $"{text}.EnterReadLock()", $"{text}.ExitReadLock()"),
            "Write" => new LockForm(text, $"{text}.EnterWriteLock()", $"{text}.ExitWriteLock()"),
            "Semaphore" when IsInAsync(access) => new LockForm(text, $"await {text}.WaitAsync()", $"{text}.Release()"),
            _ => null,
        };
    }

    private static bool IsInAsync(SyntaxNode access) => access.Ancestors()
        .FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax) switch
        {
            AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.RawKind != 0,
            LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
            MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
            _ => false,
        };

    private static Repair? Wrapped(RepairContext context, SyntaxNode access, LockForm form, ExpressionSyntax? replacement) =>
        Around(context, access, form, replacement) is { Rewrites: [var span] } repair && !LockRisk.IsIn(context, span, access, form) ? repair : null;

    private static Repair? Around(RepairContext context, SyntaxNode access, LockForm form, ExpressionSyntax? replacement) => CarrierOf(access) switch
    {
        // The clauses of a query are delegates without a body.
        { } carrier when access.Ancestors().TakeWhile(node => node != carrier).Any(node => node is QueryBodySyntax) => null,
        StatementSyntax statement => OfStatements(context, statement, access, form, replacement),
        ArrowExpressionClauseSyntax arrow => OfMember(context, arrow, access, form, replacement),
        LambdaExpressionSyntax { ExpressionBody: { } body } lambda => OfLambda(context, lambda, body, form),
        _ => null,
    };

    private static Repair? OfStatements(RepairContext context, StatementSyntax statement, SyntaxNode access, LockForm form, ExpressionSyntax? replacement)
    {
        // 'else if (..)' and the like are part of the statement that begins before them.
        while (statement.Parent is ElseClauseSyntax { Parent: IfStatementSyntax choice })
        {
            statement = choice;
        }

        if (RunFrom(statement, form) is not { } run)
        {
            return null;
        }

        var layout = new LockLayout(statement, context.EndOfLine);
        var inner = replacement is null ? layout.Inner(run) : layout.Inner([run[0].ReplaceNode(access, replacement), .. run.Skip(1)]);
        var last = run[run.Count - 1];
        var comment = run.Count == 1 ? layout.Comment : string.Empty;
        var trailing = run.Count == 1 ? layout.TrailingWithoutComment : last.GetTrailingTrivia();
        var parsed = ((BlockSyntax)SyntaxFactory.ParseStatement("{" + form.Around(layout, inner + comment) + "}")).Statements;
        if (parsed.Count > 1 && statement.Parent is not (BlockSyntax or SwitchSectionSyntax))
        {
            return null;
        }

        return new Repair(statement, editor =>
        {
            foreach (var gone in run.Skip(1))
            {
                editor.RemoveNode(gone, SyntaxRemoveOptions.KeepNoTrivia);
            }

            if (parsed.Count > 1)
            {
                editor.InsertBefore(statement, parsed[0].WithLeadingTrivia(layout.Leading).WithTrailingTrivia(layout.Separator));
            }

            editor.ReplaceNode(statement, parsed[parsed.Count - 1].WithLeadingTrivia(parsed.Count > 1 ? layout.Indentation : layout.Leading).WithTrailingTrivia(trailing));
        })
        {
            Rewrites = [Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(statement.SpanStart, last.Span.End)],
        };
    }

    // As few statements as leave no variable behind that is used afterwards; null where the lock cannot be around them.
    private static List<StatementSyntax>? RunFrom(StatementSyntax statement, LockForm form)
    {
        var siblings = statement.Parent switch
        {
            BlockSyntax block => block.Statements,
            SwitchSectionSyntax section => section.Statements,
            GlobalStatementSyntax => default,
            _ => SyntaxFactory.SingletonList(statement),
        };
        var start = siblings.IndexOf(statement);
        if (start < 0)
        {
            // An embedded statement is a list of its own.
            return statement.Parent is GlobalStatementSyntax || !MayBeLocked(statement, form) ? null : [statement];
        }

        var run = new List<StatementSyntax>();
        for (var index = start; index < siblings.Count; index++)
        {
            if (!MayBeLocked(siblings[index], form))
            {
                return null;
            }

            run.Add(siblings[index]);
            var declared = new HashSet<string>(run.SelectMany(DeclaredBy), System.StringComparer.Ordinal);
            var isUsing = run.Any(each => each is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 });
            if ((!isUsing || index == siblings.Count - 1)
                && !siblings.Skip(index + 1).SelectMany(later => later.DescendantTokens()).Any(token => token.IsKind(SyntaxKind.IdentifierToken) && declared.Contains(token.ValueText)))
            {
                return run;
            }
        }

        return null;
    }

    // What a statement declares for those that follow it.
    private static IEnumerable<string> DeclaredBy(StatementSyntax statement)
    {
        if (statement is LocalFunctionStatementSyntax function)
        {
            return [function.Identifier.ValueText];
        }

        return statement.DescendantNodes(node => node is not (BlockSyntax or AnonymousFunctionExpressionSyntax)).Select(node => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
            _ => null,
        }).OfType<string>();
    }

    private static bool MayBeLocked(SyntaxNode code, LockForm form) => !code.ContainsDirectives && code.DescendantNodesAndSelf(node => node == code || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .All(node => node switch
        {
            AwaitExpressionSyntax or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } => form.AllowsAwait,
            LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 } => form.AllowsAwait,
            YieldStatementSyntax or LabeledStatementSyntax or GotoStatementSyntax => false,

            // What is held already cannot be taken again.
            MemberAccessExpressionSyntax access => form.IsReentrant || access.Expression.ToString() != form.Lock,
            _ => true,
        });

    // 'int Count => _map.Count;'
    private static Repair? OfMember(RepairContext context, ArrowExpressionClauseSyntax arrow, SyntaxNode access, LockForm form, ExpressionSyntax? replacement)
    {
        var expression = replacement is null ? arrow.Expression : access == arrow.Expression ? replacement : arrow.Expression.ReplaceNode(access, replacement);
        return MayBeLocked(arrow.Expression, form) && LockedMember.Of(context, arrow, expression, form) is { } made
            ? new Repair(arrow, editor => editor.ReplaceNode(arrow.Parent!, made)) { Rewrites = [arrow.Parent!.Span] }
            : null;
    }

    // One line, as it stands in the middle of a call.
    private static Repair? OfLambda(RepairContext context, LambdaExpressionSyntax lambda, ExpressionSyntax body, LockForm form)
    {
        if (!MayBeLocked(body, form) || context.Model.GetSymbolInfo(lambda, context.CancellationToken).Symbol is not IMethodSymbol method
            || body.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
        {
            return null;
        }

        var returns = !method.ReturnsVoid && !(method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });
        var statement = (returns ? "return " : string.Empty) + body.WithoutTrivia() + ";";
        var block = SyntaxFactory.ParseStatement("{ " + form.Around(LockLayout.OfOneLine(context.EndOfLine), statement) + " }");
        return new Repair(lambda, editor => editor.ReplaceNode(lambda, (current, _) => ((LambdaExpressionSyntax)current).WithBody(block.WithTriviaFrom(body)))) { Rewrites = [lambda.Span] };
    }

    // Of the elements an array; of the whole the same kind of collection, with its comparer.
    private static IEnumerable<(ExpressionSyntax Snapshot, string? Namespace)> Snapshots(RepairContext context, ExpressionSyntax returned)
    {
        if (returned is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetEnumerator" } enumerator })
        {
            yield return (enumerator.Expression.WithoutTrivia().Followed(".ToList().GetEnumerator()").WithTriviaFrom(returned), "System.Linq");
            yield break;
        }

        if (context.Model.GetTypeInfo(returned, context.CancellationToken).Type is INamedTypeSymbol { Name: "Dictionary" or "HashSet" } type
            && returned is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
        {
            var name = type.ToMinimalDisplayString(context.Model, returned.SpanStart);
            yield return (SyntaxFactory.ParseExpression($"new {name}({returned.WithoutTrivia()}, {returned.WithoutTrivia()}.Comparer)").WithTriviaFrom(returned), null);
            yield break;
        }

        yield return (returned.Followed(".ToArray()"), "System.Linq");
    }
}
