using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

public class DICT306UnsupportedMappingTests
{
    private const string Types = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using DictionaryAnalyzers;
        public enum Kind { A }
        public class Thing { public int Id { get; set; } public Action Done { get; set; } = () => { }; }
        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; }

        """;

    [Theory]
    [InlineData("public static partial Dictionary<int, object?> M(Order order);")]
    [InlineData("public static partial Dictionary<string, object?> M();")]
    [InlineData("public static partial Dictionary<string, object?> M(Order order, int depth);")]
    [InlineData("public static partial Dictionary<string, object?> M(out Order order);")]
    [InlineData("public static partial Task<Dictionary<string, object?>> M(Order order);")]
    [InlineData("public static partial List<KeyValuePair<string, object?>> M(Order order);")]
    [InlineData("public static partial void M(Order order);")]
    [InlineData("public static partial void M(Order order, List<object> target);")]
    [InlineData("public static partial ref Dictionary<string, object?> M(Order order);")]
    [InlineData("public static partial string M(Order order);")]
    [InlineData("public static partial IDictionary<string, object?> M(Order order);")]
    [InlineData("public static partial IReadOnlyDictionary<string, string> M(Order order);")]
    [InlineData("public static partial Dictionary<string, object?> M(params Order[] orders);")]
    [InlineData("public static partial bool M(IReadOnlyDictionary<string, object?> values, Order order);")]
    [InlineData("public static partial void M(IReadOnlyDictionary<string, object?> values, out Order order);")]
    public Task Reports_ASignatureThatNoMappingHas(string method) => Verify($$"""
        [DictionaryMapper]
        static partial class Mapper
        {
            {{method.Replace("M(", "[|M|](", System.StringComparison.Ordinal)}}
        }
        """);

    [Theory]
    [InlineData("int", false)]
    [InlineData("string", false)]
    [InlineData("object", false)]
    [InlineData("Kind", false)]
    [InlineData("DateTime", false)]
    [InlineData("List<Order>", false)]
    [InlineData("Order[]", false)]
    [InlineData("(int Id, string Name)", false)]
    [InlineData("Dictionary<string, Order>", false)]
    [InlineData("Order", true)]
    [InlineData("Order?", true)]
    [InlineData("Thing", true)]
    public Task Reports_ASourceWithoutMembers(string type, bool isMapped) => Verify($$"""
        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> {{(isMapped ? "M" : "[|M|]")}}({{type}} source);
        }
        """);

    [Fact]
    public Task Reports_ATypeParameter() => Verify("""
        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> [|Open|]<T>(T source);
            public static partial Dictionary<string, object?> Closed<T>(Box<T> source);
        }
        public class Box<T> { public T? Content { get; set; } }
        """);

    [Fact]
    public Task Reports_AMapperOfOneFile() => Verify("""
        [DictionaryMapper]
        file static partial class [|Mapper|]
        {
            public static partial Dictionary<string, object?> {|CS8795:ToDictionary|}(Order order);
        }
        """);

    [Fact]
    public Task Reports_AMemberThatCannotBeStored() => Verify("""
        public class Buffer { public int Length => 0; public Span<byte> Bytes => default; }
        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> [|All|](Buffer buffer);
            [DictionaryMapping(Exclude = ["Bytes"])]
            public static partial Dictionary<string, object?> Some(Buffer buffer);
        }
        """);

    [Fact]
    public Task Reports_AMemberWithoutText() => Verify("""
        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, string> [|Text|](Thing thing);
            public static partial Dictionary<string, object?> Objects(Thing thing);
            public static partial Dictionary<string, int> Numbers(Thing thing);
        }
        """);

    [Fact]
    public Task Reports_AListedMemberOfAnotherType() => Verify("""
        [DictionaryMapper]
        static partial class Mapper
        {
            [DictionaryMapping(Include = ["Id", "Name"])]
            public static partial Dictionary<string, int> [|Listed|](Order order);
            public static partial Dictionary<string, int> All(Order order);
        }
        """);

    [Fact]
    public Task Reports_NestedDictionariesOfText() => Verify("""
        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        static partial class Mapper
        {
            public static partial Dictionary<string, string> [|Text|](Order order);
            public static partial Dictionary<string, object?> Objects(Order order);
        }
        """);

    [Theory]
    [InlineData("public abstract class Made { public int Id { get; set; } }")]
    [InlineData("public interface Made { int Id { get; } }")]
    [InlineData("public class Made { private Made() { } public int Id { get; set; } }")]
    [InlineData("public class Made(int id, string log) { public int Id { get; } = id; public string Use() => log; }")]
    [InlineData("public class Made { public int Id { get; } }")]
    [InlineData("public class Made { public int Id { get; set; } [DictionaryIgnore] public required string Name { get; set; } }")]
    public Task Reports_WhatCannotBeMade(string type) => Verify($$"""
        {{type}}
        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> ToDictionary(Made made);
            public static partial Made [|FromDictionary|](IReadOnlyDictionary<string, object?> values);
            public static partial bool [|TryFromDictionary|](IReadOnlyDictionary<string, object?> values, out Made? made);
        }
        """);

    [Theory]
    [InlineData("public class Made { public int Id { get; set; } public int Twice => 2 * Id; }")]
    [InlineData("public class Made(int id) { public int Id { get; } = id; }")]
    [InlineData("public class Made(int id, string log = \"\") { public int Id { get; } = id; public string Use() => log; }")]
    [InlineData("public record Made(int Id, string? Name);")]
    [InlineData("public readonly record struct Made(int Id);")]
    [InlineData("public class Made { public required int Id { get; init; } }")]
    [InlineData("public class Made { public int Id { get; private set; } public Made(int id) => Id = id; }")]
    public Task DoesNotReport_WhatCanBeMade(string type) => Verify($$"""
        {{type}}
        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Made FromDictionary(IReadOnlyDictionary<string, object?> values);
        }
        """);

    [Fact]
    public Task Fixes_TheWayBackByExclusion() => VerifyFix(
        """
        public class Made { public int Id { get; set; } public int Kept { get; } public Part Part { get; set; } = new(); }
        public class Part { public int Id { get; set; } public int Fixed { get; } }
        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Made [|One|](IReadOnlyDictionary<string, object?> values);
            [DictionaryMapping(NestedObjects = NestedObjects.Nest)]
            public static partial Made [|Two|](IReadOnlyDictionary<string, object?> values);
        }
        """,
        """
        public class Made { public int Id { get; set; } public int Kept { get; } public Part Part { get; set; } = new(); }
        public class Part { public int Id { get; set; } public int Fixed { get; } }
        [DictionaryMapper]
        static partial class Mapper
        {
            [DictionaryMapping(Exclude = ["Kept"])]
            public static partial Made One(IReadOnlyDictionary<string, object?> values);
            [DictionaryMapping(NestedObjects = NestedObjects.Nest, Exclude = ["Part.Fixed", "Kept"])]
            public static partial Made Two(IReadOnlyDictionary<string, object?> values);
        }
        """,
        DICT306UnsupportedMappingCodeFix.ExcludeKey);

    [Fact]
    public Task Reports_AViewThatIsNotGenerated() => Verify("""
        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial DictionaryView [|M|](List<Order> orders);
        }
        """);

    [Fact]
    public Task Reports_TheClass() => Verify("""
        [DictionaryMapper]
        partial class [|Mapper|]
        {
            public static partial Dictionary<string, object?> M(Order order);
        }
        """);

    [Fact]
    public Task Reports_TheTypeAroundIt() => Verify("""
        class Outer
        {
            [DictionaryMapper]
            static partial class [|Mapper|]
            {
                public static partial Dictionary<string, object?> {|CS8795:M|}(Order order);
            }
        }
        """);

    [Fact]
    public Task Reports_AMarkedMethodThatIsNotPartial() => Verify("""
        [DictionaryMapper]
        static partial class Mapper
        {
            [DictionaryMapping(Include = ["Id"])]
            public static Dictionary<string, object?> {|CS0501:[|M|]|}(Order order);
            [DictionaryMapping(Include = ["Id"])]
            public static Dictionary<string, object?> [|Written|](Order order) => new();
            [DictionaryMapping(Include = ["Id"])]
            public static Dictionary<string, object?> [|Long|](Order order) { return new(); }
            public static Dictionary<string, object?> Unmarked(Order order) => new();
            public static partial Dictionary<string, object?> Right(Order order);
        }
        """);

    [Theory]
    [InlineData("public static partial Dictionary<string, object?> M(Order order);")]
    [InlineData("public static partial Dictionary<string, object?> M(this Order order);")]
    [InlineData("internal static partial Dictionary<string, object?>? M(Order? order);")]
    [InlineData("private static partial Dictionary<string, object> M(Order order);")]
    [InlineData("public static partial Dictionary<string, string> M(Order order);")]
    [InlineData("public static partial Dictionary<string, int> M(Order order);")]
    [InlineData("public static partial void M(Order order, IDictionary<string, object?> target);")]
    [InlineData("public static partial void M(Order order, Dictionary<string, string> target);")]
    [InlineData("public static partial Dictionary<string, object?> M(in Point point);")]
    [InlineData("public static partial Dictionary<string, object?> M(Point? point);")]
    [InlineData("public static partial Dictionary<string, dynamic?> M(Order order);")]
    [InlineData("public static partial IReadOnlyDictionary<string, object?> M(Order order);")]
    [InlineData("public static partial IReadOnlyList<KeyValuePair<string, object?>> M(Order order);")]
    [InlineData("public static partial DictionaryView M(Order order);")]
    [InlineData("public static partial Order M(IReadOnlyDictionary<string, object?> values);")]
    [InlineData("public static partial bool M(IReadOnlyDictionary<string, object?> values, out Order? order);")]
    [InlineData("public static partial bool M(IReadOnlyDictionary<string, object?> values, out Order? order, out IReadOnlyList<DictionaryMappingError> errors);")]
    [InlineData("static partial void OnMapped(Order order);")]
    [InlineData("static partial void OnMapped(Order order); static partial void OnMapped(Order order) { }")]
    [InlineData("public static partial string Name(Order order); public static partial string Name(Order order) => order.Name;")]
    [InlineData("public static int Count(Order order) => 1;")]
    [InlineData("")]
    public Task DoesNotReport_WhatIsGeneratedOrNotOurs(string method) => Verify($$"""
        public readonly struct Point { public int X { get; init; } }
        [DictionaryMapper]
        static partial class Mapper
        {
            {{method}}
        }
        """);

    [Fact]
    public Task DoesNotReport_MethodsOfOtherGenerators() => Verify("""
        [AttributeUsage(AttributeTargets.Method)] class LoggerMessageAttribute : Attribute { }
        [DictionaryMapper]
        static partial class Mapper
        {
            [LoggerMessage]
            public static partial void {|CS8795:Log|}(Order order);
            public static partial Dictionary<string, object?> M(Order order);
        }
        """);

    [Theory]
    [InlineData("public static partial Dictionary<string, object?> {|CS8795:M|}({|CS0246:Ordr|} order);")]
    [InlineData("public static partial {|CS0246:Dictonary<string, object?>|} {|CS8795:M|}(Order order);")]
    [InlineData("public static partial Dictionary<string, {|CS0246:Missing|}> {|CS8795:M|}(Order order);")]
    public Task DoesNotReport_WhatTheCompilerSays(string method) => Verify($$"""
        [DictionaryMapper]
        static partial class Mapper
        {
            {{method}}
        }
        """);

    [Theory]
    [InlineData("[DictionaryMapper")]
    [InlineData("[DictionaryMapper] static")]
    [InlineData("[DictionaryMapper] static partial class")]
    [InlineData("[DictionaryMapper] static partial class M {")]
    [InlineData("[DictionaryMapper] static partial class M { public static partial }")]
    [InlineData("[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> }")]
    [InlineData("[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> A( }")]
    [InlineData("[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> A(Order }")]
    [InlineData("[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> A(Order order) }")]
    [InlineData("[DictionaryMapper] static partial class M { [DictionaryMapping( public static partial Dictionary<string, object?> A(Order order); }")]
    [InlineData("[DictionaryMapper(] static partial class M { public static partial Dictionary<string, object?> A(Order order); }")]
    [InlineData("[DictionaryMapper(3)] static partial class M { public static partial Dictionary<string, object?> A(Order order); }")]
    [InlineData("[DictionaryMapper] [DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> A(Order order); }")]
    [InlineData("[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> A(Order order); public static partial Dictionary<string, object?> A(Order order); }")]
    [InlineData("[DictionaryMapper] static partial class M<T> where T : M<T> { public static partial Dictionary<string, object?> A(Order order); }")]
    public Task DoesNotThrow_WhileItIsTyped(string code)
    {
        var test = Test(code);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("public static partial Dictionary<int, object?> {|#0:M|}(Order order);", "'M' is not generated: no mapping has its signature; there are 'Dictionary<string, object?> M(Order order)'")]
    [InlineData("public static partial Dictionary<string, object?> {|#0:M|}(int number);", "'M' is not generated: 'int' is no object with members that are known when it is compiled")]
    [InlineData("public static partial Dictionary<string, string> {|#0:M|}(Thing thing);", "'M' is not generated: 'Done' is a 'Action', which has no text")]
    public Task Message_SaysWhy(string method, string message)
    {
        var test = Test($$"""
            [DictionaryMapper]
            static partial class Mapper
            {
                {{method}}
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT306", DiagnosticSeverity.Warning).WithLocation(0));
        test.DiagnosticVerifier = (diagnostic, _, verify) => verify.True(
            diagnostic.Id is not "DICT306" || diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).StartsWith(message, System.StringComparison.Ordinal), diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("static class", "static partial class")]
    [InlineData("public static class", "public static partial class")]
    [InlineData("class", "static partial class")]
    [InlineData("/* mapper */ class", "/* mapper */ static partial class")]
    [InlineData("sealed class", "static partial class")]
    [InlineData("internal sealed partial class", "internal static partial class")]
    [InlineData("public partial class", "public static partial class")]
    [InlineData("partial class", "static partial class")]
    public Task Fixes_TheClass(string before, string after) => VerifyFix(
        $$"""
        [DictionaryMapper]
        // Written by hand.
        {{before}} [|Mapper|] // of orders
        {
            public static partial Dictionary<string, object?> {{(before.Contains("partial", System.StringComparison.Ordinal) ? "M" : "{|CS0751:{|CS8795:M|}|}")}}(Order order);
        }
        """,
        $$"""
        [DictionaryMapper]
        // Written by hand.
        {{after}} Mapper // of orders
        {
            public static partial Dictionary<string, object?> M(Order order);
        }
        """);

    [Fact]
    public Task Fixes_AllAroundIt() => VerifyFix(
        """
        namespace N
        {
            public class Outer
            {
                private readonly record struct Middle
                {
                    [DictionaryMapper]
                    static class [|Mapper|]
                    {
                        public static partial Dictionary<string, object?> {|CS0751:{|CS8795:M|}|}(Order order);
                    }
                }
            }
        }
        """,
        """
        namespace N
        {
            public partial class Outer
            {
                private readonly partial record struct Middle
                {
                    [DictionaryMapper]
                    static partial class Mapper
                    {
                        public static partial Dictionary<string, object?> M(Order order);
                    }
                }
            }
        }
        """);

    [Fact]
    public Task FixAll_MakesClassesAndMethodsPartial() => VerifyFix(
        """
        [DictionaryMapper]
        static class [|One|]
        {
            public static partial Dictionary<string, object?> {|CS0751:{|CS8795:M|}|}(Order order);
        }
        [DictionaryMapper]
        static partial class Two
        {
            [DictionaryMapping(Include = ["Id"])]
            public static Dictionary<string, object?> {|CS0501:[|M|]|}(Order order); // the log's
            [DictionaryMapping(Include = ["Id"])]
            static Dictionary<string, string> {|CS0501:[|N|]|}(Order order);
        }
        """,
        """
        [DictionaryMapper]
        static partial class One
        {
            public static partial Dictionary<string, object?> M(Order order);
        }
        [DictionaryMapper]
        static partial class Two
        {
            [DictionaryMapping(Include = ["Id"])]
            public static partial Dictionary<string, object?> M(Order order); // the log's
            [DictionaryMapping(Include = ["Id"])]
            private static partial Dictionary<string, string> N(Order order);
        }
        """);

    [Theory]
    [InlineData("", "class User { Mapper mapper = new(); }")]
    [InlineData("", "class User { object mapper = new Mapper(); }")]
    [InlineData("", "class User : Mapper { }")]
    [InlineData("", "class User { List<Mapper> mappers = new(); }")]
    [InlineData("public int Count;", "")]
    [InlineData("public Mapper(int count) { }", "")]
    public Task FixesNothing_WhereObjectsOfTheClassAreMade(string member, string user) => VerifyFix(
        $$"""
        [DictionaryMapper]
        partial class [|Mapper|]
        {
            {{member}}
            public static partial Dictionary<string, object?> M(Order order);
        }
        {{user}}
        """,
        null);

    [Fact]
    public Task Fixes_AClassOfWhichOnlyTheMembersAreUsed() => VerifyFix(
        """
        [DictionaryMapper]
        partial class [|Mapper|]
        {
            public static partial Dictionary<string, object?> M(Order order);
        }
        /// <summary>See <see cref="Mapper"/>.</summary>
        class User { object? M(Order order) => Mapper.M(order); object? N(Order order) => global::Mapper.M(order); }
        """,
        """
        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> M(Order order);
        }
        /// <summary>See <see cref="Mapper"/>.</summary>
        class User { object? M(Order order) => Mapper.M(order); object? N(Order order) => global::Mapper.M(order); }
        """);

    [Fact]
    public Task FixesNothing_OfAMethodWithABodyOrAStrangeSignature() => VerifyFix(
        """
        [DictionaryMapper]
        static partial class Mapper
        {
            [DictionaryMapping]
            public static Dictionary<string, object?> [|Written|](Order order) => new();
            public static partial string [|M|](Order order);
        }
        """,
        null);

    [Fact]
    public Task Fixes_ByExclusion() => VerifyFix(
        """
        public class Buffer { public int Length => 0; public Span<byte> Bytes => default; public Action Done = () => { }; public Action Closed => () => { }; }
        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> [|Objects|](Buffer buffer);
            [DictionaryMapping(KeyNaming = KeyNaming.CamelCase)]
            public static partial Dictionary<string, string> [|Text|](Buffer buffer);
        }
        """,
        """
        public class Buffer { public int Length => 0; public Span<byte> Bytes => default; public Action Done = () => { }; public Action Closed => () => { }; }
        [DictionaryMapper]
        static partial class Mapper
        {
            [DictionaryMapping(Exclude = ["Bytes"])]
            public static partial Dictionary<string, object?> Objects(Buffer buffer);
            [DictionaryMapping(KeyNaming = KeyNaming.CamelCase, Exclude = ["Bytes", "Closed"])]
            public static partial Dictionary<string, string> Text(Buffer buffer);
        }
        """,
        DICT306UnsupportedMappingCodeFix.ExcludeKey);

    [Theory]
    [InlineData("static partial class Mapper", "[DictionaryMapping]")]
    [InlineData("static class Mapper", "[DictionaryMapping(Exclude = [\"Id\"])]")]
    [InlineData("class Mapper", "[DictionaryAnalyzers.DictionaryMappingAttribute]")]
    [InlineData("struct Mapper", "[Obsolete, DictionaryMapping]")]
    [InlineData("[Obsolete] record Mapper", "[Obsolete] [DictionaryMapping]")]
    [InlineData("interface Mapper", "[DictionaryMapping]")]
    public Task Reports_AMarkedMethodOfAClassThatIsNot(string type, string attribute) => Verify($$"""
        {{type}}
        {
            {{attribute}} public static Dictionary<string, object?> [|M|](Order order) => new();
            public static Dictionary<string, object?> N(Order order) => new();
            [Mine.DictionaryMapping] public static Dictionary<string, object?> O(Order order) => new();
        }
        namespace Mine { class DictionaryMappingAttribute : Attribute { } }
        """);

    [Fact]
    public Task Reports_AMarkedMethodOfATypeAroundAMapper() => Verify("""
        static partial class Outer
        {
            [DictionaryMapping] public static Dictionary<string, object?> [|M|](Order order) => new();
            [DictionaryMapper] static partial class Mapper { [DictionaryMapping] public static partial Dictionary<string, object?> M(Order order); }
        }
        [DictionaryMapper] partial class Base { [DictionaryMapping] public static Dictionary<string, object?> [|N|](Order order) => new(); }
        class Derived : Base { [DictionaryMapping] public static Dictionary<string, object?> [|O|](Order order) => new(); }
        """.Replace("partial class Base", "partial class {|DICT306:Base|}", System.StringComparison.Ordinal));

    [Fact]
    public Task Message_NamesTheClass()
    {
        var test = Test("static partial class Mapper { [DictionaryMapping] public static Dictionary<string, object?> {|#0:M|}(Order order) => new(); }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT306", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'M' is not generated: 'Mapper', in which it stands, is not marked [DictionaryMapper]"));
        return test.RunAsync();
    }

    [Fact]
    public Task FixAll_MarksEachClassOnce() => VerifyFix(
        """
        /// <summary>Maps orders.</summary>
        public static partial class Mapper
        {
            [DictionaryMapping(Include = ["Id"])]
            public static partial Dictionary<string, object?> {|CS8795:[|M|]|}(Order order);
            [DictionaryMapping(Include = ["Name"])]
            public static partial void {|CS8795:[|N|]|}(Order order, IDictionary<string, object?> target);
        }
        static partial class Mapper
        {
            [DictionaryMapping] public static partial IReadOnlyDictionary<string, object?> {|CS8795:[|O|]|}(Order order);
        }
        [Obsolete]
        static partial class Other { [DictionaryMapping] public static partial Dictionary<string, object?> {|CS8795:[|M|]|}(Order order); }
        """,
        """
        /// <summary>Maps orders.</summary>
        [DictionaryMapper]
        public static partial class Mapper
        {
            [DictionaryMapping(Include = ["Id"])]
            public static partial Dictionary<string, object?> M(Order order);
            [DictionaryMapping(Include = ["Name"])]
            public static partial void N(Order order, IDictionary<string, object?> target);
        }
        static partial class Mapper
        {
            [DictionaryMapping] public static partial IReadOnlyDictionary<string, object?> O(Order order);
        }
        [Obsolete]
        [DictionaryMapper]
        static partial class Other { [DictionaryMapping] public static partial Dictionary<string, object?> M(Order order); }
        """,
        DICT306UnsupportedMappingCodeFix.MarkClassKey);

    [Fact]
    public Task DoesNotMark_WhatIsNoClass() => VerifyFix(
        """
        partial struct Mapper { [DictionaryMapping] public static partial Dictionary<string, object?> {|CS8795:[|M|]|}(Order order); }
        """,
        null,
        DICT306UnsupportedMappingCodeFix.MarkClassKey);

    private static MapperTest<DICT306UnsupportedMappingAnalyzer> Test(string code) => new() { TestCode = Types + code };

    private static Task Verify(string code) => Test(code).RunAsync();

    private static Task VerifyFix(string before, string? after, string key = DICT306UnsupportedMappingCodeFix.AddModifiersKey)
    {
        var test = new MapperFixTest<DICT306UnsupportedMappingAnalyzer, DICT306UnsupportedMappingCodeFix>
        {
            TestCode = Types + before,
            CodeActionEquivalenceKey = key,
            NumberOfFixAllIterations = -1,
            NumberOfIncrementalIterations = -5,
        };
        if (after is not null)
        {
            test.FixedCode = Types + after;
        }

        return test.RunAsync();
    }
}
