// source: castleproject/Core issue #654
// class: A2
// note: the bag is made lazily in a getter; a behaviour class writes to it through an interface; the adapter is a singleton
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.R903;

public interface ISettingsAdapter
{
    IDictionary<string, object> Extended { get; }
}

public sealed class SettingsAdapter : ISettingsAdapter
{
    private IDictionary<string, object>? _extended;

    public IDictionary<string, object> Extended // MAY: A2
    {
        get
        {
            if (_extended == null)
                _extended = new Dictionary<string, object>(); // MAY: A2
            return _extended;
        }
    }
}

public sealed class SettingsAdapterFixed
{
    public ConcurrentDictionary<string, object> Extended { get; } = new();
}

public sealed class ComponentBehavior(ISettingsAdapter adapter)
{
    public object GetComponent(string property)
    {
        adapter.Extended.TryGetValue(property, out var component); // MAY: A2
        if (component == null)
        {
            component = new object();
            adapter.Extended[property] = component; // BUG: A2
        }

        return component;
    }
}

public sealed class ComponentBehaviorFixed(SettingsAdapterFixed adapter)
{
    public object GetComponent(string property) => adapter.Extended.GetOrAdd(property, static _ => new object());
}

public static class Setup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<ISettingsAdapter, SettingsAdapter>();
        services.AddSingleton<SettingsAdapterFixed>();
        services.AddTransient<ComponentBehavior>();
        services.AddTransient<ComponentBehaviorFixed>();
    }
}
