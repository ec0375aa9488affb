using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Puts the statement that changes a value into a lock on that value; where the value is an expression, it gets a name
/// first. Only statements that do nothing else are wrapped: nothing of others runs under the lock that did not before.
/// </summary>
internal static class LockOnValueRepair
{
    /// <summary>The lock around the change; none where more hangs on the change than one statement.</summary>
    public static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations is not [var location, ..]
            || context.Find<ExpressionSyntax>(diagnostic.Location) is not { } change
            || context.Find<ExpressionSyntax>(location) is not { } value
            || value.DescendantTrivia(descendIntoTrivia: false).Any(trivia => trivia.IsDirective))
        {
            yield break;
        }

        while (value.Parent is ParenthesizedExpressionSyntax outer && !IsNamed(context, value))
        {
            value = outer;
        }

        var repair = CarrierOf(change) switch
        {
            ExpressionStatementSyntax statement => OfStatement(context, statement, change, value),
            ReturnStatementSyntax { Expression: { } returned } statement when returned == change => Wrapped(context, statement, change, value),
            LocalDeclarationStatementSyntax declaration => OfDeclaration(context, declaration, change, value),
            IfStatementSyntax choice => OfCondition(context, choice, change, value),
            ArrowExpressionClauseSyntax arrow => OfMember(context, arrow, change, value),
            LambdaExpressionSyntax lambda => OfLambda(context, lambda, change, value),
            _ => null,
        };
        if (repair is not null)
        {
            yield return repair;
        }
    }

    /// <summary>The statement or body in which the change stands: one repair mends all in it.</summary>
    public static object PlaceOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetRoot().FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is { } node && CarrierOf(node) is { } carrier
            ? carrier.Span
            : diagnostic.Location.SourceSpan;

    private static SyntaxNode? CarrierOf(SyntaxNode change) => change.Ancestors()
        .FirstOrDefault(node => node is StatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax or MemberDeclarationSyntax);

    private static Repair? OfStatement(RepairContext context, ExpressionStatementSyntax statement, ExpressionSyntax change, ExpressionSyntax value) => statement.Expression switch
    {
        ConditionalAccessExpressionSyntax access when access.Expression == value && access.WhenNotNull == change => OfConditional(context, statement, change, value),
        var expression when IsChange(expression, change) => Wrapped(context, statement, change, value),
        _ => null,
    };

    // 'list.Add(x)', 'map[k] = v', 'map[k]++', 'done = list.Remove(x)'
    private static bool IsChange(ExpressionSyntax expression, ExpressionSyntax change) => expression == change || expression switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == change || (assignment.Right == change
            && assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax }),
        PostfixUnaryExpressionSyntax postfix => postfix.Operand == change,
        PrefixUnaryExpressionSyntax prefix => prefix.Operand == change,
        _ => false,
    };

    private static Repair Wrapped(RepairContext context, StatementSyntax statement, ExpressionSyntax change, ExpressionSyntax value)
    {
        var layout = new LockLayout(statement, context.EndOfLine);
        var name = NameOf(context, value, statement);
        var declaration = IsNamed(context, value) ? null : $"var {name} = {TextOf(value)};";
        var inner = layout.Inner(Renamed(statement, value, name)) + layout.Comment;
        return new Repair(statement, editor => Replace(editor, statement, layout, declaration, layout.Lock(name, inner), layout.TrailingWithoutComment));
    }

    // 'd.GetValueOrDefault(k)?.Add(x);'
    private static Repair OfConditional(RepairContext context, ExpressionStatementSyntax statement, ExpressionSyntax change, ExpressionSyntax value)
    {
        var layout = new LockLayout(statement, context.EndOfLine);
        var name = NameOf(context, value, statement);
        var test = IsNamed(context, value) ? $"{name} != null" : $"{value.WithoutTrivia()} is {{ }} {name}";
        var inner = $"if ({test}){layout.Block(nested => nested.Lock(name, $"{name}{change.WithoutTrivia()};"))}";
        return new Repair(statement, editor => Replace(editor, statement, layout, null, inner));
    }

    // 'var added = set.Add(x);'
    private static Repair? OfDeclaration(RepairContext context, LocalDeclarationStatementSyntax statement, ExpressionSyntax change, ExpressionSyntax value)
    {
        if (statement is not { UsingKeyword.RawKind: 0, Modifiers.Count: 0, Declaration.Variables: [{ Initializer.Value: { } given } variable] } || given != change
            || context.Model.GetDeclaredSymbol(variable, context.CancellationToken) is not ILocalSymbol { IsRef: false, Type: { TypeKind: not TypeKind.Error, IsAnonymousType: false } type })
        {
            return null;
        }

        var layout = new LockLayout(statement, context.EndOfLine);
        var name = NameOf(context, value, statement);
        var local = $"{TypeName(context, type, statement)} {variable.Identifier};";
        var declaration = IsNamed(context, value) ? local : $"var {name} = {TextOf(value)};{layout.NewLine}{local}";
        var inner = $"{variable.Identifier} = {layout.Inner(Renamed(change, value, name))};";
        return IsInList(statement)
            ? new Repair(statement, editor => Replace(editor, statement, layout, declaration, layout.Lock(name, inner)))
            : null;
    }

    // 'if (set.Add(x)) ..', 'if (!set.Add(x)) ..'
    private static Repair? OfCondition(RepairContext context, IfStatementSyntax statement, ExpressionSyntax change, ExpressionSyntax value)
    {
        var condition = statement.Condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } negation ? negation.Operand : statement.Condition;
        if (condition != change || !IsInList(statement))
        {
            return null;
        }

        var layout = new LockLayout(statement, context.EndOfLine);
        var name = NameOf(context, value, statement);
        var changed = context.UniqueName("changed", statement);
        var declaration = (IsNamed(context, value) ? string.Empty : $"var {name} = {TextOf(value)};{layout.NewLine}") + $"bool {changed};{layout.NewLine}";
        var guarded = declaration + layout.Lock(name, $"{changed} = {layout.Inner(Renamed(change, value, name))};");
        return new Repair(statement, editor =>
        {
            Insert(editor, statement, guarded, layout);
            editor.ReplaceNode(change, SyntaxFactory.IdentifierName(changed).WithTriviaFrom(change));
            editor.ReplaceNode(statement, (current, _) => current.WithLeadingTrivia(layout.LeadingOfNext));
        });
    }

    // 'void Put(..) => d.GetOrAdd(..).Add(x);'
    private static Repair? OfMember(RepairContext context, ArrowExpressionClauseSyntax arrow, ExpressionSyntax change, ExpressionSyntax value)
    {
        if (!IsChange(arrow.Expression, change) || arrow.Parent is not (MethodDeclarationSyntax or LocalFunctionStatementSyntax or ConstructorDeclarationSyntax)
            || context.Model.GetDeclaredSymbol(arrow.Parent, context.CancellationToken) is not IMethodSymbol method)
        {
            return null;
        }

        var owner = arrow.Parent;
        var layout = new LockLayout(owner, context.EndOfLine);
        var inside = owner.DescendantTrivia().Comments().Where(comment => owner.Span.Contains(comment.Span)).ToArray();
        if (layout.IsOneLine && inside.Any(comment => comment.IsKind(SyntaxKind.SingleLineCommentTrivia)))
        {
            return null;
        }

        var head = owner.ToString().Substring(0, arrow.SpanStart - owner.SpanStart).TrimEnd();
        var comments = inside.Where(comment => comment.SpanStart >= arrow.SpanStart && !arrow.Expression.Span.Contains(comment.Span)).ToArray();
        var text = head + layout.Block(nested =>
            string.Concat(comments.Select(comment => comment + nested.NewLine)) + Body(context, nested, arrow.Expression, change, value, ReturnsNothing(method)));
        return new Repair(arrow, editor => editor.ReplaceNode(
            owner,
            owner is LocalFunctionStatementSyntax
                ? SyntaxFactory.ParseStatement(text).WithTriviaFrom(owner)
                : SyntaxFactory.ParseMemberDeclaration(text)!.WithTriviaFrom(owner)));
    }

    // 'x => d.GetOrAdd(..).Add(x)': one line, as it stands in the middle of a call.
    private static Repair? OfLambda(RepairContext context, LambdaExpressionSyntax lambda, ExpressionSyntax change, ExpressionSyntax value)
    {
        if (lambda.ExpressionBody is not { } body || !IsChange(body, change)
            || context.Model.GetSymbolInfo(lambda, context.CancellationToken).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        var layout = LockLayout.OfOneLine(context.EndOfLine);
        var block = SyntaxFactory.ParseStatement(layout.Block(nested => Body(context, nested, body, change, value, ReturnsNothing(method))).TrimStart());
        return new Repair(lambda, editor => editor.ReplaceNode(lambda, (current, _) => ((LambdaExpressionSyntax)current).WithBody(block.WithTriviaFrom(body))));
    }

    private static string Body(
        RepairContext context, LockLayout layout, ExpressionSyntax body, ExpressionSyntax change, ExpressionSyntax value, bool returnsNothing)
    {
        var name = NameOf(context, value, change);
        var declaration = IsNamed(context, value) ? string.Empty : $"var {name} = {TextOf(value)};{layout.NewLine}";
        return declaration + layout.Lock(name, (returnsNothing ? string.Empty : "return ") + Renamed(body, value, name).WithoutTrivia() + ";");
    }

    private static bool ReturnsNothing(IMethodSymbol method) =>
        method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });

    private static void Replace(DocumentEditor editor, StatementSyntax statement, LockLayout layout, string? declaration, string guarded, SyntaxTriviaList? behind = null)
    {
        var trailing = behind ?? layout.Trailing;
        if (declaration is not null && !IsInList(statement))
        {
            var block = layout.EmbeddedBlock(declaration, guarded);
            editor.ReplaceNode(statement, SyntaxFactory.ParseStatement(block).WithLeadingTrivia(layout.EmbeddedLeading).WithTrailingTrivia(trailing));
            return;
        }

        if (declaration is not null)
        {
            Insert(editor, statement, declaration, layout);
        }

        editor.ReplaceNode(
            statement,
            SyntaxFactory.ParseStatement(guarded)
                .WithLeadingTrivia(declaration is null ? layout.Leading : layout.Indentation)
                .WithTrailingTrivia(trailing));
    }

    private static void Insert(DocumentEditor editor, StatementSyntax statement, string text, LockLayout layout)
    {
        var parsed = ((BlockSyntax)SyntaxFactory.ParseStatement("{" + text + "}")).Statements;
        var anchor = statement.Parent is GlobalStatementSyntax global ? global : (SyntaxNode)statement;
        for (var index = 0; index < parsed.Count; index++)
        {
            var inserted = parsed[index];
            inserted = index == 0 ? inserted.WithLeadingTrivia(layout.Leading) : inserted;
            inserted = index == parsed.Count - 1 ? inserted.WithTrailingTrivia(layout.Separator) : inserted;
            editor.InsertBefore(anchor, anchor == statement ? inserted : SyntaxFactory.GlobalStatement(inserted));
        }
    }

    private static bool IsInList(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    // What denotes the same object however often it is named: a local, a parameter, the value of a pair.
    private static bool IsNamed(RepairContext context, ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax => context.Model.GetSymbolInfo(value, context.CancellationToken).Symbol is ILocalSymbol or IParameterSymbol,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: IdentifierNameSyntax pair } => IsNamed(context, pair),
        _ => false,
    };

    // '(a ?? b)' needs no parentheses where it stands alone.
    private static string TextOf(ExpressionSyntax value) =>
        value is ParenthesizedExpressionSyntax { Expression: var inner } ? TextOf(inner) : value.WithoutTrivia().ToString();

    private static string NameOf(RepairContext context, ExpressionSyntax value, SyntaxNode place) =>
        IsNamed(context, value) ? value.WithoutTrivia().ToString() : context.UniqueName(Wanted(context.Model.GetTypeInfo(value, context.CancellationToken).Type?.Name), place);

    private static string Wanted(string? type) => type switch
    {
        "List" or "IList" or "LinkedList" => "list",
        "HashSet" or "SortedSet" or "ISet" => "set",
        "Dictionary" or "SortedDictionary" or "SortedList" or "OrderedDictionary" or "IDictionary" => "map",
        "Queue" or "PriorityQueue" => "queue",
        "Stack" => "stack",
        "StringBuilder" => "text",
        _ => "value",
    };

    private static string TypeName(RepairContext context, ITypeSymbol type, SyntaxNode place) => type.ToMinimalDisplayString(
        context.Model,
        place.SpanStart,
        SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    // The value by its name; a line break that stood between it and what follows goes with it.
    private static T Renamed<T>(T node, ExpressionSyntax value, string name)
        where T : SyntaxNode
    {
        if (value.ToString() == name)
        {
            return node;
        }

        var next = value.GetLastToken().GetNextToken();
        var joins = node.Span.Contains(next.Span)
            && value.GetTrailingTrivia().Concat(next.LeadingTrivia).All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var identifier = SyntaxFactory.IdentifierName(name).WithLeadingTrivia(value.GetLeadingTrivia());
        return node.ReplaceSyntax(
            [value], (_, _) => joins ? identifier : identifier.WithTrailingTrivia(value.GetTrailingTrivia()),
            joins && next.LeadingTrivia.Count > 0 ? [next] : [], (_, token) => token.WithLeadingTrivia(),
            [], (_, trivia) => trivia);
    }
}
