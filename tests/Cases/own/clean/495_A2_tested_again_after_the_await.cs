// source: own, after the description: a static memo is tested again when the value has come
// class: A2
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.C495;

public interface ILoader
{
    Task<string> LoadAsync(string key);
}

public static class Texts
{
    [System.ThreadStatic]
    private static Dictionary<string, string>? _texts;

    public static async Task<string> OfAsync(string key, ILoader loader)
    {
        var texts = _texts ??= new Dictionary<string, string>();
        if (texts.TryGetValue(key, out var text))
            return text;
        var loaded = await loader.LoadAsync(key);
        if (!texts.TryGetValue(key, out text))
            texts[key] = text = loaded;
        return text;
    }
}
