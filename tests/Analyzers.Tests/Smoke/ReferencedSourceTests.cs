using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DictionaryAnalyzers.Tests.Smoke;

/// <summary>
/// In an editor a project sees the projects that it references as source, whose trees are not its own: every member that leads
/// into them is followed no further.
/// </summary>
public class ReferencedSourceTests
{
    private const string Library = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        public class Holder(Dictionary<int, int> map, Action changed)
        {
            private readonly object gate = new();
            public Dictionary<int, int> Map { get; set; } = map;
            public Dictionary<int, int> Field = map;
            public ConcurrentDictionary<int, int> Shared { get; } = new();
            public IDictionary<int, int> Behind { get; } = new ConcurrentDictionary<int, int>();
            public event Action Changed = changed;
            public int Count => Map.Count;
            public virtual void Add(int key) { lock (gate) { Map[key] = 1; Changed(); } }
            public bool Has(int key) => Shared.ContainsKey(key);
            public static Dictionary<int, int> All { get; } = new();
            public IEnumerable<int> Keys() { foreach (var pair in Map) yield return pair.Key; }
        }
        public static class Extensions
        {
            public static void Put<K, V>(this IDictionary<K, V> d, K k, V v) { if (!d.ContainsKey(k)) d.Add(k, v); }
        }
        """;

    private const string User = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        class Derived(Dictionary<int, int> map) : Holder(map, () => map.Clear()) { public override void Add(int key) => base.Add(key); }
        class C
        {
            private readonly Holder holder = new(new(), () => { });
            void M(Dictionary<int, int> own)
            {
                var made = new Holder(own, () => own.Clear()) { Map = own, Field = own };
                foreach (var pair in own) { made.Map[1] = 2; made.Field.Add(3, 4); made.Add(5); made.Changed += () => { }; }
                foreach (var pair in made.Map.ToList()) { made.Add(pair.Key); new Derived(own).Add(1); Holder.All.Clear(); }
                foreach (var key in made.Keys()) made.Add(key);
                if (!made.Has(1)) made.Shared[1] = made.Count;
                if (!holder.Shared.ContainsKey(1)) { holder.Shared[1] = 2; holder.Behind.Put(1, 2); }
                holder.Shared.Put(1, 2);
                holder.Shared.GetOrAdd(1, key => { made.Add(key); return holder.Count; });
                var copy = holder.Shared.ToList();
                lock (holder.Shared) { holder.Shared.AddOrUpdate(1, 2, (_, _) => 2); }
                if (holder.Shared.TryGetValue(1, out var n) && n > 3) holder.Shared.TryRemove(1, out _);
            }
        }
        """;

    [Fact]
    public async Task SourceOfReferencedProjects_IsNotFollowed()
    {
        var library = AllAnalyzers.Compile(AllAnalyzers.Modern, AllAnalyzers.Parse(Library, "/0/Library.cs")).WithAssemblyName("Library");
        var user = AllAnalyzers.Compile([.. AllAnalyzers.Modern, library.ToMetadataReference()], AllAnalyzers.Parse(User));
        Assert.Empty(user.GetDiagnostics().Where(diagnostic => diagnostic.Severity is Microsoft.CodeAnalysis.DiagnosticSeverity.Error));

        var reports = await AllAnalyzers.ReportAsync(user, CancellationToken.None);

        Assert.DoesNotContain(reports, report => report.Contains("AD0001", System.StringComparison.Ordinal));
    }
}
