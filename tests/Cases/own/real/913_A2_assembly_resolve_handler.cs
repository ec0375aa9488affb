// source: aspnet/dnx issue #508
// class: A2
// note: the handler of AssemblyResolve is called on whichever thread loads; a per-name lock does not guard the table
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Reflection;

namespace Corpus.Own.R913;

public sealed class Bootstrapper
{
    private static readonly Dictionary<string, Assembly> _assemblies = new(); // MAY: A2
    private static readonly ConcurrentDictionary<string, object> _loadLocks = new();

    public static void Install() => AppDomain.CurrentDomain.AssemblyResolve += static (_, args) => Resolve(args.Name);

    private static Assembly? Resolve(string name)
    {
        lock (_loadLocks.GetOrAdd(name, static _ => new object()))
        {
            if (_assemblies.TryGetValue(name, out var assembly)) // MAY: A2
                return assembly;

            assembly = Assembly.LoadFrom(name + ".dll");
            _assemblies[name] = assembly; // BUG: A2
            return assembly;
        }
    }
}

public sealed class BootstrapperFixed
{
    private static readonly ConcurrentDictionary<string, Assembly> Assemblies = new();

    public static void Install() => AppDomain.CurrentDomain.AssemblyResolve +=
        static (_, args) => Assemblies.GetOrAdd(args.Name, static n => Assembly.LoadFrom(n + ".dll"));
}
