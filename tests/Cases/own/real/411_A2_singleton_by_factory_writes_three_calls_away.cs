// source: own, after the description: registered by a factory; the public method is three calls from the write
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.R411;

public sealed class TemplateStore(string root)
{
    private readonly Dictionary<string, string> _texts = new(); // MAY: A2
    private readonly ConcurrentDictionary<string, string> _textsFixed = new();

    public string Render(string name, string value) => Find(name).Replace("{0}", value);

    public string RenderFixed(string name, string value) => _textsFixed.GetOrAdd(name, Read).Replace("{0}", value);

    private string Find(string name) => _texts.TryGetValue(name, out var text) ? text : Load(name); // MAY: A2

    private string Load(string name)
    {
        var text = Read(name);
        Keep(name, text);
        return text;
    }

    private void Keep(string name, string text)
    {
        _texts[name] = text; // BUG: A2
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(root, name));
}

public static class Setup
{
    public static IServiceCollection AddTemplates(this IServiceCollection services, string root) =>
        services.AddSingleton(provider => new TemplateStore(root));
}
