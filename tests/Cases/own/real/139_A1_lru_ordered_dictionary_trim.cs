// source: own, after the description: removal on the generic OrderedDictionary inside its loop
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.R139;

public sealed class LruPages
{
    private readonly OrderedDictionary<int, byte[]> _pages = new();
    private readonly int _capacity;

    public LruPages(int capacity) => _capacity = capacity;

    public void Put(int page, byte[] data) => _pages[page] = data;

    public void Trim()
    {
        foreach (var (page, data) in _pages) // MAY: A1
        {
            if (_pages.Count > _capacity && data.Length > 0)
                _pages.Remove(page); // BUG: A1
        }
    }

    public void TrimFixed()
    {
        while (_pages.Count > _capacity)
            _pages.RemoveAt(0);
    }
}
