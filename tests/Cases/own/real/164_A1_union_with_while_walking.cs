// source: own, after the description: HashSet.UnionWith inside the loop over the same set
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R164;

public sealed class RoleResolver
{
    private readonly Dictionary<string, string[]> _implied = new();

    public void Imply(string role, params string[] roles) => _implied[role] = roles;

    public HashSet<string> Resolve(IEnumerable<string> direct)
    {
        var roles = new HashSet<string>(direct);
        foreach (var role in roles) // MAY: A1
        {
            if (_implied.TryGetValue(role, out var more))
                roles.UnionWith(more); // BUG: A1
        }

        return roles;
    }

    public HashSet<string> ResolveFixed(IEnumerable<string> direct)
    {
        var roles = new HashSet<string>(direct);
        var size = 0;
        while (size != roles.Count)
        {
            size = roles.Count;
            foreach (var role in roles.ToArray())
            {
                if (_implied.TryGetValue(role, out var more))
                    roles.UnionWith(more);
            }
        }

        return roles;
    }
}
