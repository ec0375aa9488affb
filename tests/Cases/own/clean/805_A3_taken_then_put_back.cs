// source: structure of pools that take an entry out to work on it
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.C805;

public sealed class Buffers
{
    private readonly ConcurrentDictionary<int, byte[]> _free = new();

    public int Fill(int size, byte with)
    {
        if (!_free.TryRemove(size, out var buffer))
            buffer = new byte[size];
        try
        {
            System.Array.Fill(buffer, with);
            return buffer[0];
        }
        finally
        {
            _free[size] = buffer;
        }
    }
}
