// source: own, after the description: the getter returns the private field, and another class writes through it
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.R420;

public sealed class SchemaCache
{
    private readonly Dictionary<string, string> _schemas = new(); // MAY: A2

    public IDictionary<string, string> Schemas => _schemas;
}

public sealed class Validator(SchemaCache cache)
{
    public string SchemaOf(string name)
    {
        if (!cache.Schemas.TryGetValue(name, out var schema)) // MAY: A2
        {
            schema = "{" + name + "}";
            cache.Schemas[name] = schema; // BUG: A2
        }

        return schema;
    }
}

public sealed class SchemaCacheFixed
{
    private readonly ConcurrentDictionary<string, string> _schemas = new();

    public IDictionary<string, string> Schemas => _schemas;
}

public sealed class ValidatorFixed(SchemaCacheFixed cache)
{
    public void Put(string name) => cache.Schemas[name] = "{" + name + "}";
}

public static class Setup
{
    public static void Register(IServiceCollection services) =>
        services.AddSingleton<SchemaCache>().AddTransient<Validator>().AddSingleton<SchemaCacheFixed>().AddTransient<ValidatorFixed>();
}
