using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// The reads of a field that publishes copies. Each takes the reference that was published last; a member that reads more than once
/// takes it once, so that it sees one table from beginning to end.
/// </summary>
internal sealed class PublishedReads
{
    private readonly List<(RetypedDocument Document, IFieldReferenceOperation Field)> all = [];

    public int Count => all.Count;

    public IEnumerable<(RetypedDocument Document, IFieldReferenceOperation Field)> All => all;

    public void Add(RetypedDocument document, IFieldReferenceOperation field) => all.Add((document, field));

    public void Remove(IFieldReferenceOperation field) => all.RemoveAll(read => read.Field.Syntax == field.Syntax);

    /// <summary>Makes the edits; false where a member would look at two tables and take them for one.</summary>
    public bool Finish()
    {
        foreach (var body in all.GroupBy(read => read.Field.EnclosingBody().Syntax))
        {
            var reads = body.ToArray();
            if (reads.Length == 1)
            {
                Wrap(reads[0].Document, (ExpressionSyntax)reads[0].Field.Syntax);
            }
            else if (!TakeOnce(reads[0].Document, [.. reads.Select(read => (ExpressionSyntax)read.Field.Syntax).OrderBy(read => read.SpanStart)]))
            {
                return false;
            }
        }

        return true;
    }

    private static void Wrap(RetypedDocument document, ExpressionSyntax read) =>
        document.Edits.Wrap(read.Span, $"{ReadAt(document, read)}(ref ", ")");

    private static string ReadAt(RetypedDocument document, SyntaxNode place) => document.NameOf("System.Threading", "Volatile", 0, place) + ".Read";

    private static bool TakeOnce(RetypedDocument document, ExpressionSyntax[] reads)
    {
        // A loop may wait for a change, and what runs after an 'await' may want the newest.
        var first = reads[0];
        if (reads.Any(read => !SyntaxFactory.AreEquivalent(read, first))
            || first.Ancestors().OfType<BlockSyntax>().FirstOrDefault(block => reads.All(read => block.Span.Contains(read.Span))) is not { } block
            || block.Ancestors().Prepend(block).TakeWhile(ancestor => ancestor is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(ancestor => ancestor is LockStatementSyntax)
            || reads.Any(read => read.Ancestors().TakeWhile(ancestor => ancestor != block).Any(ancestor => ancestor is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax))
            || block.DescendantNodes().Any(node => node is AwaitExpressionSyntax or YieldStatementSyntax))
        {
            return OneByOne(document, reads);
        }

        var statement = block.Statements.First(candidate => candidate.Span.Contains(first.Span));
        var name = document.FreeName(NameFor(first), block);
        document.Edits.Wrap(new TextSpan(statement.SpanStart, 0), $"var {name} = {ReadAt(document, first)}(ref {first});{SeparatorAt(document, statement)}", string.Empty);
        foreach (var read in reads)
        {
            document.Edits.Replace(read.Span, name);
        }

        return true;
    }

    // A body of one line stays one.
    private static string SeparatorAt(RetypedDocument document, StatementSyntax statement)
    {
        var text = statement.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(statement.SpanStart);
        return string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, statement.SpanStart))) ? document.NewLineAt(statement.SpanStart) : " ";
    }

    // Under a lock the writers wait, and elsewhere each read must do for itself.
    private static bool OneByOne(RetypedDocument document, ExpressionSyntax[] reads)
    {
        var isGuarded = reads.All(read => read.Ancestors().OfType<LockStatementSyntax>().Any());
        foreach (var read in reads)
        {
            Wrap(document, read);
        }

        return isGuarded || !reads.Any(DependsOnAnother);
    }

    // 'map.ContainsKey(k) ? map[k] : null': the indexer throws where the key has gone.
    private static bool DependsOnAnother(ExpressionSyntax read) => read.Parent is ElementAccessExpressionSyntax;

    private static string NameFor(ExpressionSyntax field)
    {
        var name = (field is MemberAccessExpressionSyntax access ? access.Name.Identifier.ValueText : field.GetLastToken().ValueText).TrimStart('_');
        name = name.StartsWith("s_", System.StringComparison.Ordinal) ? name.Substring(2) : name;
        name = name.Length == 0 || char.IsDigit(name[0]) ? "current" : char.ToLowerInvariant(name[0]) + name.Substring(1);
        return name == field.GetLastToken().ValueText || SyntaxFacts.GetKeywordKind(name) is not SyntaxKind.None ? "current" : name;
    }
}
