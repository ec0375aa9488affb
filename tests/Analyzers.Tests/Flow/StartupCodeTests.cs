using System.Threading;
using DictionaryAnalyzers.Tests.Vocabulary;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>Whether the marked code runs only while the program starts.</summary>
public class StartupCodeTests
{
    [Theory]
    [InlineData("a static constructor", "static class C { static C() { [|Hits.Hit()|]; } }")]
    [InlineData("a module initializer", "static class C { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Init() { [|Hits.Hit()|]; } }")]
    [InlineData("what configures a container", "static class C { public static IServiceCollection AddThings(this IServiceCollection s) { [|Hits.Hit()|]; return s; } }")]
    [InlineData("what configures a pipeline", "class C { public void Configure(IApplicationBuilder b) { [|Hits.Hit()|]; } }")]
    [InlineData("a helper of it", "static class C { public static IServiceCollection AddThings(this IServiceCollection s) { Put(1); return s; } static void Put(int x) { [|Hits.Hit()|]; } }")]
    [InlineData("an internal helper in another class", "static class C { public static void AddThings(this IServiceCollection s) { Table.Put(1); } } static class Table { internal static void Put(int x) { [|Hits.Hit()|]; } }")]
    [InlineData("a loop in it", "static class C { public static void AddThings(this IServiceCollection s, List<int> l) { l.ForEach(x => [|Hits.Hit()|]); } }")]
    [InlineData("a lazy factory", "static class C { static readonly Lazy<int> All = new(() => { [|Hits.Hit()|]; return 1; }); }")]
    [InlineData("a lazy factory's helper", "static class C { static readonly Lazy<int> All = new(Fill); static int Fill() { [|Hits.Hit()|]; return 1; } }")]
    [InlineData("what a lazy factory calls", "static class C { static readonly Lazy<int> All = new(() => { Fill(); return 1; }, true); static void Fill() { [|Hits.Hit()|]; } }")]
    [InlineData("a helper that waits for what it starts", "static class C { public static void AddThings(this IServiceCollection s) { Go(); } static void Go() { System.Threading.Tasks.Task.Run(() => { }).Wait(); [|Hits.Hit()|]; } }")]
    [InlineData("a helper after a parallel loop", "static class C { public static void AddThings(this IServiceCollection s) { Go(); } static void Go() { System.Threading.Tasks.Parallel.For(0, 9, i => { }); [|Hits.Hit()|]; } }")]
    [InlineData("a helper before it starts something", "static class C { public static void AddThings(this IServiceCollection s) { Go(); } static void Go() { [|Hits.Hit()|]; System.Threading.Tasks.Task.Run(() => { }); } }")]
    public void Contained(string _, string types) => Assert.True(Contains(types));

    [Theory]
    [InlineData("a method", "static class C { public static void M() { [|Hits.Hit()|]; } }")]
    [InlineData("a private method nobody calls", "static class C { static void M() { [|Hits.Hit()|]; } }")]
    [InlineData("a helper that others call too", "static class C { public static void AddThings(this IServiceCollection s) { Put(1); } static void Put(int x) { [|Hits.Hit()|]; } public static void M() => Put(2); }")]
    [InlineData("a public helper", "public static class C { public static void AddThings(this IServiceCollection s) { Put(1); } public static void Put(int x) { [|Hits.Hit()|]; } }")]
    [InlineData("a factory that it registers", "static class C { public static void AddThings(this IServiceCollection s) { s.Add(() => [|Hits.Hit()|]); } }")]
    [InlineData("a lazy factory that lets all in", "static class C { static readonly Lazy<int> All = new(() => { [|Hits.Hit()|]; return 1; }, LazyThreadSafetyMode.PublicationOnly); }")]
    [InlineData("a lazy helper that others call", "static class C { static readonly Lazy<int> All = new(Fill); static int Fill() { [|Hits.Hit()|]; return 1; } public static int M() => Fill(); }")]
    [InlineData("a helper whose group is given away", "static class C { public static void AddThings(this IServiceCollection s) { s.Add(Put); } static void Put() { [|Hits.Hit()|]; } }")]
    [InlineData("an override", "abstract class B { internal abstract void M(); } class C : B { static void Add(IServiceCollection s, B b) => b.M(); internal override void M() { [|Hits.Hit()|]; } }")]
    [InlineData("a method of that name elsewhere", "class IServices { } static class C { public static void M(IServices s) { [|Hits.Hit()|]; } }")]
    [InlineData("a helper after it has started something", "static class C { public static void AddThings(this IServiceCollection s) { Go(); } static void Go() { System.Threading.Tasks.Task.Run(() => { }); [|Hits.Hit()|]; } }")]
    [InlineData("a helper that starts something in an earlier round", "static class C { public static void AddThings(this IServiceCollection s) { Go(); } static void Go() { for (var i = 0; i < 9; i++) { [|Hits.Hit()|]; System.Threading.Tasks.Task.Run(() => { }); } } }")]
    [InlineData("a helper after a call of what starts something", "static class C { public static void AddThings(this IServiceCollection s) { Go(); } static void Go() { Begin(); [|Hits.Hit()|]; } static void Begin() { new Thread(() => { }).Start(); } }")]
    [InlineData("what such a helper calls", "static class C { public static void AddThings(this IServiceCollection s) { Go(); } static void Go() { Begin(); Put(); } static void Put() { [|Hits.Hit()|]; } static void Begin() => System.Threading.Tasks.Task.Run(() => { }); }")]
    public void NotContained(string _, string types) => Assert.False(Contains(types));

    private static bool Contains(string types)
    {
        var probe = Probe.OfTypes($$"""
            #nullable disable
            using System.Threading;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.AspNetCore.Builder;
            {{types}}
            public static class Hits { public static void Hit() { } }
            namespace Microsoft.Extensions.DependencyInjection { public interface IServiceCollection { void Add(Action a); } }
            namespace Microsoft.AspNetCore.Builder { public interface IApplicationBuilder { } }
            """);
        return probe.Model.Startup.Contains(probe.Marked(), CancellationToken.None);
    }
}
