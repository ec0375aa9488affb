using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// The table of what containers call their registrations, and how long the registered objects live. The names say it in
/// whichever library they stand.
/// </summary>
internal static class RegistrationCalls
{
    private static readonly ImmutableDictionary<string, (Lifetimes Lifetime, RegistrationForm Form)> Rows = new Dictionary<string, (Lifetimes, RegistrationForm)>
    {
        ["AddSingleton"] = (Lifetimes.Singleton, RegistrationForm.Call),
        ["TryAddSingleton"] = (Lifetimes.Singleton, RegistrationForm.Call),
        ["AddKeyedSingleton"] = (Lifetimes.Singleton, RegistrationForm.Call),
        ["TryAddKeyedSingleton"] = (Lifetimes.Singleton, RegistrationForm.Call),
        ["RegisterSingleton"] = (Lifetimes.Singleton, RegistrationForm.Call),
        ["KeyedSingleton"] = (Lifetimes.Singleton, RegistrationForm.Call),

        // 'ServiceDescriptor.Singleton<I, T>()', and '.., ServiceLifetime.Singleton)'.
        ["Singleton"] = (Lifetimes.Singleton, RegistrationForm.CallOrArgument),

        // 'RegisterType<T>().As<I>().SingleInstance()'
        ["SingleInstance"] = (Lifetimes.Singleton, RegistrationForm.Chain),
        ["InSingletonScope"] = (Lifetimes.Singleton, RegistrationForm.Chain),
        ["AddHostedService"] = (Lifetimes.Hosted, RegistrationForm.Call),
        ["UseMiddleware"] = (Lifetimes.Middleware, RegistrationForm.Call),
        ["AddScoped"] = (Lifetimes.Short, RegistrationForm.Call),
        ["TryAddScoped"] = (Lifetimes.Short, RegistrationForm.Call),
        ["AddKeyedScoped"] = (Lifetimes.Short, RegistrationForm.Call),
        ["AddTransient"] = (Lifetimes.Short, RegistrationForm.Call),
        ["TryAddTransient"] = (Lifetimes.Short, RegistrationForm.Call),
        ["AddKeyedTransient"] = (Lifetimes.Short, RegistrationForm.Call),
    }.ToImmutableDictionary();

    // Each name has one of these in it. A text that has none of them has no registration, which is found out several times faster.
    private static readonly ImmutableArray<string> Stems = ["Singleton", "Scoped", "Transient", "SingleInstance", "HostedService", "UseMiddleware"];

    /// <summary>The names of all rows.</summary>
    public static IEnumerable<string> Names => Rows.Keys;

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
    public static (Lifetimes Lifetime, RegistrationForm Form)? Of(string name) => Rows.TryGetValue(name, out var row) ? row : null;
}
