// source: structure of view models (continuations on the scheduler of the window)
// class: A2
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace Corpus.Own.C916;

public sealed class FileList
{
    private readonly TaskScheduler _ui = TaskScheduler.FromCurrentSynchronizationContext();
    private readonly Dictionary<string, long> _sizes = new();

    public void Load(string[] paths)
    {
        foreach (var path in paths)
        {
            Task.Run(() => new FileInfo(path).Length)
                .ContinueWith(t => _sizes[path] = t.Result, _ui);
        }
    }

    public long Of(string path) => _sizes.GetValueOrDefault(path);
}
