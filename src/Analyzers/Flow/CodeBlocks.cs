using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>Gives all rules the same <see cref="CodeBlock"/>: they come one after the other, and then to the next member.</summary>
internal sealed class CodeBlocks(KnownTypes types)
{
    // Some of those that were asked for last, so that threads do not take turns in one place.
    private readonly CodeBlock?[] latest = new CodeBlock?[64];

    /// <summary>What is there to look at in <paramref name="roots"/>.</summary>
    public CodeBlock Of(ImmutableArray<IOperation> roots)
    {
        ref var place = ref latest[(RuntimeHelpers.GetHashCode(roots[0]) & int.MaxValue) % latest.Length];
        var known = Volatile.Read(ref place);
        if (known?.IsOf(roots) is not true)
        {
            Volatile.Write(ref place, known = new CodeBlock(roots, types));
        }

        return known;
    }
}
