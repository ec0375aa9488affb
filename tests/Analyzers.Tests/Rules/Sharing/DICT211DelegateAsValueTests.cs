using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public class DICT211DelegateAsValueTests
{
    [Theory]
    [InlineData("objects.GetOrAdd(key, [|() => new Foo()|]);", "objects.GetOrAdd(key, _ => new Foo());")]
    [InlineData("var foo = (Foo)objects.GetOrAdd(key, [|() => new Foo()|]);", "var foo = (Foo)objects.GetOrAdd(key, _ => new Foo());")]
    [InlineData("objects.GetOrAdd(key, [|static () => new Foo()|]);", "objects.GetOrAdd(key, static _ => new Foo());")]
    [InlineData("objects.GetOrAdd(key, [|async () => await Load()|]);", null)]
    [InlineData("objects.GetOrAdd(key, [|() => { var foo = new Foo(); return foo; }|]);", "objects.GetOrAdd(key, _ => { var foo = new Foo(); return foo; });")]
    [InlineData("objects.GetOrAdd(key, [|Foo () => new Foo()|]);", "objects.GetOrAdd(key, _ => new Foo());")]
    [InlineData("objects.GetOrAdd(key, /* why */ [|(/* none */) /* so */ => /* here */ new Foo()|] /* end */);", "objects.GetOrAdd(key, /* why */ _ /* none */ /* so */ => /* here */ new Foo() /* end */);")]
    [InlineData("objects.GetOrAdd(key, [|delegate /* a */ ( /* b */ ) /* c */ { return new Foo(); }|]);", "objects.GetOrAdd(key, delegate /* a */ /* b */ /* c */ { return new Foo(); });")]
    [InlineData("objects.GetOrAdd(value: [|() => new Foo()|], key: key);", null)]
    [InlineData("objects.GetOrAdd(key, [|delegate () { return new Foo(); }|]);", "objects.GetOrAdd(key, delegate { return new Foo(); });")]
    [InlineData("objects.GetOrAdd(key, [|() => { _ = Load(); return new Foo(); }|]);", "objects.GetOrAdd(key, key2 => { _ = Load(); return new Foo(); });")]
    [InlineData("objects?.GetOrAdd(key, [|() => new Foo()|]);", "objects?.GetOrAdd(key, _ => new Foo());")]
    [InlineData("objects.AddOrUpdate(key, [|() => new Foo()|], (_, old) => old);", "objects.AddOrUpdate(key, _ => new Foo(), (_, old) => old);")]
    [InlineData("cloneables.GetOrAdd(key, [|() => \"x\"|]);", "cloneables.GetOrAdd(key, _ => \"x\");")]
    [InlineData("delegates.GetOrAdd(key, [|() => Compile()|]);", "delegates.GetOrAdd(key, _ => Compile());")]
    [InlineData("functions.GetOrAdd(key, [|() => Compile()|]);", "functions.GetOrAdd(key, _ => Compile());")]
    [InlineData("expressions.GetOrAdd(key, [|() => Expression.Constant(1)|]);", "expressions.GetOrAdd(key, _ => Expression.Constant(1));")]
    [InlineData("var foo = (Foo)objects.GetOrAdd(key, [|factory|]);", "var foo = (Foo)objects.GetOrAdd(key, _ => factory());")]
    [InlineData("var foo = objects.GetOrAdd(key, [|this.made|]) as Foo;", "var foo = objects.GetOrAdd(key, _ => this.made()) as Foo;")]
    [InlineData("objects.GetOrAdd(key, [|(int n) => new Foo()|]);", null)]
    public Task Reports(string statements, string? repaired) => Verify(statements, repaired ?? statements);

    [Theory]

    // The factory takes the key.
    [InlineData("objects.GetOrAdd(key, _ => new Foo());")]
    [InlineData("objects.GetOrAdd(key, k => new Foo());")]
    [InlineData("objects.GetOrAdd(key, (string k) => new Foo());")]
    [InlineData("objects.GetOrAdd(key, delegate { return new Foo(); });")]
    [InlineData("objects.GetOrAdd(key, (_, n) => new Foo(), 3);")]
    [InlineData("objects.GetOrAdd(key, Of);")]
    [InlineData("objects.AddOrUpdate(key, _ => new Foo(), (_, old) => old);")]
    [InlineData("objects.GetOrAdd(key, ofKey);")]

    // A delegate is meant.
    [InlineData("objects.GetOrAdd(key, () => Console.WriteLine());")]
    [InlineData("objects.GetOrAdd(key, (Func<Foo>)(() => new Foo()));")]
    [InlineData("objects.GetOrAdd(key, (object)(Func<Foo>)(() => new Foo()));")]
    [InlineData("objects.GetOrAdd(key, new Func<Foo>(() => new Foo()));")]
    [InlineData("objects.GetOrAdd(key, factory);")]
    [InlineData("objects.GetOrAdd(key, (object o) => o.ToString());  if (objects[key] is Func<object, string> f) f(key);")]
    [InlineData("var f = (Func<Foo>)objects.GetOrAdd(key, () => new Foo());")]
    [InlineData("var f = objects.GetOrAdd(key, () => new Foo()) as Func<Foo>;")]
    [InlineData("objects.GetOrAdd(key, () => new Foo()); foreach (var v in objects.Values) if (v is Delegate d) d.DynamicInvoke();")]
    [InlineData("objects.GetOrAdd(key, () => new Foo()); objects[\"b\"] = () => 3;")]
    [InlineData("objects.GetOrAdd(key, () => new Foo()); this.objects.TryAdd(\"b\", () => 3);")]
    [InlineData("objects.GetOrAdd(key, (int a, int b) => a + b);")]
    [InlineData("functions.GetOrAdd(key, () => new Foo());")]
    [InlineData("functions.GetOrAdd(key, () => 3);")]
    [InlineData("functions.GetOrAdd(key, Compile());")]
    [InlineData("delegates.GetOrAdd(key, () => new Foo());")]
    [InlineData("expressions.GetOrAdd(key, () => new Foo());")]
    [InlineData("tasks.GetOrAdd(key, async () => await Load());")]

    // Not this question.
    [InlineData("objects.TryAdd(key, () => new Foo());")]
    [InlineData("objects[key] = () => new Foo();")]
    [InlineData("objects.GetOrAdd(key, new Foo());")]
    [InlineData("objects.GetOrAdd(key, \"x\");")]
    [InlineData("own.GetOrAdd(key, () => new Foo());")]
    [InlineData("plain.GetOrAdd(key, () => new Foo());")]
    public Task IsSilent(string statements) =>
        new CSharpAnalyzerTest<DICT211DelegateAsValueAnalyzer, DefaultVerifier> { TestCode = InClass(statements) }.RunAsync();

    [Fact]
    public Task Message_NamesWhatIsStoredAndWhatWasMeant() => new CSharpAnalyzerTest<DICT211DelegateAsValueAnalyzer, DefaultVerifier>
    {
        TestCode = InClass("var foo = (Foo)objects.GetOrAdd(key, {|#0:() => new Foo()|});"),
        ExpectedDiagnostics =
        {
            new DiagnosticResult("DICT211", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                "'GetOrAdd' has no overload that takes this as a factory and stores it in 'objects' as the value: under the key is then a 'Func<Foo>' that nobody calls, where a 'Foo' was meant"),
        },
    }.RunAsync();

    [Fact]
    public Task Reports_InAGenericHelper_WhenTheResultIsCast() => VerifyText(
        """
        using System;
        using System.Collections.Concurrent;
        static class Cache
        {
            private static readonly ConcurrentDictionary<string, object> All = new();
            public static T Of<T>(string key, Func<T> make) where T : class => (T)All.GetOrAdd(key, [|make|]);
        }
        """,
        """
        using System;
        using System.Collections.Concurrent;
        static class Cache
        {
            private static readonly ConcurrentDictionary<string, object> All = new();
            public static T Of<T>(string key, Func<T> make) where T : class => (T)All.GetOrAdd(key, _ => make());
        }
        """);

    private static Task Verify(string statements, string repaired) => VerifyText(InClass(statements), InClass(repaired));

    private static Task VerifyText(string source, string repaired) => new CSharpCodeFixTest<DICT211DelegateAsValueAnalyzer, DICT211DelegateAsValueCodeFix, DefaultVerifier>
    {
        TestCode = source,
        FixedCode = repaired,
        CodeActionEquivalenceKey = DICT211DelegateAsValueCodeFix.TakeKeyKey,
    }.RunAsync();

    private static string InClass(string statements) => $$"""
        #nullable disable
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq.Expressions;
        using System.Threading.Tasks;

        class Foo { }
        class Own { public object GetOrAdd(string key, object value) => value; }
        static class Plain { public static object GetOrAdd(this Dictionary<string, object> d, string key, object value) => value; }

        class C
        {
            private readonly ConcurrentDictionary<string, object> objects = new();
            private readonly ConcurrentDictionary<string, ICloneable> cloneables = new();
            private readonly ConcurrentDictionary<string, Delegate> delegates = new();
            private readonly ConcurrentDictionary<string, Func<object>> functions = new();
            private readonly ConcurrentDictionary<string, Func<Task<Foo>>> tasks = new();
            private readonly ConcurrentDictionary<string, Expression> expressions = new();
            private readonly Dictionary<string, object> plain = new();
            private readonly Own own = new();
            private readonly Func<Foo> made;

            void M(string key, Func<Foo> factory, Func<string, Foo> ofKey)
            {
                {{statements}}
            }

            Task<Foo> Load() => null;
            Func<object> Compile() => null;
            static Foo Of(string key) => null;
        }
        """;
}
