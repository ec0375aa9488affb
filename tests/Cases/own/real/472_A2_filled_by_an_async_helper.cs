// source: own, after the description: the selector hands the map to an async method that writes when it has waited
// class: A2
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Corpus.Own.R472;

public interface IInventory
{
    Task<int> CountAsync(string article);
}

public static class Stock
{
    public static async Task<IDictionary<string, int>> AllAsync(IInventory inventory, IReadOnlyList<string> articles)
    {
        var stock = new Dictionary<string, int>(articles.Count);
        var pending = articles.Select(article => FillAsync(inventory, stock, article)).ToList(); // BUG: A2
        await Task.WhenAll(pending);
        return stock;
    }

    private static async Task FillAsync(IInventory inventory, Dictionary<string, int> stock, string article) =>
        stock[article] = await inventory.CountAsync(article).ConfigureAwait(false);

    public static async Task<IDictionary<string, int>> AllFixedAsync(IInventory inventory, IReadOnlyList<string> articles)
    {
        var stock = new Dictionary<string, int>(articles.Count);
        foreach (var article in articles)
            await FillAsync(inventory, stock, article);
        return stock;
    }
}
