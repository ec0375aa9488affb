// source: structure of async producers
// class: B1
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R569;

public sealed class AuditProducer
{
    private async IAsyncEnumerable<KeyValuePair<string, object?>> DescribeAsync(object entity)
    {
        foreach (var property in entity.GetType().GetProperties()) // MAY: B1
        {
            if (property.GetValue(entity) is not { } value) // BUG: B1
                continue;
            await Task.Yield();
            yield return new KeyValuePair<string, object?>(property.Name, value);
        }
    }

    public async Task<Dictionary<string, object?>> CollectAsync(object entity)
    {
        var all = new Dictionary<string, object?>();
        await foreach (var pair in DescribeAsync(entity))
            all[pair.Key] = pair.Value;
        return all;
    }

    public Task<Dictionary<string, object?>> CollectFixedAsync(Parcel entity) => Task.FromResult(new Dictionary<string, object?> { ["Weight"] = entity.Weight });
}

public sealed class Parcel { public double Weight { get; set; } }
