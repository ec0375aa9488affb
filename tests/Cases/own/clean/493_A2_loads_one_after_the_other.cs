// source: own, after the description: an async selector is awaited task by task, before the next one is asked for
// class: A2
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Corpus.Own.C493;

public interface IPrices
{
    Task<decimal> OfAsync(string name);
}

public static class Loader
{
    public static async Task<Dictionary<string, decimal>> LoadAsync(IPrices prices, IEnumerable<string> names)
    {
        var loaded = new Dictionary<string, decimal>();
        foreach (var task in names.Select(async name => loaded[name] = await prices.OfAsync(name)))
            await task;
        return loaded;
    }
}
