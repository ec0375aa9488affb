using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

public class DICT309NamingConflictTests
{
    private const string Usings = """
        using System.Collections.Generic;
        using System.Runtime.Serialization;
        using System.Text.Json.Serialization;
        using DictionaryAnalyzers;

        """;

    [Theory]
    [InlineData("[JsonPropertyName(\"\")]", true)]
    [InlineData("[JsonPropertyName(\" \")]", false)]
    [InlineData("[DataMember(Name = \"\")]", true)]
    [InlineData("[DataMember(Name = null)]", true)]
    [InlineData("[JsonPropertyName(\"\"), DataMember(Name = \"id\")]", true)]
    [InlineData("[JsonPropertyName(\"id\"), DataMember(Name = \"ID\")]", true)]
    [InlineData("[JsonPropertyName(\"id\")] [DataMember(Name = \"number\", Order = 2)]", true)]
    [InlineData("[DictionaryKey(\"id\"), DictionaryIgnore]", true)]
    [InlineData("[JsonPropertyName(\"id\")]", false)]
    [InlineData("[DataMember]", false)]
    [InlineData("[DataMember(Order = 1)]", false)]
    [InlineData("[DataMember(Name = \"id\")]", false)]
    [InlineData("[JsonPropertyName(\"id\"), DataMember]", false)]
    [InlineData("[JsonPropertyName(\"id\"), DataMember(Name = \"id\")]", false)]
    [InlineData("[JsonPropertyName(\"id\"), DataMember(Name = \"ID\"), DictionaryKey(\"id\")]", false)]
    [InlineData("[JsonPropertyName(\"id\"), DictionaryKey(\"number\")]", false)]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.Never), JsonPropertyName(\"id\")]", false)]
    [InlineData("[JsonIgnore, JsonPropertyName(\"id\"), DataMember(Name = \"ID\")]", false)]
    [InlineData("[IgnoreDataMember, JsonPropertyName(\"\")]", false)]
    [InlineData("[DictionaryIgnore, JsonPropertyName(\"\")]", false)]
    [InlineData("[JsonIgnore, DictionaryKey(\"id\")]", false)]
    public Task Reports_AttributesThatDoNotSayOneThing(string attributes, bool isReported) => Verify($$"""
        public class User { public string Name { get; set; } = ""; {{attributes}} public int Id { get; set; } }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> {{(isReported ? "[|ToDictionary|]" : "ToDictionary")}}(User user);
        }
        """);

    [Theory]
    [InlineData("Exclude = [\"Id\"]", false)]
    [InlineData("Include = [\"Name\"]", false)]
    [InlineData("Include = [\"Id\"]", true)]
    public Task Reports_WhatIsMapped(string options, bool isReported) => Verify($$"""
        public class User { public string Name { get; set; } = ""; [JsonPropertyName("id"), DataMember(Name = "ID")] public int Id { get; set; } }
        [DictionaryMapper({{options}})]
        static partial class Users
        {
            public static partial Dictionary<string, object?> {{(isReported ? "[|ToDictionary|]" : "ToDictionary")}}(User user);
        }
        """);

    [Fact]
    public Task Reports_RecordsInheritedAndNested() => Verify("""
        public record User([property: JsonPropertyName("id"), DataMember(Name = "ID")] int Id);
        public class Base { [JsonPropertyName("id")] public virtual int Id { get; set; } }
        public class Derived : Base { [DataMember(Name = "ID")] public override int Id { get; set; } }
        public class Owner { public List<User> Users { get; set; } = new(); }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> [|OfRecord|](User user);
            public static partial Dictionary<string, object?> [|OfDerived|](Derived user);
            public static partial Dictionary<string, object?> OfOwner(Owner owner);
            [DictionaryMapping(NestedObjects = NestedObjects.Nest)]
            public static partial Dictionary<string, object?> [|OfNested|](Owner owner);
        }
        """);

    [Fact]
    public Task DoesNotReport_WithoutAMapper() => Verify("public class User { [JsonPropertyName(\"\"), DataMember(Name = \"ID\")] public int Id { get; set; } }");

    [Fact]
    public Task DoesNotReport_AttributesOfOthers() => Verify("""
        namespace Other
        {
            public class JsonPropertyNameAttribute : System.Attribute { public JsonPropertyNameAttribute(string name) { } }
            public class User { [JsonPropertyName("")] public int Id { get; set; } }
            [DictionaryMapper] static partial class Users { public static partial Dictionary<string, object?> ToDictionary(User user); }
        }
        """);

    [Fact]
    public Task Message_NamesMemberAndKeys()
    {
        var test = Test("""
            public class User { [JsonPropertyName("id"), DataMember(Name = "ID")] public int {|#1:Id|} { get; set; } [JsonPropertyName("")] public int {|#2:Number|} { get; set; } }
            [DictionaryMapper]
            static partial class Users
            {
                public static partial Dictionary<string, object?> {|#0:ToDictionary|}(User user);
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT309", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(
            "'ToDictionary' maps 'User.Id', which its attributes call 'id' and 'ID', to the key 'id'; and 'User.Number', whose [JsonPropertyName] gives no name and is passed over: whoever reads the object by its attributes has it under another key"));
        return test.RunAsync();
    }

    [Fact]
    public Task Fixes_WithAKey() => VerifyFix(
        """
        public class User
        {
            /// <summary>The id.</summary>
            [JsonPropertyName("id"), DataMember(Name = "ID")]
            public int Id { get; set; }

            // Of the order.
            [JsonPropertyName("")] // to do
            public int Number { get; set; }

            [DataMember(Name = "")] public int One { get; set; }
            [DataMember(Order = 1, Name = "")] public int Two { get; set; }
            [JsonInclude, JsonPropertyName("")] public int Three { get; set; }
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
            /// <summary>The id.</summary>
            [JsonPropertyName("id"), DataMember(Name = "ID")]
            [DictionaryKey("id")]
            public int Id { get; set; }

            // Of the order.
            public int Number { get; set; }

            [DataMember] public int One { get; set; }
            [DataMember(Order = 1)] public int Two { get; set; }
            [JsonInclude] public int Three { get; set; }
        }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> ToDictionary(User user);
            public static partial void CopyTo(User user, IDictionary<string, object?> target);
        }
        """);

    [Fact]
    public Task Fixes_ARecord() => VerifyFix(
        """
        public record User([property: JsonPropertyName("id"), DataMember(Name = "ID")] int Id, string Name);
        [DictionaryMapper]
        static partial class Users { public static partial Dictionary<string, object?> [|ToDictionary|](User user); }
        """,
        """
        public record User([DictionaryKey("id")] [property: JsonPropertyName("id"), DataMember(Name = "ID")] int Id, string Name);
        [DictionaryMapper]
        static partial class Users { public static partial Dictionary<string, object?> ToDictionary(User user); }
        """);

    [Fact]
    public Task FixAll_MergesTheMembersOfAllFiles()
    {
        const string Mappers = """
            [DictionaryMapper] static partial class Users { public static partial Dictionary<string, object?> ToDictionary(User user); public static partial Dictionary<string, object?> OfOrder(Order order); }
            """;
        const string Others = """
            using System.Collections.Generic; using DictionaryAnalyzers;
            [DictionaryMapper] static partial class Orders { public static partial Dictionary<string, string> ToText(Order order); }
            """;
        var test = FixTest();
        test.TestCode = Usings + Mappers.Replace("ToDictionary", "[|ToDictionary|]", System.StringComparison.Ordinal).Replace("OfOrder", "[|OfOrder|]", System.StringComparison.Ordinal);
        test.TestState.Sources.Add(Others.Replace("ToText", "[|ToText|]", System.StringComparison.Ordinal));
        test.TestState.Sources.Add(Usings + "public partial class User { [JsonPropertyName(\"id\"), DataMember(Name = \"ID\")] public int Id { get; set; } }");
        test.TestState.Sources.Add(Usings + "partial class User { [JsonPropertyName(\"\")] public int Number { get; set; } } public record Order([property: DataMember(Name = \"\", Order = 2)] int Id);");
        test.FixedCode = Usings + Mappers;
        test.FixedState.Sources.Add(Others);
        test.FixedState.Sources.Add(Usings + "public partial class User { [JsonPropertyName(\"id\"), DataMember(Name = \"ID\")] [DictionaryKey(\"id\")] public int Id { get; set; } }");
        test.FixedState.Sources.Add(Usings + "partial class User { public int Number { get; set; } } public record Order([property: DataMember(Order = 2)] int Id);");
        return test.RunAsync();
    }

    [Fact]
    public Task Reports_AndDoesNotFix_WhatIsInAnotherProject()
    {
        const string Mapper = "[DictionaryMapper] static partial class Users { public static partial Dictionary<string, object?> [|ToDictionary|](User user); }";
        var test = FixTest();
        test.TestCode = Usings + Mapper;
        test.TestState.AdditionalProjects["Lib"].Sources.Add(Usings.Replace("using DictionaryAnalyzers;", "", System.StringComparison.Ordinal) + "public class User { [JsonPropertyName(\"id\"), DataMember(Name = \"ID\")] public int Id { get; set; } }");
        test.TestState.AdditionalProjectReferences.Add("Lib");
        test.Extra.OfferedEquivalenceKeys = [];
        return test.RunAsync();
    }

    private static MapperTest<DICT309NamingConflictAnalyzer> Test(string code) => new() { TestCode = Usings + code };

    private static Task Verify(string code) => Test(code).RunAsync();

    private static MapperFixTest<DICT309NamingConflictAnalyzer, DICT309NamingConflictCodeFix> FixTest() => new() { NumberOfFixAllIterations = -1, NumberOfIncrementalIterations = -4 };

    private static Task VerifyFix(string before, string after)
    {
        var test = FixTest();
        test.TestCode = Usings + before;
        test.FixedCode = Usings + after;
        return test.RunAsync();
    }
}
