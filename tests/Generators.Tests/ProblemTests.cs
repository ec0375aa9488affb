using System.Linq;
using DictionaryAnalyzers.Generators.Mapping;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>What the parser finds wrong, what it says about it, and that the rest is generated all the same.</summary>
public sealed class ProblemTests
{
    private const string Shop = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using DictionaryAnalyzers;

        public class Order { public int Id => 1; public string Name => ""; private int Secret => 2; public int WriteOnly { set { } } public Customer Customer => new(); public List<Line> Lines => new(); }
        public class Customer { public string Email => ""; public string Mail => ""; }
        public class Line { public int Count => 1; }
        public class Node { public Node? Next => null; public List<Node> Children => new(); public string Name => ""; }
        public ref struct Spans { public int X => 1; }
        public class Holder { public int X => 1; public Span<char> Chars => default; }
        public unsafe class Pointer { public int* P => null; public delegate*<int> F => null; }
        public class Twice { [DictionaryKey("id")] public int A => 1; public int Id => 2; }
        public class Empty { [DictionaryKey("")] public int A => 1; public int B => 2; }
        public class Named
        {
            [System.Text.Json.Serialization.JsonPropertyName("")] public int A => 1;
            [System.Text.Json.Serialization.JsonPropertyName("b"), System.Runtime.Serialization.DataMember(Name = "B2")] public int B => 1;
            [System.Text.Json.Serialization.JsonPropertyName("c"), System.Runtime.Serialization.DataMember(Name = "c")] public int C => 1;
            [System.Text.Json.Serialization.JsonPropertyName("d"), System.Runtime.Serialization.DataMember(Name = "D2"), DictionaryKey("d3")] public int D => 1;
        }
        public class Login { public string User => ""; public string Password => ""; [DictionaryKey("token")] public string Token => ""; [System.Text.Json.Serialization.JsonIgnore] public string Secret => ""; }

        """;

    /// <summary>The class, then what is found: kind, subject, member, name, text.</summary>
    [Theory]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(Order o); }""", "")]
    [InlineData("""[DictionaryMapper(Include = new[] { "Id", "Nam", "Customer.Emial", "Secret", "WriteOnly", "Name.Length", "", "Lines.Count" })] static partial class M { public static partial Dictionary<string, object?> D(Order o); }""",
        "ListedMemberMissing D Order:Nam [1] 'Nam'; ListedMemberMissing D Customer:Emial [2] 'Customer.Emial'; ListedMemberNotReadable D Order:Secret [3] 'Secret'; ListedMemberNotReadable D Order:WriteOnly [4] 'WriteOnly'; ListedPathTooLong D Order:Name [5] 'Name.Length'; ListedMemberMissing D Order: [6] ''")]
    [InlineData("""[DictionaryMapper(Exclude = new[] { "Id", "Nam", "Customer.Email", "Lines.Count" })] static partial class M { public static partial Dictionary<string, object?> D(Order o); }""",
        "ListedMemberMissing D Order:Nam [1] 'Nam'; ListedPathTooLong D Order:Customer [2] 'Customer.Email'; ListedPathTooLong D Order:Lines [3] 'Lines.Count'")]
    [InlineData("""[DictionaryMapper(Exclude = new[] { "Email", "Id" })] static partial class M { public static partial Dictionary<string, object?> D(Order o); public static partial Dictionary<string, object?> C(Customer o); }""", "")]
    [InlineData("""[DictionaryMapper(Exclude = new[] { "Mail" })] static partial class M { public static partial Dictionary<string, object?> D(Order o); public static partial Dictionary<string, object?> L(Line o); }""",
        "ListedMemberMissing D Order:Mail [0] 'Mail'")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(Order o); [DictionaryMapping(Include = new[] { "X" })] public static partial Dictionary<string, object?> L(Line o); }""",
        "ListedMemberMissing L Line:X [0] 'X'")]
    [InlineData("""[DictionaryMapper(KeyNaming = KeyNaming.CamelCase)] static partial class M { public static partial Dictionary<string, object?> D(Twice o); }""", "SameKey D Id~A 'id'")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(Empty o); }""", "EmptyKey D A")]
    [InlineData("""[DictionaryMapper] partial class M { public static partial Dictionary<string, object?> D(Order o); }""", "ClassNotStatic M")]
    [InlineData("""[DictionaryMapper] static class M { }""", "TypeNotPartial M M")]
    [InlineData("""[DictionaryMapper] file static partial class M { public static partial Dictionary<string, object?> D(Order o); }""", "TypeOfOneFile M M")]
    [InlineData("""class Outer { [DictionaryMapper] public static partial class M { public static partial Dictionary<string, object?> D(Order o); } }""", "TypeNotPartial M Outer")]
    [InlineData("""[DictionaryMapper] static partial class M { [DictionaryMapping] public static Dictionary<string, object?> D(Order o) => new(); }""", "MethodNotPartial D")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial List<string> D(Order o); }""", "UnknownSignature D")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<int, object?> D(Order o); }""", "UnknownSignature D")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(Order o, int depth); }""", "UnknownSignature D")]
    [InlineData("""[DictionaryMapper] static partial class M { [Obsolete] public static partial List<string> D(Order o); static partial void Hook(Order o); }""", "")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D<T>(T o); }""", "SourceNotMappable D T")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(Spans o); }""", "SourceNotMappable D Spans")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(object o); }""", "SourceNotMappable D object")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(int o); }""", "SourceNotMappable D int")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(List<Order> o); }""", "SourceNotMappable D List<Order>")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(Holder o); }""", "MemberNotStorable D Chars Chars")]
    [InlineData("""[DictionaryMapper(Exclude = new[] { "Chars" })] static partial class M { public static partial Dictionary<string, object?> D(Holder o); }""", "")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(Pointer o); }""", "MemberNotStorable D P P; MemberNotStorable D F F")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, string> D(Order o); }""", "MemberWithoutText D Customer Customer; MemberWithoutText D Lines Lines")]
    [InlineData("""[DictionaryMapper(Exclude = new[] { "Lines" }, NestedObjects = NestedObjects.Flatten)] static partial class M { public static partial Dictionary<string, string> D(Order o); }""", "")]
    [InlineData("""[DictionaryMapper(Include = new[] { "Id", "Name" })] static partial class M { public static partial Dictionary<string, int> D(Order o); }""", "MemberOfOtherType D Name Name")]
    [InlineData("""[DictionaryMapper(NestedObjects = NestedObjects.Nest)] static partial class M { public static partial Dictionary<string, string> D(Customer o); }""", "CannotNest D")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(Node o); }""", "")]
    [InlineData("""[DictionaryMapper(NestedObjects = NestedObjects.Nest)] static partial class M { public static partial Dictionary<string, object?> D(Node o); }""", "CyclicGraph D Next")]
    [InlineData("""[DictionaryMapper(NestedObjects = NestedObjects.Flatten)] static partial class M { public static partial Dictionary<string, object?> D(Node o); }""", "CyclicGraph D Next")]
    [InlineData("""[DictionaryMapper(NestedObjects = NestedObjects.Nest, Exclude = new[] { "Next" })] static partial class M { public static partial Dictionary<string, object?> D(Node o); }""", "CyclicGraph D Children.Next")]
    [InlineData("""[DictionaryMapper(NestedObjects = NestedObjects.Nest, Exclude = new[] { "Next", "Children" })] static partial class M { public static partial Dictionary<string, object?> D(Node o); }""", "")]
    [InlineData("""[DictionaryMapper(NestedObjects = NestedObjects.Nest, Include = new[] { "Name", "Next.Name", "Next.Next.Name" })] static partial class M { public static partial Dictionary<string, object?> D(Node o); }""", "")]
    [InlineData("""[DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 3)] static partial class M { public static partial Dictionary<string, object?> D(Node o); }""", "")]
    [InlineData("""[DictionaryMapper(NestedObjects = NestedObjects.Flatten, MaxDepth = 100000)] static partial class M { public static partial Dictionary<string, object?> D(Node o); }""", "TooLarge D")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(Named o); }""", "MalformedName D A; ConflictingNames D B B2 'b'")]
    [InlineData("""[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(Login o); }""", "SensitiveMember D Password Password 'Password'")]
    [InlineData("""[DictionaryMapper(Include = new[] { "Password" })] static partial class M { public static partial Dictionary<string, object?> D(Login o); }""", "")]
    [InlineData("""[DictionaryMapper(Exclude = new[] { "Password" })] static partial class M { public static partial Dictionary<string, object?> D(Login o); }""", "")]
    [InlineData("""class P { protected P() { } public int X { get; set; } } partial class Q : P { [DictionaryMapper] static partial class M { public static partial P F(IReadOnlyDictionary<string, object?> o); public static partial Q G(IReadOnlyDictionary<string, object?> o); } }""", "NoConstructor F")]
    [InlineData("""class P { public int X { get; protected set; } } partial class Q : P { [DictionaryMapper] static partial class M { public static partial P F(IReadOnlyDictionary<string, object?> o); public static partial Q G(IReadOnlyDictionary<string, object?> o); } }""", "MemberNotWritable F")]
    public void A_problem_says_what_and_where(string source, string expected)
    {
        var compilation = GeneratorTest.Compile([Shop + source]);
        var driver = GeneratorTest.Driver().RunGenerators(compilation);
        compilation = compilation.AddSyntaxTrees(driver.GetRunResult().GeneratedTrees);
        var mapper = compilation.GetSymbolsWithName("M", SymbolFilter.Type).OfType<INamedTypeSymbol>().Single();

        var parse = MapperParser.Read(mapper, compilation, member => member.Name is "Password" or "Token" or "Secret", default);

        Assert.Equal(expected, string.Join("; ", parse.Problems.Select(Describe)));
    }

    [Fact]
    public void A_method_with_a_problem_does_not_compile_and_the_rest_is_generated()
    {
        var test = GeneratorTest.Run(
            Shop + """
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
            static partial class M
            {
                public static partial Dictionary<string, object?> Good(Order o);
                public static partial Dictionary<string, object?> Bad(Node o);
                public static partial List<int> Worse(Order o);
            }
            """,
            mustCompile: false);

        Assert.Contains("Good(", test.Text, System.StringComparison.Ordinal);
        Assert.Equal(["CS0619", "CS0619"], test.After.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Id));
    }

    [Theory]
    [InlineData("Dictionary<string, object?> D(Lib::N.In o)", "TypeOfAlias D")]
    [InlineData("Lib::N.In D(IReadOnlyDictionary<string, object?> o)", "TypeOfAlias D")]
    [InlineData("Dictionary<string, object?> D(Out o)", "")]
    [InlineData("Out D(IReadOnlyDictionary<string, object?> o)", "TypeOfAlias D I; TypeOfAlias D Is")]
    [InlineData("Dictionary<string, object?> D(Nested o)", "TypeOfAlias D O.I; TypeOfAlias D O.Is")]
    [InlineData("IReadOnlyDictionary<string, object?> D(Named o)", "TypeOfAlias D K")]
    public void What_only_an_extern_alias_leads_to_is_not_written_down(string signature, string expected)
    {
        var library = GeneratorTest.Image(GeneratorTest.Compile(["namespace N { public class In { public int X { get; set; } } public enum E { A } }"]).WithAssemblyName("Library"));
        var test = GeneratorTest.Run($$"""
            extern alias Lib;
            using System.Collections.Generic;
            using DictionaryAnalyzers;

            public class Out { public Lib::N.In? I { get; set; } public List<Lib::N.In>? Is { get; set; } }
            public class Nested { public Out? O { get; set; } }
            public class Named { public Lib::N.E K { get; set; } }
            [DictionaryMapper(NestedObjects = NestedObjects.{{(signature.Contains("Nested", System.StringComparison.Ordinal) ? "Nest" : "Keep")}})] static partial class M { public static partial {{signature}}; }
            """, mustCompile: expected.Length == 0, libraries: library.WithAliases(["Lib"]));

        var mapper = test.After.GetTypeByMetadataName("M")!;
        Assert.Equal(expected, string.Join("; ", MapperParser.Read(mapper, test.After, isSensitive: null, default).Problems.Select(problem => $"{problem.Kind} {problem.Subject.Name} {problem.Name}".TrimEnd())));
        Assert.DoesNotContain(test.Mappers, file => file.Text.Contains("N.In", System.StringComparison.Ordinal) || file.Text.Contains("N.E", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[DictionaryMapper] [DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(Order o); }")]
    [InlineData("[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(Order o); } [DictionaryMapper] static partial class M { }")]
    [InlineData("[DictionaryMapper(Include = null)] static partial class M { public static partial Dictionary<string, object?> D(Order o); }")]
    [InlineData("[DictionaryMapper(Include = new string[] { null! }, Exclude = new[] { Missing.Name })] static partial class M { public static partial Dictionary<string, object?> D(Order o); }")]
    [InlineData("[DictionaryMapper(MaxDepth = \"x\", Separator = null, KeyNaming = (KeyNaming)99, NestedObjects = Nest)] static partial class M { public static partial Dictionary<string, object?> D(Order o); }")]
    [InlineData("[DictionaryMapper] static partial class M { public static partial Dictionary<string, Missing> D(Order o); public static partial Dictionary<string, object?> E(Missing o); public static partial Dictionary<string> F(Order o); }")]
    [InlineData("[DictionaryMapper] static partial class M { public static partial Dictionary<string, object?> D(this Order); public static partial D(Order o) public static partial }")]
    [InlineData("[DictionaryMapper] static partial class M : Missing { public partial Dictionary<string, object?> D(Order o); public static partial Dictionary<string, object?> D(Order o); }")]
    [InlineData("[DictionaryMapper] static partial record M { public static partial Dictionary<string, object?> D(Order o); }")]
    [InlineData("class A : B { public A X => this; } class B : A { } [DictionaryMapper(NestedObjects = NestedObjects.Nest)] static partial class M { public static partial Dictionary<string, object?> D(A o); }")]
    [InlineData("interface I : J { I X { get; } } interface J : I { } [DictionaryMapper(NestedObjects = NestedObjects.Flatten)] static partial class M { public static partial Dictionary<string, object?> D(I o); }")]
    [InlineData("class G<T> { public G<G<T>>? Next => null; } [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 5)] static partial class M { public static partial Dictionary<string, object?> D(G<int> o); }")]
    [InlineData("class G<T> { public G<G<T>>? Next => null; } [DictionaryMapper(NestedObjects = NestedObjects.Nest)] static partial class M { public static partial Dictionary<string, object?> D(G<int> o); }")]
    [InlineData("class E { public Missing X => null; public int Y { get; set } public int Y => 1; } [DictionaryMapper(NestedObjects = NestedObjects.Nest)] static partial class M { public static partial Dictionary<string, object?> D(E o); }")]
    [InlineData("class N<T> { public N<T?>? Next => null; public T? V => default; } [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 3)] static partial class M { public static partial Dictionary<string, object?> D(N<string> o); }")]
    [InlineData("using DM = DictionaryAnalyzers.DictionaryMapperAttribute; namespace Z { [DM] static partial class M { public static partial Dictionary<string, object?> D(Order o); } }")]
    [InlineData("[DictionaryMapper")]
    public void Broken_code_breaks_nothing(string source) => GeneratorTest.Run(Shop + source, mustCompile: false);

    private static string Describe(MappingProblem problem)
    {
        var text = $"{problem.Kind} {problem.Subject.Name}";
        switch (problem.Kind)
        {
            case MappingProblemKind.ListedMemberMissing or MappingProblemKind.ListedMemberNotReadable or MappingProblemKind.ListedPathTooLong:
                return $"{text} {problem.Type!.Name}:{problem.Name} [{problem.Element}] '{problem.Text}'";
            case MappingProblemKind.SameKey:
                return $"{text} {problem.Member!.Name}~{problem.OtherMember!.Name} '{problem.Text}'";
            case MappingProblemKind.CyclicGraph:
                return $"{text} {problem.Name}";
            case MappingProblemKind.TypeNotPartial or MappingProblemKind.TypeOfOneFile or MappingProblemKind.SourceNotMappable:
                return $"{text} {problem.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";
            case MappingProblemKind.MemberNotStorable or MappingProblemKind.MemberWithoutText or MappingProblemKind.MemberOfOtherType:
                return $"{text} {problem.Member!.Name} {problem.Name}";
            case MappingProblemKind.EmptyKey or MappingProblemKind.MalformedName:
                return $"{text} {problem.Member!.Name}";
            case MappingProblemKind.ConflictingNames or MappingProblemKind.SensitiveMember:
                return $"{text} {problem.Member!.Name} {problem.Name} '{problem.Text}'";
            default:
                return text;
        }
    }
}
