// source: structure of dashboards and tool registries
// class: A3
// note: a name is numbered until it is free, the result of TryAdd is ignored: the second tool is lost
using System.Collections.Concurrent;

namespace Corpus.Own.R711;

public sealed class ToolBox
{
    private readonly ConcurrentDictionary<string, object> _tools = new();

    public string Register(string wish, object tool)
    {
        var name = wish;
        var n = 1;
        while (_tools.ContainsKey(name)) // MAY: A3
            name = wish + n++;
        _tools.TryAdd(name, tool); // BUG: A3
        return name;
    }

    public string RegisterFixed(string wish, object tool)
    {
        var name = wish;
        var n = 1;
        while (!_tools.TryAdd(name, tool))
            name = wish + n++;
        return name;
    }
}
