using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Rules.Conversion;

/// <summary>The edits that turn a dictionary with fixed members into a record: where it is made, where it is declared, where a member is used.</summary>
internal sealed class RecordRewriting
{
    private readonly RepairContext context;
    private readonly RecordReads reads;
    private readonly TextEdits edits = new();

    private RecordRewriting(RepairContext context)
    {
        this.context = context;
        reads = new RecordReads(context, edits);
    }

    /// <summary>The edits; null where there is a use that cannot be rewritten.</summary>
    public static TextEdits? Of(RepairContext context, RecordShape shape, bool isRequired)
    {
        var rewriting = new RecordRewriting(context);
        return shape.All.All(rewriting.Rewrite) && RecordText.Add(context, shape, isRequired, rewriting.edits) && !rewriting.edits.HaveConflict()
            ? rewriting.edits
            : null;
    }

    private bool Rewrite(RecordShape shape)
    {
        var dictionary = shape.Dictionary;
        return dictionary.Creations.All(creation => IsHere(creation.Syntax) && RewriteCreation(shape, creation))
            && dictionary.Carriers.All(carrier => !IsInDeadCode(carrier) && RewriteDeclaration(carrier, shape.Name))
            && dictionary.Views.All(view => RewriteView(view, shape.Name))
            && dictionary.Uses.All(use => IsHere(use.Operation.Syntax) && RewriteUse(use, shape[use.Key], shape));
    }

    private bool IsHere(SyntaxNode node) => node.SyntaxTree == context.Root.SyntaxTree;

    // What the compiler does not see here may use it as well.
    private bool IsInDeadCode(ISymbol carrier) => context.Root.ContainsDirectives && context.Root.DescendantTrivia()
        .Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && SyntaxFactory.ParseTokens(trivia.ToString()).Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == carrier.Name));

    private bool RewriteCreation(RecordShape shape, IObjectCreationOperation operation)
    {
        var creation = (BaseObjectCreationExpressionSyntax)operation.Syntax;
        if (creation is ObjectCreationExpressionSyntax { Type: var type })
        {
            edits.Replace(type.Span, shape.Name);
        }

        var folded = RecordShape.FoldedInto(operation);
        if (creation.ArgumentList is { } arguments)
        {
            // '()' before '{' is for implicit creations only.
            var isNeedless = creation is ObjectCreationExpressionSyntax && (creation.Initializer is not null || folded.Count > 0);
            edits.Replace(isNeedless ? arguments.Span : TextSpan.FromBounds(arguments.OpenParenToken.Span.End, arguments.CloseParenToken.SpanStart), string.Empty);
            if (arguments.DescendantTrivia().Comments().Any())
            {
                return false;
            }
        }

        return folded.Count == 0 || FoldStatements(shape, folded, creation);
    }

    // 'var d = new(); d["a"] = x;' becomes one expression, in as many lines.
    private bool FoldStatements(RecordShape shape, IReadOnlyList<ExpressionStatementSyntax> statements, BaseObjectCreationExpressionSyntax creation)
    {
        var declaration = creation.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()!;
        var indentation = declaration.Indentation();
        var endOfLine = context.EndOfLine;
        edits.Replace(declaration.SemicolonToken.Span, string.Empty);
        edits.Append(new TextSpan(LineEnd(declaration), 0), indentation + "{" + endOfLine);
        foreach (var statement in statements)
        {
            edits.Replace(statement.SemicolonToken.Span, ",");
            foreach (var start in LineStarts(statement))
            {
                edits.Append(new TextSpan(start, 0), "    ");
            }
        }

        edits.Append(new TextSpan(LineEnd(statements[statements.Count - 1]), 0), indentation + "};" + endOfLine, 1);
        return shape.Dictionary.Uses.Count(use => statements.Any(statement => statement.Span.Contains(use.Operation.Syntax.Span)) && use.Kind is FixedUseKind.Fill) == statements.Count;
    }

    private static int LineEnd(SyntaxNode node) => node.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? node.FullSpan.End : node.Span.End;

    private static IEnumerable<int> LineStarts(StatementSyntax statement)
    {
        var text = statement.SyntaxTree.GetText();
        for (var number = text.Lines.GetLineFromPosition(statement.FullSpan.Start).LineNumber; number <= text.Lines.GetLineFromPosition(statement.Span.End).LineNumber; number++)
        {
            var line = text.Lines[number];

            // A line within a string is not ours.
            if (line.Start >= statement.FullSpan.Start && !string.IsNullOrWhiteSpace(line.ToString()) && statement.FindToken(line.Start) is var token && (token.SpanStart >= line.Start || token.Span.End <= line.Start))
            {
                yield return line.Start;
            }
        }
    }

    private bool RewriteDeclaration(ISymbol carrier, string name)
    {
        foreach (var declaration in carrier.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(context.CancellationToken)))
        {
            var type = declaration switch
            {
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } variable } => variable.Type,
                SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax pattern } => pattern.Type,
                SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax expression } => expression.Type,
                ParameterSyntax parameter => parameter.Type,
                MethodDeclarationSyntax method => method.ReturnType,
                LocalFunctionStatementSyntax function => function.ReturnType,
                _ => null,
            };
            if (type is null || !IsHere(declaration))
            {
                return false;
            }

            if (type is GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask", TypeArgumentList.Arguments: [var result] } && carrier is IMethodSymbol)
            {
                type = result;
            }

            type = type is NullableTypeSyntax nullable ? nullable.ElementType : type;
            if (!type.IsVar)
            {
                edits.Replace(type.Span, name);
            }
        }

        return true;
    }

    // The cast is dropped where the member is read; a pattern's type is that of its variable.
    private static bool RewriteView(IOperation view, string name) => view is IConversionOperation or IDeclarationPatternOperation && name.Length > 0;

    private bool RewriteUse(FixedUse use, RecordMember member, RecordShape shape)
    {
        switch (use.Operation.Syntax)
        {
            case AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax access }:
                edits.Replace(access.Span, member.Name);
                return true;
            case InitializerExpressionSyntax { Expressions: [_, var value] } element:
                if (element.DescendantTrivia(node => node != value).Comments().Any(comment => !value.FullSpan.Contains(comment.Span) && comment.SpanStart > element.SpanStart && comment.Span.End < element.Span.End))
                {
                    return false;
                }

                edits.Replace(TextSpan.FromBounds(element.SpanStart, value.SpanStart), member.Name + " = ");
                edits.Replace(TextSpan.FromBounds(value.Span.End, element.Span.End), string.Empty);
                return true;
            case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax access }:
                edits.Replace(IsFolded(use, shape) ? access.Span : access.ArgumentList.Span, IsFolded(use, shape) ? member.Name : "." + member.Name);
                return true;
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } add, ArgumentList.Arguments: [_, { Expression: var added, NameColon: null }] } call:
                edits.Replace(TextSpan.FromBounds(IsFolded(use, shape) ? call.SpanStart : add.Name.SpanStart, added.SpanStart), member.Name + " = ");
                edits.Replace(TextSpan.FromBounds(added.Span.End, call.Span.End), string.Empty);
                return true;
            case ElementAccessExpressionSyntax access when use.Kind is FixedUseKind.Read:
                edits.Replace(access.ArgumentList.Span, "." + member.Name);
                return reads.Rewrite(access, member);
            case ElementBindingExpressionSyntax binding when use.Kind is FixedUseKind.Read && binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access && access.WhenNotNull == binding && !member.IsValueType:
                edits.Replace(binding.ArgumentList.Span, "." + member.Name);
                return reads.Rewrite(access, member with { MayBeNull = true });
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method, ArgumentList.Arguments: var arguments } call:
                return use.Kind switch
                {
                    FixedUseKind.ReadOrDefault when arguments.Count == 1 => reads.RewriteCall(call, method, member),
                    FixedUseKind.TryRead => reads.RewriteTry(call, method, member),
                    FixedUseKind.Test => reads.RewriteTest(call, method, member),
                    _ => false,
                };
            default:
                return false;
        }
    }

    private static bool IsFolded(FixedUse use, RecordShape shape) =>
        use.Kind is FixedUseKind.Fill && shape.Dictionary.Creations.Any(creation => RecordShape.FoldedInto(creation).Any(statement => statement.Span.Contains(use.Operation.Syntax.Span)));
}
