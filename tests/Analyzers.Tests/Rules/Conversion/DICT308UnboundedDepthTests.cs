using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

public class DICT308UnboundedDepthTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Text.Json.Serialization;
        using DictionaryAnalyzers;

        """;

    [Theory]
    [InlineData("public class Node { public Node? Next { get; set; } }")]
    [InlineData("public class Node { public Node[] Children { get; set; } = []; }")]
    [InlineData("public class Node { public List<Node> Children { get; set; } = new(); }")]
    [InlineData("public class Node { public IEnumerable<Node> Children => []; }")]
    [InlineData("public class Node { public Dictionary<string, Node> Children { get; set; } = new(); }")]
    [InlineData("public class Node { public Dictionary<int, List<Node[]>> Children { get; set; } = new(); }")]
    [InlineData("public class Node { public Other? Other { get; set; } } public class Other { public Third? Third { get; set; } } public class Third { public List<Node>? Nodes { get; set; } }")]
    [InlineData("public class Node { public Other? Other { get; set; } } public class Other { public Other? Next { get; set; } }")]
    [InlineData("public interface INode { INode? Parent { get; } } public class Node { public INode? Parent { get; set; } }")]
    [InlineData("public class Base { public Node? Root { get; set; } } public class Node : Base { }")]
    [InlineData("public record Node(int Id, Node? Next);")]
    [InlineData("public struct Node { public List<Node>? Children { get; set; } }")]
    [InlineData("public class Node { public Box<Node>? Box { get; set; } } public class Box<T> { public T? Content { get; set; } }")]
    [InlineData("public class Node { public Grow<int>? Grow { get; set; } } public class Grow<T> { public Grow<List<T>>? Next { get; set; } }")]
    [InlineData("public class Node { public Grow<int>? Grow { get; set; } } public class Grow<T> { public int Id { get; set; } public Grow<Grow<T>>? Next { get; set; } }")]
    [InlineData("public class Node { public Swap<int, string>? Swap { get; set; } } public class Swap<A, B> { public Swap<B, A>? Next { get; set; } }")]
    public Task Reports_WhatLeadsBackToItself(string types) => Verify($$"""
        {{types}}
        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        static partial class Nodes
        {
            public static partial Dictionary<string, object?> [|Nested|](Node node);
            public static partial void [|CopyTo|](Node node, IDictionary<string, object?> target);
        }
        """);

    [Theory]
    [InlineData("public class Node { public int Id { get; set; } public Node? Next { get; set; } }")]
    [InlineData("public class Node { public Grow<int>? Grow { get; set; } } public class Grow<T> { public int Id { get; set; } public Grow<List<T>>? Next { get; set; } }")]
    public Task Reports_WhatIsFlattened(string types) => Verify($$"""
        {{types}}
        [DictionaryMapper(NestedObjects = NestedObjects.Flatten)]
        static partial class Nodes
        {
            public static partial Dictionary<string, object?> [|Flattened|](Node node);
            public static partial Dictionary<string, string> [|Text|](Node node);
        }
        """);

    [Theory]
    [InlineData("NestedObjects = NestedObjects.Keep")]
    [InlineData("")]
    [InlineData("NestedObjects = NestedObjects.Nest, MaxDepth = 3")]
    [InlineData("NestedObjects = NestedObjects.Nest, MaxDepth = 30")]
    [InlineData("NestedObjects = NestedObjects.Nest, MaxDepth = 2, DepthLimit = DepthLimit.Throw")]
    [InlineData("NestedObjects = NestedObjects.Flatten, MaxDepth = 3")]
    [InlineData("NestedObjects = NestedObjects.Nest, Exclude = [\"Next\", \"Children\", \"Grow\"]")]
    [InlineData("NestedObjects = NestedObjects.Nest, Include = [\"Id\"]")]
    [InlineData("NestedObjects = NestedObjects.Nest, Include = [\"Id\", \"Next.Next.Id\", \"Children.Id\"]")]
    public Task DoesNotReport_WhatIsBoundedOrNotFollowed(string options) => Verify($$"""
        public class Node { public int Id { get; set; } public Node? Next { get; set; } public List<Node> Children { get; set; } = new(); public Grow<int>? Grow { get; set; } }
        public class Grow<T> { public int Id { get; set; } public Grow<List<T>>? Next { get; set; } }
        [DictionaryMapper({{options}})]
        static partial class Nodes
        {
            public static partial Dictionary<string, object?> ToDictionary(Node node);
        }
        """);

    [Theory]
    [InlineData("public class Node { public int Id { get; set; } [JsonIgnore] public Node? Parent { get; set; } }")]
    [InlineData("public class Node { public int Id { get; set; } [DictionaryIgnore] public Node? Parent { get; set; } }")]
    [InlineData("public class Node { public int Id { get; set; } internal Node? Parent { get; set; } public Node? Field; public static Node? Root { get; set; } }")]
    [InlineData("public class Node { public A? One { get; set; } public A? Two { get; set; } public List<A>? Many { get; set; } } public class A { public B? B { get; set; } } public class B { public int Id { get; set; } }")]
    [InlineData("public class Node { public Pair<Pair<Pair<Pair<int>>>>? Deep { get; set; } } public class Pair<T> { public T? First { get; set; } public T? Second { get; set; } }")]
    [InlineData("public class Node { public Type? Type { get; set; } public Exception? Error { get; set; } public Uri? Address { get; set; } }")]
    [InlineData("public class Node { public object? Anything { get; set; } public dynamic? More { get; set; } }")]
    [InlineData("public class Node { public Func<Node>? Make { get; set; } public Action<Node>? Use { get; set; } }")]
    [InlineData("public class Node { public int Id { get; set; } public Node this[int index] => this; public Node Get() => this; }")]
    public Task DoesNotReport_WhatDoesNotLeadBack(string types) => Verify($$"""
        {{types}}
        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        static partial class Nodes
        {
            public static partial Dictionary<string, object?> ToDictionary(Node node);
        }
        """);

    [Fact]
    public Task Message_ShowsTheWay()
    {
        var test = Test("""
            public class Customer { public List<Order> Orders { get; set; } = new(); }
            public class Order { public Customer Customer { get; set; } = new(); }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
            static partial class Orders
            {
                public static partial Dictionary<string, object?> {|#0:ToDictionary|}(Order order);
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT308", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
            "'ToDictionary' follows 'Customer.Orders' back to 'Order' and sets no MaxDepth: objects that lead back to themselves would be mapped without an end"));
        return test.RunAsync();
    }

    [Fact]
    public Task Fixes_WhereTheOptionStands() => VerifyFix(
        """
        public class Customer { public List<Order> Orders { get; set; } = new(); }
        public class Order { public Customer Customer { get; set; } = new(); }
        public class Node { public Node? Next { get; set; } }
        [DictionaryMapper(NestedObjects = NestedObjects.Nest /* all */)]
        static partial class OfClass
        {
            public static partial Dictionary<string, object?> [|One|](Order order);
            public static partial void [|Two|](Order order, IDictionary<string, object?> target);
        }
        [DictionaryMapper]
        static partial class OfMethod
        {
            [DictionaryMapping(NestedObjects = NestedObjects.Nest)]
            public static partial Dictionary<string, object?> [|One|](Node node);
            [DictionaryMapping(NestedObjects = NestedObjects.Flatten, MaxDepth = 0)]
            public static partial Dictionary<string, object?> [|Two|](Node node);
        }
        """,
        """
        public class Customer { public List<Order> Orders { get; set; } = new(); }
        public class Order { public Customer Customer { get; set; } = new(); }
        public class Node { public Node? Next { get; set; } }
        [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 2 /* all */)]
        static partial class OfClass
        {
            public static partial Dictionary<string, object?> One(Order order);
            public static partial void Two(Order order, IDictionary<string, object?> target);
        }
        [DictionaryMapper]
        static partial class OfMethod
        {
            [DictionaryMapping(NestedObjects = NestedObjects.Nest, MaxDepth = 1)]
            public static partial Dictionary<string, object?> One(Node node);
            [DictionaryMapping(NestedObjects = NestedObjects.Flatten, MaxDepth = 1)]
            public static partial Dictionary<string, object?> Two(Node node);
        }
        """);

    [Fact]
    public Task Fixes_TheMethod_WhereTheClassStandsInAnotherFile()
    {
        var test = FixTest();
        const string Class = "using DictionaryAnalyzers; [DictionaryMapper(NestedObjects = NestedObjects.Nest)] static partial class Nodes { }";
        test.TestCode = Usings + """
            public class Node { public Node? Next { get; set; } }
            static partial class Nodes
            {
                public static partial Dictionary<string, object?> [|ToDictionary|](Node node);
            }
            """;
        test.FixedCode = Usings + """
            public class Node { public Node? Next { get; set; } }
            static partial class Nodes
            {
                [DictionaryMapping(MaxDepth = 1)]
                public static partial Dictionary<string, object?> ToDictionary(Node node);
            }
            """;
        test.TestState.Sources.Add(Class);
        test.FixedState.Sources.Add(Class);
        return test.RunAsync();
    }

    private static MapperTest<DICT308UnboundedDepthAnalyzer> Test(string code) => new() { TestCode = Usings + code };

    private static MapperFixTest<DICT308UnboundedDepthAnalyzer, DICT308UnboundedDepthCodeFix> FixTest() => new()
    {
        NumberOfFixAllIterations = -1, NumberOfIncrementalIterations = -4,
    };

    private static Task Verify(string code) => Test(code).RunAsync();

    private static Task VerifyFix(string before, string after)
    {
        var test = FixTest();
        test.TestCode = Usings + before;
        test.FixedCode = Usings + after;
        return test.RunAsync();
    }
}
