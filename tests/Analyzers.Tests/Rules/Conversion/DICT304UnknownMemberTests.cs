using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

public class DICT304UnknownMemberTests
{
    private const string Types = """
        using System;
        using System.Collections.Generic;
        using DictionaryAnalyzers;
        namespace N;
        public class Entity { public int Id { get; set; } }
        public class Address { public string City { get; set; } = ""; public string Zip { get; set; } = ""; }
        public class Customer : Entity { public string Name { get; set; } = ""; public string Email { get; set; } = ""; public Address Address { get; set; } = new(); }
        public class Line { public string Product { get; set; } = ""; public int Count { get; set; } }
        public class Order : Entity
        {
            public Customer Customer { get; set; } = new();
            public decimal Total { get; set; }
            public List<Line> Lines { get; set; } = new();
            public int this[int index] => index;
            public static int Made;
            public int Written { set { } }
            private int hidden;
            public void Use() => hidden++;
            internal string Note { get; set; } = "";
        }

        """;

    [Theory]
    [InlineData("Custmer")]
    [InlineData("customer")]
    [InlineData("Custmer.Email")]
    [InlineData("Customer.Emial")]
    [InlineData("Customer.Address.Town")]
    [InlineData("Total.Cents")]
    [InlineData("Total.")]
    [InlineData("")]
    [InlineData(" Total")]
    [InlineData("Made")]
    [InlineData("Written")]
    [InlineData("hidden")]
    [InlineData("Item")]
    [InlineData("Use")]
    [InlineData("Lines.Prodct")]
    public Task Reports_WhatCannotBeRead(string path) => Verify($$"""
        [DictionaryMapper]
        static partial class Orders
        {
            [DictionaryMapping(Include = ["Id", [|"{{path}}"|]])]
            public static partial Dictionary<string, object?> ToDictionary(Order order);
        }
        """);

    [Theory]
    [InlineData("Id")]
    [InlineData("Customer")]
    [InlineData("Customer.Id")]
    [InlineData("Customer.Address.City")]
    [InlineData("Total")]
    [InlineData("Lines")]
    [InlineData("Lines.Product")]
    [InlineData("Note")]
    public Task DoesNotReport_WhatIsThere(string path) => Verify($$"""
        [DictionaryMapper]
        static partial class Orders
        {
            [DictionaryMapping(Include = ["{{path}}"])]
            public static partial Dictionary<string, object?> ToDictionary(Order order);
        }
        """);

    [Theory]
    [InlineData("[\"Totl\"]", "\"Totl\"")]
    [InlineData("new[] { \"Totl\" }", "\"Totl\"")]
    [InlineData("new string[] { \"Id\", \"Totl\" }", "\"Totl\"")]
    [InlineData("new string[2] { \"Id\", \"Totl\" }", "\"Totl\"")]
    [InlineData("[nameof(Order.Id), nameof(Customer.Email)]", "nameof(Customer.Email)")]
    [InlineData("[Names.Total]", "Names.Total")]
    [InlineData("[\"To\" + \"tl\"]", "\"To\" + \"tl\"")]
    [InlineData("[@\"Totl\"]", "@\"Totl\"")]
    [InlineData("[$\"{nameof(Order.Customer)}.Mail\"]", "$\"{nameof(Order.Customer)}.Mail\"")]
    public Task Reports_HoweverItIsWritten(string list, string element) => Verify($$"""
        static class Names { public const string Total = "Totl"; }
        [DictionaryMapper]
        static partial class Orders
        {
            [DictionaryMapping(Include = {{list.Replace(element, $"[|{element}|]", System.StringComparison.Ordinal)}})]
            public static partial Dictionary<string, object?> ToDictionary(Order order);
        }
        """);

    [Fact]
    public Task Reports_InExclude() => Verify("""
        [DictionaryMapper]
        static partial class Orders
        {
            [DictionaryMapping(Exclude = [[|"Totl"|]])]
            public static partial Dictionary<string, object?> ToDictionary(Order order);
        }
        """);

    [Fact]
    public Task Reports_APathInExcludeIntoWhatIsKept() => Verify("""
        [DictionaryMapper]
        static partial class Orders
        {
            [DictionaryMapping(Exclude = [[|"Customer.Email"|]])]
            public static partial Dictionary<string, object?> Kept(Order order);
            [DictionaryMapping(Exclude = ["Customer.Email"], NestedObjects = NestedObjects.Flatten)]
            public static partial Dictionary<string, object?> Flattened(Order order);
        }
        """);

    [Fact]
    public Task Reports_OfTheClass_WhatNoMethodKnows() => Verify("""
        [DictionaryMapper(Include = ["Id", "Name", [|"Totl"|]])]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> OfOrder(Order order);
            public static partial Dictionary<string, object?> OfCustomer(Customer customer);
        }
        """);

    [Fact]
    public Task DoesNotReport_OfTheClass_WhatOneMethodKnows() => Verify("""
        [DictionaryMapper(Include = ["Id", "Name", "Total"], Exclude = ["Email"])]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> OfOrder(Order order);
            [DictionaryMapping(Exclude = ["Name"])]
            public static partial Dictionary<string, object?> OfCustomer(Customer customer);
            [DictionaryMapping(Exclude = ["Name"])]
            public static partial Dictionary<string, object?> OfNamed(Customer customer);
            public static partial Dictionary<string, object?> OfAll(Customer customer);
        }
        """);

    [Fact]
    public Task Reports_InEachPartOfTheClass()
    {
        var test = Test("""
            [DictionaryMapper]
            static partial class Orders
            {
                [DictionaryMapping(Include = [[|"Totl"|]])]
                public static partial Dictionary<string, object?> One(Order order);
            }
            """);
        test.TestState.Sources.Add("""
            using System.Collections.Generic;
            using DictionaryAnalyzers;
            namespace N;
            static partial class Orders
            {
                [DictionaryMapping(Include = [[|"Idd"|]])]
                public static partial Dictionary<string, object?> Two(Order order);
            }
            """);
        return test.RunAsync();
    }

    [Fact]
    public Task DoesNotReport_TypesOfOthers() => Verify("""
        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        static partial class Others
        {
            [DictionaryMapping(Include = ["Message"])]
            public static partial Dictionary<string, object?> ToDictionary(Own error);
        }
        public class Own : Exception { }
        """);

    [Fact]
    public Task Reports_WhatTheMapperMayNotSee() => Verify("""
        public interface IHidden { int Shown { get; } }
        public partial class Owner : IHidden
        {
            private int Own { get; set; }
            protected int Heirs { get; set; }
            int IHidden.Shown => Own;
            public (int A, int B) Pair { get; set; }
            [DictionaryMapper]
            public static partial class Inside
            {
                [DictionaryMapping(Include = ["Own", "Heirs"])]
                public static partial Dictionary<string, object?> ToDictionary(Owner owner);
                [DictionaryMapping(Include = ["Shown"])]
                public static partial Dictionary<string, object?> OfInterface(IHidden owner);
            }
        }
        [DictionaryMapper]
        static partial class Outside
        {
            [DictionaryMapping(Include = [[|"Own"|], [|"Heirs"|], [|"Shown"|], [|"Pair.A"|]])]
            public static partial Dictionary<string, object?> ToDictionary(Owner owner);
        }
        """);

    [Fact]
    public Task DoesNotReport_WhatAnInterfaceInherits() => Verify("""
        public interface IEntity { int Id { get; } }
        public interface INamed : IEntity { string Name { get; } }
        [DictionaryMapper]
        static partial class Mapper
        {
            [DictionaryMapping(Include = ["Id", "Name"])]
            public static partial Dictionary<string, object?> ToDictionary(INamed named);
        }
        """);

    [Theory]
    [InlineData("Include = [\"Totl\"")]
    [InlineData("Include = [")]
    [InlineData("Include = [\"Totl\", 3]")]
    [InlineData("Include = [missing]")]
    [InlineData("Include = \"Totl\"")]
    [InlineData("Include = null")]
    [InlineData("Include")]
    [InlineData("")]
    public Task DoesNotThrow_WhileItIsTyped(string arguments)
    {
        var test = Test($$"""
            [DictionaryMapper]
            static partial class Orders
            {
                [DictionaryMapping({{arguments}})]
                public static partial Dictionary<string, object?> ToDictionary(Order order);
            }
            """);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.TestBehaviors = TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        test.MarkupOptions = MarkupOptions.None;
        return test.RunAsync();
    }

    [Fact]
    public Task DoesNotReport_WhereABaseIsNotFound() => Verify("""
        public class Derived : {|CS0246:Missing|} { public int Id { get; set; } }
        [DictionaryMapper]
        static partial class Mapper
        {
            [DictionaryMapping(Include = ["Id", "Name"])]
            public static partial Dictionary<string, object?> ToDictionary(Derived derived);
        }
        """);

    [Fact]
    public Task DoesNotReport_AnotherAttributeOfTheSameName() => Verify("""
        [Other.DictionaryMapper(Include = ["Totl"])]
        static partial class Orders { }
        """, "namespace Other { class DictionaryMapperAttribute : System.Attribute { public string[] Include { get; set; } = []; } }");

    [Theory]
    [InlineData("Custmer.Email", "'Order' has no member 'Custmer' (is 'Customer' meant?)")]
    [InlineData("Zzzzz", "'Order' has no member 'Zzzzz'")]
    [InlineData("Customer.Emial", "'Customer' has no member 'Emial' (is 'Email' meant?)")]
    [InlineData("Written", "'Order.Written' cannot be read from here")]
    [InlineData("Total.Cents", "'Order.Total' is mapped as it is, and not looked into")]
    public Task Message_SaysWhatIsMissing(string path, string fault)
    {
        var test = Test($$"""
            [DictionaryMapper]
            static partial class Orders
            {
                [DictionaryMapping(Include = [{|#0:"{{path}}"|}])]
                public static partial Dictionary<string, object?> ToDictionary(Order order);
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT304", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage($"'ToDictionary' lists '{path}', but {fault}: the method is not generated"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("Custmer", "Customer")]
    [InlineData("Custmer.Address.City", "Customer.Address.City")]
    [InlineData("Customer.Adress.City", "Customer.Address.City")]
    [InlineData("Customer.Address.city", "Customer.Address.City")]
    [InlineData("Lines.Prodct", "Lines.Product")]
    public Task Fixes_TheNameThatIsNear(string path, string corrected) => VerifyFix(
        $$"""
        [DictionaryMapper]
        static partial class Orders
        {
            // What the report needs.
            [DictionaryMapping(Include = [ "Id" /* key */, [|"{{path}}"|] /* text */ ])]
            public static partial Dictionary<string, object?> ToDictionary(Order order);
        }
        """,
        $$"""
        [DictionaryMapper]
        static partial class Orders
        {
            // What the report needs.
            [DictionaryMapping(Include = [ "Id" /* key */, "{{corrected}}" /* text */ ])]
            public static partial Dictionary<string, object?> ToDictionary(Order order);
        }
        """);

    [Fact]
    public Task FixAll_CorrectsClassAndMethods() => VerifyFix(
        """
        [DictionaryMapper(Include = new[] { "Id", [|"totl"|] })]
        static partial class Orders
        {
            public static partial Dictionary<string, object?> One(Order order);
            [DictionaryMapping(Include = ["Id", [|"Totall"|], [|"custmer.Nane"|]], Exclude = [[|"idd"|]])]
            public static partial Dictionary<string, object?> Two(Order order);
        }
        """,
        """
        [DictionaryMapper(Include = new[] { "Id", "Total" })]
        static partial class Orders
        {
            public static partial Dictionary<string, object?> One(Order order);
            [DictionaryMapping(Include = ["Id", "Total", "Customer.Name"], Exclude = ["Id"])]
            public static partial Dictionary<string, object?> Two(Order order);
        }
        """,
        iterations: 2);

    [Theory]
    [InlineData("\"Zzzzz\"")]
    [InlineData("\"Written\"")]
    [InlineData("\"Total.Cents\"")]
    [InlineData("Names.Total")]
    [InlineData("nameof(Customer.Email)")]
    public Task FixesNothing_WhereNothingIsNearOrItIsNoString(string element) => VerifyFix(
        $$"""
        static class Names { public const string Total = "Totl"; }
        [DictionaryMapper]
        static partial class Orders
        {
            [DictionaryMapping(Include = [[|{{element}}|]])]
            public static partial Dictionary<string, object?> ToDictionary(Order order);
        }
        """,
        null);

    private static MapperTest<DICT304UnknownMemberAnalyzer> Test(string mapper) => new() { TestCode = Types + mapper };

    private static Task Verify(string mapper, string? further = null)
    {
        var test = Test(mapper);
        if (further is not null)
        {
            test.TestState.Sources.Add(further);
        }

        return test.RunAsync();
    }

    private static Task VerifyFix(string before, string? after, int? iterations = null)
    {
        var test = new MapperFixTest<DICT304UnknownMemberAnalyzer, DICT304UnknownMemberCodeFix> { TestCode = Types + before };
        if (after is not null)
        {
            test.FixedCode = Types + after;
        }

        test.NumberOfFixAllIterations = -(iterations ?? 1);
        test.NumberOfIncrementalIterations = -8;
        test.Extra.LanguageVersion = LanguageVersion.Latest;
        return test.RunAsync();
    }
}
