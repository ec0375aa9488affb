// source: structure of a layout cache with one lock for all instances
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.R516;

public class LayoutCache
{
    private static readonly object s_lock = new();
    private readonly Dictionary<string, int[]> _layouts = new();

    public int[]? Find(string name)
    {
        lock (s_lock)
        {
            return _layouts.GetValueOrDefault(name);
        }
    }

    public void Put(string name, int[] layout)
    {
        lock (s_lock)
        {
            _layouts[name] = layout;
        }
    }

    public void Invalidate()
    {
        _layouts.Clear(); // BUG: A5
    }

    public void InvalidateFixed()
    {
        lock (s_lock)
            _layouts.Clear();
    }
}
