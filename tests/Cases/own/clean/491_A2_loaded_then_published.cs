// source: own, after the description: a task fills a new map and publishes it whole; readers take what is there
// class: A2
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.C491;

public sealed class Settings
{
    private volatile Dictionary<string, string> _values = new();

    public Settings(ISettingsFile file) => _ = Task.Run(async () =>
    {
        while (true)
        {
            var fresh = new Dictionary<string, string>();
            foreach (var (key, value) in await file.ReadAsync())
                fresh[key] = value;
            _values = fresh;
        }
    });

    public string? Find(string key) => _values.GetValueOrDefault(key);
}

public interface ISettingsFile
{
    Task<IReadOnlyList<(string Key, string Value)>> ReadAsync();
}
