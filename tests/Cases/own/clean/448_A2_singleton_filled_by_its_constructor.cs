// source: own, after the description: a private method that only the constructor calls
// class: A2
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.C448;

public sealed class Catalogue
{
    private readonly Dictionary<string, decimal> _prices = new();

    public Catalogue(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Read(line);
    }

    public decimal PriceOf(string article) => _prices.GetValueOrDefault(article);

    private void Read(string line)
    {
        var parts = line.Split(';');
        _prices[parts[0]] = decimal.Parse(parts[1]);
    }
}

public static class Setup
{
    public static void Register(IServiceCollection services) => services.AddSingleton(new Catalogue(["a;1"]));
}
