using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

// The lock around the accesses of a field; a second thread is somewhere.
public class DICT202SharedWriteLockTests
{
    private const string Thread = " static class Other { static System.Threading.Tasks.Task Run() => System.Threading.Tasks.Task.Run(() => { }); }";

    [Fact]
    public Task Fixes_WithALock() => Verify(
        """
        using System;
        using System.Collections.Generic;
        using System.Reflection;

        public static class PropertyTable
        {
            // What was asked for.
            private static readonly Dictionary<Type, PropertyInfo[]> Known = new();

            static PropertyTable() => Known[typeof(object)] = [];

            public static PropertyInfo[] Of(Type type)
            {
                if (!Known.TryGetValue(type, out var found))
                {
                    // Costs much.
                    found = type.GetProperties();
                    [|Known[type]|] = found;
                }

                return found;
            }

            public static bool Has(Type type) => Known.ContainsKey(type);

            public static int Size => Known.Count;

            public static Type[] Types => [.. Known.Keys];

            public static void Forget(bool all)
            {
                Console.WriteLine(nameof(Known));
                if (all) Known.Clear();
            }

            public static System.Threading.Tasks.Task Start() => System.Threading.Tasks.Task.Run(() => Of(typeof(int)));
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Reflection;
        using System.Threading;

        public static class PropertyTable
        {
            // What was asked for.
            private static readonly Dictionary<Type, PropertyInfo[]> Known = new();
            private static readonly Lock KnownLock = new();

            static PropertyTable() => Known[typeof(object)] = [];

            public static PropertyInfo[] Of(Type type)
            {
                lock (KnownLock)
                {
                    if (!Known.TryGetValue(type, out var found))
                    {
                        // Costs much.
                        found = type.GetProperties();
                        Known[type] = found;
                    }

                    return found;
                }
            }

            public static bool Has(Type type)
            {
                lock (KnownLock)
                {
                    return Known.ContainsKey(type);
                }
            }

            public static int Size
            {
                get
                {
                    lock (KnownLock)
                    {
                        return Known.Count;
                    }
                }
            }

            public static Type[] Types
            {
                get
                {
                    lock (KnownLock)
                    {
                        return [.. Known.Keys];
                    }
                }
            }

            public static void Forget(bool all)
            {
                Console.WriteLine(nameof(Known));
                if (all) lock (KnownLock) { Known.Clear(); }
            }

            public static System.Threading.Tasks.Task Start() => System.Threading.Tasks.Task.Run(() => Of(typeof(int)));
        }
        """);

    [Theory]
    [InlineData("private static readonly HashSet<int> set = [];", "public static bool M(int k) { return [|set.Add(k)|]; }", "public static bool M(int k) { lock (setLock) { return set.Add(k); } }")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static void M(int k) { [|map[k]|]++; }", "public static void M(int k) { lock (mapLock) { map[k]++; } }")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static int M(int k) { [|map.Remove(k)|]; return map.Values.Sum(); }", "public static int M(int k) { lock (mapLock) { map.Remove(k); return map.Values.Sum(); } }")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static void M(int k) { [|map[k]|] = 1; foreach (var p in map) { Console.WriteLine(p.Value); } }", "public static void M(int k) { lock (mapLock) { map[k] = 1; foreach (var p in map) { Console.WriteLine(p.Value); } } }")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static string M(int k) { [|map[k]|] = 1; return string.Join(\",\", map.Where(p => p.Value > 1)); }", "public static string M(int k) { lock (mapLock) { map[k] = 1; return string.Join(\",\", map.Where(p => p.Value > 1)); } }")]
    [InlineData("private static Dictionary<int, int>? map;", "public static void M(int k) { map ??= new(); [|map[k]|] = 1; }", "public static void M(int k) { lock (mapLock) { map ??= new(); map[k] = 1; } }")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static void M(int k) { Action a = () => map.Clear(); [|map[k]|] = 1; a(); }", "public static void M(int k) { Action a = () => { lock (mapLock) { map.Clear(); } }; lock (mapLock) { map[k] = 1; } a(); }")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static async Task M(int k) { await Task.Yield(); [|map[k]|] = 1; }", "public static async Task M(int k) { await Task.Yield(); lock (mapLock) { map[k] = 1; } }")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, int> other = new(); public static void M(int k) { [|map[k]|] = other.GetValueOrDefault(k); }", "private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, int> other = new(); public static void M(int k) { lock (mapLock) { map[k] = other.GetValueOrDefault(k); } }")]
    public Task Fixes_Bodies(string field, string before, string after) => Verify(
        Class(field, before),
        Class(field + $" private static readonly Lock {(field.Contains(" set ") ? "set" : "map")}Lock = new();", after));

    // Awaits and yields; what leaves; what could stand still; what cannot be seen.
    [Theory]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static async Task M(int k) { if (map.Count > k) { await Task.Yield(); } {|DICT202:map[k]|} = 1; }")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static IEnumerable<int> M(int k) { {|DICT202:map[k]|} = 1; foreach (var p in map) { yield return p.Key; } }")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static void M(int k) => {|DICT202:map[k]|} = 1; public static IReadOnlyDictionary<int, int> All => map;")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static void M(int k) => {|DICT202:map[k]|} = 1; public static ICollection<int> All => map.Keys;")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static void M(int k) => {|DICT202:map[k]|} = 1; public static IEnumerable<int> All => map.Where(p => p.Value > 1).Select(p => p.Key);")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static void M(int k) { var known = map; {|DICT202:known[k]|} = 1; }")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static void M(int k, Func<int, int> make) { {|DICT202:map[k]|} = make(k); }")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static void M(int k, Task task) { {|DICT202:map[k]|} = 1; task.Wait(); Console.WriteLine(map.Count); }")]
    [InlineData("internal static readonly Dictionary<int, int> map = new();", "public static void M(int k) { {|DICT202:map[k]|} = 1; }")]
    [InlineData("private static readonly Dictionary<int, int> map = new(), other = new();", "public static void M(int k) { {|DICT202:map[k]|} = 1; }")]
    [InlineData("private static readonly Dictionary<int, int> map = new();", "public static void M(int k) { {|DICT202:map[k]|} = 1; }\n#if OTHER\npublic static void N() => map.Clear();\n#endif\n")]
    [InlineData("private static readonly Dictionary<int, int> map = new(); private static readonly HashSet<int> set = [];", "public static void A(int k) { if (!map.ContainsKey(k)) Fill(k); } public static void B(int k) { if (!set.Contains(k)) Fill(k); } private static void Fill(int k) { {|DICT202:map[k]|} = 1; {|DICT202:set.Add(k)|}; }")]
    [InlineData("private static readonly Dictionary<int, int> map = new(); private static readonly HashSet<int> set = [];", "public static void A(int k) { if (map.ContainsKey(k)) {|DICT202:set.Add(k)|}; } public static void B(int k) { if (set.Contains(k)) {|DICT202:map[k]|} = 1; }")]
    public Task FixesNothing_WhereALockIsNotEnough(string field, string members) => Verify(Class(field, members), null);

    [Fact]
    public Task Fixes_AnInstanceField() => Verify(
        "using System.Collections.Generic;\nusing System.Threading;\nclass C { private readonly Dictionary<int, int> map = new(); public static readonly C Only = new(); private C() { map[0] = 0; } public void M(int k) { [|map[k]|] = 1; } public bool Has(int k) => this.map.ContainsKey(k); }" + Thread,
        "using System.Collections.Generic;\nusing System.Threading;\nclass C { private readonly Dictionary<int, int> map = new(); private readonly Lock mapLock = new(); public static readonly C Only = new(); private C() { map[0] = 0; } public void M(int k) { lock (mapLock) { map[k] = 1; } } public bool Has(int k) { lock (mapLock) { return this.map.ContainsKey(k); } } }" + Thread);

    [Fact]
    public Task Fixes_WithAnObject_BeforeThereWasALock()
    {
        var test = Test(
            "using System.Collections.Generic;\nstatic class C { private static readonly Dictionary<int, int> map = new Dictionary<int, int>(); public static void M(int k) { [|map[k]|] = 1; } }" + Thread,
            "using System.Collections.Generic;\nstatic class C { private static readonly Dictionary<int, int> map = new Dictionary<int, int>(); private static readonly object mapLock = new object(); public static void M(int k) { lock (mapLock) { map[k] = 1; } } }" + Thread);
        test.Extra.LanguageVersion = LanguageVersion.CSharp7_3;
        test.Extra.NullableContextOptions = Microsoft.CodeAnalysis.NullableContextOptions.Disable;
        return test.RunAsync();
    }

    private static string Class(string field, string members) =>
        "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading;\nusing System.Threading.Tasks;\nstatic class C { " + field + " " + members + " }" + Thread;

    private static Task Verify(string before, string? after) => Test(before, after).RunAsync();

    private static CSharpCodeFixTest<DICT202SharedWriteAnalyzer, DICT202SharedWriteCodeFix, DefaultVerifier> Test(string before, string? after)
    {
        var test = new CSharpCodeFixTest<DICT202SharedWriteAnalyzer, DICT202SharedWriteCodeFix, DefaultVerifier>
        {
            TestCode = before + "\n",
            CodeActionEquivalenceKey = DICT202SharedWriteCodeFix.LockKey,
        };
        if (after is not null)
        {
            test.FixedCode = after + "\n";
        }

        return test;
    }
}
