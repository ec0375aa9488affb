using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers in which source files a word may stand, in code or in a comment. A file is read once, and most files have none of the
/// words that anybody looks for in the whole compilation.
/// </summary>
internal sealed class SourceWords
{
    // Weak keys: a tree that an editor did not change is the same one in the next compilation, and is not read again.
    private static readonly ConditionalWeakTable<SyntaxTree, SourceWords> Known = new();

    private static readonly ConditionalWeakTable<SyntaxTree, SourceWords>.CreateValueCallback Read = static tree => new SourceWords(tree.GetText().ToString());

    private readonly int[] hashes;

    private SourceWords(string text)
    {
        var found = new HashSet<int>();
        for (var position = 0; position < text.Length; position++)
        {
            if (!WordScan.IsWordPart(text[position]))
            {
                continue;
            }

            var hash = 0;
            while (position < text.Length && WordScan.IsWordPart(text[position]))
            {
                hash = unchecked((hash * 31) + text[position]);
                position++;
            }

            found.Add(hash);
        }

        hashes = [.. found];
        Array.Sort(hashes);
    }

    /// <summary>The files of <paramref name="compilation"/> in which <paramref name="word"/> may stand; another word is taken for it once in a long while.</summary>
    public static IEnumerable<SyntaxTree> FilesWith(string word, Compilation compilation, CancellationToken cancellationToken)
    {
        var hash = 0;
        foreach (var letter in word)
        {
            hash = unchecked((hash * 31) + letter);
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Array.BinarySearch(Known.GetValue(tree, Read).hashes, hash) >= 0)
            {
                yield return tree;
            }
        }
    }
}
