using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether a word may stand in a source file, in code or in a comment. A file is read once, and most files have none of
/// the words that anybody looks for in the whole compilation. Another word is taken for it once in a while.
/// </summary>
internal sealed class SourceWords
{
    // Weak keys: a tree that an editor did not change is the same one in the next compilation, and is not read again.
    private static readonly ConditionalWeakTable<SyntaxTree, SourceWords> Known = new();

    // Two bits for each word, among as many as the text has letters.
    private readonly ulong[] bits;

    [MethodImpl(JitHints.AggressiveOptimization)]
    private SourceWords(string text)
    {
        const int FewestBits = 1024;
        const int MostBits = 65536;
        var size = FewestBits;
        while (size < text.Length && size < MostBits)
        {
            size *= 2;
        }

        bits = new ulong[size / 64];
        for (var position = 0; position < text.Length; position++)
        {
            if (!WordScan.IsWordPart(text[position]))
            {
                continue;
            }

            var hash = 0u;
            for (; position < text.Length && WordScan.IsWordPart(text[position]); position++)
            {
                hash = Mixed(hash, text[position]);
            }

            var (first, second) = PlacesOf(hash);
            bits[first >> 6] |= 1UL << first;
            bits[second >> 6] |= 1UL << second;
        }
    }

    /// <summary>The words of <paramref name="tree"/>.</summary>
    public static SourceWords Of(SyntaxTree tree) => Known.GetValue(tree, static key => new SourceWords(key.GetText().ToString()));

    /// <summary>What <see cref="MayContain"/> wants to know of a word.</summary>
    public static uint HashOf(string word)
    {
        var hash = 0u;
        foreach (var letter in word)
        {
            hash = Mixed(hash, letter);
        }

        return hash;
    }

    /// <summary>Whether the word of this hash may stand in the file.</summary>
    public bool MayContain(uint hash)
    {
        var (first, second) = PlacesOf(hash);
        return (bits[first >> 6] & (1UL << first)) != 0 && (bits[second >> 6] & (1UL << second)) != 0;
    }

    private static uint Mixed(uint hash, char letter) => unchecked((hash ^ letter) * 16777619u);

    private (int First, int Second) PlacesOf(uint hash)
    {
        var mixed = unchecked(hash * 2654435769u);
        var last = (bits.Length * 64) - 1;
        return ((int)(mixed >> 16) & last, (int)(mixed ^ (hash >> 7)) & last);
    }
}
