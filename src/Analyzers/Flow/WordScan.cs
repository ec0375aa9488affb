using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers where a few words stand in a text, whole and in one pass. Most texts have none of them.</summary>
internal sealed class WordScan
{
    // By length, and which first letters the words of that length have; other words are not compared.
    private readonly ImmutableArray<(ulong FirstLetters, ImmutableArray<string> Words)> byLength;

    public WordScan(IEnumerable<string> words)
    {
        var groups = words.Distinct().ToLookup(word => word.Length);
        byLength =
        [
            .. Enumerable.Range(0, groups.Max(group => group.Key) + 1)
                .Select(length => (groups[length].Aggregate(0UL, (bits, word) => bits | BitOf(word[0])), groups[length].ToImmutableArray())),
        ];
    }

    /// <summary>The words in <paramref name="text"/>, each with the place where it begins, in the order of the text.</summary>
    public ImmutableArray<(string Word, int Position)> In(string text)
    {
        ImmutableArray<(string, int)>.Builder? found = null;
        for (var position = 0; position < text.Length; position++)
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
                (found ??= ImmutableArray.CreateBuilder<(string, int)>()).Add((word, start));
            }
        }

        return found?.ToImmutable() ?? [];
    }

    private string? WordAt(string text, int start, int length)
    {
        if (length >= byLength.Length || (byLength[length].FirstLetters & BitOf(text[start])) == 0)
        {
            return null;
        }

        foreach (var word in byLength[length].Words)
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
