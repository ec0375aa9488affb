// source: own, after the description: the dictionary is reached through two members, the key is a property of the argument
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.R341;

public sealed class Tenant
{
    public readonly TenantState State = new();
}

public sealed class TenantState
{
    public readonly ConcurrentDictionary<long, int> Quota = new();
}

public sealed record Upload(long User, int Size);

public sealed class QuotaService(Tenant tenant)
{
    public bool TryCharge(Upload upload, int limit)
    {
        if (!tenant.State.Quota.TryGetValue(upload.User, out var used)) // MAY: A3
            used = 0;
        if (used + upload.Size > limit)
            return false;
        tenant.State.Quota[upload.User] = used + upload.Size; // BUG: A3
        return true;
    }

    public bool TryChargeFixed(Upload upload, int limit)
    {
        while (true)
        {
            var used = tenant.State.Quota.GetOrAdd(upload.User, 0);
            if (used + upload.Size > limit)
                return false;
            if (tenant.State.Quota.TryUpdate(upload.User, used + upload.Size, used))
                return true;
        }
    }
}
