// source: own, after the description: what configures the container runs before anything else
// class: A2
using System;
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.C452;

public static class Modules
{
    private static readonly Dictionary<string, Type> Known = new();

    public static IServiceCollection AddModule<T>(this IServiceCollection services, string name)
    {
        Remember(name, typeof(T));
        return services;
    }

    public static Type? Find(string name) => Known.TryGetValue(name, out var type) ? type : null;

    private static void Remember(string name, Type type) => Known[name] = type;
}
