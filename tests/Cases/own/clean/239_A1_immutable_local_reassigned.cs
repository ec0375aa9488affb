// source: own, after the description: a local immutable dictionary is enumerated and reassigned
// class: A1
using System.Collections.Immutable;

namespace Corpus.Own.C239;

public static class PolicyRewriter
{
    public static ImmutableDictionary<string, int> Rewrite(ImmutableDictionary<string, int> policies)
    {
        foreach (var (name, level) in policies)
        {
            if (level == 0)
                policies = policies.Remove(name);
            else if (!name.StartsWith("v2."))
                policies = policies.Remove(name).Add("v2." + name, level);
        }

        return policies;
    }
}
