using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Flow;

/// <summary>Where in the text of a source file do words begin that may be of a lock? It looks at no syntax.</summary>
internal sealed class LockWords
{
    // Weak keys: a tree that an editor did not change is the same one in the next compilation, and is not read again.
    private static readonly ConditionalWeakTable<SyntaxTree, LockWords> Known = new();

    private readonly int[] positions;

    [MethodImpl(JitHints.AggressiveOptimization)]
    private LockWords(string text)
    {
        List<int> found = [];
        for (var position = 0; position < text.Length; position++)
        {
            if (!WordScan.IsWordPart(text[position]))
            {
                continue;
            }

            if (MayBeSign(text, position))
            {
                found.Add(position);
            }

            while (position + 1 < text.Length && WordScan.IsWordPart(text[position + 1]))
            {
                position++;
            }
        }

        positions = [.. found];
    }

    /// <summary>The words of <paramref name="tree"/>.</summary>
    public static LockWords Of(SyntaxTree tree) => Known.GetValue(tree, static key => new LockWords(key.GetText().ToString()));

    /// <summary>Where they begin in <paramref name="span"/>.</summary>
    public ReadOnlySpan<int> In(TextSpan span)
    {
        var first = FirstFrom(span.Start);
        return positions.AsSpan(first, FirstFrom(span.End) - first);
    }

    private int FirstFrom(int position)
    {
        var index = Array.BinarySearch(positions, position);
        return index >= 0 ? index : ~index;
    }

    private static bool MayBeSign(string text, int position) => text[position] switch
    {
        'l' => Begins(text, position, "lock"),
        'u' => Begins(text, position, "using"),
        'S' => Begins(text, position, "Synchronized"),
        _ => LockUse.MayBeginAt(text, position),
    };

    private static bool Begins(string text, int position, string word) => string.CompareOrdinal(text, position, word, 0, word.Length) == 0;
}
