// source: structure of load generators (the report is read after every task was awaited)
// class: A5
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Corpus.Own.C926;

public sealed class LoadRun
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _counts = new();

    private void Count(string result)
    {
        lock (_gate)
        {
            _counts.TryGetValue(result, out var n);
            _counts[result] = n + 1;
        }
    }

    private async Task ClientAsync(int requests)
    {
        for (var i = 0; i < requests; i++)
        {
            await Task.Delay(1);
            Count("ok");
        }
    }

    private int Total() => _counts.Values.Sum();

    public static async Task<string> RunAsync(int clients)
    {
        var run = new LoadRun();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => run.ClientAsync(100)));
        return string.Join(", ", run._counts.OrderBy(c => c.Key).Select(c => c.Key + "=" + c.Value)) + run.Total();
    }
}
