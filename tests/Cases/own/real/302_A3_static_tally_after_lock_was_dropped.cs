// source: drewnoakes/amusing PR #3 (review: the lock went when the type became concurrent)
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R302;

public static class UsingTally
{
    private static readonly ConcurrentDictionary<string, int> Usings = new();

    public static int Of(string name) => Usings.TryGetValue(name, out var count) ? count : 0;

    public static void Scan(IEnumerable<IReadOnlyList<string>> files) => Parallel.ForEach(files, file =>
    {
        foreach (var name in file)
            Visit(name);
    });

    public static void Visit(string name)
    {
        Usings.TryGetValue(name, out var count); // MAY: A3
        Usings[name] = count + 1; // BUG: A3
    }

    public static void VisitFixed(string name) => Usings.AddOrUpdate(name, 1, static (_, count) => count + 1);
}
