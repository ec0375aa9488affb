using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Editing;

/// <summary>Adds a using directive where the document keeps its own, in their order.</summary>
internal static class UsingDirectives
{
    /// <summary>
    /// The number, among the namespaces of the document, of the one whose own using directives apply to <paramref name="place"/>;
    /// null where the document keeps them at its top.
    /// </summary>
    public static int? HolderOf(SyntaxNode place)
    {
        var root = (CompilationUnitSyntax)place.SyntaxTree.GetRoot();
        if (root.Usings.Any())
        {
            return null;
        }

        var holder = place.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(candidate => candidate.Usings.Any());
        return holder is null ? null : Namespaces(root).TakeWhile(candidate => candidate != holder).Count();
    }

    /// <summary>The root with a directive for <paramref name="name"/>; the same root where it has one.</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax root, string name, int? holder, string endOfLine)
    {
        if (holder is { } index)
        {
            var space = Namespaces(root).ElementAt(index);
            var usings = With(space.Usings, name, endOfLine);
            return root.ReplaceNode(space, space.WithUsings(usings));
        }

        return root.Usings.Any() ? root.WithUsings(With(root.Usings, name, endOfLine)) : WithFirst(root, name, endOfLine);
    }

    private static IEnumerable<BaseNamespaceDeclarationSyntax> Namespaces(SyntaxNode root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseNamespaceDeclarationSyntax>();

    private static SyntaxList<UsingDirectiveSyntax> With(SyntaxList<UsingDirectiveSyntax> usings, string name, string endOfLine)
    {
        if (usings.Any(directive => IsPlain(directive) && directive.Name?.ToString() == name))
        {
            return usings;
        }

        var index = 0;
        for (var candidate = 0; candidate < usings.Count; candidate++)
        {
            if (usings[candidate].GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)
                || (IsPlain(usings[candidate]) && Compare(usings[candidate].Name!.ToString(), name) < 0))
            {
                index = candidate + 1;
            }
        }

        var added = Directive(name, endOfLine);
        if (index > 0)
        {
            // The directive before it may be the last of the file's lines so far, or carry the indentation of a namespace.
            var indentation = usings[index - 1].GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
            return usings.Insert(index, indentation == default ? added : added.WithLeadingTrivia(indentation));
        }

        // What stands above the first directive, a licence for example, stays on top.
        var first = usings[0];
        var own = first.GetLeadingTrivia() is [.., { RawKind: (int)SyntaxKind.WhitespaceTrivia } whitespace]
            ? SyntaxFactory.TriviaList(whitespace)
            : SyntaxFactory.TriviaList();
        return usings.Replace(first, first.WithLeadingTrivia(own)).Insert(0, added.WithLeadingTrivia(first.GetLeadingTrivia()));
    }

    private static CompilationUnitSyntax WithFirst(CompilationUnitSyntax root, string name, string endOfLine)
    {
        var first = root.GetFirstToken(includeZeroWidth: true);
        var leading = first.LeadingTrivia;
        var header = HeaderLength(leading);
        var added = Directive(name, endOfLine).WithLeadingTrivia(leading.Take(header));
        var rest = leading.Skip(header);
        if (!root.Externs.Any())
        {
            // One empty line between the directives and the code.
            rest = rest.Prepend(SyntaxFactory.EndOfLine(endOfLine));
        }

        return root.ReplaceToken(first, first.WithLeadingTrivia(rest)).AddUsings(added);
    }

    // The comments that an empty line separates from the first declaration belong to the file, and so do directives.
    private static int HeaderLength(SyntaxTriviaList leading)
    {
        var length = 0;
        for (var index = 0; index < leading.Count; index++)
        {
            var isEmptyLine = leading[index].IsKind(SyntaxKind.EndOfLineTrivia)
                && (index == 0 || leading[index - 1].IsKind(SyntaxKind.EndOfLineTrivia) || leading[index - 1].IsDirective);
            if (isEmptyLine || leading[index].IsDirective)
            {
                length = index + 1;
            }
        }

        return length;
    }

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None) && directive.Name is not null;

    // 'System' before all others, as the tools sort.
    private static int Compare(string left, string right)
    {
        var isSystem = IsSystem(left);
        return isSystem != IsSystem(right)
            ? isSystem ? -1 : 1
            : string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSystem(string name) =>
        name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    private static UsingDirectiveSyntax Directive(string name, string endOfLine) =>
        SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(SyntaxFactory.EndOfLine(endOfLine)));
}
