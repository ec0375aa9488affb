using System;
using System.Collections.Immutable;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// The table of what containers call their registrations, and how long the registered objects live. The names say it in
/// whichever library they stand.
/// </summary>
internal static class RegistrationCalls
{
    // Each name has one of these in it. A text that has none of them has no registration, which is found out several times faster.
    private static readonly ImmutableArray<string> Stems = ["Singleton", "Scoped", "Transient", "SingleInstance", "HostedService", "UseMiddleware"];

    /// <summary>The names of all rows.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "AddSingleton", "TryAddSingleton", "AddKeyedSingleton", "TryAddKeyedSingleton", "RegisterSingleton", "KeyedSingleton", "Singleton", "SingleInstance", "InSingletonScope",
        "AddHostedService", "UseMiddleware", "AddScoped", "TryAddScoped", "AddKeyedScoped", "AddTransient", "TryAddTransient", "AddKeyedTransient",
    ];

    /// <summary>Whether a name of any row may stand in <paramref name="text"/>.</summary>
    public static bool MayBeIn(string text)
    {
        foreach (var stem in Stems)
        {
            if (text.IndexOf(stem, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a name says; null where the table has no row.</summary>
    public static (Lifetimes Lifetime, RegistrationForm Form)? Of(string name) => name switch
    {
        "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton" or "TryAddKeyedSingleton" or "RegisterSingleton" or "KeyedSingleton" => (Lifetimes.Singleton, RegistrationForm.Call),

        // 'ServiceDescriptor.Singleton<I, T>()', and '.., ServiceLifetime.Singleton)'.
        "Singleton" => (Lifetimes.Singleton, RegistrationForm.CallOrArgument),

        // 'RegisterType<T>().As<I>().SingleInstance()'
        "SingleInstance" or "InSingletonScope" => (Lifetimes.Singleton, RegistrationForm.Chain),
        "AddHostedService" => (Lifetimes.Hosted, RegistrationForm.Call),
        "UseMiddleware" => (Lifetimes.Middleware, RegistrationForm.Call),
        "AddScoped" or "TryAddScoped" or "AddKeyedScoped" or "AddTransient" or "TryAddTransient" or "AddKeyedTransient" => (Lifetimes.Short, RegistrationForm.Call),
        _ => null,
    };
}
