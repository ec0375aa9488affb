// source: own, after the description: private helpers write, and every caller holds the lock
// class: A2
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.C446;

public sealed class Stock
{
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _pieces = new();

    public void Deliver(string article, int pieces)
    {
        lock (_gate)
            Change(article, pieces);
    }

    public bool TrySell(string article)
    {
        lock (_gate)
        {
            if (PiecesOf(article) == 0)
                return false;
            Change(article, -1);
            return true;
        }
    }

    private int PiecesOf(string article) => _pieces.TryGetValue(article, out var pieces) ? pieces : 0;

    private void Change(string article, int by) => _pieces[article] = PiecesOf(article) + by;
}

public static class Setup
{
    public static void Register(IServiceCollection services) => services.AddSingleton<Stock>();
}
