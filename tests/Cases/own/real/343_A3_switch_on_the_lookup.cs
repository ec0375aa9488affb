// source: own, after the description: a switch expression over the result of TryGetValue
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.R343;

public sealed class Gate(string name)
{
    public string Name { get; } = name;
}

public sealed class Gates
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new();

    public Gate Of(string name) => _gates.TryGetValue(name, out var gate) switch // MAY: A3
    {
        true => gate!,
        false => _gates[name] = new Gate(name), // BUG: A3
    };

    public Gate OfFixed(string name) => _gates.GetOrAdd(name, static key => new Gate(key));
}
