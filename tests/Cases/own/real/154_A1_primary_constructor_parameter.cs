// source: own, after the description: the dictionary is a captured primary constructor parameter
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R154;

public sealed class QuotaService(SortedDictionary<string, long> quotas)
{
    public long Get(string tenant) => quotas.TryGetValue(tenant, out var quota) ? quota : 0;

    private void Reset(string tenant) => quotas[tenant] = 0;

    public void ResetExceeded(long limit)
    {
        foreach (var (tenant, used) in quotas) // MAY: A1
        {
            if (used > limit)
                Reset(tenant); // BUG: A1
        }
    }

    public void ResetExceededFixed(long limit)
    {
        foreach (var (tenant, used) in quotas.ToArray())
        {
            if (used > limit)
                Reset(tenant);
        }
    }
}
