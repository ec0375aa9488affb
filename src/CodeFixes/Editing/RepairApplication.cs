using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using DictionaryAnalyzers.Retyping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Editing;

/// <summary>Applies repairs to their document, and answers whether the result compiles as cleanly as before.</summary>
internal static class RepairApplication
{
    public static async Task<Document> ApplyAsync(RepairContext context, IReadOnlyCollection<Repair> repairs)
    {
        if (repairs.Count == 0)
        {
            return context.Document;
        }

        if (repairs.Any(repair => repair.Edits is not null))
        {
            return await WithEditsAsync(context, repairs).ConfigureAwait(false);
        }

        var editor = await DocumentEditor.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (var repair in repairs)
        {
            repair.Fix(editor);
        }

        var root = (CompilationUnitSyntax)editor.GetChangedRoot();
        foreach (var repair in repairs)
        {
            if (repair.Namespace is { } missing)
            {
                root = UsingDirectives.Add(root, missing, UsingDirectives.HolderOf(repair.Place), context.EndOfLine);
            }
        }

        return context.Document.WithSyntaxRoot(root);
    }

    // Those that edit what an earlier one edits wait for the next round.
    private static async Task<Document> WithEditsAsync(RepairContext context, IReadOnlyCollection<Repair> repairs)
    {
        var all = new TextEdits();
        foreach (var edits in repairs.Select(repair => repair.Edits).OfType<TextEdits>())
        {
            var together = new TextEdits();
            together.Add(all);
            together.Add(edits);
            all = together.HaveConflict() ? all : together;
        }

        return context.Document.WithText(all.ApplyTo(await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false)));
    }

    /// <summary>Whether the repairs bring neither an error nor a warning that was not there before.</summary>
    public static async Task<bool> IsSoundAsync(RepairContext context, IReadOnlyCollection<Repair> repairs)
    {
        var changed = await ApplyAsync(context, repairs).ConfigureAwait(false);
        if (await changed.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || await changed.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
        {
            return false;
        }

        // A using directive can change the meaning of the whole document; other repairs stay within their member.
        var member = repairs.Count == 1 && repairs.First() is { Namespace: null, Edits: null } only ? IndexOfMember(only.Place) : null;
        var before = CompilerComplaints.Of(context.Model, SpanOf(context.Root, member), context.CancellationToken);
        var after = CompilerComplaints.Of(model, SpanOf(root, member), context.CancellationToken);
        return after.IsCoveredBy(before)
            && await IsSoundElsewhereAsync(context, changed).ConfigureAwait(false)
            && await AreQuietAsync(context, model, [.. repairs.SelectMany(repair => repair.Watched).Distinct()]).ConfigureAwait(false);
    }

    // A file that several projects compile, or one project for several frameworks, has to compile in all of them.
    private static async Task<bool> IsSoundElsewhereAsync(RepairContext context, Document changed)
    {
        var views = context.Document.GetLinkedDocumentIds();
        if (views.IsEmpty)
        {
            return true;
        }

        var text = await changed.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var view in views.Select(context.Document.Project.Solution.GetDocument).OfType<Document>())
        {
            var before = await CompilerComplaints.OfAsync([view], context.CancellationToken).ConfigureAwait(false);
            var after = await CompilerComplaints.OfAsync([view.WithText(text)], context.CancellationToken).ConfigureAwait(false);
            if (!after.IsCoveredBy(before))
            {
                return false;
            }
        }

        return true;
    }

    // The rules report no more than they did.
    private static async Task<bool> AreQuietAsync(RepairContext context, SemanticModel changed, ImmutableArray<DiagnosticAnalyzer> rules) =>
        rules.IsEmpty || await CountAsync(context, changed, rules).ConfigureAwait(false) <= await CountAsync(context, context.Model, rules).ConfigureAwait(false);

    private static async Task<int> CountAsync(RepairContext context, SemanticModel model, ImmutableArray<DiagnosticAnalyzer> rules)
    {
        var run = model.Compilation.WithAnalyzers(rules, new CompilationWithAnalyzersOptions(context.Document.Project.AnalyzerOptions, null, false, false));
        return (await run.GetAnalyzerSemanticDiagnosticsAsync(model, null, context.CancellationToken).ConfigureAwait(false)).Length;
    }

    private static int? IndexOfMember(SyntaxNode place)
    {
        var member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>(candidate =>
            candidate is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax);
        return member is null ? null : Members(member.SyntaxTree.GetRoot()).TakeWhile(candidate => candidate != member).Count();
    }

    private static TextSpan? SpanOf(SyntaxNode root, int? member) =>
        member is { } index ? Members(root).ElementAt(index).FullSpan : null;

    private static IEnumerable<SyntaxNode> Members(SyntaxNode root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax)
            .Where(node => node is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax);
}
