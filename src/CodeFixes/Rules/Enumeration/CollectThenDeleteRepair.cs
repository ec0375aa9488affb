using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DictionaryAnalyzers.Rules.Enumeration;

/// <summary>
/// Removes in two phases: the loop collects the keys in a list, and a second loop behind it removes them. It copies only
/// what goes, where a snapshot copies everything.
/// </summary>
internal static class CollectThenDeleteRepair
{
    private const string Generic = "System.Collections.Generic";

    /// <summary>The repair of the loop; none where something in it would notice that the removal comes later.</summary>
    public static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (LoopFacts.Of(context, diagnostic) is not { } facts || LeavesOrWaits(facts.Loop)
            || facts.Loop.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)
            || !facts.Removals.All(removal => CanMoveBehind(context, removal, facts.Loop))
            || context.Model.GetTypeInfo(KeyOf(facts.Removals[0]), context.CancellationToken).Type is not { } type
            || !CanBeNamed(type))
        {
            yield break;
        }

        var isKeyed = facts.Enumeration.Sequence.Kind.IsKeyed();
        var list = context.UniqueName(isKeyed ? "keysToRemove" : "itemsToRemove", facts.Loop);
        var item = context.NameInInnerScope(isKeyed ? "key" : "item", facts.Loop, facts.Removals[0].Expression);
        var (listType, missing) = ListType(context, facts.Loop.SpanStart);
        var typeName = type.ToMinimalDisplayString(
            context.Model,
            facts.Loop.SpanStart,
            SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
        var layout = LoopLayout.Of(facts.Loop, context.EndOfLine);
        var declaration = SyntaxFactory.ParseStatement($"var {list} = new {listType}<{typeName}>();");
        var removal = layout.ForEach(item, list, $"{facts.Removals[0].Expression.WithoutTrivia()}({item});");
        yield return new Repair(facts.Loop, editor => Fix(editor, facts, list, declaration, removal, layout), missing);
    }

    private static void Fix(
        DocumentEditor editor, LoopFacts facts, string list, StatementSyntax declaration, StatementSyntax removal, LoopLayout layout)
    {
        foreach (var call in facts.Removals)
        {
            editor.ReplaceNode(call, (current, _) =>
            {
                var invocation = (InvocationExpressionSyntax)current;
                return invocation.WithExpression(
                    SyntaxFactory.ParseExpression(list + ".Add").WithTriviaFrom(invocation.Expression));
            });
        }

        var loop = facts.Loop;
        var anchor = loop.Parent is GlobalStatementSyntax global ? global : (SyntaxNode)loop;
        editor.InsertBefore(anchor, Wrapped(declaration.WithLeadingTrivia(loop.GetLeadingTrivia()).WithTrailingTrivia(layout.Separator)));
        editor.InsertAfter(anchor, Wrapped(removal.WithLeadingTrivia(layout.LeadingOfNext).WithTrailingTrivia(layout.TrailingOfLast)));
        editor.ReplaceNode(loop, (current, _) => current.WithLeadingTrivia(layout.Indentation).WithTrailingTrivia(layout.TrailingOfLoop));

        SyntaxNode Wrapped(StatementSyntax statement) => anchor == loop ? statement : SyntaxFactory.GlobalStatement(statement);
    }

    private static ExpressionSyntax KeyOf(InvocationExpressionSyntax removal) => removal.ArgumentList.Arguments[0].Expression;

    // What leaves the loop would skip the removals, and what waits would let others see the entries.
    private static bool LeavesOrWaits(CommonForEachStatementSyntax loop) =>
        loop.Statement.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(node => node is ReturnStatementSyntax or YieldStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax
                or GotoStatementSyntax or AwaitExpressionSyntax
                || node is CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 }
                || node is UsingStatementSyntax { AwaitKeyword.RawKind: not 0 }
                || node is LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 });

    // The collection must have the same name behind the loop.
    private static bool CanMoveBehind(RepairContext context, InvocationExpressionSyntax removal, CommonForEachStatementSyntax loop) =>
        removal.Expression.DescendantNodesAndSelf().All(node => node switch
        {
            IdentifierNameSyntax name => context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol is { } symbol
                && !(symbol is ILocalSymbol && symbol.DeclaringSyntaxReferences.Any(declaration => loop.Span.Contains(declaration.Span))),
            MemberAccessExpressionSyntax or InstanceExpressionSyntax or GenericNameSyntax or TypeSyntax or TypeArgumentListSyntax => true,
            _ => false,
        });

    private static bool CanBeNamed(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } or { TypeKind: TypeKind.Error or TypeKind.Dynamic } or { IsRefLikeType: true } => false,
        INamedTypeSymbol named => named.TypeArguments.All(CanBeNamed),
        IArrayTypeSymbol array => CanBeNamed(array.ElementType),
        _ => true,
    };

    private static (string Name, string? Missing) ListType(RepairContext context, int position)
    {
        var lists = context.Model.LookupNamespacesAndTypes(position, name: "List").OfType<INamedTypeSymbol>().Where(type => type.Arity == 1).ToArray();
        return lists switch
        {
            [] => ("List", Generic),
            [var only] when only.ContainingNamespace.ToDisplayString() == Generic => ("List", null),
            _ => ($"{Generic}.List", null),
        };
    }
}
