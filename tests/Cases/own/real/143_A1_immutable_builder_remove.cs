// source: own, after the description: an immutable dictionary's builder is enumerated and removed from
// class: A1
using System.Collections.Immutable;

namespace Corpus.Own.R143;

public sealed record BuildPlan(ImmutableDictionary<string, int> Stages)
{
    public BuildPlan WithoutSkipped()
    {
        var builder = Stages.ToBuilder();
        foreach (var stage in builder) // MAY: A1
        {
            if (stage.Value < 0)
                builder.Remove(stage.Key); // BUG: A1
        }

        return new BuildPlan(builder.ToImmutable());
    }

    public BuildPlan WithoutSkippedFixed()
    {
        var builder = Stages.ToBuilder();
        foreach (var stage in Stages)
        {
            if (stage.Value < 0)
                builder.Remove(stage.Key);
        }

        return new BuildPlan(builder.ToImmutable());
    }
}
