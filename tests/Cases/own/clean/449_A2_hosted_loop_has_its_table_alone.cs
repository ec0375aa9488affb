// source: own, after the description: only the loop of the hosted service touches the table
// class: A2
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace Corpus.Own.C449;

public sealed class Compactor : BackgroundService
{
    private readonly Dictionary<string, int> _attempts = new();

    protected override async Task ExecuteAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            foreach (var name in new[] { "a", "b" })
                Try(name);
            await Task.Delay(1000, token);
        }
    }

    private void Try(string name)
    {
        _attempts.TryGetValue(name, out var count);
        _attempts[name] = count + 1;
        if (count > 3)
            _attempts.Remove(name);
    }
}
