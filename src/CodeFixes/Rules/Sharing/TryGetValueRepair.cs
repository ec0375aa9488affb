using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>Asks and reads in one call: <c>if (d.TryGetValue(key, out var v)) Use(v);</c>.</summary>
internal static class TryGetValueRepair
{
    /// <summary>The repairs, best first; none where something between check and read could change the entry.</summary>
    public static IEnumerable<Repair> Plan(CheckThenActSite site)
    {
        if (site.Found is not { Fault: ActFault.ReadThrows, Found: true } || site.Language < LanguageVersion.CSharp7
            || site.Check is not InvocationExpressionSyntax check || !site.IsCall(check)
            || !(site.CheckName == "ContainsKey" || (site.CheckName == "TryGetValue" && site.Output is DeclarationExpressionSyntax { Designation: DiscardDesignationSyntax } or IdentifierNameSyntax { Identifier.ValueText: "_" }))
            || RegionOf(site) is not { Length: > 0 } region)
        {
            yield break;
        }

        var reads = region.SelectMany(site.EntriesIn).Distinct().Where(entry => entry.SpanStart > check.SpanStart).OrderBy(entry => entry.SpanStart).ToArray();
        if (!reads.Contains(site.Act) || region.Any(part => part.ContainsDirectives) || reads.Any(read => !IsRead(site, read)) || MayChange(site, region, reads[reads.Length - 1]))
        {
            yield break;
        }

        var kept = new SyntaxNode[] { site.Receiver, site.Key };

        // 'if (d.ContainsKey(k)) { var v = d[k]; .. }'
        if (reads is [var only] && Declaration(only) is { } declaration && declaration.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)
        {
            var variable = declaration.Declaration.Variables[0].Identifier.Text;
            if (StatementRewrite.ReplaceAndRemove(site.Context, check, [(check, Asking(check, $"{declaration.Declaration.Type} {variable}"))], declaration, kept) is { } shorter)
            {
                yield return shorter;
            }
        }

        var name = site.Context.UniqueName(NameFor(site.ValueType), site.Act);
        yield return new Repair(check, editor =>
        {
            editor.ReplaceNode(check, (_, _) => Asking(check, "var " + name).WithTriviaFrom(check));
            foreach (var read in reads)
            {
                editor.ReplaceNode(read, (_, _) => SyntaxFactory.IdentifierName(name).WithTriviaFrom(read));
            }
        })
        {
            Rewrites = [check.Span, .. reads.Select(read => read.Span)],
        };
    }

    // What runs only where the key was found, and the rest of the condition.
    private static SyntaxNode[]? RegionOf(CheckThenActSite site)
    {
        for (SyntaxNode node = site.Check; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case IfStatementSyntax branch:
                    return node != branch.Condition ? null
                        : branch.Statement.Span.Contains(site.Act.Span) || branch.Condition.Span.Contains(site.Act.Span) ? [branch.Condition, branch.Statement]
                        : branch.Else is { } otherwise && otherwise.Span.Contains(site.Act.Span) ? [branch.Condition, otherwise.Statement]
                        : branch.Siblings() is null ? null
                        : [branch.Condition, .. branch.Following()];
                case ConditionalExpressionSyntax choice when choice.Condition == node:
                    return [choice];
                case StatementSyntax or AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax:
                    return node.Span.Contains(site.Act.Span) ? [node] : null;
            }
        }

        return null;
    }

    // A struct that is asked to do something would do it to its copy, and keep it.
    private static bool IsRead(CheckThenActSite site, ElementAccessExpressionSyntax entry) =>
        site.Context.OperationOf(entry) is { } operation && operation.Access() is AccessKind.Read
        && (site.ValueType is not { IsValueType: true, IsReadOnly: false, TypeKind: not TypeKind.Enum, SpecialType: SpecialType.None } || entry.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax });

    // Whether the entry can be another one at the last read than at the check.
    private static bool MayChange(CheckThenActSite site, SyntaxNode[] region, ExpressionSyntax last)
    {
        var waits = region.SelectMany(part => part.DescendantNodesAndSelf()).Where(node => node is AwaitExpressionSyntax or YieldStatementSyntax or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 }
            or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 });
        if (waits.Any(node => (node.SpanStart < last.SpanStart && !node.Span.Contains(last.Span)) || node.Ancestors().Any(outer => outer is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax && region.Any(part => part.Span.Contains(outer.Span)))))
        {
            return true;
        }

        var variables = new HashSet<ISymbol>(new[] { site.VariableOf(site.Key), site.VariableOf(site.Receiver) }.OfType<ISymbol>(), SymbolEqualityComparer.Default);
        return region.Where(part => part.SpanStart <= last.SpanStart).Any(part => site.ChangesEntry(part)
            || site.Context.OperationOf(part) is not { } operation
            || operation.DescendantsAndSelf().Any(use => use.SymbolOfVariable() is { } variable && variables.Contains(variable) && use.Access() is not AccessKind.Read));
    }

    private static LocalDeclarationStatementSyntax? Declaration(ElementAccessExpressionSyntax read) =>
        read.WithParentheses().Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: not RefTypeSyntax, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration } } }
            ? declaration
            : null;

    private static InvocationExpressionSyntax Asking(InvocationExpressionSyntax check, string variable)
    {
        var output = SyntaxFactory.ParseArgumentList($"(out {variable})").Arguments[0];
        var access = (MemberAccessExpressionSyntax)check.Expression;
        var key = check.ArgumentList.Arguments[0];
        var list = SyntaxFactory.SeparatedList([key.WithoutTrivia(), output], [SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)]);
        return check.WithExpression(access.WithName(SyntaxFactory.IdentifierName("TryGetValue").WithTriviaFrom(access.Name))).WithArgumentList(check.ArgumentList.WithArguments(list));
    }

    // 'session' for a Session, 'value' for a number.
    private static string NameFor(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None, Arity: 0, IsTupleType: false } named || named.ContainingNamespace is { Name: "System" })
        {
            return "value";
        }

        var name = named.TypeKind is TypeKind.Interface && named.Name.Length > 1 && named.Name[0] == 'I' && char.IsUpper(named.Name[1]) ? named.Name.Substring(1) : named.Name;
        name = char.ToLowerInvariant(name[0]) + name.Substring(1);
        return SyntaxFacts.GetKeywordKind(name) is SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) is SyntaxKind.None ? name : "value";
    }
}
