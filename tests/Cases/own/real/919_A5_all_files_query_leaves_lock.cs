// source: TestableIO/System.IO.Abstractions PR #268
// class: A5
// note: the query is built under the lock and runs at the caller
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R919;

public sealed class MockFiles
{
    private readonly IDictionary<string, byte[]?> _files = new Dictionary<string, byte[]?>();

    public IEnumerable<string> AllFiles
    {
        get
        {
            lock (_files)
            {
                return _files.Where(f => f.Value != null).Select(f => f.Key); // BUG: A5
            }
        }
    }

    public IEnumerable<string> AllFilesFixed
    {
        get
        {
            lock (_files)
                return _files.Where(f => f.Value != null).Select(f => f.Key).ToArray();
        }
    }

    public void Add(string path, byte[] content)
    {
        lock (_files)
            _files[path] = content;
    }

    public void Remove(string path)
    {
        lock (_files)
            _files.Remove(path);
    }
}
