// source: structure of Use/Add extensions (maps filled while the container is set up)
// class: A2
using System;
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.C914;

public sealed class BusOptions
{
    public Dictionary<Type, string> Topics { get; } = new();

    public BusOptions Map<T>(string topic)
    {
        Topics[typeof(T)] = topic;
        return this;
    }
}

public sealed class Bus(BusOptions options)
{
    public string TopicOf(Type type) => options.Topics[type];
}

public static class BusExtensions
{
    public static IServiceCollection AddBus(this IServiceCollection services, Action<BusOptions> configure)
    {
        var options = new BusOptions();
        options.Topics[typeof(object)] = "default";
        configure(options);
        services.AddSingleton(options);
        services.AddSingleton<Bus>();
        return services;
    }
}

public static class Setup
{
    public static IServiceCollection Add(IServiceCollection services) =>
        services.AddBus(options => options.Map<string>("strings").Map<int>("numbers"));
}
