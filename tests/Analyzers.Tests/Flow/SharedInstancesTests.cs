using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Tests.Vocabulary;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>Whether all threads have the same object of class <c>X</c>, or of a class that derives from it.</summary>
public class SharedInstancesTests
{
    private const string Framework = """
        namespace Microsoft.Extensions.DependencyInjection
        {
            public enum ServiceLifetime { Singleton, Scoped, Transient }
            public interface IServiceCollection { void Add(ServiceDescriptor descriptor); }
            public class ServiceDescriptor
            {
                public ServiceDescriptor(Type service, Type implementation, ServiceLifetime lifetime) { }
                public static ServiceDescriptor Singleton<TService, TImplementation>() => null!;
                public static ServiceDescriptor Describe(Type service, Type implementation, ServiceLifetime lifetime) => null!;
            }
            public static class Extensions
            {
                public static IServiceCollection AddSingleton<T>(this IServiceCollection s) => s;
                public static IServiceCollection AddSingleton<T, I>(this IServiceCollection s) where I : T => s;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection s, T instance) => s;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection s, Func<IServiceProvider, T> factory) => s;
                public static IServiceCollection AddSingleton(this IServiceCollection s, Type service) => s;
                public static IServiceCollection AddSingleton(this IServiceCollection s, Type service, Type implementation) => s;
                public static IServiceCollection AddKeyedSingleton<T>(this IServiceCollection s, object key) => s;
                public static void TryAddSingleton<T>(this IServiceCollection s) { }
                public static IServiceCollection AddHostedService<T>(this IServiceCollection s) => s;
                public static IServiceCollection AddScoped<T>(this IServiceCollection s) => s;
                public static IServiceCollection AddTransient<T>(this IServiceCollection s) => s;
                public static T GetRequiredService<T>(this IServiceProvider p) => default!;
            }
            public static class ActivatorUtilities { public static T CreateInstance<T>(IServiceProvider p) => default!; }
        }
        namespace Microsoft.AspNetCore.Http { public class HttpContext { } public delegate Task RequestDelegate(HttpContext c); public interface IMiddleware { } }
        namespace Microsoft.AspNetCore.Builder { public interface IApplicationBuilder { } public static class E { public static IApplicationBuilder UseMiddleware<T>(this IApplicationBuilder b) => b; } }
        namespace Microsoft.Extensions.Hosting { public interface IHostedService { } public abstract class BackgroundService : IHostedService { protected abstract Task ExecuteAsync(System.Threading.CancellationToken t); } }
        namespace Own { public class OnlyOneAttribute : Attribute { } public class Builder { public Builder RegisterType<T>() => this; public Builder As<T>() => this; public Builder SingleInstance() => this; } }
        """;

    private const string Usings = """
        using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Builder; using Own;

        """;

    [Theory]
    [InlineData("by type argument", "s.AddSingleton<X>();")]
    [InlineData("chained", "s.AddScoped<Other>().AddSingleton<X>();")]
    [InlineData("in a static call", "Extensions.AddSingleton<X>(s);")]
    [InlineData("under a condition", "s?.AddSingleton<X>();")]
    [InlineData("for its interface", "s.AddSingleton<IX, X>();")]
    [InlineData("as an instance", "s.AddSingleton(new X());")]
    [InlineData("as an instance of a local", "var x = new X(); s.AddSingleton<IX>(x);")]
    [InlineData("by typeof", "s.AddSingleton(typeof(X));")]
    [InlineData("by two typeof", "s.AddSingleton(typeof(IX), typeof(X));")]
    [InlineData("by factory", "s.AddSingleton<IX>(p => new X());")]
    [InlineData("by factory with statements", "s.AddSingleton<IX>(p => { var x = new X(); return x; });")]
    [InlineData("by a factory method", "s.AddSingleton<IX>(Make); static X Make(IServiceProvider p) => new X();")]
    [InlineData("by a factory that activates", "s.AddSingleton<IX>(p => ActivatorUtilities.CreateInstance<X>(p));")]
    [InlineData("by a factory that asks", "s.AddSingleton<IX>(p => p.GetRequiredService<X>());")]
    [InlineData("as what a method returns", "s.AddSingleton(Make()); static X Make() => new X();")]
    [InlineData("by a factory that calls", "s.AddSingleton(p => Make()); static X Make() => new X();")]
    [InlineData("by a factory with a block that calls", "s.AddSingleton(p => { var x = Make(); return x; }); static X Make() => new X();")]
    [InlineData("as an instance of a cast local", "IX x = new X(); s.AddSingleton((X)x);")]
    [InlineData("as an instance by its interface", "IX x = new X(); s.AddSingleton(x);")]
    [InlineData("keyed", "s.AddKeyedSingleton<X>(1);")]
    [InlineData("if absent", "s.TryAddSingleton<X>();")]
    [InlineData("by descriptor", "s.Add(new ServiceDescriptor(typeof(IX), typeof(X), ServiceLifetime.Singleton));")]
    [InlineData("by a target-typed descriptor", "s.Add(new(typeof(IX), typeof(X), ServiceLifetime.Singleton));")]
    [InlineData("by a described descriptor", "s.Add(ServiceDescriptor.Describe(typeof(IX), typeof(X), ServiceLifetime.Singleton));")]
    [InlineData("by a singleton descriptor", "s.Add(ServiceDescriptor.Singleton<IX, X>());")]
    [InlineData("in another container", "b.RegisterType<X>().As<IX>().SingleInstance();")]
    [InlineData("beside another lifetime", "s.AddTransient<X>(); s.AddSingleton<X>();")]
    [InlineData("a class that derives from it", "s.AddSingleton<Derived>();")]
    public void Singleton(string _, string statements) => Check(SharingReason.Singleton, Registered(statements));

    [Theory]
    [InlineData("hosted", "Hosted", "public class X : IHostedService { }")]
    [InlineData("a background service", "Hosted", "public class X : BackgroundService { protected override Task ExecuteAsync(System.Threading.CancellationToken t) => Task.CompletedTask; }")]
    [InlineData("a middleware", "Middleware", "public class X { public X(RequestDelegate next) { } public Task InvokeAsync(HttpContext context) => Task.CompletedTask; }")]
    [InlineData("a middleware with services", "Middleware", "public class X(RequestDelegate next, int n) { public Task Invoke(HttpContext context, string s) => next(context); }")]
    [InlineData("a static field", "StaticHolder", "public class X { } static class H { static readonly X Instance = new(); }")]
    [InlineData("its own static field", "StaticHolder", "public class X { public static readonly X Instance = new X(); private X() { } }")]
    [InlineData("its own static property", "StaticHolder", "public class X { public static X Instance { get; } = new(); }")]
    [InlineData("filled when first asked for", "StaticHolder", "public class X { static X? instance; public static X Instance => instance ??= new X(); }")]
    [InlineData("filled when first asked for, without its name", "StaticHolder", "public class X { static X? instance; public static X Instance => instance ??= new(); }")]
    [InlineData("held by who uses it as well", "StaticHolder", "public class X { public static readonly X Instance = new(); } class User { X x = X.Instance; X? y; X Get() { y ??= x; return y; } }")]
    [InlineData("a field of its interface", "StaticHolder", "interface IX { } class X : IX { } static class H { static readonly IX Instance = new X(); }")]
    [InlineData("a lazy one", "StaticHolder", "class X { } static class H { static readonly Lazy<X> Instance = new(() => new X()); }")]
    [InlineData("a lazy one of its interface", "StaticHolder", "interface IX { } class X : IX { } static class H { static readonly Lazy<IX> Instance = new Lazy<IX>(() => new X()); }")]
    [InlineData("entries of a concurrent table", "StaticHolder", "class X { } static class H { static readonly ConcurrentDictionary<string, X> All = new(); }")]
    [InlineData("generic", "StaticHolder", "class X<T> { public static X<T> Instance { get; } = new(); }")]
    [InlineData("a derived one", "StaticHolder", "class X { } class Derived : X { public static readonly Derived One = new(); }")]
    [InlineData("the only one of a registered interface", "Singleton", "interface IX { } class X : IX { } static class S { static void M(IServiceCollection s) => s.AddSingleton<IX>(p => Get()); static IX Get() => null!; }")]
    [InlineData("registered by an alias", "Singleton", "using Y = X; class X { } static class S { static void M(IServiceCollection s) => s.AddSingleton<Y>(); }")]
    [InlineData("registered by its base class", "Singleton", "abstract class B { } class X : B { } static class S { static void M(IServiceCollection s) => s.AddSingleton<B>(p => Get()); static B Get() => null!; }")]
    [InlineData("a marked one", "Marked", "[OnlyOne] class X { }")]
    public void Shared(string _, string expected, string types) => Check(System.Enum.Parse<SharingReason>(expected), types);

    [Theory]
    [InlineData("nothing", "class X { }")]
    [InlineData("one of several", "class X { public static readonly X Empty = new(); X With() => new X(); }")]
    [InlineData("one of several that a factory makes", "class X { public static readonly X Empty = new(); public static X Create() => new X(); }")]
    [InlineData("one of several that a delegate makes", "class X { } static class H { static readonly X Empty = new(); static readonly Func<X> Make = () => new X(); }")]
    [InlineData("one of several in fields", "class X { public static readonly X Empty = new(); } class H { readonly X x = new(); }")]
    [InlineData("one of several in properties", "class X { public static readonly X Empty = new(); } class H { X? all; X All => all ??= new(); }")]
    [InlineData("one of several that fields are given later", "class X { public static readonly X Empty = new(); } class H { X? x; void M(bool b) { this.x = b ? null : new(); } }")]
    [InlineData("one of several that methods return", "class X { public static readonly X Empty = new(); } class H { X Make() { return new(); } }")]
    [InlineData("one of several collections", "class X : List<int> { public static X Empty { get; } = []; } class H { X? all; X All => all ??= []; }")]
    [InlineData("values that a table makes", "class X { } static class H { static readonly ConcurrentDictionary<string, X> All = new(); static X Get(string s) => All.GetOrAdd(s, k => new X()); }")]
    [InlineData("a field of an object", "class X { } class H { readonly X x = new(); }")]
    [InlineData("a thread's field", "class X { } static class H { [ThreadStatic] static X? x; }")]
    [InlineData("a thread's object", "class X { } static class H { static System.Threading.ThreadLocal<X> x = new(() => new X()); static System.Threading.AsyncLocal<X> y = new(); }")]
    [InlineData("a static property that makes one", "class X { } static class H { static X New => new X(); static X Again { get { return new X(); } } }")]
    [InlineData("a static factory", "class X { } static class H { static readonly Func<X> Make = () => new X(); }")]
    [InlineData("a static field of another", "class X { } class Y { } static class H { static readonly Y Y = new(); }")]
    [InlineData("a base class in a static field", "class B { } class X : B { } static class H { static readonly B One = new(); }")]
    [InlineData("a static class", "static class X { static readonly object o = new(); }")]
    [InlineData("a struct", "struct X { public static readonly X Default = new(); }")]
    [InlineData("an endpoint's delegate", "class X { public X(RequestDelegate next) { } public Task Handle(HttpContext c) => Task.CompletedTask; }")]
    [InlineData("a context's user", "class X { public Task InvokeAsync(HttpContext c) => Task.CompletedTask; }")]
    [InlineData("a middleware of the container", "class X : IMiddleware { } static class S { static void M(IApplicationBuilder b) => b.UseMiddleware<X>(); }")]
    [InlineData("another attribute", "[Obsolete] class X { }")]
    [InlineData("in comments", "class X { } /* s.AddSingleton<X>(); */ // AddSingleton<X>()\n")]
    public void NotShared(string _, string types) => Check(null, types);

    [Theory]
    [InlineData("scoped", "s.AddScoped<X>();")]
    [InlineData("transient", "s.AddTransient<X>();")]
    [InlineData("another one", "s.AddSingleton<Other>();")]
    [InlineData("one of several of its interface", "s.AddSingleton<IMany>(p => Unknown()); static IMany Unknown() => null!;")]
    [InlineData("what the factory uses", "s.AddSingleton<Other>(p => new Other(p.GetRequiredService<X>()));")]
    [InlineData("what the name says only", "var AddSingleton = new X(); var n = nameof(X);")]
    [InlineData("scoped by descriptor", "s.Add(new ServiceDescriptor(typeof(IX), typeof(X), ServiceLifetime.Scoped));")]
    public void NotRegistered(string _, string statements) => Check(null, Registered(statements));

    [Fact]
    public void Scoped_IsShortLived()
    {
        var probe = Probe(Registered("s.AddScoped<X>(); s.AddSingleton<Other>();"));
        Assert.True(probe.Model.Instances.IsShortLived(TypeOf(probe, "X"), CancellationToken.None));
        Assert.False(probe.Model.Instances.IsShortLived(TypeOf(probe, "Other"), CancellationToken.None));
    }

    private static string Registered(string statements) => $$"""
        interface IX { } interface IMany { } class X : IX, IMany { } class Derived : X { } class Other : IMany { public Other() { } public Other(X x) { } }
        static class Setup { static void Register(IServiceCollection s, Builder b) { {{statements}} } }
        """;

    private static void Check(SharingReason? expected, string types)
    {
        var probe = Probe(types);
        Assert.Equal(expected, probe.Model.Instances.Of(TypeOf(probe, "X"), CancellationToken.None)?.Reason);
    }

    private static Probe Probe(string types) => Vocabulary.Probe.OfTypes(Usings + types + Framework, ("dictionary_analyzers.singleton_attributes", "Own.OnlyOneAttribute"));

    private static INamedTypeSymbol TypeOf(Probe probe, string name) =>
        probe.Compilation.GetSymbolsWithName(name, SymbolFilter.Type).OfType<INamedTypeSymbol>().Single();
}
