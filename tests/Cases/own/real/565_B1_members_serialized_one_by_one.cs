// source: structure of caches that store each member as a hash field
// class: B1
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace Corpus.Own.R565;

public interface IHashStore { Task SetAsync(string key, IEnumerable<KeyValuePair<string, string>> fields); }

public sealed class HashCache(IHashStore store)
{
    public Task PutAsync<T>(string key, T value) where T : class
    {
        var fields = new Dictionary<string, string>();
        var type = value.GetType();
        var names = type.GetProperties().Select(p => p.Name).ToList(); // MAY: B1
        for (var i = 0; i < names.Count; i++)
        {
            var member = type.GetProperty(names[i])!.GetValue(value); // BUG: B1
            fields[names[i]] = member is string text ? text : JsonSerializer.Serialize(member);
        }
        return store.SetAsync(key, fields);
    }

    public Task PutFixedAsync(string key, Visitor value) => store.SetAsync(key, new Dictionary<string, string> { ["Name"] = value.Name });
}

public sealed record Visitor(string Name);
