using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

public class DICT305ClashingKeyTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Runtime.Serialization;
        using System.Text.Json.Serialization;
        using DictionaryAnalyzers;

        """;

    [Theory]
    [InlineData("[JsonPropertyName(\"Name\")] public string DisplayName { get; set; } = \"\";")]
    [InlineData("[DataMember(Name = \"Name\")] public string DisplayName { get; set; } = \"\";")]
    [InlineData("[DictionaryKey(\"Name\")] public string DisplayName { get; set; } = \"\";")]
    [InlineData("[DictionaryKey(\"Name\")] private string display = \"\"; [DictionaryKey(\"Name\")] internal string Shown => display;")]
    [InlineData("[DictionaryKey(\"\")] public string DisplayName { get; set; } = \"\";")]
    [InlineData("[DictionaryKey(null)] public string DisplayName { get; set; } = \"\";")]
    public Task Reports_ByAttributes(string member) => Verify($$"""
        public class User { public string Name { get; set; } = ""; {{member}} }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> [|ToDictionary|](User user);
        }
        """);

    [Theory]
    [InlineData("CamelCase", "URL", "Url", "Uri", "Address")]
    [InlineData("SnakeCase", "UserName", "User_Name", "UserNames", "NameOfUser")]
    [InlineData("KebabCase", "A1", "a1", "A2", "B1")]
    public Task Reports_ByNaming(string naming, string first, string clashing, string other, string another) => Verify($$"""
        public class Clash { public int {{first}} { get; set; } public int {{clashing}} { get; set; } }
        public class Apart { public int {{first}} { get; set; } public int {{other}} { get; set; } public int {{another}} { get; set; } }
        [DictionaryMapper(KeyNaming = KeyNaming.{{naming}})]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> [|OfClash|](Clash clash);
            public static partial Dictionary<string, object?> OfApart(Apart apart);
        }
        """);

    [Theory]
    [InlineData("", true)]
    [InlineData("_", false)]
    [InlineData(".", false)]
    public Task Reports_WhatIsFlattenedInto(string separator, bool clashes) => Verify($$"""
        public class Customer { public string Name { get; set; } = ""; }
        public class Order { public Customer Customer { get; set; } = new(); public string CustomerName { get; set; } = ""; }
        [DictionaryMapper(NestedObjects = NestedObjects.Flatten, Separator = "{{separator}}")]
        static partial class Orders
        {
            public static partial Dictionary<string, object?> {{(clashes ? "[|ToDictionary|]" : "ToDictionary")}}(Order order);
        }
        """);

    [Fact]
    public Task Reports_InANestedObject() => Verify("""
        public class Customer { public string Name { get; set; } = ""; [JsonPropertyName("Name")] public string Alias { get; set; } = ""; }
        public class Order { public List<Customer> Customers { get; set; } = new(); }
        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        static partial class Orders
        {
            public static partial Dictionary<string, object?> [|ToDictionary|](Order order);
            [DictionaryMapping(NestedObjects = NestedObjects.Keep)]
            public static partial Dictionary<string, object?> Kept(Order order);
        }
        """);

    [Fact]
    public Task Reports_OnceAMethod() => Verify("""
        public class User
        {
            public int A { get; set; }
            [JsonPropertyName("A")] public int B { get; set; }
            [JsonPropertyName("A")] public int C { get; set; }
            [DictionaryKey("")] public int D { get; set; }
        }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> [|ToDictionary|](User user);
            public static partial void [|CopyTo|](User user, IDictionary<string, object?> target);
        }
        """);

    [Theory]
    [InlineData("[DictionaryMapping(Exclude = [\"DisplayName\"])]")]
    [InlineData("[DictionaryMapping(Include = [\"Name\"])]")]
    [InlineData("[DictionaryMapping(Include = [\"DisplayName\"])]")]
    public Task DoesNotReport_WhatIsNotMapped(string mapping) => Verify($$"""
        public class User { public string Name { get; set; } = ""; [JsonPropertyName("Name")] public string DisplayName { get; set; } = ""; }
        [DictionaryMapper]
        static partial class Users
        {
            {{mapping}}
            public static partial Dictionary<string, object?> ToDictionary(User user);
        }
        """);

    [Theory]
    [InlineData("[JsonPropertyName(\"name\")] public string DisplayName { get; set; } = \"\";")]
    [InlineData("[JsonIgnore, JsonPropertyName(\"Name\")] public string DisplayName { get; set; } = \"\";")]
    [InlineData("[DictionaryIgnore, JsonPropertyName(\"Name\")] public string DisplayName { get; set; } = \"\";")]
    [InlineData("[JsonPropertyName(\"Name\"), DictionaryKey(\"display\")] public string DisplayName { get; set; } = \"\";")]
    [InlineData("[JsonPropertyName(\"Name\")] internal string DisplayName { get; set; } = \"\";")]
    [InlineData("[JsonPropertyName(\"Name\")] public static string DisplayName { get; set; } = \"\";")]
    [InlineData("[JsonPropertyName(\"Name\")] public string DisplayName = \"\";")]
    public Task DoesNotReport_OtherKeys(string member) => Verify($$"""
        public class User { public string Name { get; set; } = ""; {{member}} }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> ToDictionary(User user);
        }
        """);

    [Fact]
    public Task DoesNotReport_WhatOverridesOrHides() => Verify("""
        public class Base { public virtual string Name { get; set; } = ""; public string Hidden { get; set; } = ""; }
        public class User : Base { public override string Name { get; set; } = ""; public new string Hidden { get; set; } = ""; }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> ToDictionary(User user);
        }
        """);

    [Fact]
    public Task Message_NamesBoth()
    {
        var test = Test("""
            public class User { public string Name { get; set; } = ""; [JsonPropertyName("Name")] public string {|#1:DisplayName|} { get; set; } = ""; }
            [DictionaryMapper]
            static partial class Users
            {
                public static partial Dictionary<string, object?> {|#0:ToDictionary|}(User user);
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT305", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1)
            .WithMessage("'ToDictionary' maps 'Name' and 'DisplayName' to the same key 'Name': the method is not generated"));
        return test.RunAsync();
    }

    [Fact]
    public Task Message_NamesTheWay()
    {
        var test = Test("""
            public class Customer { public string Name { get; set; } = ""; }
            public class Order { public Customer Customer { get; set; } = new(); public string CustomerName { get; set; } = ""; }
            [DictionaryMapper(NestedObjects = NestedObjects.Flatten, Separator = "")]
            static partial class Orders
            {
                public static partial Dictionary<string, object?> {|#0:ToDictionary|}(Order order);
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT305", DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("'ToDictionary' maps 'Customer.Name' and 'CustomerName' to the same key 'CustomerName': the method is not generated")
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    [Fact]
    public Task Fixes_ByAKeyOfItsOwn() => VerifyFix(
        """
        public class User
        {
            [JsonPropertyName("name")] public string Name { get; set; } = "";

            /// <summary>Shown to others.</summary>
            [JsonPropertyName("name")] // copied
            public string DisplayName { get; set; } = "";
        }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> [|ToDictionary|](User user);
            public static partial void [|CopyTo|](User user, IDictionary<string, object?> target);
        }
        """,
        """
        public class User
        {
            [JsonPropertyName("name")] public string Name { get; set; } = "";

            /// <summary>Shown to others.</summary>
            [JsonPropertyName("name")] // copied
            [DictionaryKey("DisplayName")]
            public string DisplayName { get; set; } = "";
        }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> ToDictionary(User user);
            public static partial void CopyTo(User user, IDictionary<string, object?> target);
        }
        """,
        DICT305ClashingKeyCodeFix.RenameKeyKey);

    [Fact]
    public Task Fixes_TheKeyThatIsThere() => VerifyFix(
        """
        public class User { public int Id { get; set; } public int Id2 { get; set; } [DictionaryKey("Id")] public int Number { get; set; } [DictionaryKey("Number")] public int Count { get; set; } [DictionaryKey("")] public int Empty { get; set; } }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> [|ToDictionary|](User user);
        }
        """,
        """
        public class User { public int Id { get; set; } public int Id2 { get; set; } [DictionaryKey("Number2")] public int Number { get; set; } [DictionaryKey("Number")] public int Count { get; set; } [DictionaryKey("Empty")] public int Empty { get; set; } }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> ToDictionary(User user);
        }
        """,
        DICT305ClashingKeyCodeFix.RenameKeyKey);

    [Fact]
    public Task Fixes_ARecord() => VerifyFix(
        """
        public record User(string UserName, [property: JsonPropertyName("userName")] string Login);
        [DictionaryMapper(KeyNaming = KeyNaming.CamelCase)]
        static partial class Users
        {
            public static partial Dictionary<string, object?> [|ToDictionary|](User user);
        }
        """,
        """
        public record User(string UserName, [DictionaryKey("login")] [property: JsonPropertyName("userName")] string Login);
        [DictionaryMapper(KeyNaming = KeyNaming.CamelCase)]
        static partial class Users
        {
            public static partial Dictionary<string, object?> ToDictionary(User user);
        }
        """,
        DICT305ClashingKeyCodeFix.RenameKeyKey);

    [Fact]
    public Task Fixes_ByExclusion() => VerifyFix(
        """
        public class Customer { public string Name { get; set; } = ""; }
        public class Order { public Customer Customer { get; set; } = new(); public string CustomerName { get; set; } = ""; public int Id { get; set; } public int Number { get; set; } }
        [DictionaryMapper(NestedObjects = NestedObjects.Flatten, Separator = "", Exclude = ["Id"])]
        static partial class Orders
        {
            /// <summary>For the log.</summary>
            public static partial Dictionary<string, object?> [|ToDictionary|](Order order);

            [DictionaryMapping(Exclude = [nameof(Order.Number)])]
            public static partial Dictionary<string, object?> [|Short|](Order order);
        }
        """,
        """
        public class Customer { public string Name { get; set; } = ""; }
        public class Order { public Customer Customer { get; set; } = new(); public string CustomerName { get; set; } = ""; public int Id { get; set; } public int Number { get; set; } }
        [DictionaryMapper(NestedObjects = NestedObjects.Flatten, Separator = "", Exclude = ["Id"])]
        static partial class Orders
        {
            /// <summary>For the log.</summary>
            [DictionaryMapping(Exclude = ["Id", "CustomerName"])]
            public static partial Dictionary<string, object?> ToDictionary(Order order);

            [DictionaryMapping(Exclude = [nameof(Order.Number), "CustomerName"])]
            public static partial Dictionary<string, object?> Short(Order order);
        }
        """,
        DICT305ClashingKeyCodeFix.ExcludeKey);

    [Fact]
    public Task Fixes_TheMemberInAnotherFile()
    {
        var test = FixTest(DICT305ClashingKeyCodeFix.RenameKeyKey);
        test.TestCode = Usings + """
            [DictionaryMapper] static partial class Users { public static partial Dictionary<string, object?> [|ToDictionary|](User user); }
            """;
        test.TestState.Sources.Add("""
            using System.Text.Json.Serialization;
            public class User
            {
                public string Name { get; set; } = "";

                /// <summary>Shown.</summary>
                [JsonPropertyName("Name")]
                public string DisplayName { get; set; } = "";
            }
            """);
        test.FixedCode = Usings + """
            [DictionaryMapper] static partial class Users { public static partial Dictionary<string, object?> ToDictionary(User user); }
            """;
        test.FixedState.Sources.Add("""
            using System.Text.Json.Serialization;
            public class User
            {
                public string Name { get; set; } = "";

                /// <summary>Shown.</summary>
                [JsonPropertyName("Name")]
                [global::DictionaryAnalyzers.DictionaryKey("DisplayName")]
                public string DisplayName { get; set; } = "";
            }
            """);
        test.Extra.OfferedEquivalenceKeys = [DICT305ClashingKeyCodeFix.RenameKeyKey, DICT305ClashingKeyCodeFix.ExcludeKey];
        return test.RunAsync();
    }

    [Fact]
    public Task FixAll_MergesTheMembersOfAllFiles()
    {
        const string Mappers = """
            [DictionaryMapper] static partial class Users { public static partial Dictionary<string, object?> ToDictionary(User user); public static partial void CopyTo(User user, IDictionary<string, object?> target); }
            """;
        const string Others = """
            using System.Collections.Generic; using DictionaryAnalyzers;
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)] static partial class Orders { public static partial Dictionary<string, object?> OfOrder(Order order); public static partial IReadOnlyDictionary<string, object?> View(User user); }
            """;
        var test = FixTest(DICT305ClashingKeyCodeFix.RenameKeyKey);
        test.TestCode = Usings + Mappers.Replace("ToDictionary", "[|ToDictionary|]", System.StringComparison.Ordinal).Replace("CopyTo", "[|CopyTo|]", System.StringComparison.Ordinal);
        test.TestState.Sources.Add(Others.Replace("OfOrder", "[|OfOrder|]", System.StringComparison.Ordinal).Replace("View", "[|View|]", System.StringComparison.Ordinal));
        test.TestState.Sources.Add("using DictionaryAnalyzers; public class User { public int A { get; set; } [DictionaryKey(\"A\")] public int B { get; set; } }");
        test.TestState.Sources.Add("using DictionaryAnalyzers; public record Order(int Id, [DictionaryKey(\"Id\")] int Number) { public int X { get; set; } [DictionaryKey(\"X\")] internal int field; }");
        test.FixedCode = Usings + Mappers;
        test.FixedState.Sources.Add(Others);
        test.FixedState.Sources.Add("using DictionaryAnalyzers; public class User { public int A { get; set; } [DictionaryKey(\"B\")] public int B { get; set; } }");
        test.FixedState.Sources.Add("using DictionaryAnalyzers; public record Order(int Id, [DictionaryKey(\"Number\")] int Number) { public int X { get; set; } [DictionaryKey(\"field\")] internal int field; }");
        return test.RunAsync();
    }

    [Fact]
    public Task FixesByExclusionOnly_WhereTheMemberIsFlattenedOrInAnotherProject()
    {
        const string Order = "public class Customer { public string Name { get; set; } = \"\"; } public class Order { public Customer Customer { get; set; } = new(); public string CustomerName { get; set; } = \"\"; public int A { get; set; } [System.Text.Json.Serialization.JsonPropertyName(\"A\")] public int B { get; set; } }";
        var test = FixTest(DICT305ClashingKeyCodeFix.ExcludeKey);
        test.TestCode = Usings + """
            public class Shop { public Order Order { get; set; } = new(); public string OrderA { get; set; } = ""; }
            [DictionaryMapper]
            static partial class Orders
            {
                public static partial Dictionary<string, object?> [|OfOrder|](Order order);
                [DictionaryMapping(NestedObjects = NestedObjects.Flatten, Separator = "", Include = ["Order.A", "OrderA"])]
                public static partial Dictionary<string, object?> [|OfShop|](Shop shop);
            }
            """;
        test.FixedCode = Usings + """
            public class Shop { public Order Order { get; set; } = new(); public string OrderA { get; set; } = ""; }
            [DictionaryMapper]
            static partial class Orders
            {
                [DictionaryMapping(Exclude = ["B"])]
                public static partial Dictionary<string, object?> OfOrder(Order order);
                [DictionaryMapping(NestedObjects = NestedObjects.Flatten, Separator = "", Include = ["Order.A", "OrderA"], Exclude = ["OrderA"])]
                public static partial Dictionary<string, object?> OfShop(Shop shop);
            }
            """;
        test.TestState.AdditionalProjects["Lib"].Sources.Add(Order);
        test.TestState.AdditionalProjectReferences.Add("Lib");
        test.FixedState.AdditionalProjects["Lib"].Sources.Add(Order);
        test.FixedState.AdditionalProjectReferences.Add("Lib");
        return test.RunAsync();
    }

    private static MapperTest<DICT305ClashingKeyAnalyzer> Test(string code) => new() { TestCode = Usings + code };

    private static MapperFixTest<DICT305ClashingKeyAnalyzer, DICT305ClashingKeyCodeFix> FixTest(string key) => new()
    {
        CodeActionEquivalenceKey = key, NumberOfFixAllIterations = -2, NumberOfIncrementalIterations = -4,
    };

    private static Task Verify(string code) => Test(code).RunAsync();

    private static Task VerifyFix(string before, string after, string key)
    {
        var test = FixTest(key);
        test.TestCode = Usings + before;
        test.FixedCode = Usings + after;
        return test.RunAsync();
    }
}
