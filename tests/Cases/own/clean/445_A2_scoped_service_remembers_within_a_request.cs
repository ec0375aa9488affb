// source: own, after the description: a scoped and a transient service
// class: A2
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.C445;

public sealed class RequestMemo
{
    private readonly Dictionary<int, string> _names = new();

    public string NameOf(int id)
    {
        if (!_names.TryGetValue(id, out var name))
            _names[id] = name = id.ToString();
        return name;
    }
}

public sealed class Job
{
    private readonly IDictionary<int, string> _parts = new Dictionary<int, string>();

    public void Add(int id, string part) => _parts.Add(id, part);
}

public static class Setup
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<RequestMemo>();
        services.AddTransient<Job>();
    }
}
