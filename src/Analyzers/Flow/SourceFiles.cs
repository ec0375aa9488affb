using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers in which files of the compilation a word may stand, so that the others need not be looked at.</summary>
internal sealed class SourceFiles(Compilation compilation)
{
    private readonly Lazy<(SyntaxTree Tree, SourceWords Words)[]> files = new(() => [.. compilation.SyntaxTrees.Select(static tree => (tree, SourceWords.Of(tree)))]);

    /// <summary>The files in which <paramref name="word"/> may stand, in their order.</summary>
    public IEnumerable<SyntaxTree> With(string word, CancellationToken cancellationToken)
    {
        var hash = SourceWords.HashOf(word);
        foreach (var (tree, words) in files.Value)
        {
            if (words.MayContain(hash))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return tree;
            }
        }
    }
}
