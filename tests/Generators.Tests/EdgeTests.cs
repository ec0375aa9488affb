using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>Programs that go to the edges of the language: each compiles without a warning, and shows what it should.</summary>
public sealed class EdgeTests
{
    private const string Head = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Globalization;
        using System.Linq;
        using DictionaryAnalyzers;

        """;

    /// <summary>What is hidden, overridden or declared twice is read as the language reads it.</summary>
    [Theory]
    [InlineData(
        """
            public class Base { public object? V { get; set; } = "base"; public int K { get; set; } = 1; }
            public class A : Base { public new string? V { get; set; } = "derived"; public new string K => "k"; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A p); public static partial Dictionary<string, object?> B(Base p); public static partial IReadOnlyDictionary<string, object?> V(A p); }
            public static class Program { public static object? Run() => new object[] { M.D(new()), M.B(new A()), M.V(new A()) }; }
            """,
        """[{V: "derived", K: "k"}, {V: "base", K: 1}, {V: "derived", K: "k"}]""")]
    [InlineData(
        """
            public class Base { public int V { get; set; } = 1; }
            public class A : Base { private new string V => "secret"; public string Get() => V; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A p); }
            public static class Program { public static object? Run() => M.D(new()); }
            """,
        """{V: 1}""")]
    [InlineData(
        """
            public class Base { public int V { get; set; } = 1; public int W { get; set; } = 2; }
            public class A : Base { public new int V() => 2; public new class W { } }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A p); }
            public static class Program { public static object? Run() => M.D(new()).Count >= 0; }
            """,
        """True""")]
    [InlineData(
        """
            public class Base { public int V { get; set; } = 1; }
            public class A : Base { public new static int V { get; set; } = 2; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A p); }
            public static class Program { public static object? Run() => M.D(new()).Count >= 0; }
            """,
        """True""")]
    [InlineData(
        """
            public class Base { public int V { get; set; } = 1; }
            public class A : Base { public new const int V = 2; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A p); public static partial A F(IReadOnlyDictionary<string, object?> p); }
            public static class Program { public static object? Run() => M.D(M.F(M.D(new()))); }
            """,
        """{}""")]
    [InlineData(
        """
            public class Base { public int V { get; set; } = 1; public int S {get;set;} = 2; public int Q {get;set;}=3; public int R {get;set;}=4; } public class A : Base { public new int V { private get; set; } = 5; public new int S { set { } } [Obsolete("x", true)] public new int Q => 1; public int Get() => V; public class R<T> { } }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial IReadOnlyDictionary<string, object?> V(A a); public static partial A F(IReadOnlyDictionary<string, object?> d); }
            public static class Program { public static object? Run() => M.D(M.F(M.D(new()))); }
            """,
        """{R: 4}""")]
    [InlineData(
        """
            public class A { public int V { get; set; } = 1; } public class B : A { public new int V() => 2; } public class C : B { public new string V { get; set; } = "c"; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(C a); public static partial Dictionary<string, object?> E(B a); public static partial Dictionary<string, object?> F(A a); }
            public static class Program { public static object? Run() => new object[] { M.D(new()), M.E(new()), M.F(new C()) }; }
            """,
        """[{V: "c"}, {}, {V: 1}]""")]
    [InlineData(
        """
            public class Base { public virtual object V => "b"; } public class A : Base { public override string V => "a"; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A p); public static partial Dictionary<string, string> T(A p); }
            public static class Program { public static object? Run() => new object[]{ M.D(new()), M.T(new())}; }
            """,
        """[{V: "a"}, {V: "a"}]""")]
    [InlineData(
        """
            public interface I { int X { get; } int Y { get; } }
            public class A : I { int I.X => 1; public int Y => 2; public int this[int i] => i; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A p); public static partial Dictionary<string, object?> E(I p); }
            public static class Program { public static object? Run() => new object[] { M.D(new()), M.E(new A()) }; }
            """,
        """[{Y: 2}, {X: 1, Y: 2}]""")]
    [InlineData(
        """
            public interface IA { int X { get; } } public interface IB { string X { get; } } public interface IC : IA, IB { int Y { get; } } public interface ID : IC { new decimal X { get; } int Z => 9; static abstract int W { get; } }
            public interface IE : IA, IB { }
            public class Impl : IE { int IA.X => 1; string IB.X => "b"; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> E(IE d); public static partial Dictionary<string, object?> C(IC d); public static partial IReadOnlyDictionary<string, object?> V(IE d); public static partial Dictionary<string, string> T(IE d); }
            public static class Program { public static object? Run() => new object[] { M.E(new Impl()), M.V(new Impl()), M.T(new Impl()) }; }
            """,
        """[{X: 1}, {X: 1}, {X: "1"}]""")]
    [InlineData(
        """
            public interface IA { int V { get; } } public interface IB { int V(); } public interface IC : IA, IB { int W { get; } } public interface ID : IA { new int V(); }
            public class Impl : IC { int IA.V => 1; int IB.V() => 2; public int W => 3; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(IC a); public static partial Dictionary<string, object?> E(ID a); public static partial IReadOnlyDictionary<string, object?> V(IC a); }
            public static class Program { public static object? Run() => new object[] { M.D(new Impl()), M.V(new Impl()) }; }
            """,
        """[{V: 1, W: 3}, {V: 1, W: 3}]""")]
    [InlineData(
        """
            public interface IA { int V(); } public interface IB { int V { get; } } public interface IC : IA, IB { int W { get; } }
            public class Impl : IC { int IB.V => 1; int IA.V() => 2; public int W => 3; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(IC a); public static partial IReadOnlyDictionary<string, object?> V(IC a); }
            public static class Program { public static object? Run() => new object[] { M.D(new Impl()), M.V(new Impl()) }; }
            """,
        """[{V: 1, W: 3}, {V: 1, W: 3}]""")]
    [InlineData(
        """
            public interface IA { object V { get; } } public interface IB : IA { new string V { get; } } public interface IC : IB { new int V { set; } }
            public class Impl : IB { object IA.V => 1; public string V => "b"; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(IB a); public static partial Dictionary<string, object?> E(IC a); }
            public static class Program { public static object? Run() => M.D(new Impl()); }
            """,
        """{V: "b"}""")]
    [InlineData(
        """
            public class Base { public virtual int V { get; set; } = 1; public virtual int W { get; init; } = 2; public virtual int Z { get; set; } = 5; } public class A : Base { public override int V { get => base.V * 10; } public override int W { get => base.W; } public override int Z { set => base.Z = value + 1; } }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial A F(IReadOnlyDictionary<string, object?> d); }
            public static class Program { public static object? Run() => M.D(M.F(new Dictionary<string, object?> { ["V"] = 3, ["W"] = 4, ["Z"] = 6 })); }
            """,
        """{V: 30, W: 4, Z: 7}""")]
    [InlineData(
        """
            public class A { private int _x = 1; private string? _s = "s"; private int? _n = 5; public ref int X => ref _x; public ref readonly string? S => ref _s; public ref int? N => ref _n; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A p); public static partial IReadOnlyDictionary<string, object?> V(A p); public static partial Dictionary<string, string> T(A p);  }
            public static class Program { public static object? Run() => new object[] { M.D(new()), M.V(new()), M.T(new()) }; }
            """,
        """[{X: 1, S: "s", N: 5}, {X: 1, S: "s", N: 5}, {X: "1", S: "s", N: "5"}]""")]
    [InlineData(
        """
            public class Color { public int R { get; set; } = 1; } public class A { public Color Color { get; set; } = new(); public A? M { get; set; } public new string ToString { get; set; } = "t"; public new int GetHashCode { get; set; } = 2; public new int Equals { get; set; } = 3; }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 2)] public static partial class M { public static partial Dictionary<string, object?> D(A n); public static partial IReadOnlyDictionary<string, object?> V(A n); public static partial A F(IReadOnlyDictionary<string, object?> n); }
            public static class Program { public static object? Run() => M.D(M.F(M.D(new()))).Count; }
            """,
        """5""")]
    [InlineData(
        """
            public abstract class E<TId> where TId : notnull { public virtual TId Id { get; protected set; } = default!; public abstract string Kind { get; } protected int Hidden { get; } = 1; } public class U : E<Guid> { public override string Kind => "u"; public override Guid Id { get => base.Id; protected set => base.Id = value; } public string Name { get; set; } = "n"; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(U u); public static partial Dictionary<string, object?> B<T>(E<T> u) where T : notnull; public static partial IReadOnlyDictionary<string, object?> V(E<Guid> u); [DictionaryMapping(Exclude = new[] { "Id" })] public static partial U F(IReadOnlyDictionary<string, object?> d); public static partial Dictionary<string, string> T<T>(E<T> u) where T : notnull; }
            public static class Program { public static object? Run() => new object[] { M.D(new U()), M.B(new U()), M.V(new U()), M.F(M.D(new())).Name, M.T(new U()) }; }
            """,
        """[{Id: 00000000-0000-0000-0000-000000000000, Kind: "u", Name: "n"}, {Id: 00000000-0000-0000-0000-000000000000, Kind: "u"}, {Id: 00000000-0000-0000-0000-000000000000, Kind: "u"}, "n", {Id: "00000000-0000-0000-0000-000000000000", Kind: "u"}]""")]
    [InlineData(
        """
            public class Base { [DictionaryKey("base")] public int V { get; set; } = 1; [System.Text.Json.Serialization.JsonIgnore] public virtual int W { get; set; } = 2; } public class A : Base { public new int V { get; set; } = 3; public override int W { get; set; } = 4; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial Dictionary<string, object?> B(Base a); [DictionaryMapping(Include = new[] { "W" })] public static partial Dictionary<string, object?> I(A a); }
            public static class Program { public static object? Run() => new object[] { M.D(new()), M.B(new A()), M.I(new()) }; }
            """,
        """[{V: 3}, {base: 1}, {W: 4}]""")]
    [InlineData(
        """
            public interface I { int X { get; } }
            public partial class A : I { [DictionaryKey("x")] int I.X => 3; public int Y { get; set; } [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); } }
            public static class Program { public static object? Run() => A.M.D(new()); }
            """,
        """{Y: 0}""")]
    [InlineData(
        """
            public class In { public int X { get; set; } } public class Own : List<In> { public new int Count => throw new InvalidOperationException(); }
            public class A { public Own O { get; set; } = [new()]; }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)] public static partial class M { public static partial Dictionary<string, object?> D(A a); }
            public static class Program { public static object? Run() => M.D(new()); }
            """,
        """{O: [{X: 0}]}""")]
    public void Reads_members_under_their_names(string source, string shown) => Assert.Equal(shown, Shown.Of(GeneratorTest.Run(Head + source, languageVersion: LanguageVersion.Preview).Call()));

    /// <summary>Names of all kinds: of keys, separators, members, types and namespaces.</summary>
    [Theory]
    [InlineData(
        """
            public class A {
             [DictionaryKey("a\"b")] public int P1 { get; set; } = 1;
             [DictionaryKey("{0}")] public int P2 { get; set; } = 2;
             [DictionaryKey("*/ \"\"\" //")] public int P3 { get; set; } = 3;
             [DictionaryKey("l1\nl2\r\t\0\u2028\u2029\u0085")] public int P4 { get; set; } = 4;
             [DictionaryKey("\\")] public int P5 { get; set; } = 5;
             [DictionaryKey("\ud800x")] public int P6 { get; set; } = 6;
             [DictionaryKey("😀")] public int P7 { get; set; } = 7;
             [DictionaryKey("$@{{}}")] public int P8 { get; set; } = 8;
            }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial IReadOnlyDictionary<string, object?> V(A a); public static partial A F(IReadOnlyDictionary<string, object?> v); public static partial Dictionary<string,string> T(A a); public static partial A FT(IReadOnlyDictionary<string, string> v); }
            public static class Program { public static object? Run() { var d = M.D(new A()); var v = M.V(new A()); var ok = d["a\"b"] is 1 && d["{0}"] is 2 && d["*/ \"\"\" //"] is 3 && d["l1\nl2\r\t\0\u2028\u2029\u0085"] is 4 && d["\\"] is 5 && d["\ud800x"] is 6 && d["😀"] is 7 && d["$@{{}}"] is 8 && d.Count == 8;
             ok &= d.All(p => Equals(v[p.Key], p.Value)) && v.Count == 8; var f = M.F(d); ok &= f.P6 == 6; ok &= M.FT(M.T(new A{P6=99})).P6 == 99; return ok; } }
            """,
        """True""")]
    [InlineData(
        """
            public class B { public int X { get; set; } = 1; public string? S { get; set; } = "s"; }
            public class A { public B? In { get; set; } = new(); }
            [DictionaryMapper(NestedObjects = NestedObjects.Flatten, Separator = "\"\n{0}*/")] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial IReadOnlyDictionary<string, object?> V(A a); public static partial A F(IReadOnlyDictionary<string, object?> v); }
            public static class Program { public static object? Run() { var d = M.D(new A()); return d["In\"\n{0}*/X"] is 1 && M.V(new A())["In\"\n{0}*/X"] is 1 && M.F(d).In!.X == 1; } }
            """,
        """True""")]
    [InlineData(
        """
            public class B { public int X { get; set; } = 1; }
            public class A { public B? In { get; set; } = new(); public B? InX2 { get; set; } }
            [DictionaryMapper(NestedObjects = NestedObjects.Flatten, Separator = "")] public static partial class M { public static partial Dictionary<string, object?> D(A a); }
            public static class Program { public static object? Run() => M.D(new A()); }
            """,
        """{InX: 1, InX2X: null}""")]
    [InlineData(
        """
            namespace @namespace.@class { public class @event { public int @class { get; set; } = 1; public int @record { get; set; } = 2; public int @field { get; set; } = 3; public @enum @await { get; set; } = @enum.@default; public int @value {get;set;}=4; } public enum @enum { @default, @int }
            [DictionaryMapper(EnumValues = EnumValues.Name)] public static partial class @static { public static partial Dictionary<string, object?> @new(this @event @params); public static partial void @void(@event @in, IDictionary<string, object?> @out); public static partial IReadOnlyDictionary<string, object?> @if(@event @else); public static partial @event @for(IReadOnlyDictionary<string, object?> @while); public static partial bool @do(IReadOnlyDictionary<string, object?> @while, out @event? @this, out IReadOnlyList<string> @base); } }
            public static class Program { public static object? Run() { var e = new @namespace.@class.@event(); var d = @namespace.@class.@static.@new(e); @namespace.@class.@static.@do(d, out var t, out var err); return new object?[] { d, @namespace.@class.@static.@if(e), @namespace.@class.@static.@for(d).@record, t!.@await, err }; } }
            """,
        """[{class: 1, record: 2, field: 3, await: "default", value: 4}, {class: 1, record: 2, field: 3, await: "default", value: 4}, 2, enum.default, []]""")]
    [InlineData(
        """
            public class A { public int source { get; set; } = 1; public int value { get; set; } = 2; public int key { get; set; } = 3; public int depth { get; set; } = 4; public int result { get; set; } = 5; public int slots { get; set; } = 6; public int values {get;set;}=7; public int reading {get;set;}=8; public int made {get;set;}=9; public int text{get;set;}=10; public int found{get;set;}=11; public int __v0 {get;set;}=12; public int number {get;set;}=13; public int inner {get;set;}=14;}
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A source); public static partial IReadOnlyDictionary<string, object?> V(A value); public static partial A F(IReadOnlyDictionary<string, object?> reading); public static partial bool TF(IReadOnlyDictionary<string, object?> value, out A? reading, out IReadOnlyList<string> made); }
            public static class Program { public static object? Run() { var d = M.D(new()); M.TF(d, out var t, out _); return new object[] { d.Count, M.V(new())["slots"]!, M.F(d).inner, t!.text }; } }
            """,
        """[14, 6, 14, 10]""")]
    [InlineData(
        """
            public class A { public int value { get; set; } = 1; public int Value { get; set; } = 2; public int VALUE { get; set; } = 3; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial IReadOnlyDictionary<string, object?> V(A a); public static partial A F(IReadOnlyDictionary<string, object?> v); }
            #pragma warning disable CS8981
            [DictionaryMapper] public static partial class m { public static partial Dictionary<string, object?> D(A a); }
            public static class Program { public static object? Run() => new object[] { M.V(new())["VALUE"]!, M.F(M.D(new() { Value = 9 })).Value, m.D(new()) }; }
            """,
        """[3, 9, {value: 1, Value: 2, VALUE: 3}]""")]
    [InlineData(
        """
            public class Größe { public int Straße { get; set; } = 1; public string? İd { get; set; } = "i"; public int ıd { get; set; } = 2; public int हिन्दी { get; set; } = 3; public int \u0041bc { get; set; } = 4; }
            [DictionaryMapper(KeyNaming = KeyNaming.SnakeCase)] public static partial class Ma\u0070per { public static partial Dictionary<string, object?> D(Größe c); public static partial Größe F(IReadOnlyDictionary<string, object?> c); }
            public static class Program { public static object? Run() { CultureInfo.CurrentCulture = new("tr-TR"); var d = Mapper.D(Mapper.F(Mapper.D(new()))); CultureInfo.CurrentCulture = CultureInfo.InvariantCulture; return d.Count; } }
            """,
        """5""")]
    [InlineData(
        """
            public class A { public int URL { get; set; } = 1; public int URLValue { get; set; } = 2; public int _x { get; set; } = 3; public int X1Y2 { get; set; } = 4; public int aB { get; set; } = 5; public int I { get; set; } = 6; public int __ { get; set; } = 7; }
            [DictionaryMapper(KeyNaming = KeyNaming.KebabCase, Exclude = new[] { "__" })] public static partial class M { public static partial Dictionary<string, object?> D(A c); }
            public static class Program { public static object? Run() { var p = System.Text.Json.JsonNamingPolicy.KebabCaseLower; var d = M.D(new()); return typeof(A).GetProperties().Where(x => x.Name != "__").All(x => d.ContainsKey(p.ConvertName(x.Name))) ? "same" : string.Join(",", d.Keys); } }
            """,
        """
        "same"
        """)]
    [InlineData(
        """
            namespace System2 { } namespace Foo.global { public class C { public int X { get; set; } = 1; } [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(C c); } }
            public static class Program { public static object? Run() => Foo.global.M.D(new()); }
            """,
        """{X: 1}""")]
    [InlineData(
        """
            public class A { public int X { get; set; } = 1; public DayOfWeek D { get; set; } public A? N { get; set; } }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 2, EnumValues = EnumValues.Name)] public static partial class M { public class System { } public class Dictionary { } public class DictionaryAnalyzers { } public static int global => 1; public static partial Dictionary<string, object?> D(A n); public static partial IReadOnlyDictionary<string, object?> V(A n); public static partial A F(IReadOnlyDictionary<string, object?> n); }
            public static class Program { public static object? Run() { try { M.D(null!); } catch (ArgumentNullException e) { return new object[] { e.ParamName!, M.D(M.F(M.D(new()))) }; } return null; } }
            """,
        """["n", {X: 1, D: "Sunday", N: null}]""")]
    [InlineData(
        """
            public partial class Outer<T> where T : class { private class P { public T? V { get; set; } public int N { get; set; } = 3; }
             [DictionaryMapper] private static partial class M { internal static partial Dictionary<string, object?> D(P p); internal static partial IReadOnlyDictionary<string, object?> V(P p); internal static partial P F(IReadOnlyDictionary<string, object?> p); internal static partial bool TF(IReadOnlyDictionary<string, object?> p, out P? x); internal static partial Dictionary<string, string> Tx(P p);}
             public static object? Go(T t) { var d = M.D(new P { V = t }); return new object?[] { d, M.V(new P { V = t }), M.F(d).V, M.TF(d, out _) , M.Tx(new P{V=t})}; } }
            public static class Program { public static object? Run() => Outer<string>.Go("x"); }
            """,
        """[{V: "x", N: 3}, {V: "x", N: 3}, "x", True, {V: "x", N: "3"}]""")]
    [InlineData(
        """
            namespace Q { public class Outer<T> { public class Inner<U> { public T? A { get; set; } public U? B { get; set; } public enum En { X, Y } public En E { get; set; } = En.Y; public record struct Rs(T? V); public Rs R { get; set; } } } }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest, EnumValues = EnumValues.Name)] public static partial class M { public static partial Dictionary<string, object?> D(Q.Outer<int>.Inner<string?> n); public static partial Q.Outer<int>.Inner<string?> F(IReadOnlyDictionary<string, object?> n); public static partial Dictionary<string, object?> G<T, U>(Q.Outer<T>.Inner<U> n); public static partial IReadOnlyDictionary<string, object?> V<T, U>(Q.Outer<T>.Inner<U> n); public static partial Q.Outer<T>.Inner<U> GF<T, U>(IReadOnlyDictionary<string, object?> n); }
            public static class Program { public static object? Run() { var a = new Q.Outer<int>.Inner<string?> { A = 1, B = "b", R = new(5) }; return new object[] { M.D(M.F(M.D(a))), M.G(a), M.V(a), M.G(M.GF<int, string>(M.G(a))) }; } }
            """,
        """[{A: 1, B: "b", E: "Y", R: {V: 5}}, {A: 1, B: "b", E: "Y", R: {V: 5}}, {A: 1, B: "b", E: "Y", R: {V: 5}}, {A: 1, B: "b", E: "Y", R: {V: 5}}]""")]
    [InlineData(
        """
            public class B<T> { public T? V { get; set; } }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D<Dictionary>(B<Dictionary> b); public static partial B<__TValues> F<__TValues>(IReadOnlyDictionary<string, object?> b); public static partial IReadOnlyDictionary<string, object?> V<System>(B<System> b) where System : notnull; public static partial Dictionary<string, object?> W<@class>(B<@class> b) where @class : struct; }
            public static class Program { public static object? Run() => M.F<int>(M.D(new B<int> { V = 5 })).V; }
            """,
        """5""")]
    [InlineData(
        """
            namespace X { public class A { public int V { get; set; } = 1; } } namespace Y { public class A { public string V { get; set; } = "s"; } } namespace Z { public class A { public X.A P { get; set; } = new(); public Y.A Q { get; set; } = new(); public List<X.A> L { get; set; } = [new()]; public List<Y.A> K { get; set; } = [new()]; } }
            namespace W { [DictionaryMapper(NestedObjects = NestedObjects.Nest)] public static partial class M { public static partial Dictionary<string, object?> D(Z.A a); public static partial Dictionary<string, object?> D(X.A a); public static partial IReadOnlyDictionary<string, object?> V(Z.A a); public static partial Z.A F(IReadOnlyDictionary<string, object?> a); public static partial Dictionary<string, object?> D(Y.A a); } } namespace V { [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(Z.A a); } }
            public static class Program { public static object? Run() => new object[] { W.M.D(W.M.F(W.M.D(new Z.A()))), W.M.V(new()), V.M.D(new()).Count }; }
            """,
        """[{P: {V: 1}, Q: {V: "s"}, L: [{V: 1}], K: [{V: "s"}]}, {P: {V: 1}, Q: {V: "s"}, L: [{V: 1}], K: [{V: "s"}]}, 4]""")]
    [InlineData(
        """
            public abstract class Host { protected class Secret { public int X { get; set; } = 1; private protected int Y { get; set; } = 2; } public interface IShape { int Area { get; } } protected internal static partial class Deep { } }
            public partial class H2<T> : Host { [DictionaryMapper] protected static partial class M { internal static partial Dictionary<string, object?> D(Secret s); internal static object Go() => D(new Secret()); } public static object Run() => M.Go(); }
            public partial struct Str { [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(Str s); } public int X { get; set; } } public partial interface IFace { int Z { get; } [DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(IFace s); } } public partial record Rec(int K) { [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(Rec s); public static partial Rec F(IReadOnlyDictionary<string, object?> d); } } public readonly partial record struct Rs(int K) { [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(Rs s); } }
            public static class Program { public static object? Run() => new object[] { H2<int>.Run(), Str.M.D(default), Rec.M.D(new(3)), Rs.M.D(new(4)) }; }
            """,
        """[{X: 1}, {X: 0}, {K: 3}, {K: 4}]""")]
    [InlineData(
        """
            public class A { public int X { get; set; } = 1; }
            public static partial class M { public static partial Dictionary<string, object?> D(A a); }
            [DictionaryMapper(KeyNaming = KeyNaming.CamelCase)] static partial class M { }
            partial class M { [DictionaryMapping(KeyNaming = KeyNaming.SnakeCase)] public static partial Dictionary<string, object?> E(A a); }
            public static class Program { public static object? Run() => new object[] { M.D(new()), M.E(new()) }; }
            """,
        """[{x: 1}, {x: 1}]""")]
    public void Is_called_as_it_likes(string source, string shown) => Assert.Equal(shown, Shown.Of(GeneratorTest.Run(Head + source, languageVersion: LanguageVersion.Preview).Call()));

    /// <summary>Obsolete and experimental things, and what may be null.</summary>
    [Theory]
    [InlineData(
        """
            public enum E { A, [Obsolete("no", true)] B, [Obsolete] C, [System.Diagnostics.CodeAnalysis.Experimental("EXP1")] D }
            public class A { public E V { get; set; } = (E)1; }
            [DictionaryMapper(EnumValues = EnumValues.Name)] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial Dictionary<string, string> T(A a); public static partial A R(IReadOnlyDictionary<string, object?> d); }
            public static class Program { public static object? Run() => new object[] { M.D(new()), M.R(M.D(new())).V }; }
            """,
        """[{V: "B"}, E.B]""")]
    [InlineData(
        """
            public enum E { A, [System.Diagnostics.CodeAnalysis.Experimental("EXP1")] D }
            public class A { public E V { get; set; } = (E)1; }
            [DictionaryMapper(EnumValues = EnumValues.Name)] public static partial class M { public static partial Dictionary<string, object?> D(A a); }
            public static class Program { public static object? Run() => M.D(new()); }
            """,
        """{V: "D"}""")]
    [InlineData(
        """
            #pragma warning disable EXP2
            [System.Diagnostics.CodeAnalysis.Experimental("EXP2")] public class X { public int V { get; set; } = 1; }
            [System.Diagnostics.CodeAnalysis.Experimental("EXP3")] public enum XE { A }
            #pragma warning disable EXP3
            public class A { public X? V { get; set; } = new(); public XE E { get; set; } public List<X> Xs { get; set; } = [new()]; }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial A F(IReadOnlyDictionary<string, object?> d); public static partial IReadOnlyDictionary<string, object?> V(A a); }
            public static class Program { public static object? Run() => M.D(M.F(M.D(new()))); }
            """,
        """{V: {V: 1}, E: XE.A, Xs: [{V: 1}]}""")]
    [InlineData(
        """
            #pragma warning disable EXPA
            [System.Diagnostics.CodeAnalysis.Experimental("EXPA")] public class X { public class Inner { public int P { get; set; } } } [System.Diagnostics.CodeAnalysis.Experimental("EXPA")] public struct Y { }
            public class A { public List<X>? L { get; set; } public Dictionary<string, Y[]>? D { get; set; } public X.Inner? I { get; set; } public Y? N { get; set; } public (X, Y) T { get; set; } }
            #pragma warning restore EXPA
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial A F(IReadOnlyDictionary<string, object?> d); }
            public static class Program { public static object? Run() => M.D(M.F(M.D(new()))).Count; }
            """,
        """5""")]
    [InlineData(
        """
            public class X { [System.Diagnostics.CodeAnalysis.Experimental("EXP2")] public X() {} [Obsolete("x", true)] public X(int v) { V = v; } public int V { get; set; } = 1; }
            [DictionaryMapper] public static partial class M { public static partial X F(IReadOnlyDictionary<string, object?> d); }
            public static class Program { public static object? Run() => M.F(new Dictionary<string, object?> { ["V"] = 4 }).V; }
            """,
        """4""")]
    [InlineData(
        """
            public class A { [System.Diagnostics.CodeAnalysis.DisallowNull] public string? N { get; set => field = value ?? throw new ArgumentNullException("set"); } [System.Diagnostics.CodeAnalysis.MaybeNull] public string S { get; init; } [System.Diagnostics.CodeAnalysis.DisallowNull] public string? I { get; init; } public string O { get; set; } = null!; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial A F(IReadOnlyDictionary<string, object?> n); public static partial bool T(IReadOnlyDictionary<string, object?> n, out A? a, out IReadOnlyList<string> e); }
            public static class Program { public static object? Run() { M.T(new Dictionary<string, object?> { ["N"] = null }, out _, out var e); return new object?[] { M.F(new Dictionary<string, object?>()).N, M.D(M.F(new Dictionary<string, object?> { ["N"] = "n", ["I"] = "i" })), e }; } }
            """,
        """[null, {N: "n", S: null, I: "i", O: null}, ["The value of 'N' should be string, but null was found."]]""")]
    [InlineData(
        """
            public class A { public int X { get; set; } = 1; [System.Diagnostics.CodeAnalysis.MaybeNull] public string S { get; set; } = null!; [System.Diagnostics.CodeAnalysis.AllowNull] public string T { get => field ?? ""; set; } [System.Diagnostics.CodeAnalysis.NotNull] public string? N { get => field ?? ""; set; } [System.Diagnostics.CodeAnalysis.DisallowNull] public string? Dn { get; set; } }
            [DictionaryMapper] public static partial class M { [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull("a")] public static partial Dictionary<string, object?>? D(A? a); public static partial Dictionary<string, object> O([System.Diagnostics.CodeAnalysis.DisallowNull] A? a); [Obsolete, System.Diagnostics.CodeAnalysis.Experimental("E1")] public static partial A F(IReadOnlyDictionary<string, object?> a); [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)] public static partial Dictionary<string, string> T(A a); public static partial bool TF(IReadOnlyDictionary<string, object?> a, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out A? r, out IReadOnlyList<string> e); public static partial bool TF2(IReadOnlyDictionary<string, object?> a, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out A r); }
            public static class Program { public static object? Run() { M.TF2(new Dictionary<string, object?> { ["T"] = "t" }, out var r); return new object?[] { M.D(null), M.O(new()), M.T(new()), r?.T }; } }
            """,
        """[null, {X: 1, T: "", N: ""}, {X: "1", T: "", N: ""}, "t"]""")]
    [InlineData(
        """
            #nullable disable
            public class A { public string S { get; set; } public List<string> L { get; set; } public A[] As { get; set; } public List<A> Li { get; set; } public Dictionary<string, A> Ma { get; set; } }
            #nullable enable
            [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 2)] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial A F(IReadOnlyDictionary<string, object?> a); }
            public static class Program { public static object? Run() { var a = new A { As = [new(), null!], Li = [null!] }; return M.D(M.F(M.D(a))); } }
            """,
        """{S: null, L: null, As: [{S: null, L: null, As: null, Li: null, Ma: null}, null], Li: [null], Ma: null}""")]
    [InlineData(
        """
            #nullable disable
            public class A { public string S { get; set; } public A[] As { get; set; } public A N {get;set;} }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 2)] public static partial class M {
             public static partial Dictionary<string, object> Ob(A a); public static partial IReadOnlyDictionary<string, object> ObV(A a); public static partial A ObF(IReadOnlyDictionary<string, object> a); static partial void C(A a, IDictionary<string, object> t); public static partial Dictionary<string, object> OG<T>(G<T> a); }
            public class G<T> { public T V { get; set; } public List<G<T>> L { get; set; } }
            public static class Program { public static object Run() { var a = new A { N = new() }; return M.Ob(M.ObF(M.Ob(a))); } }
            """,
        """{S: null, As: null, N: {S: null, As: null, N: null}}""")]
    [InlineData(
        """
            public interface IM { int X { get; } } public class A<T> where T : allows ref struct { public int X { get; set; } = 1; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D<T>(A<T> a) where T : allows ref struct; public static partial IReadOnlyDictionary<string, object?> V<T>(A<T> a) where T : allows ref struct; public static partial A<T> F<T>(IReadOnlyDictionary<string, object?> a) where T : allows ref struct; }
            public static class Program { public static object? Run() => new object[] { M.D(new A<Span<int>>()), M.V(new A<Span<int>>()), M.F<Span<int>>(M.D(new A<Span<int>>())).X }; }
            """,
        """[{X: 1}, {X: 1}, 1]""")]
    [InlineData(
        """
            public unsafe class A { public int X { get; set; } = 1; public int*[]? P { get; set; } public List<void*[]>? Q { get; set; } }
            [DictionaryMapper(Exclude = new[] { "P", "Q" })] public static partial class M { public static partial Dictionary<string, object?> D(A n); public static partial A F(IReadOnlyDictionary<string, object?> n); }
            public static class Program { public static object? Run() => M.D(M.F(M.D(new()))); }
            """,
        """{X: 1}""")]
    public void Says_nothing_of_attributes_of_the_compiler(string source, string shown) => Assert.Equal(shown, Shown.Of(GeneratorTest.Run(Head + source, languageVersion: LanguageVersion.Preview).Call()));

    /// <summary>There and back again.</summary>
    [Theory]
    [InlineData(
        """
            [Flags] public enum F : byte { None, A = 1, B = 2, AB = 3, C = 4 } public enum U : ulong { Max = ulong.MaxValue, Zero = 0 } public enum L : long { Min = long.MinValue, Neg = -1 } public enum Dup { A = 1, B = 1, C = 1 } public enum E0 { }
            public class A { public F F { get; set; } = F.A | F.C; public F? FN { get; set; } public U U { get; set; } = U.Max; public L L { get; set; } = L.Neg; public Dup D { get; set; } = Dup.C; public E0 E { get; set; } = (E0)77; public L? Lm {get;set;} = L.Min; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); [DictionaryMapping(EnumValues = EnumValues.Name)] public static partial Dictionary<string, object?> N(A a); [DictionaryMapping(EnumValues = EnumValues.Number)] public static partial Dictionary<string, object?> Nu(A a); public static partial Dictionary<string, string> T(A a); [DictionaryMapping(EnumValues = EnumValues.Number)] public static partial Dictionary<string, string> TN(A a); public static partial A R(IReadOnlyDictionary<string, object?> d); public static partial A RT(IReadOnlyDictionary<string, string> d); }
            public static class Program { public static object? Run() { var a = new A(); var x = string.Join("|", M.D(a).Select(p => p.Value)); bool Same(A b) => x == string.Join("|", M.D(b).Select(p => p.Value)); return new object[] { M.N(a), M.Nu(a), M.T(a), M.TN(a), Same(M.R(M.D(a))), Same(M.R(M.N(a))), Same(M.R(M.Nu(a))), Same(M.RT(M.T(a))), Same(M.RT(M.TN(a))) }; } }
            """,
        """[{F: "A, C", FN: null, U: "Max", L: "Neg", D: "A", E: "77", Lm: "Min"}, {F: 5, FN: null, U: 18446744073709551615, L: -1, D: 1, E: 77, Lm: -9223372036854775808}, {F: "A, C", U: "Max", L: "Neg", D: "A", E: "77", Lm: "Min"}, {F: "5", U: "18446744073709551615", L: "-1", D: "1", E: "77", Lm: "-9223372036854775808"}, True, True, True, True, True]""")]
    [InlineData(
        """
            public class L { public int X { get; set; } = 1; } public class A { public Dictionary<DateOnly, L> D { get; set; } = new() { [new(2024, 1, 2)] = new() }; public Dictionary<Half, List<L>> H { get; set; } = new() { [(Half)1.5] = [new()] }; public List<Dictionary<TimeOnly, L>> T { get; set; } = [new() { [new(1, 2, 3)] = new() }]; public Dictionary<Uri, L> U { get; set; } = new() { [new("http://x/")] = new() }; public Dictionary<byte, L> By { get; set; } = new() { [7] = new() }; public Dictionary<bool, L> Bo { get; set; } = new() { [true] = new() }; public Dictionary<DateTime, L> Dt { get; set; } = new() { [new(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc)] = new() }; public Dictionary<nint, L> Ni { get; set; } = new() { [5] = new() }; public Dictionary<DayOfWeek, L> E { get; set; } = new() { [DayOfWeek.Friday] = new() }; public Dictionary<decimal, L> De { get; set; } = new() { [1.5m] = new() }; public Dictionary<double, L> Do { get; set; } = new() { [1.5] = new() }; }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)] public static partial class M { public static partial Dictionary<string, object?> D(A n); public static partial A F(IReadOnlyDictionary<string, object?> n); public static partial IReadOnlyDictionary<string, object?> V(A n); }
            public static class Program { public static object? Run() { CultureInfo.CurrentCulture = new("de-DE"); var d = M.D(M.F(M.D(new()))); var v = M.F(M.V(new())); CultureInfo.CurrentCulture = CultureInfo.InvariantCulture; return new object[] { d, v.D.Count }; } }
            """,
        """[{D: {2024-01-02: {X: 1}}, H: {1.5: [{X: 1}]}, T: [{01:02:03.0000000: {X: 1}}], U: {http://x/: {X: 1}}, By: {7: {X: 1}}, Bo: {True: {X: 1}}, Dt: {2024-01-02T03:04:05.0000000Z: {X: 1}}, Ni: {5: {X: 1}}, E: {Friday: {X: 1}}, De: {1.5: {X: 1}}, Do: {1.5: {X: 1}}}, 1]""")]
    [InlineData(
        """
            public class L { public int X { get; set; } = 1; } public class A { public Dictionary<DateOnly, L> D { get; set; } = new() { [new(2024, 1, 2)] = new() }; }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)] public static partial class M { public static partial A F(IReadOnlyDictionary<string, object?> n); }
            public static class Program { public static object? Run() => M.F(new Dictionary<string, object?>()).D.Count; }
            """,
        """1""")]
    [InlineData(
        """
            public class L { public int X { get; set; } } public class A { public Stack<L> S { get; set; } = new(); public Queue<L> Q { get; set; } = new(); public LinkedList<L> K { get; set; } = new(); public System.Collections.Concurrent.ConcurrentStack<L> CS { get; set; } = new(); public System.Collections.Concurrent.ConcurrentBag<L> CB { get; set; } = new(); public Stack<L> Fill { get; } = new(); }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)] public static partial class M { public static partial Dictionary<string, object?> D(A a); [DictionaryMapping(Exclude = new[] { "Fill" })] public static partial A F(IReadOnlyDictionary<string, object?> d); }
            public static class Program { public static object? Run() { var a = new A(); foreach (var i in new[] { 1, 2, 3 }) { a.S.Push(new() { X = i }); a.Q.Enqueue(new() { X = i }); a.K.AddLast(new L { X = i }); a.CS.Push(new() { X = i }); } return M.D(M.F(M.D(a))); } }
            """,
        """{S: [{X: 3}, {X: 2}, {X: 1}], Q: [{X: 1}, {X: 2}, {X: 3}], K: [{X: 1}, {X: 2}, {X: 3}], CS: [{X: 3}, {X: 2}, {X: 1}], CB: [], Fill: []}""")]
    [InlineData(
        """
            public record struct Money(decimal V) : IParsable<Money>, IFormattable { public static Money Parse(string s, IFormatProvider? p) => new(decimal.Parse(s, p)); public static bool TryParse(string? s, IFormatProvider? p, out Money m) { var ok = decimal.TryParse(s, NumberStyles.Number, p, out var d); m = new(d); return ok; } public override string ToString() => ToString(null, null); public string ToString(string? f, IFormatProvider? p) => V.ToString(p); }
            public class A { public Half H { get; set; } = (Half)1.5; public Half? HN { get; set; } = (Half)2.5; public Int128 I { get; set; } = -7; public System.Numerics.BigInteger B { get; set; } = 9; public Money M { get; set; } = new(1.25m); public System.Net.IPAddress? Ip { get; set; } = System.Net.IPAddress.Loopback; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, string> T(A a); public static partial A R(IReadOnlyDictionary<string, string> d); public static partial bool TR(IReadOnlyDictionary<string, string> d, out A? a, out IReadOnlyList<string> e); }
            public static class Program { public static object? Run() { CultureInfo.CurrentCulture = new("de-DE"); var t = M.T(new()); var b = M.T(M.R(t)); CultureInfo.CurrentCulture = CultureInfo.InvariantCulture; M.TR(new Dictionary<string, string> { ["H"] = "x", ["M"] = "1,2,x" }, out _, out IReadOnlyList<string> e); return new object[] { b, t.SequenceEqual(b), e }; } }
            """,
        """[{H: "1.5", HN: "2.5", I: "-7", B: "9", M: "1.25", Ip: "127.0.0.1"}, True, ["The value of 'H' should be System.Half, but another text was found.", "The value of 'M' should be Money, but another text was found."]]""")]
    [InlineData(
        """
            public class A { public (int A, string? B) T { get; set; } = (1, "x"); public List<(int X, int Y)> L { get; set; } = [(1, 2)]; public object O {get;set;} = 1; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, (int X, string? Y)> T(A a); public static partial Dictionary<string, List<(int Q, int)>> L(A a); }
            public static class Program { public static object? Run() => new object[] { M.T(new()).Count, M.L(new()).Count }; }
            """,
        """[1, 1]""")]
    [InlineData(
        """
            public enum E : ulong { A = 1UL << 63, B = 0 } public class A { public A(E e = E.A, DayOfWeek d = (DayOfWeek)99, E? n = null, char c = '\u2028', string s = "\u2028\ud800", ulong u = ulong.MaxValue, long l = long.MinValue, int i = int.MinValue, sbyte sb = -5, double d0 = -0.0, double de = double.Epsilon, decimal m = -1.10m, nint ni = -5) { Ev = e; D = d; N = n; C = c; S = s; U = u; L = l; I = i; Sb = sb; D0 = d0; De = de; Mm = m; Ni = ni; } [DictionaryKey("e")] public E Ev { get; } public E E => Ev; public DayOfWeek D { get; } public E? N { get; } public char C { get; } public string S { get; } public ulong U { get; } public long L { get; } public int I { get; } public sbyte Sb { get; } public double D0 { get; } public double De { get; } [DictionaryKey("m")] public decimal Mm { get; } public decimal M => Mm; public nint Ni { get; } }
            [DictionaryMapper(Exclude = new[] { "Ev", "Mm" })] public static partial class M { public static partial A F(IReadOnlyDictionary<string, object?> a); }
            public static class Program { public static object? Run() { var a = M.F(new Dictionary<string, object?>()); var b = new A(); return a.E == b.E && a.D == b.D && a.N is null && a.C == b.C && a.S == b.S && a.U == b.U && a.L == b.L && a.I == b.I && a.Sb == b.Sb && BitConverter.DoubleToInt64Bits(a.D0) == BitConverter.DoubleToInt64Bits(b.D0) && a.De == b.De && decimal.GetBits(a.M).SequenceEqual(decimal.GetBits(b.M)) && a.Ni == b.Ni; } }
            """,
        """True""")]
    [InlineData(
        """
            public readonly record struct P(int X, int Y); public record A(P Pos, P? Opt, List<P> Many, Dictionary<string, P?> Map, P[] Arr) { public P? Extra { get; init; } }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)] public static partial class M { public static partial Dictionary<string, object?> D(A n); public static partial A F(IReadOnlyDictionary<string, object?> n); [DictionaryMapping(NestedObjects = NestedObjects.Flatten, Exclude = new[] { "Many", "Map", "Arr" })] public static partial Dictionary<string, string> T(A n); }
            public static class Program { public static object? Run() { var a = new A(new(1, 2), null, [new(3, 4)], new() { ["n"] = null, ["m"] = new(5, 6) }, [new(7, 8)]); return new object[] { M.D(M.F(M.D(a))), M.T(a) }; } }
            """,
        """[{Pos: {X: 1, Y: 2}, Opt: null, Many: [{X: 3, Y: 4}], Map: {n: null, m: {X: 5, Y: 6}}, Arr: [{X: 7, Y: 8}], Extra: null}, {Pos.X: "1", Pos.Y: "2"}]""")]
    [InlineData(
        """
            public class A { public required int X { get; init; } public int Y { get; init; } = 7; public required string S { get; set; } public string? N { get; set; } = "n"; [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public A(int x) { X = x; S = "c"; } public A() { } }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A p); public static partial A F(IReadOnlyDictionary<string, object?> p); public static partial bool TF(IReadOnlyDictionary<string, object?> p, out A? a, out IReadOnlyList<string> e); }
            public static class Program { public static object? Run() { M.TF(new Dictionary<string, object?>(), out var a, out var e); return new object?[] { M.D(M.F(new Dictionary<string, object?> { ["X"] = 1, ["S"] = "s" })), a, e.Count }; } }
            """,
        """[{X: 1, Y: 7, S: "s", N: "n"}, null, 2]""")]
    [InlineData(
        """
            public record Base(int Id) { public string? Note { get; init; } }
            public record Derived(int Id, string Name) : Base(Id) { public int Len => Name.Length; }
            public sealed record G<T>(T V, List<T>? L = null);
            public record struct RS(int X, string Y = "d"); public readonly record struct RRS(int X);
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(Derived p); public static partial Derived F(IReadOnlyDictionary<string, object?> p); public static partial Dictionary<string, object?> G<T>(G<T> g); public static partial RS R(IReadOnlyDictionary<string, object?> p); public static partial Dictionary<string, object?> S(in RS r); public static partial Dictionary<string, object?> S2(ref readonly RRS r); public static partial RRS R2(IReadOnlyDictionary<string, object?> p); }
            public static class Program { public static object? Run() { var d = new Derived(1, "n") { Note = "o" }; var r = new RRS(5); return new object?[] { M.D(d), M.F(M.D(d)) == d, M.F(M.D(d)) with { Name = "zz" }, M.G(new G<int>(3)), M.R(new Dictionary<string, object?> { ["X"] = 1 }), M.S(new RS(2)), M.S2(in r), M.R2(M.S2(in r)) }; } }
            """,
        """[{Id: 1, Note: "o", Name: "n", Len: 1}, True, Derived { Id = 1, Note = o, Name = zz, Len = 2 }, {V: 3, L: null}, RS { X = 1, Y = d }, {X: 2, Y: "d"}, {X: 5}, RRS { X = 5 }]""")]
    [InlineData(
        """
            public class Ci : Dictionary<string, object?> { public Ci() : base(StringComparer.OrdinalIgnoreCase) { } }
            public class A { public int X { get; set; } public int Y { get; set; } }
            [DictionaryMapper] public static partial class M { public static partial A F(IReadOnlyDictionary<string, object?> d); public static partial A F2(IDictionary<string, object?> d); public static partial A F3(Dictionary<string, object?> d); }
            public static class Program { public static object? Run() { var ci = new Ci { ["x"] = 1, ["Y"] = 2 }; System.Dynamic.ExpandoObject ex = new(); ((IDictionary<string, object?>)ex)["X"] = 3; return new object[] { M.F(ci).X, M.F2(ci).X, M.F3(ci).X, M.F2(ex).X }; } }
            """,
        """[1, 1, 1, 3]""")]
    [InlineData(
        """
            public class L { public int X { get; set; } } public class A { public List<L> Ls { get; } = [new() { X = 9 }]; public IDictionary<string, L> Map { get; } = new Dictionary<string, L> { ["old"] = new() }; public HashSet<int> H { get; } = [5]; public ICollection<int> Arr { get; } = new[] { 1, 2 }; public IReadOnlyList<int> Ro => [1]; }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)] public static partial class M { public static partial Dictionary<string, object?> D(A a); [DictionaryMapping(Exclude = new[] { "Arr" })] public static partial A F(IReadOnlyDictionary<string, object?> d); }
            public static class Program { public static object? Run() { var a = M.F(new Dictionary<string, object?> { ["Ls"] = new List<object?> { new L { X = 1 } }, ["H"] = new HashSet<int> { 7 } }); var b = M.F(new Dictionary<string, object?>()); var c = M.F(new Dictionary<string, object?> { ["H"] = a.H }); return new object[] { M.D(a), M.D(b).Count, b.H, c.H }; } }
            """,
        """[{Ls: [{X: 1}], Map: {old: {X: 0}}, H: [7], Arr: [1, 2], Ro: [1]}, 5, [5], [7]]""")]
    [InlineData(
        """
            public class A { public A(int x) { if (x < 0) throw new InvalidOperationException("ctor"); X = x; } public int X { get; } public int Y { get; set { if (value < 0) throw new InvalidOperationException("setter"); field = value; } } }
            [DictionaryMapper] public static partial class M { public static partial bool T(IReadOnlyDictionary<string, object?> n, out A? a, out IReadOnlyList<string> e); }
            public static class Program { static string Try(int x, object y) { try { return M.T(new Dictionary<string, object?> { ["X"] = x, ["Y"] = y }, out var a, out var e) ? "ok" : string.Join("", e); } catch (Exception e) { return e.Message; } } public static object? Run() => new[] { Try(1, 1), Try(-1, 1), Try(1, -1), Try(-1, "x") }; }
            """,
        """["ok", "ctor", "setter", "ctor"]""")]
    [InlineData(
        """
            public struct P { public int X { get; set; } public string? S { get; set; } public Q? Q { get; set; } } public struct Q { public int Z { get; set; } public Y? Y { get; set; } } public class Y { public DayOfWeek D { get; set; } public decimal? M { get; set; } }
            public class A { public P? P { get; set; } public P R { get; set; } }
            [DictionaryMapper(NestedObjects = NestedObjects.Flatten, EnumValues = EnumValues.Name)] public static partial class M { public static partial Dictionary<string, object?> D(A a); [DictionaryMapping(NullValues = NullValues.Omit)] public static partial Dictionary<string, object?> O(A a); public static partial IReadOnlyDictionary<string, object?> V(A a); [DictionaryMapping(NullValues = NullValues.Omit)] public static partial IReadOnlyDictionary<string, object?> VO(A a); public static partial Dictionary<string, string> T(A a); public static partial Dictionary<string, int> I(A a); public static partial A F(IReadOnlyDictionary<string, object?> d); public static partial A FT(IReadOnlyDictionary<string, string> d); [DictionaryMapping(EnumValues = EnumValues.Number)] public static partial Dictionary<string, object?> En(A a); public static partial Dictionary<string, DayOfWeek> Dw(A a); }
            public static class Program { public static object? Run() { var a = new A { P = new P { X = 1, Q = new Q { Z = 2, Y = new Y { D = DayOfWeek.Friday, M = 1.5m } } } }; return new object[] { M.D(a), M.O(new A()), M.V(a).Count, M.VO(a), M.T(M.FT(M.T(a))), M.I(a), M.D(M.F(M.D(a))).SequenceEqual(M.D(a)), M.En(a)["P.Q.Y.D"]!, M.Dw(a) }; } }
            """,
        """[{P.X: 1, P.S: null, P.Q.Z: 2, P.Q.Y.D: "Friday", P.Q.Y.M: 1.5, R.X: 0, R.S: null, R.Q.Z: null, R.Q.Y.D: null, R.Q.Y.M: null}, {R.X: 0}, 10, {P.X: 1, P.Q.Z: 2, P.Q.Y.D: "Friday", P.Q.Y.M: 1.5, R.X: 0}, {P.X: "1", P.Q.Z: "2", P.Q.Y.D: "Friday", P.Q.Y.M: "1.5", R.X: "0"}, {P.X: 1, P.Q.Z: 2, R.X: 0}, True, 5, {P.Q.Y.D: DayOfWeek.Friday}]""")]
    [InlineData(
        """
            public class A { public string S { get; set; } = "a\r\n\u2028\"{0}"; public string E { get; set; } = ""; public char C { get; set; } = '\ud800'; public double D { get; set; } = double.Epsilon; public float F { get; set; } = float.MaxValue; public decimal M { get; set; } = decimal.MinValue; public DateTime T { get; set; } = DateTime.MaxValue; public DateTime L { get; set; } = new(2024, 7, 1, 0, 0, 0, DateTimeKind.Local); public DateTimeOffset O { get; set; } = DateTimeOffset.MinValue; public TimeSpan Ts { get; set; } = TimeSpan.MinValue; public Uri U { get; set; } = new("../a b?q=ü#f", UriKind.RelativeOrAbsolute); public byte[] B { get; set; } = []; public bool? Bo { get; set; } = false; public long Lg { get; set; } = long.MinValue; public ulong Ul { get; set; } = ulong.MaxValue; public Version V { get; set; } = new(1, 2, 3, 4); public nint N { get; set; } = nint.MinValue; public nuint Nu { get; set; } = nuint.MaxValue; public DayOfWeek W { get; set; } = (DayOfWeek)(-5); public object O2 { get; set; } = 1.5; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, string> T(A a); [DictionaryMapping(Exclude = new[] { "O2" })] public static partial A F(IReadOnlyDictionary<string, string> d); public static partial Dictionary<string, object?> D(A a); [DictionaryMapping(Exclude = new[] { "O2" })] public static partial A FO(IReadOnlyDictionary<string, object?> d); }
            public static class Program { public static object? Run() { var bad = new List<string>(); foreach (var c in new[] { "de-DE", "fa-IR", "tr-TR", "th-TH", "ar-SA" }) { CultureInfo.CurrentCulture = new(c); var a = new A(); var t = M.T(a); var b = M.F(t); var u = M.T(b); foreach (var p in t.Where(p => p.Key != "O2")) if (u[p.Key] != p.Value) bad.Add(c + p.Key + p.Value + "/" + u[p.Key]); if (b.L.Kind != DateTimeKind.Local || b.D != a.D || b.T != a.T) bad.Add("x"); M.FO(M.D(a)); } CultureInfo.CurrentCulture = CultureInfo.InvariantCulture; return bad; } }
            """,
        """[]""")]
    [InlineData(
        """
            public struct S { public int X { get; set; } public string? N { get; set; } } public readonly struct R(int x) { public int X { get; } = x; public int Y { get; init; } = 3; }
            [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(this in S a); public static partial Dictionary<string, object?> D2(this ref S a); public static partial S F(IReadOnlyDictionary<string, object?> d); public static partial S? FN(IReadOnlyDictionary<string, object?>? d); public static partial bool T(IReadOnlyDictionary<string, object?> d, out S? s, out IReadOnlyList<string> e); public static partial R RF(IReadOnlyDictionary<string, object?> d); public static partial IReadOnlyDictionary<string, object?> V(this R r); }
            public static class Program { public static object? Run() { var s = new S { X = 1 }; return new object?[] { s.D(), s.D2(), M.F(s.D()).X, M.FN(null), M.T(s.D(), out var q, out _), q?.X, M.RF(new Dictionary<string, object?> { ["X"] = 4 }).Y, new R(1).V() }; } }
            """,
        """[{X: 1, N: null}, {X: 1, N: null}, 1, null, True, 1, 3, {X: 1, Y: 3}]""")]
    [InlineData(
        """
            public record Cust(int A); public class Own { public override string ToString() => "o"; } public class A { public Cust C { get; set; } = new(1); public Own? O { get; set; } public int I { get; set; } }
            [DictionaryMapper(Exclude = new[] { "C", "O" })] public static partial class M { public static partial Dictionary<string, string> T(A a); public static partial A F(IReadOnlyDictionary<string, string> d); } [DictionaryMapper] public static partial class N { public static partial Dictionary<string, string> T(A a); }
            public static class Program { public static object? Run() => new object[] { M.F(M.T(new() { I = 4 })).I, N.T(new() { O = new() }) }; }
            """,
        """[4, {C: "Cust { A = 1 }", O: "o", I: "0"}]""")]
    [InlineData(
        """
            public class A<T> where T : IParsable<T> { public Half H { get; set; } = (Half)2; public T? V { get; set; } public Half? N { get; set; } }
            [DictionaryMapper(Exclude = new[] { "V" })] public static partial class M { public static partial Dictionary<string, string> T<T>(A<T> a) where T : IParsable<T>; public static partial A<T> F<T>(IReadOnlyDictionary<string, string> d) where T : IParsable<T>; }
            public static class Program { public static object? Run() => M.T(M.F<int>(M.T(new A<int> { N = (Half)0.5 }))); }
            """,
        """{H: "2", N: "0.5"}""")]
    [InlineData(
        """
            public class Base { public required virtual int X { get; set; } public int Y { get; set; } }
            public class A : Base { public override required int X { get; set; } }
            [DictionaryMapper] public static partial class M { public static partial A F(IReadOnlyDictionary<string, object?> d); internal static partial bool T(IReadOnlyDictionary<string, object?> d, out A? a, out IReadOnlyList<DictionaryMappingError> e); }
            public static class Program { public static object? Run() { M.T(new Dictionary<string, object?>(), out _, out var e); return new object[] { M.F(new Dictionary<string, object?> { ["X"] = 1 }).X, e.Count, e[0].Key }; } }
            """,
        """[1, 1, "X"]""")]
    [InlineData(
        """
            public class Base { protected Base() { } public int X { get; protected set; } public int Y { get; set; } }
            public partial class A : Base { [DictionaryMapper] public static partial class M { public static partial A F(IReadOnlyDictionary<string, object?> d); public static partial Dictionary<string, object?> D(A a); } }
            public partial class B { protected B() { } public int X { get; private set; } [DictionaryMapper] public static partial class M { public static partial B F(IReadOnlyDictionary<string, object?> d); public static partial Dictionary<string, object?> D(B a); } }
            public static class Program { public static object? Run() => new object[] { A.M.D(A.M.F(new Dictionary<string, object?> { ["X"] = 1 })), B.M.D(B.M.F(new Dictionary<string, object?> { ["X"] = 1 })) }; }
            """,
        """[{X: 1, Y: 0}, {X: 1}]""")]
    [InlineData(
        """
            using System.Diagnostics.CodeAnalysis;
            public class A { [DisallowNull] public string? S { get; set; } [AllowNull] public string T { get => t; set => t = value ?? "none"; } string t = "t"; [DisallowNull] public int? U { get; set; } [DisallowNull] public string? V { get => v; set => v = value ?? "null"; } string? v; [DisallowNull] public int? W { get; init; } [DisallowNull] public string? X { get; init; } [MaybeNull] public string Y { get; set; } = ""; [AllowNull] public string Z { get; init; } = "z"; }
            [DictionaryMapper] public static partial class M { public static partial A F(IReadOnlyDictionary<string, object?> d); public static partial Dictionary<string, object?> D(A a); public static partial A P(IReadOnlyDictionary<string, string> d); internal static partial bool Try(IReadOnlyDictionary<string, object?> d, out A? a, out IReadOnlyList<DictionaryMappingError> e); }
            public static class Program { public static object? Run() { var nulls = M.D(new()).Keys.ToDictionary(k => k, k => (object?)null); M.Try(nulls, out _, out var e); return new object?[] { M.D(M.F(new Dictionary<string, object?>())), M.F(new Dictionary<string, object?> { ["T"] = null }).T, e.Select(x => x.Key).Order(), M.D(M.P(new Dictionary<string, string> { ["U"] = "4", ["W"] = "5" })) }; } }
            """,
        """[{S: null, T: "t", U: null, V: null, W: null, X: null, Y: "", Z: "z"}, "none", ["S", "U", "V", "W", "X", "Y"], {S: null, T: "t", U: 4, V: null, W: 5, X: null, Y: "", Z: "z"}]""")]
    [InlineData(
        """
            using System.Diagnostics.CodeAnalysis;
            public class A([AllowNull] string s, [DisallowNull] string? t, object u, [DisallowNull] int? n) { public string S { get; } = s ?? "none"; public string? T { get; } = t; public string? U { get; } = (string)u; public int? N { get; } = n; }
            [DictionaryMapper] public static partial class M { public static partial A F(IReadOnlyDictionary<string, object?> d); public static partial Dictionary<string, object?> D(A a); internal static partial bool Try(IReadOnlyDictionary<string, object?> d, out A? a, out IReadOnlyList<DictionaryMappingError> e); }
            public static class Program { public static object? Run() { M.Try(new Dictionary<string, object?> { ["S"] = null, ["T"] = null, ["U"] = null, ["N"] = null }, out _, out var e); return new object?[] { M.D(M.F(new Dictionary<string, object?> { ["S"] = null, ["T"] = "t", ["U"] = "u", ["N"] = 1 })), e.Select(x => x.Key) }; } }
            """,
        """[{S: "none", T: "t", U: "u", N: 1}, ["T", "U", "N"]]""")]
    [InlineData(
        """
            public class Own : List<int> { public new void Add(int i) => base.Add(i + 100); }
            public class A { public System.Collections.ArrayList L { get; } = new() { 1 }; public System.Collections.Specialized.StringCollection S { get; } = new(); public ISet<string> H { get; } = new HashSet<string> { "x" }; public IDictionary<string, int> D { get; } = new SortedDictionary<string, int>(); public Own O { get; } = new(); public System.Collections.Concurrent.ConcurrentBag<int> B { get; } = new(); public System.Collections.IList I { get; } = new List<object>(); }
            [DictionaryMapper] public static partial class M { public static partial A F(IReadOnlyDictionary<string, object?> d); public static partial Dictionary<string, object?> D(A a); }
            public static class Program { public static object? Run() { var a = new A(); a.L.Add("q"); a.S.Add("s"); a.H.Add("h"); a.D["k"] = 1; a.O.Add(1); a.B.Add(4); a.I.Add("i"); return M.D(M.F(M.D(a))); } }
            """,
        """{L: [1, "q"], S: ["s"], H: ["x", "h"], D: {k: 1}, O: [201], B: [4], I: ["i"]}""")]
    [InlineData(
        """
            public struct Leaf { public int V { get; set; } public List<Leaf>? Kids { get; set; } }
            public class A { public List<Leaf> L { get; set; } = [new Leaf { V = 5 }]; public Leaf One { get; set; } public Leaf[] Arr { get; set; } = new Leaf[1]; public Dictionary<int, Leaf> Map { get; set; } = new() { [1] = new() }; public required List<Leaf?> N { get; set; } public A? Next { get; set; } }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 1)] public static partial class One { public static partial Dictionary<string, object?> D(A a); public static partial A F(IReadOnlyDictionary<string, object?> d); }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 2)] public static partial class Two { public static partial Dictionary<string, object?> D(A a); public static partial A F(IReadOnlyDictionary<string, object?> d); }
            public static class Program { public static object? Run() { var a = new A { N = [new Leaf { Kids = [new()] }], Next = new A { N = [] } }; var one = One.F(One.D(a)); return new object?[] { One.D(a), one.L.Count, one.N is null, Two.D(a), Two.F(Two.D(a)).Next!.L.Count }; } }
            """,
        """[{L: null, One: null, Arr: null, Map: null, N: null, Next: null}, 1, True, {L: [{V: 5, Kids: null}], One: {V: 0, Kids: null}, Arr: [{V: 0, Kids: null}], Map: {1: {V: 0, Kids: null}}, N: [{V: 0, Kids: null}], Next: {L: null, One: null, Arr: null, Map: null, N: null, Next: null}}, 1]""")]
    [InlineData(
        """
            public class A { public int X { get; set; } }
            [DictionaryMapper] public static partial class M { public static partial A F(IReadOnlyDictionary<string, dynamic?> d); public static partial A I(IDictionary<string, dynamic> d); public static partial IReadOnlyDictionary<string, dynamic?> V(A a); public static partial IReadOnlyList<KeyValuePair<string, dynamic?>> L(A a); }
            public static class Program { public static object? Run() => new object[] { M.F(M.V(M.I(new Dictionary<string, dynamic> { ["X"] = 3 }))).X, M.L(new A())[0].Key }; }
            """,
        """[3, "X"]""")]
    [InlineData(
        """
            using System.Runtime.Serialization; using System.Text.Json.Serialization;
            public enum E { [EnumMember(Value = "in-progress")] InProgress, [JsonStringEnumMemberName("done!"), EnumMember(Value = "x")] Done, [EnumMember] Plain, [EnumMember(Value = null)] Null, [EnumMember(Value = "")] Empty, [EnumMember(Value = "Plain")] Clash, [EnumMember(Value = "neg \"ative\"")] Negative = -1 }
            [Flags] public enum F { None, [EnumMember(Value = "a")] A = 1, [EnumMember(Value = "b")] B = 2 }
            public class In { public int X { get; set; } }
            public class A { public E S { get; set; } public E? N { get; set; } public F F { get; set; } public Dictionary<E, In> K { get; set; } = new(); }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest, EnumValues = EnumValues.Name)] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial IReadOnlyDictionary<string, object?> V(A a); public static partial A R(IReadOnlyDictionary<string, object?> d); [DictionaryMapping(EnumValues = EnumValues.Number)] public static partial Dictionary<string, object?> Nu(A a); }
            [DictionaryMapper(Exclude = new[] { "K" })] public static partial class T { public static partial Dictionary<string, string> D(A a); public static partial A R(IReadOnlyDictionary<string, string> d); }
            public static class Program { public static object? Run() { var a = new A { S = E.InProgress, N = E.Done, F = F.A, K = { [E.Negative] = new() } }; var all = Enum.GetValues<E>().Where(e => M.R(M.D(new A { S = e })).S != e || T.R(T.D(new A { S = e })).S != e); return new object?[] { M.D(a), M.V(a), M.Nu(a), T.D(a), M.D(M.R(M.D(a))), T.D(new A { F = F.A | F.B }), T.D(M.R(new Dictionary<string, object?> { ["S"] = "Done", ["F"] = "b" })), all }; } }
            """,
        """[{S: "in-progress", N: "done!", F: "a", K: {neg "ative": {X: 0}}}, {S: "in-progress", N: "done!", F: "a", K: {neg "ative": {X: 0}}}, {S: 0, N: 1, F: 1, K: {neg "ative": {X: 0}}}, {S: "in-progress", N: "done!", F: "a"}, {S: "in-progress", N: "done!", F: "a", K: {neg "ative": {X: 0}}}, {S: "in-progress", F: "A, B"}, {S: "done!", F: "b"}, [E.Clash]]""")]
    [InlineData(
        """
            using System.Runtime.Serialization;
            public class G<T> { public enum E { [EnumMember(Value = "first")] One, Two } public E V { get; set; } public E W { get; set; } = E.Two; public T? C { get; set; } }
            [DictionaryMapper(EnumValues = EnumValues.Name)] public static partial class M { public static partial Dictionary<string, object?> D<T>(G<T> g) where T : struct; public static partial Dictionary<string, object?> D2<U>(G<U> g) where U : class; public static partial G<T> F<T>(IReadOnlyDictionary<string, object?> d) where T : struct; public static partial IReadOnlyDictionary<string, object?> V<T>(G<T> g) where T : struct; }
            public static class Program { public static object? Run() => new object[] { M.D(M.F<int>(M.D(new G<int>()))), M.V(new G<int>()), M.D2(new G<string>()) }; }
            """,
        """[{V: "first", W: "Two", C: 0}, {V: "first", W: "Two", C: 0}, {V: "first", W: "Two", C: null}]""")]
    [InlineData(
        """
            #pragma warning disable CS8981
            public class In<T> { public T? V { get; set; } public List<In<T>> L { get; set; } = []; }
            public class Box<T> { public In<T>? C { get; set; } public List<In<T>>? L { get; set; } public Dictionary<string, In<T>>? D { get; set; } public int N { get; set; } }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 3)] public static partial class M
            {
            public static partial Box<values> F0<values>(IReadOnlyDictionary<string, object?> d) where values : class, IComparable<values>;
            public static partial Box<reading> F1<reading>(IReadOnlyDictionary<string, object?> d) where reading : class, IComparable<reading>;
            public static partial Box<__result> F2<__result>(IReadOnlyDictionary<string, object?> d) where __result : class, IComparable<__result>;
            public static partial Box<__value> F3<__value>(IReadOnlyDictionary<string, object?> d) where __value : class, IComparable<__value>;
            public static partial Box<value> F4<value>(IReadOnlyDictionary<string, object?> d) where value : class, IComparable<value>;
            public static partial Box<inner> F5<inner>(IReadOnlyDictionary<string, object?> d) where inner : class, IComparable<inner>;
            public static partial Box<key> F6<key>(IReadOnlyDictionary<string, object?> d) where key : class, IComparable<key>;
            public static partial Box<made> F7<made>(IReadOnlyDictionary<string, object?> d) where made : class, IComparable<made>;
            public static partial Box<found> F8<found>(IReadOnlyDictionary<string, object?> d) where found : class, IComparable<found>;
            public static partial Box<number> F9<number>(IReadOnlyDictionary<string, object?> d) where number : class, IComparable<number>;
            public static partial Box<parsed> F10<parsed>(IReadOnlyDictionary<string, object?> d) where parsed : class, IComparable<parsed>;
            public static partial Box<text> F11<text>(IReadOnlyDictionary<string, object?> d) where text : class, IComparable<text>;
            public static partial Dictionary<string, object?> D0<source>(Box<source> d) where source : class;
            public static partial Dictionary<string, object?> D1<depth>(Box<depth> d) where depth : class;
            public static partial Dictionary<string, object?> D2<item>(Box<item> d) where item : class;
            public static partial Dictionary<string, object?> D3<result>(Box<result> d) where result : class;
            public static partial Dictionary<string, object?> D4<step>(Box<step> d) where step : class;
            public static partial Dictionary<string, object?> D5<count>(Box<count> d) where count : class;
            public static partial Dictionary<string, object?> D6<__v0>(Box<__v0> d) where __v0 : class;
            public static partial Dictionary<string, object?> D7<@class>(Box<@class> d) where @class : class;
            public static partial Dictionary<string, object?> D8<Count>(Box<Count> d) where Count : class;
            public static partial IReadOnlyDictionary<string, object?> V0<source>(Box<source> d) where source : class;
            public static partial IReadOnlyDictionary<string, object?> V1<slot>(Box<slot> d) where slot : class;
            public static partial IReadOnlyDictionary<string, object?> V2<Slots>(Box<Slots> d) where Slots : class;
            public static partial IReadOnlyDictionary<string, object?> V3<Read>(Box<Read> d) where Read : class;
            public static partial IReadOnlyDictionary<string, object?> V4<Count>(Box<Count> d) where Count : class;
            public static partial IReadOnlyDictionary<string, object?> V5<TryGetValue>(Box<TryGetValue> d) where TryGetValue : class;
            public static partial IReadOnlyDictionary<string, object?> V6<Item>(Box<Item> d) where Item : class;
            public static partial IReadOnlyDictionary<string, object?> V7<T>(Box<T> d) where T : class;
            public static partial Dictionary<string, object?> Two<item, T_item>(Box<item> d) where T_item : List<item>;
            internal static partial bool Try<reading>(IReadOnlyDictionary<string, object?> d, out Box<reading>? b, out IReadOnlyList<DictionaryMappingError> e);
            }
            public static class Program { public static object? Run() { var b = new Box<string> { C = new() { V = "v" } }; return new object[] { M.D0(M.F0<string>(M.D1(M.F1<string>(M.V0(b))))), M.V1(b) }; } }
            """,
        """[{C: {V: "v", L: []}, L: null, D: null, N: 0}, {C: {V: "v", L: []}, L: null, D: null, N: 0}]""")]
    public void Makes_the_same_object_again(string source, string shown) => Assert.Equal(shown, Shown.Of(GeneratorTest.Run(Head + source, languageVersion: LanguageVersion.Preview).Call()));

    /// <summary>Views.</summary>
    [Theory]
    [InlineData(
        """
            public class A { public int Ab { get; set; } = 1; public int Ac { get; set; } = 2; public int Abc { get; set; } = 3; public int Abd { get; set; } = 4; public string? N { get; set; } public int Prefix1 { get; set; } = 5; public int Prefix2 { get; set; } = 6; public int Prefix3 { get; set; } = 7; }
            [DictionaryMapper] public static partial class M { public static partial IReadOnlyDictionary<string, object?> V(A a); }
            public static class Program { static string Try(Func<object?> f) { try { return f()?.ToString() ?? "null"; } catch (Exception e) { return e.GetType().Name; } } public static object? Run() { var a = new A(); var v = M.V(a); var list = (IReadOnlyList<KeyValuePair<string, object?>>)v; var e = v.GetEnumerator(); e.MoveNext(); a.Ac = 99; e.MoveNext(); return new object?[] { Try(() => v.TryGetValue(null!, out _)), Try(() => v.ContainsKey(null!)), Try(() => v[null!]), Try(() => v["x"]), Try(() => v["ab"]), v.TryGetValue("", out _), v["Abd"], v["Prefix3"], v.TryGetValue("Prefix4", out _), v.TryGetValue("N", out var n), n, e.Current.Value, v.Keys, v.Values, v.ToString(), list[0].Key, Try(() => list[-1]), Try(() => list[8]), list.Count, Try(() => list[int.MinValue]) }; } }
            """,
        """["ArgumentNullException", "ArgumentNullException", "ArgumentNullException", "KeyNotFoundException", "KeyNotFoundException", False, 4, 7, False, True, null, 99, ["Ab", "Ac", "Abc", "Abd", "N", "Prefix1", "Prefix2", "Prefix3"], [1, 99, 3, 4, null, 5, 6, 7], "Ab=1, Ac=99, Abc=3, Abd=4, N=(null), Prefix1=5, Prefix2=6, Prefix3=7", "Ab", "ArgumentOutOfRangeException", "ArgumentOutOfRangeException", 8, "ArgumentOutOfRangeException"]""")]
    [InlineData(
        """
            public class A { public string? X { get; set; } public string? Y { get; set; } = "y"; public int? Z { get; set; } public int? W { get; set; } = 0; }
            [DictionaryMapper(NullValues = NullValues.Omit)] public static partial class M { public static partial IReadOnlyDictionary<string, object?> V(A a); public static partial IReadOnlyList<KeyValuePair<string, object?>> L(A? a); internal static partial DictionaryView DV(A? a); public static partial IReadOnlyDictionary<string, object?>? VN(A? a); }
            public static class Program { static string Try(Func<object?> f) { try { return f()?.ToString() ?? "null"; } catch (Exception e) { return e.GetType().Name; } } public static object? Run() { var v = M.V(new()); return new object?[] { v, v.Count, v.ContainsKey("X"), Try(() => v["X"]), v.TryGetValue("W", out var w), w, M.L(new())[1].Key, Try(() => M.L(new())[2]), M.L(null).Count, M.DV(null).Count, M.VN(null), M.L(null), M.DV(null).ToString(), v.Keys, v.Values }; } }
            """,
        """[{Y: "y", W: 0}, 2, False, "KeyNotFoundException", True, 0, "W", "ArgumentOutOfRangeException", 0, 0, null, {}, "", ["Y", "W"], ["y", 0]]""")]
    [InlineData(
        """
            public struct S { public int X { get; set; } public B? B { get; set; } } public class B { public int Y { get; set; } = 1; }
            [DictionaryMapper(NestedObjects = NestedObjects.Flatten)] public static partial class M { public static partial IReadOnlyDictionary<string, object?> V(in S s); public static partial IReadOnlyDictionary<string, object?> W(S? s); }
            public static class Program { public static object? Run() { var s = new S { X = 1 }; var v = M.V(s); s.X = 2; return new object?[] { v["X"], v["B.Y"], M.W(s)["X"], M.W(null).Count, v.ToString(), v.GetHashCode() == v.GetHashCode(), v.Equals(M.V(s)) }; } }
            """,
        """[1, null, 2, 0, "X=1, B.Y=(null)", True, False]""")]
    [InlineData(
        """
            public class N { public int I { get; set; } = 1; public N? Next { get; set; } public List<N> L { get; set; } = []; public object? Self { get; set; } }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 100)] public static partial class M { public static partial IReadOnlyDictionary<string, object?> V(N n); }
            public static class Program { public static object? Run() { var n = new N(); n.Next = n; n.L.Add(n); var o = new List<object?>(); o.Add(o); n.Self = o; return M.V(n).ToString()!.Length < 2000; } }
            """,
        """True""")]
    [InlineData(
        """
            public class A { [DictionaryKey("")] public int E0 { get; set; } public int aa { get; set; } = 1; public int ab { get; set; } = 2; public int ba { get; set; } = 3; public int bb { get; set; } = 4; public int aaa { get; set; } = 5; public int aab { get; set; } = 6; public int aba { get; set; } = 7; public int abb { get; set; } = 8; public int baa { get; set; } = 9; public int bab { get; set; } = 10; public int bba { get; set; } = 11; public int bbb { get; set; } = 12; }
            [DictionaryMapper(Exclude = new[] { "E0" })] public static partial class M { public static partial IReadOnlyDictionary<string, object?> V(A n); }
            public static class Program { public static object? Run() { var v = M.V(new()); return typeof(A).GetProperties().Where(p => p.Name != "E0").All(p => Equals(v[p.Name], p.GetValue(new A()))) && !v.ContainsKey("a") && !v.ContainsKey("abc") && !v.ContainsKey("bbbb") && !v.ContainsKey("") && v.Count == 12; } }
            """,
        """True""")]
    [InlineData(
        """
            public class L { public int X { get; set; } = 1; }
            public class A { public IEnumerable<L> Lazy { get { yield return new(); throw new InvalidOperationException("boom"); } } public int Bad => throw new InvalidOperationException("bad"); }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)] public static partial class M { [DictionaryMapping(Include = new[] { "Lazy" })] public static partial Dictionary<string, object?> D(A a); public static partial IReadOnlyDictionary<string, object?> V(A a); }
            public static class Program { static string Try(Func<object?> f) { try { return f()?.ToString() ?? "null"; } catch (Exception e) { return e.Message; } } public static object? Run() => new[] { Try(() => M.D(new())), Try(() => M.V(new())["Bad"]), Try(() => M.V(new()).Count), Try(() => M.V(new()).ContainsKey("Bad")), Try(() => M.V(new()).Keys.Count()) }; }
            """,
        """["boom", "bad", "2", "bad", "boom"]""")]
    public void Shows_a_view_of_it(string source, string shown) => Assert.Equal(shown, Shown.Of(GeneratorTest.Run(Head + source, languageVersion: LanguageVersion.Preview).Call()));

    /// <summary>What is broken, or being typed, is told by the compiler alone: nothing is wrong in what is generated, but that nothing can be.</summary>
    [Theory]
    [InlineData("""
        public class A { public int X { get; set; } = 1; public Missing? Y { get; set; } public List<Missing> Z { get; set; } = []; public int W { get; set }
        [DictionaryMapper(NestedObjects = NestedObjects.Nest)] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial Dictionary<string, object?> D(Missing a); public static partial Dictionary<string,
        """)]
    [InlineData("""
        public class A { public int X { get; set; } = 1; public int X { get; set; } = 2; public string X() => ""; }
        public class A2 : A2 { public int X { get; set; } } public class C1 : C2 { public int P { get; set; } } public class C2 : C1 { public int Q { get; set; } }
        public interface I1 : I2 { int P { get; } } public interface I2 : I1 { }
        [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial Dictionary<string, object?> D(A2 a); public static partial Dictionary<string, object?> D(C1 a); public static partial Dictionary<string, object?> D(I1 a); }
        """)]
    [InlineData("""
        public class A { public int X { get; set; } = 1; }
        [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial Dictionary<string, object?> D(A b); }
        """)]
    [InlineData("""
        public class A { public int X { get; set; } = 1; }
        [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); }
        [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial Dictionary<string, object?> E(A a); }
        """)]
    [InlineData("""
        public class A { public int X { get; set; } = 1; }
        [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A a); }
        public static class M { public static int X; }
        public class M<T> { }
        """)]
    [InlineData("""
        public class A { public int X { get; set; } = 1; }
        [DictionaryMapper(Include = new[] { "X", null, , 5 }, KeyNaming = (KeyNaming)99, MaxDepth = -3, NestedObjects = "x", Foo = 3, Separator = 5, NullValues = )] public static partial class M { public static partial Dictionary<string, object?> D(A a); }
        """)]
    [InlineData("""
        public class A { public int X { get; set; } = 1; [DictionaryKey] public int Y { get; set; } [DictionaryKey(null)] public int Z { get; set; } [DictionaryKey(5)] public int W { get; set; } [DictionaryKey(nameof(Missing))] public int V {get;set;} [DictionaryKey("a", "b")] public int U {get;set;} }
        [DictionaryMapper(1, 2)] public static partial class M { [DictionaryMapping(Include = Missing)] public static partial Dictionary<string, object?> D(A a); [DictionaryMapping(Include = new string[] { Missing })] public static partial Dictionary<string, object?> E(A a); }
        """)]
    [InlineData("""
        public class A { public int X { get; set; } = 1; }
        [DictionaryMapper(Include = new[] { "", ".", "..", "X.", ".X", " X", "X..Y" }, KeyNaming = (KeyNaming)99, EnumValues = (EnumValues)7)] public static partial class M { public static partial Dictionary<string, object?> D(A a); }
        """)]
    [InlineData("""
        public class A { public int X { get; set; } = 1; }
        [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(); public static partial Dictionary<string, object?> E(A); public static partial E3(A a); public static partial Dictionary<string, object?> F(A a, A b); public static partial Dictionary<string, object?> G(params A[] a); public static partial Dictionary<string, object?> H(out A a); public partial Dictionary<string, object?> I(A a); public static async partial Dictionary<string, object?> J(A a); public static partial ref Dictionary<string, object?> K(A a); public static partial Dictionary<string, object?> N(A a) => new(); public static partial Dictionary<string, object?> O(A a) { public static unsafe partial Dictionary<string, object?> P(A a); public static extern partial Dictionary<string, object?> Q(A a); public static partial Dictionary<string, object?> R(A a = null!); public static partial Dictionary<string, object?> S(this A a, int x = 1); }
        """)]
    [InlineData("""
        public class A { public int X { get; set; } = 1; }
        [DictionaryMapper] public partial class M1 { public static partial Dictionary<string, object?> D(A a); } [DictionaryMapper] public static class M2 { public static partial Dictionary<string, object?> D(A a); } [DictionaryMapper] public partial struct M3 { public static partial Dictionary<string, object?> D(A a); } [DictionaryMapper] public partial interface M4 { public static partial Dictionary<string, object?> D(A a); } public class O { [DictionaryMapper] public static partial class M5 { public static partial Dictionary<string, object?> D(A a); } } [DictionaryMapper] static partial class { public static partial Dictionary<string, object?> D(A a); }
        """)]
    [InlineData("""
        file class P { public int X { get; set; } = 1; }
        [DictionaryMapper] public static partial class M { private static partial Dictionary<string, object?> D(P p); }
        public static class Program { public static object? Run() => 1; }
        """)]
    [InlineData("""
        file class P { public int X { get; set; } = 1; }
        public class A { private P X { get; set; } = new(); public int Y {get;set;} }
        [DictionaryMapper(Include=["X", "Y"])] public static partial class M { public static partial Dictionary<string, object?> D(A p); }
        """)]
    [InlineData("""
        public ref struct A { public int X { get; set; } public string? S { get; set; } }
        [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(A p); public static partial Dictionary<string, object?> E(in A p); public static partial IReadOnlyDictionary<string, object?> V(A p); public static partial A F(IReadOnlyDictionary<string, object?> p); }
        """)]
    [InlineData("""
        public class A { public int X { get; set; } = 1; }
        [DictionaryMapper] public static partial class M { extension(A a) { public int Y => 2; public partial Dictionary<string, object?> D(); } public static partial Dictionary<string, object?> E(this A a); }
        """)]
    [InlineData("""
        public class A { public Missing? X { get; set; } public Missing[]? Y { get; set; } public Nowhere.Missing Z { get; set; } = null!; public Dictionary<string, Missing?>? W { get; set; } public required Missing Q { get; set; } public int V { get; set; } }
        public class B { public B(Missing m) { } public int X { get; set; } } public class C : Missing { public int X { get; set; } } public class G<T> where T : Missing { public T? X { get; set; } }
        [DictionaryMapper(NestedObjects = NestedObjects.Nest)] public static partial class M { public static partial Dictionary<string, object?> D(A a); public static partial A F(IReadOnlyDictionary<string, object?> d); public static partial IReadOnlyDictionary<string, object?> V(A a); public static partial B FB(IReadOnlyDictionary<string, object?> d); public static partial C FC(IReadOnlyDictionary<string, object?> d); public static partial Dictionary<string, object?> D<T>(G<T> a); [DictionaryMapping(NestedObjects = NestedObjects.Flatten)] public static partial Dictionary<string, string> T(A a); [DictionaryMapping(Include = ["X"])] public static partial Dictionary<string, object?> I(A a); }
        """)]
    public void Adds_no_errors_to_broken_code(string source)
    {
        var test = GeneratorTest.Run(Head + source, languageVersion: LanguageVersion.Preview, mustCompile: false);

        var generated = test.Result.GeneratedTrees.ToHashSet();
        Assert.Empty(test.After.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
            && diagnostic.Location.SourceTree is { } tree && generated.Contains(tree)
            && !diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("MappingNotGenerated.Reason()", StringComparison.Ordinal)));
    }
}
