// source: own, after the description: two async methods of the same object write the same field, and both are awaited by one WhenAll
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R478;

public interface ICatalog
{
    Task<IReadOnlyList<string>> ReadAsync(string section);
}

public sealed class Menu(ICatalog catalog)
{
    private readonly Dictionary<string, string> _items = new(); // MAY: A2

    public Task LoadAsync() => Task.WhenAll(LoadSectionAsync("food"), LoadSectionAsync("drinks"));

    private async Task LoadSectionAsync(string section)
    {
        foreach (var item in await catalog.ReadAsync(section))
            _items[item] = section; // BUG: A2
    }
}

public sealed class MenuFixed(ICatalog catalog)
{
    private readonly Dictionary<string, string> _items = new();

    public async Task LoadAsync()
    {
        await LoadSectionAsync("food");
        await LoadSectionAsync("drinks");
    }

    private async Task LoadSectionAsync(string section)
    {
        foreach (var item in await catalog.ReadAsync(section))
            _items[item] = section;
    }
}
