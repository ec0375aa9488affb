// source: own, after the description: the immutable source is walked, overwritten and removed keys go to its builder
// class: A1
using System.Collections.Immutable;

namespace Corpus.Own.C281;

public static class StageCleaner
{
    public static ImmutableDictionary<string, int> Clean(ImmutableDictionary<string, int> stages)
    {
        var builder = stages.ToBuilder();
        foreach (var (name, weight) in stages)
        {
            builder[name] = weight + 1;
            if (weight < 0)
                builder.Remove(name);
        }

        return builder.ToImmutable();
    }
}
