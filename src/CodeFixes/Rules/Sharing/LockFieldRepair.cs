using System;
using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Declares a lock beside a private field, and takes it wherever the collection in the field is used: once for all that one body does, so
/// that a test and what relies on it stay together. One use that cannot stand in a lock keeps the whole repair away.
/// </summary>
internal static class LockFieldRepair
{
    /// <summary>The repair of the field whose collection a diagnostic is about.</summary>
    public static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic) => Plan(context, ReportedDeclaration.OfUse(context, diagnostic.Location));

    /// <summary>The repair; none where the collection leaves the field, or code could stand still under the lock.</summary>
    public static IEnumerable<Repair> Plan(RepairContext context, ISymbol? declared)
    {
        if (declared is not IFieldSymbol { ContainingType.IsValueType: false } field
            || DeclarationOf(context, field) is not { } declaration || ConfinedUses.Of(context, field) is not { Count: > 0 } uses)
        {
            yield break;
        }

        var gate = NameFor(context, field);
        var form = new LockForm(gate, null, null);
        var regions = uses.GroupBy(LockedStatements.BodyOf).Select(inBody => RegionOf(context, [.. inBody], form, field)).ToArray();
        if (Array.Exists(regions, region => region is null || Array.Exists(regions, other => other != region && other?.Span.Contains(region.Span) is true)))
        {
            yield break;
        }

        var isModern = LockForm.HasLockType(context);
        yield return new Repair(
            declaration,
            editor =>
            {
                foreach (var region in regions)
                {
                    region!.Apply(editor);
                }

                editor.InsertAfter(declaration, GateOf(context, declaration, field, gate, isModern ? "Lock" : "object"));
            },
            isModern ? "System.Threading" : null)
        {
            Rewrites = [declaration.Span, .. regions.Select(region => region!.Span)],
            Watched = [new DICT203UnguardedAccessAnalyzer()],
        };
    }

    /// <summary>The use that is told of: each field has one.</summary>
    public static object PlaceOf(Diagnostic diagnostic) => diagnostic.Location.SourceSpan;

    // A lock that is made right behind its collection is there when anything uses that.
    private static FieldDeclarationSyntax? DeclarationOf(RepairContext context, IFieldSymbol field) =>
        field.DeclaringSyntaxReferences is [var reference] && reference.SyntaxTree == context.Root.SyntaxTree
        && reference.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax declaration } }
        && !declaration.ContainsDirectives
            ? declaration
            : null;

    private static Region? RegionOf(RepairContext context, IReadOnlyList<SyntaxNode> uses, LockForm form, IFieldSymbol field)
    {
        var region = uses[0].Ancestors().FirstOrDefault(node => node is StatementSyntax or LambdaExpressionSyntax or ArrowExpressionClauseSyntax) is ArrowExpressionClauseSyntax arrow
            ? OfMember(context, arrow, uses, form)
            : LockedStatements.Around(context, uses) is { } statements ? new Region(statements.Span, editor => statements.Lock(editor, form.Lock)) : null;
        return region is not null && !uses.Any(use => LockRisk.IsIn(context, region.Span, use, form, field)) ? region : null;
    }

    private static Region? OfMember(RepairContext context, ArrowExpressionClauseSyntax arrow, IReadOnlyList<SyntaxNode> uses, LockForm form) =>
        uses.All(use => arrow.Span.Contains(use.Span)) && !LockedStatements.Waits(arrow.Expression)
        && !uses.Any(use => use.Ancestors().TakeWhile(node => node != arrow).Any(node => node is QueryExpressionSyntax))
        && LockedMember.Of(context, arrow, arrow.Expression, form) is { } made
            ? new Region(arrow.Parent!.Span, editor => editor.ReplaceNode(arrow.Parent!, made))
            : null;

    private static string NameFor(RepairContext context, IFieldSymbol field)
    {
        var taken = new HashSet<string>(context.Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        return Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{field.Name}Lock{number}").Prepend(field.Name + "Lock").First(name => !taken.Contains(name));
    }

    private static MemberDeclarationSyntax GateOf(RepairContext context, FieldDeclarationSyntax declaration, IFieldSymbol field, string gate, string type)
    {
        var layout = new LockLayout(declaration, context.EndOfLine);
        var language = ((CSharpParseOptions)context.Root.SyntaxTree.Options).LanguageVersion;
        var text = $"private {(field.IsStatic ? "static " : string.Empty)}readonly {type} {gate} = new{(language >= LanguageVersion.CSharp9 ? string.Empty : " " + type)}();";
        return SyntaxFactory.ParseMemberDeclaration(text)!.WithLeadingTrivia(layout.Indentation).WithTrailingTrivia(layout.Separator);
    }

    private sealed record Region(TextSpan Span, Action<DocumentEditor> Apply);
}
