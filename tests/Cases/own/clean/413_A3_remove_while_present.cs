// source: dotnet/runtime issue #97993 (needlessly careful, and correct)
// class: A3
using System.Collections.Concurrent;
using System.IO;

namespace Corpus.Own.C413;

public sealed class Outputs
{
    private readonly ConcurrentDictionary<string, StringWriter> _outputs = new();

    public void Put(string context, StringWriter writer)
    {
        if (!_outputs.TryAdd(context, writer))
            writer.Dispose();
    }

    public void Clear(string context)
    {
        while (_outputs.ContainsKey(context))
        {
            if (_outputs.TryRemove(context, out var writer))
                writer.Dispose();
        }
    }
}
