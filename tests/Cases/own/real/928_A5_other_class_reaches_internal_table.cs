// source: structure of registries with internal tables (a second class walks it for diagnostics)
// class: A5
// note: the class locks; a diagnostics class reads the internal member without the lock
using System.Collections.Generic;
using System.Text;

namespace Corpus.Own.R928;

public sealed class CommandRegistry
{
    internal readonly object Sync = new();
    internal readonly Dictionary<string, int> Calls = new();

    public void Called(string name)
    {
        lock (Sync)
        {
            Calls.TryGetValue(name, out var n);
            Calls[name] = n + 1;
        }
    }

    public void Reset()
    {
        lock (Sync)
            Calls.Clear();
    }
}

public sealed class CommandReport(CommandRegistry registry)
{
    public string Render()
    {
        var text = new StringBuilder();
        foreach (var (name, n) in registry.Calls) // BUG: A5
            text.Append(name).Append(' ').Append(n).AppendLine();
        return text.ToString();
    }

    public string RenderFixed()
    {
        var text = new StringBuilder();
        lock (registry.Sync)
        {
            foreach (var (name, n) in registry.Calls)
                text.Append(name).Append(' ').Append(n).AppendLine();
        }

        return text.ToString();
    }
}
