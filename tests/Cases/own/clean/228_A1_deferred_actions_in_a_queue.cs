// source: own, after the description: the lambdas are queued in the loop and run after it
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C228;

public sealed class WorldEditor
{
    private readonly SortedDictionary<int, string> _blocks = new();
    private readonly Queue<Action> _commands = new();

    public void Put(int at, string block) => _blocks[at] = block;

    private void Enqueue(Action command) => _commands.Enqueue(command);

    public void Erode()
    {
        foreach (var (at, block) in _blocks)
        {
            if (block == "sand")
                Enqueue(() => _blocks.Remove(at));
        }

        while (_commands.TryDequeue(out var command))
            command();
    }
}
