using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Finds where a word stands in code by looking at the text before any syntax. Most words stand in few places, and syntax that
/// nobody looks at is never made.
/// </summary>
internal sealed class SourceTexts
{
    private readonly ConcurrentDictionary<SyntaxTree, string> texts = new();

    /// <summary>The text of <paramref name="tree"/>, which is kept: for files of which more than one thing is asked.</summary>
    public string Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        texts.TryGetValue(tree, out var text) ? text : texts.GetOrAdd(tree, tree.GetText(cancellationToken).ToString());

    /// <summary>The tokens in <paramref name="span"/> whose value is <paramref name="word"/>, of whatever kind, in the order of the text.</summary>
    public IEnumerable<SyntaxToken> TokensIn(SyntaxTree tree, TextSpan span, string word, CancellationToken cancellationToken) =>
        TokensIn(Of(tree, cancellationToken), tree, span, word, cancellationToken);

    /// <summary>The same in a <paramref name="text"/> that is at hand.</summary>
    public static IEnumerable<SyntaxToken> TokensIn(string text, SyntaxTree tree, TextSpan span, string word, CancellationToken cancellationToken)
    {
        for (var position = span.Start; position < span.End; position += word.Length)
        {
            position = text.IndexOf(word, position, span.End - position, StringComparison.Ordinal);
            if (position < 0)
            {
                yield break;
            }

            if (IsWhole(text, position, word.Length) && TokenAt(tree, position, cancellationToken) is { } token && token.ValueText == word)
            {
                yield return token;
            }
        }
    }

    /// <summary>Whether one of the <paramref name="names"/> stands in <paramref name="span"/> as a name in code.</summary>
    public bool AnyNameIn(SyntaxTree tree, TextSpan span, WordScan names, CancellationToken cancellationToken)
    {
        var text = Of(tree, cancellationToken);
        for (var next = names.Next(text, span.Start, span.End); next is var (word, position); next = names.Next(text, position + word.Length, span.End))
        {
            if (TokenAt(tree, position, cancellationToken) is { } token && token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is SimpleNameSyntax)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The token that stands at <paramref name="position"/>; null where a comment or a part that is not compiled does.</summary>
    public static SyntaxToken? TokenAt(SyntaxTree tree, int position, CancellationToken cancellationToken) =>
        tree.GetRoot(cancellationToken).FindToken(position) is var token && token.Span.Contains(position) ? token : null;

    private static bool IsWhole(string text, int position, int length) =>
        (position == 0 || !WordScan.IsWordPart(text[position - 1])) && (position + length == text.Length || !WordScan.IsWordPart(text[position + length]));
}
