using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers where a few words stand in a text, whole and in one pass. Most texts have none of them.</summary>
internal sealed class WordScan
{
    // By length, and which first letters the words of that length have; other words are not compared.
    private readonly List<string>?[] byLength;
    private readonly ulong[] firstLetters;

    public WordScan(IReadOnlyCollection<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            longest = Math.Max(longest, word.Length);
        }

        byLength = new List<string>?[longest + 1];
        firstLetters = new ulong[longest + 1];
        foreach (var word in words)
        {
            (byLength[word.Length] ??= []).Add(word);
            firstLetters[word.Length] |= BitOf(word[0]);
        }
    }

    /// <summary>The words in <paramref name="text"/>, each with the place where it begins, in the order of the text.</summary>
    public ImmutableArray<(string Word, int Position)> In(string text)
    {
        ImmutableArray<(string, int)>.Builder? found = null;
        for (var next = Next(text, 0, text.Length); next is var (word, position); next = Next(text, position + word.Length, text.Length))
        {
            (found ??= ImmutableArray.CreateBuilder<(string, int)>()).Add((word, position));
        }

        return found?.ToImmutable() ?? [];
    }

    /// <summary>The first word from <paramref name="position"/> on that begins before <paramref name="end"/>; null where there is none.</summary>
    [MethodImpl(JitHints.AggressiveOptimization)]
    public (string Word, int Position)? Next(string text, int position, int end)
    {
        for (; position < end; position++)
        {
            if (!IsWordPart(text[position]))
            {
                continue;
            }

            var start = position;
            while (position < text.Length && IsWordPart(text[position]))
            {
                position++;
            }

            if (WordAt(text, start, position - start) is { } word)
            {
                return (word, start);
            }
        }

        return null;
    }

    private string? WordAt(string text, int start, int length)
    {
        if (length >= byLength.Length || (firstLetters[length] & BitOf(text[start])) == 0)
        {
            return null;
        }

        foreach (var word in byLength[length]!)
        {
            if (string.CompareOrdinal(text, start, word, 0, length) == 0)
            {
                return word;
            }
        }

        return null;
    }

    private static ulong BitOf(char letter) => 1UL << (letter & 63);

    /// <summary>Whether a letter can stand inside a word.</summary>
    public static bool IsWordPart(char letter) => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or (>= '0' and <= '9') or >= '\u0080';
}
