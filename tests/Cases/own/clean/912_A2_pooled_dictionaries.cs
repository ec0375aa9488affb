// source: structure of object pools (a rented dictionary belongs to one user)
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.C912;

public static class DictionaryPool
{
    private static readonly ConcurrentBag<Dictionary<string, string>> Free = new();

    public static Dictionary<string, string> Rent() => Free.TryTake(out var map) ? map : new Dictionary<string, string>();

    public static void Return(Dictionary<string, string> map)
    {
        map.Clear();
        Free.Add(map);
    }
}

public static class Renderer
{
    public static Task RenderAllAsync(string[] names) => Parallel.ForEachAsync(names, async (name, token) =>
    {
        var values = DictionaryPool.Rent();
        try
        {
            values["name"] = name;
            await Task.Delay(values.Count, token);
            values["done"] = "yes";
        }
        finally
        {
            DictionaryPool.Return(values);
        }
    });
}
