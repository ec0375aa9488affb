using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DictionaryAnalyzers.Editing;

/// <summary>Writes attributes and their named arguments, and keeps the comments and the layout of the declaration that they stand on.</summary>
internal static class AttributeEdits
{
    // A list that is longer gets a line for each of its elements.
    private const int LineLength = 100;

    /// <summary>How <paramref name="attribute"/>, of this package, is written at a place; its whole name where it is not imported.</summary>
    public static string NameAt(RepairContext context, int position, string attribute) =>
        context.Model.LookupNamespacesAndTypes(position, name: attribute + "Attribute") is [INamedTypeSymbol { ContainingNamespace: { Name: "DictionaryAnalyzers", ContainingNamespace.IsGlobalNamespace: true } }]
            ? attribute
            : "global::DictionaryAnalyzers." + attribute;

    /// <summary>A list of strings as the language of the file writes one; of several lines where it is long.</summary>
    public static string List(RepairContext context, IEnumerable<string> expressions, SyntaxNode declaration)
    {
        var elements = expressions.ToArray();
        var isCollection = ((CSharpParseOptions)context.Root.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp12;
        var (open, close) = isCollection ? ("[", "]") : ("new[] {", "}");
        var line = string.Join(", ", elements);
        if (line.Length <= LineLength)
        {
            return isCollection ? $"[{line}]" : $"new[] {{ {line} }}";
        }

        var indentation = IndentationOf(declaration);
        return open + context.EndOfLine + string.Concat(elements.Select(element => $"{indentation}    {element},{context.EndOfLine}")) + indentation + close;
    }

    /// <summary>A string as it stands in code.</summary>
    public static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Gives an attribute a named argument, or the argument that is there another value.</summary>
    public static void SetArgument(DocumentEditor editor, AttributeSyntax attribute, string name, string value)
    {
        var written = SyntaxFactory.ParseExpression(value);
        if (attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name) is { } existing)
        {
            editor.ReplaceNode(existing.Expression, written.WithTriviaFrom(existing.Expression));
            return;
        }

        var added = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space)),
            null,
            written);
        editor.ReplaceNode(attribute, (current, _) => Added((AttributeSyntax)current, added));
    }

    /// <summary>Puts an attribute on a declaration: on a line of its own, unless the declaration shares its line.</summary>
    public static void Add(DocumentEditor editor, RepairContext context, SyntaxNode declaration, string attribute)
    {
        var endOfLine = context.EndOfLine;
        editor.ReplaceNode(declaration, (current, _) => current switch
        {
            MemberDeclarationSyntax member => WithList(member, ListOf(attribute), endOfLine),
            ParameterSyntax parameter => WithList(parameter, ListOf(attribute)),
            _ => current,
        });
    }

    /// <summary>Takes an attribute away, and the brackets where it was alone in them.</summary>
    public static void Remove(DocumentEditor editor, AttributeSyntax attribute)
    {
        if (attribute.Parent is not AttributeListSyntax { Attributes.Count: 1, Parent: { } declaration } list)
        {
            editor.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia);
            return;
        }

        // What stands above the brackets stays, and with it the indentation.
        var leading = list.GetLeadingTrivia();
        var isFirst = declaration.GetFirstToken() == list.OpenBracketToken;
        editor.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia);
        if (isFirst)
        {
            editor.ReplaceNode(declaration, (current, _) => current.WithLeadingTrivia(leading));
        }
    }

    private static AttributeSyntax Added(AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        if (attribute.ArgumentList is not { } list)
        {
            return attribute.WithoutTrailingTrivia()
                .WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument)).WithTrailingTrivia(attribute.GetTrailingTrivia()));
        }

        if (list.Arguments.Count == 0)
        {
            return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SingletonSeparatedList(argument)));
        }

        var last = list.Arguments.Last();
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(
            list.Arguments.GetWithSeparators().Replace(last, last.WithoutTrailingTrivia()).AddRange([comma, argument.WithTrailingTrivia(last.GetTrailingTrivia())]))));
    }

    private static AttributeListSyntax ListOf(string attribute) =>
        ((MemberDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{attribute}] int _;")!).AttributeLists[0].WithoutTrivia();

    private static MemberDeclarationSyntax WithList(MemberDeclarationSyntax member, AttributeListSyntax list, string endOfLine)
    {
        var leading = member.GetLeadingTrivia();
        var indentation = SyntaxFactory.TriviaList(leading.Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse());
        var separation = SharesLine(member) ? SyntaxFactory.Space : SyntaxFactory.EndOfLine(endOfLine);
        if (member.AttributeLists.LastOrDefault() is { } last)
        {
            // Behind those that are there.
            var before = last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? last : last.WithTrailingTrivia(separation);
            var after = list.WithLeadingTrivia(indentation).WithTrailingTrivia(last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) ? SyntaxFactory.TriviaList(separation) : last.GetTrailingTrivia());
            return member.WithAttributeLists(member.AttributeLists.Replace(last, before).Add(after));
        }

        return member.WithLeadingTrivia(SharesLine(member) ? SyntaxFactory.TriviaList() : indentation)
            .WithAttributeLists([list.WithLeadingTrivia(leading).WithTrailingTrivia(separation)]);
    }

    private static ParameterSyntax WithList(ParameterSyntax parameter, AttributeListSyntax list) =>
        parameter.WithoutLeadingTrivia().WithAttributeLists(parameter.WithoutLeadingTrivia().AttributeLists.Insert(0, list.WithTrailingTrivia(SyntaxFactory.Space)))
            .WithLeadingTrivia(parameter.GetLeadingTrivia());

    private static bool SharesLine(SyntaxNode node) =>
        node.GetFirstToken().GetPreviousToken() is { RawKind: not 0 } previous && !previous.TrailingTrivia.Concat(node.GetLeadingTrivia()).Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    private static string IndentationOf(SyntaxNode declaration) =>
        string.Concat(declaration.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Select(trivia => trivia.ToString()));
}
