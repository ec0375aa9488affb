// source: own, after the description: the creator goes on adding before it awaits the task that adds too
// class: A2
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R475;

public static class Preload
{
    public static async Task<Dictionary<int, string>> RunAsync(IReadOnlyList<int> near, IReadOnlyList<int> far)
    {
        var names = new Dictionary<int, string>();
        var remote = Task.Run(() =>
        {
            foreach (var id in far)
                names[id] = $"far {id}"; // BUG: A2
        });
        foreach (var id in near)
            names[id] = $"near {id}"; // MAY: A2
        await remote;
        return names;
    }

    public static async Task<Dictionary<int, string>> RunFixedAsync(IReadOnlyList<int> near, IReadOnlyList<int> far)
    {
        var names = new Dictionary<int, string>();
        await Task.Run(() =>
        {
            foreach (var id in far)
                names[id] = $"far {id}";
        });
        foreach (var id in near)
            names[id] = $"near {id}";
        return names;
    }
}
