using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

// What becomes of each kind of use is tested in Retyping/; here is what the rule's own diagnostics make of it.
public class DICT202SharedWriteRepairTests
{
    private const string Before = """
        using System;
        using System.Collections.Generic;
        using System.Reflection;
        using System.Threading.Tasks;

        public static class PropertyTable
        {
            private static readonly Dictionary<Type, PropertyInfo[]> Known = new(16);
            private static readonly Dictionary<string, int> Counts = new();

            public static PropertyInfo[] Of(Type type)
            {
                if (!Known.TryGetValue(type, out var found))
                {
                    found = type.GetProperties();
                    {|DICT202:Known[type]|} = found;
                }

                return found;
            }

            public static bool Has(Type type) => Known.ContainsKey(type);

            public static int Size => Known.Count;

            public static void Count(string name)
            {
                if (Counts.ContainsKey(name))
                {
                    {|DICT202:Counts[name]|}++;
                }
                else
                {
                    Counts.Add(name, 1);
                }
            }

            public static Task Start() => Task.Run(() => Of(typeof(int)));
        }
        """;

    [Fact]
    public Task Fixes_WithConcurrentDictionaries() => Verify(
        DICT202SharedWriteCodeFix.ConcurrentDictionaryKey,
        """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Reflection;
        using System.Threading.Tasks;

        public static class PropertyTable
        {
            private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new(Environment.ProcessorCount, 16);
            private static readonly ConcurrentDictionary<string, int> Counts = new();

            public static PropertyInfo[] Of(Type type)
            {
                var found = Known.GetOrAdd(type, static type => type.GetProperties());

                return found;
            }

            public static bool Has(Type type) => Known.ContainsKey(type);

            public static int Size => Known.Count;

            public static void Count(string name)
            {
                Counts.AddOrUpdate(name, 1, static (_, old) => old + 1);
            }

            public static Task Start() => Task.Run(() => Of(typeof(int)));
        }
        """);

    // The counters cannot publish copies: what they write depends on what they read.
    [Fact]
    public Task Fixes_WithACopy() => Verify(
        DICT202SharedWriteCodeFix.PublishCopyKey,
        """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Reflection;
        using System.Threading;
        using System.Threading.Tasks;

        public static class PropertyTable
        {
            private static ImmutableDictionary<Type, PropertyInfo[]> Known = ImmutableDictionary<Type, PropertyInfo[]>.Empty;
            private static readonly Dictionary<string, int> Counts = new();

            public static PropertyInfo[] Of(Type type)
            {
                if (!Volatile.Read(ref Known).TryGetValue(type, out var found))
                {
                    found = type.GetProperties();
                    found = ImmutableInterlocked.GetOrAdd(ref Known, type, found);
                }

                return found;
            }

            public static bool Has(Type type) => Volatile.Read(ref Known).ContainsKey(type);

            public static int Size => Volatile.Read(ref Known).Count;

            public static void Count(string name)
            {
                if (Counts.ContainsKey(name))
                {
                    {|DICT202:Counts[name]|}++;
                }
                else
                {
                    Counts.Add(name, 1);
                }
            }

            public static Task Start() => Task.Run(() => Of(typeof(int)));
        }
        """);

    private static Task Verify(string key, string after) =>
        new CSharpCodeFixTest<DICT202SharedWriteAnalyzer, DICT202SharedWriteCodeFix, DefaultVerifier> { TestCode = Before, FixedCode = after, CodeActionEquivalenceKey = key }.RunAsync();
}
