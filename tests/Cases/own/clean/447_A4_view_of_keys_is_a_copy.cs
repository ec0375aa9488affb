// source: own, after the description: Keys and Values are copies made under the locks, whatever is done with them
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C447;

public sealed class Shutdown
{
    private readonly ConcurrentDictionary<string, int> _ports = new();

    public void Open(string name, int port) => _ports[name] = port;

    public List<string> Names() => new(_ports.Keys);

    public int[] Ports() => _ports.Values.OrderBy(port => port).ToArray();
}
