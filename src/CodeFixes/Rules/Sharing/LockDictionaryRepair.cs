using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Declares a lock beside a local dictionary, and takes it wherever the dictionary is used while concurrent code may use it too. One
/// access that cannot be locked keeps the whole repair away.
/// </summary>
internal static class LockDictionaryRepair
{
    // The dictionary and what launches the code; the accesses follow.
    private const int FirstAccess = 2;

    /// <summary>The repair; none for dictionaries in fields and parameters, and where an access cannot stand in a lock.</summary>
    public static IEnumerable<Repair> Plan(RepairContext context, Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations.Count < FirstAccess
            || context.Find<IdentifierNameSyntax>(diagnostic.AdditionalLocations[0]) is not { } dictionary
            || DeclarationOf(context, dictionary) is not { } declaration)
        {
            yield break;
        }

        var accesses = diagnostic.AdditionalLocations.Skip(FirstAccess).Prepend(diagnostic.Location).Select(location => context.Find<SyntaxNode>(location)).ToArray();
        if (accesses.Any(access => access is null))
        {
            yield break;
        }

        var locked = accesses.OfType<SyntaxNode>().GroupBy(LockedStatements.BodyOf)
            .Select(inBody => LockedStatements.Around(context, [.. inBody])).ToArray();
        if (locked.Any(found => found is null) || locked.Any(found => locked.Any(other => other != found && other!.Place.Span.Contains(found!.Place.Span))))
        {
            yield break;
        }

        var gate = context.UniqueName("gate", declaration);
        var isModern = LockForm.HasLockType(context);
        yield return new Repair(
            declaration,
            editor =>
            {
                foreach (var found in locked)
                {
                    found!.Lock(editor, gate);
                }

                var layout = new LockLayout(declaration, context.EndOfLine);
                var statement = SyntaxFactory.ParseStatement($"var {gate} = new {(isModern ? "Lock" : "object")}();");
                var anchor = declaration.Parent is GlobalStatementSyntax global ? global : (SyntaxNode)declaration;
                statement = statement.WithLeadingTrivia(layout.Indentation).WithTrailingTrivia(layout.Separator);
                editor.InsertAfter(anchor, anchor == declaration ? statement : SyntaxFactory.GlobalStatement(statement));
            },
            isModern ? "System.Threading" : null)
        {
            Rewrites = [declaration.Span, .. locked.Select(found => found!.Place.Span)],
        };
    }

    /// <summary>The dictionary in its member: one repair mends all regions.</summary>
    public static object PlaceOf(Diagnostic diagnostic)
    {
        if (diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } location, ..])
        {
            return diagnostic.Location.SourceSpan;
        }

        var name = tree.GetRoot().FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        var member = name.FirstAncestorOrSelf<MemberDeclarationSyntax>(candidate => candidate is not GlobalStatementSyntax);
        return (member?.SpanStart ?? 0, name.ToString());
    }

    private static LocalDeclarationStatementSyntax? DeclarationOf(RepairContext context, IdentifierNameSyntax dictionary) =>
        context.Model.GetSymbolInfo(dictionary, context.CancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
        && reference.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } }
        && declaration.Siblings() is not null
            ? declaration
            : null;
}
