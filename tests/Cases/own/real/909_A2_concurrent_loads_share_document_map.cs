// source: redis/redis-om-dotnet issue #189
// class: A2
// note: the calls are started one after the other and awaited together; each writes the map of the same object after its await
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R909;

public interface IStore
{
    Task<string[]> SearchAsync(string index);
}

public sealed class Session(IStore store)
{
    private readonly Dictionary<string, string> _tracked = new(); // MAY: A2

    public async Task<int> LoadAsync(string index)
    {
        var rows = await store.SearchAsync(index);
        foreach (var row in rows)
            _tracked.Add(index + row, row); // BUG: A2
        return rows.Length;
    }
}

public sealed class SessionFixed(IStore store)
{
    private readonly ConcurrentDictionary<string, string> _tracked = new();

    public async Task<int> LoadAsync(string index)
    {
        var rows = await store.SearchAsync(index);
        foreach (var row in rows)
            _tracked[index + row] = row;
        return rows.Length;
    }
}

public sealed class RiskReport(IStore store)
{
    public async Task<int> BuildAsync()
    {
        var session = new Session(store);
        var categories = session.LoadAsync("categories"); // MAY: A2
        var factors = session.LoadAsync("factors"); // MAY: A2
        var answers = session.LoadAsync("answers"); // MAY: A2
        await Task.WhenAll(categories, factors, answers).ConfigureAwait(false);
        return await categories + await factors + await answers;
    }

    public async Task<int> BuildOneByOneAsync()
    {
        var session = new Session(store);
        return await session.LoadAsync("categories") + await session.LoadAsync("factors");
    }

    public async Task BuildFixedAsync()
    {
        var session = new SessionFixed(store);
        await Task.WhenAll(session.LoadAsync("categories"), session.LoadAsync("factors"));
    }
}
