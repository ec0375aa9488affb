using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

public class DICT307SensitiveMemberTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Runtime.Serialization;
        using System.Text.Json.Serialization;
        using System.Threading;
        using DictionaryAnalyzers;

        """;

    // What the packages that have these attributes declare.
    private const string Attributes = """
        using System;
        namespace Microsoft.Extensions.Compliance.Classification
        {
            public class DataClassificationAttribute : Attribute { }
            public sealed class NoDataClassificationAttribute : DataClassificationAttribute { }
        }
        namespace Contoso { public sealed class PrivateDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { } }
        namespace Destructurama.Attributed { public class NotLoggedAttribute : Attribute { } public class LogMaskedAttribute : Attribute { } }
        namespace Microsoft.AspNetCore.Identity { public class PersonalDataAttribute : Attribute { } public class ProtectedPersonalDataAttribute : PersonalDataAttribute { } }
        """;

    [Theory]
    [InlineData("string Password", true)]
    [InlineData("string? PasswordHash", true)]
    [InlineData("byte[] PasswordSalt", true)]
    [InlineData("ReadOnlyMemory<byte> SecretKey", true)]
    [InlineData("char[] Password", true)]
    [InlineData("object Secret", true)]
    [InlineData("Guid AccessToken", true)]
    [InlineData("Guid? ResetToken", true)]
    [InlineData("Lazy<string> ApiKey", true)]
    [InlineData("List<string> ApiKeys", true)]
    [InlineData("Dictionary<string, string> Secrets", true)]
    [InlineData("string APIKey", true)]
    [InlineData("string SSN", true)]
    [InlineData("int Cvv", true)]
    [InlineData("long CreditCardNumber", true)]
    [InlineData("string user_password", true)]
    [InlineData("Uri SignedTokenFor", true)]
    [InlineData("System.Net.NetworkCredential Credential", true)]
    [InlineData("Login Credentials", true)]
    [InlineData("List<Login> Credentials", true)]
    [InlineData("int TokenCount", false)]
    [InlineData("int MaxTokens", false)]
    [InlineData("long? TotalTokens", false)]
    [InlineData("int[] Tokens", false)]
    [InlineData("bool IsPasswordSet", false)]
    [InlineData("bool Password", false)]
    [InlineData("bool? HasSecret", false)]
    [InlineData("DateTime PasswordExpiresAt", false)]
    [InlineData("DateTimeOffset? Token", false)]
    [InlineData("TimeSpan TokenLifetime", false)]
    [InlineData("TimeSpan Token", false)]
    [InlineData("Kind Token", false)]
    [InlineData("Kind? Token", false)]
    [InlineData("Func<string> Token", false)]
    [InlineData("string TokenType", false)]
    [InlineData("string SecretSanta", false)]
    [InlineData("string SecretName", false)]
    [InlineData("string ConnectionStringName", false)]
    [InlineData("string ContinuationToken", false)]
    [InlineData("string PublicKeyToken", false)]
    [InlineData("string Secretary", false)]
    [InlineData("CancellationToken CancellationToken", false)]
    [InlineData("CancellationToken Token", false)]
    [InlineData("SyntaxToken Token", false)]
    [InlineData("List<SyntaxToken> Tokens", false)]
    [InlineData("string Name", false)]
    public Task Reports_ByNameAndType(string member, bool isSensitive) => Verify($$"""
        public enum Kind { A }
        public class Login { public string User { get; set; } = ""; public string Password { get; set; } = ""; }
        public class SyntaxToken { public int Start { get; set; } public string Text { get; set; } = ""; public SyntaxToken? Next { get; set; } }
        public class User { public int Id { get; set; } public required {{member}} { get; set; } }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> {{Marked("ToDictionary", isSensitive)}}(User user);
        }
        """);

    [Theory]
    [InlineData("[PasswordPropertyText]", true)]
    [InlineData("[PasswordPropertyText(true)]", true)]
    [InlineData("[PasswordPropertyText(false)]", false)]
    [InlineData("[DataType(DataType.Password)]", true)]
    [InlineData("[DataType(DataType.CreditCard)]", true)]
    [InlineData("[DataType(DataType.Date)]", false)]
    [InlineData("[CreditCard]", true)]
    [InlineData("[Destructurama.Attributed.LogMasked]", true)]
    [InlineData("[Microsoft.AspNetCore.Identity.ProtectedPersonalData]", true)]
    [InlineData("[Microsoft.AspNetCore.Identity.PersonalData]", false)]
    [InlineData("[Microsoft.Extensions.Compliance.Classification.NoDataClassification]", false)]
    [InlineData("[Required]", false)]
    [InlineData("[Contoso.PrivateData]", false)]
    [InlineData("[Destructurama.Attributed.NotLogged]", false)]
    [InlineData("[JsonIgnore]", false)]
    [InlineData("[IgnoreDataMember]", false)]
    [InlineData("[DictionaryIgnore]", false)]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.Never)]", false)]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]", false)]
    public Task Reports_ByAttribute_WhatIsNotLeftOutAnyway(string attribute, bool isSensitive) => Verify($$"""
        public class User { public int Id { get; set; } {{attribute}} public string Remark { get; set; } = ""; }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> {{Marked("ToDictionary", isSensitive)}}(User user);
        }
        """);

    [Theory]
    [InlineData("[Contoso.PrivateData]")]
    [InlineData("[Destructurama.Attributed.NotLogged]")]
    [InlineData("[JsonIgnore]")]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.Always)]")]
    [InlineData("[IgnoreDataMember]")]
    [InlineData("[DictionaryIgnore]")]
    [InlineData("[DictionaryKey(\"pwd\")]")]
    [InlineData("[Microsoft.Extensions.Compliance.Classification.NoDataClassification]")]
    public Task DoesNotReport_ByNameWhatAnAttributeDecides(string attribute) => Verify($$"""
        public class User { public int Id { get; set; } {{attribute}} public string Password { get; set; } = ""; }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> ToDictionary(User user);
        }
        """);

    [Theory]
    [InlineData("Include = [\"Id\", \"Password\"]", false)]
    [InlineData("Include = [nameof(User.Password)]", false)]
    [InlineData("Include = [\"Id\"]", false)]
    [InlineData("Exclude = [\"Password\"]", false)]
    [InlineData("Exclude = [\"Id\"]", true)]
    [InlineData("KeyNaming = KeyNaming.CamelCase", true)]
    public Task Reports_WhatNobodyListed(string options, bool isSensitive) => Verify($$"""
        public class User { public int Id { get; set; } public string Password { get; set; } = ""; }
        [DictionaryMapper({{options}})]
        static partial class OfClass
        {
            public static partial Dictionary<string, object?> {{Marked("ToDictionary", isSensitive)}}(User user);
        }
        [DictionaryMapper]
        static partial class OfMethod
        {
            [DictionaryMapping({{options}})]
            public static partial Dictionary<string, object?> {{Marked("ToDictionary", isSensitive)}}(User user);
        }
        """);

    [Theory]
    [InlineData("NestedObjects = NestedObjects.Nest", true)]
    [InlineData("NestedObjects = NestedObjects.Flatten", true)]
    [InlineData("NestedObjects = NestedObjects.Nest, Exclude = [\"Login\"]", false)]
    [InlineData("NestedObjects = NestedObjects.Nest, Exclude = [\"Login.Password\"]", false)]
    [InlineData("NestedObjects = NestedObjects.Nest, Include = [\"Login\"]", true)]
    [InlineData("NestedObjects = NestedObjects.Nest, Include = [\"Login.Name\"]", false)]
    [InlineData("NestedObjects = NestedObjects.Nest, Include = [\"Login.Password\"]", false)]
    [InlineData("Include = [\"Login.Password\"]", false)]
    [InlineData("NestedObjects = NestedObjects.Keep", false)]
    public Task Reports_InNestedObjects(string options, bool isSensitive) => Verify($$"""
        public class Login { public string Name { get; set; } = ""; public string Password { get; set; } = ""; }
        public class User { public int Id { get; set; } public Login Login { get; set; } = new(); }
        [DictionaryMapper({{options}})]
        static partial class Users
        {
            public static partial Dictionary<string, object?> {{Marked("ToDictionary", isSensitive)}}(User user);
        }
        """);

    [Theory]
    [InlineData("Dictionary<string, object?>", true)]
    [InlineData("Dictionary<string, string>", true)]
    [InlineData("Dictionary<string, int>", false)]
    public Task Reports_WhatTheDictionaryHolds(string type, bool isSensitive) => Verify($$"""
        public class User { public int Id { get; set; } public string Password { get; set; } = ""; }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial {{type}} {{Marked("ToDictionary", isSensitive)}}(User user);
            public static partial void {{Marked("CopyTo", isSensitive)}}(User user, I{{type}} target);
        }
        """);

    [Fact]
    public Task DoesNotReport_TheWayBack() => Verify("""
        public class User { public int Id { get; set; } public string Password { get; set; } = ""; }
        [DictionaryMapper]
        static partial class Users
        {
            public static partial User FromDictionary(IReadOnlyDictionary<string, object?> values);
            public static partial bool TryFromDictionary(IReadOnlyDictionary<string, object?> values, out User? user);
            public static partial IReadOnlyDictionary<string, object?> [|View|](User user);
        }
        """);

    [Fact]
    public Task Reports_OnceAMethodAndInherited() => Verify("""
        public abstract class Base { public virtual string Password { get; set; } = ""; [DataType(DataType.Password)] public virtual string Code { get; set; } = ""; }
        public class User : Base { public override string Code { get; set; } = ""; public string ApiKey { get; set; } = ""; }
        public interface ILogin { string Password { get; } }
        public record Account(string Name, string Password);
        public readonly record struct Card(string Number, int Cvv);
        [DictionaryMapper]
        static partial class Users
        {
            public static partial Dictionary<string, object?> [|OfUser|](User user);
            public static partial Dictionary<string, object?> [|OfLogin|](ILogin login);
            public static partial Dictionary<string, object?> [|OfAccount|](Account account);
            public static partial Dictionary<string, object?> [|OfCard|](in Card card);
        }
        """);

    [Fact]
    public Task DoesNotReport_WithoutAMapper() => Verify("""
        public class User { public string Password { get; set; } = ""; }
        static class Users { public static Dictionary<string, object?> ToDictionary(User user) => new() { ["Password"] = user.Password }; }
        """);

    [Theory]
    [InlineData("pin, iban", "Pin", true)]
    [InlineData("pin, iban", "CustomerIBAN", true)]
    [InlineData("pin, iban", "Password", false)]
    [InlineData("default, pin", "Password", true)]
    [InlineData("default, tax-number", "TaxNumber", true)]
    [InlineData("", "Password", false)]
    [InlineData("*", "Password", true)]
    public Task Reports_TheWordsOfTheOption(string words, string member, bool isSensitive)
    {
        var test = Test($$"""
            public class User { public int Id { get; set; } public string {{member}} { get; set; } = ""; }
            [DictionaryMapper]
            static partial class Users
            {
                public static partial Dictionary<string, object?> {{Marked("ToDictionary", isSensitive)}}(User user);
            }
            """);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\ndictionary_analyzers.sensitive_members = {words}\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task Message_SaysWhatAndWhy()
    {
        var test = Test("""
            public class Login { [DataType(DataType.Password)] public string Code { get; set; } = ""; }
            public class User { public string Password { get; set; } = ""; public Login Login { get; set; } = new(); public string ApiKey { get; set; } = ""; public string Secret { get; set; } = ""; }
            [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
            static partial class Users
            {
                public static partial Dictionary<string, object?> {|#0:ToDictionary|}(User user);
            }
            """);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT307", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
            "'ToDictionary' maps 'Password' (sensitive by the word 'password'); 'Login.Code' (sensitive by [DataType]); and 2 more without listing it: the value goes wherever the dictionary goes, into logs, caches and responses"));
        return test.RunAsync();
    }

    [Fact]
    public Task Fixes_ByExclusion() => VerifyFix(
        """
        public class Login { public string Name { get; set; } = ""; public string Token { get; set; } = ""; }
        public class User { public int Id { get; set; } public string Password { get; set; } = ""; public Login Login { get; set; } = new(); }
        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        static partial class Users
        {
            // For the log.
            public static partial Dictionary<string, object?> [|One|](this User user); // often

            [Obsolete("Too long")]
            [DictionaryMapping(Exclude = new[] { nameof(User.Id) }, KeyNaming = KeyNaming.CamelCase)]
            public static partial Dictionary<string, object?> [|Two|](User user);
        }
        """,
        """
        public class Login { public string Name { get; set; } = ""; public string Token { get; set; } = ""; }
        public class User { public int Id { get; set; } public string Password { get; set; } = ""; public Login Login { get; set; } = new(); }
        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        static partial class Users
        {
            // For the log.
            [DictionaryMapping(Exclude = ["Password", "Login.Token"])]
            public static partial Dictionary<string, object?> One(this User user); // often

            [Obsolete("Too long")]
            [DictionaryMapping(Exclude = [nameof(User.Id), "Password", "Login.Token"], KeyNaming = KeyNaming.CamelCase)]
            public static partial Dictionary<string, object?> Two(User user);
        }
        """,
        DICT307SensitiveMemberCodeFix.ExcludeKey);

    [Fact]
    public Task Fixes_ByAList() => VerifyFix(
        """
        public class Line { public int Count { get; set; } public string Product { get; set; } = ""; }
        public class Login { public string Name { get; set; } = ""; public string Token { get; set; } = ""; }
        public class User { public int Id { get; set; } public string Password { get; set; } = ""; public Login Login { get; set; } = new(); public List<Line> Lines { get; set; } = new(); }
        [DictionaryMapper]
        static partial class Users
        {
            [Obsolete("Too long")]
            public static partial Dictionary<string, object?> [|One|](User user);
            [DictionaryMapping(NestedObjects = NestedObjects.Nest, Exclude = ["Id"])]
            public static partial Dictionary<string, object?> [|Two|](User user);
        }
        """,
        """
        public class Line { public int Count { get; set; } public string Product { get; set; } = ""; }
        public class Login { public string Name { get; set; } = ""; public string Token { get; set; } = ""; }
        public class User { public int Id { get; set; } public string Password { get; set; } = ""; public Login Login { get; set; } = new(); public List<Line> Lines { get; set; } = new(); }
        [DictionaryMapper]
        static partial class Users
        {
            [Obsolete("Too long")]
            [DictionaryMapping(Include = ["Id", "Password", "Login", "Lines"])]
            public static partial Dictionary<string, object?> One(User user);
            [DictionaryMapping(NestedObjects = NestedObjects.Nest, Exclude = ["Id"], Include = ["Password", "Login.Name", "Login.Token", "Lines.Count", "Lines.Product"])]
            public static partial Dictionary<string, object?> Two(User user);
        }
        """,
        DICT307SensitiveMemberCodeFix.ListMembersKey);

    [Fact]
    public Task Fixes_InOlderLanguages_AndLongLists()
    {
        var test = FixTest(DICT307SensitiveMemberCodeFix.ListMembersKey);
        test.Extra.LanguageVersion = LanguageVersion.CSharp11;
        test.TestCode = Usings + """
            public class User { public string TheFirstOfTheManyMembersThatHaveALongName { get; set; } = ""; public string TheSecondOfTheManyMembersThatHaveALongName { get; set; } = ""; public string Password { get; set; } = ""; }
            [DictionaryMapper]
            static partial class Users
            {
                public static partial Dictionary<string, object?> [|ToDictionary|](User user);
            }
            """;
        test.FixedCode = Usings + """
            public class User { public string TheFirstOfTheManyMembersThatHaveALongName { get; set; } = ""; public string TheSecondOfTheManyMembersThatHaveALongName { get; set; } = ""; public string Password { get; set; } = ""; }
            [DictionaryMapper]
            static partial class Users
            {
                [DictionaryMapping(Include = new[] {
                    "TheFirstOfTheManyMembersThatHaveALongName",
                    "TheSecondOfTheManyMembersThatHaveALongName",
                    "Password",
                })]
                public static partial Dictionary<string, object?> ToDictionary(User user);
            }
            """;
        return test.RunAsync();
    }

    [Fact]
    public Task Fixes_WhereNothingIsImported()
    {
        var test = FixTest(DICT307SensitiveMemberCodeFix.ExcludeKey);
        test.TestCode = """
            public class User { public int Id { get; set; } public string Password { get; set; } = ""; }
            [global::DictionaryAnalyzers.DictionaryMapper]
            static partial class Users
            {
                public static partial System.Collections.Generic.Dictionary<string, object?> [|ToDictionary|](User user);
            }
            """;
        test.FixedCode = """
            public class User { public int Id { get; set; } public string Password { get; set; } = ""; }
            [global::DictionaryAnalyzers.DictionaryMapper]
            static partial class Users
            {
                [global::DictionaryAnalyzers.DictionaryMapping(Exclude = ["Password"])]
                public static partial System.Collections.Generic.Dictionary<string, object?> ToDictionary(User user);
            }
            """;
        return test.RunAsync();
    }

    [Fact]
    public Task FixesByExclusionOnly_WhatHasNoEnd()
    {
        var test = FixTest(DICT307SensitiveMemberCodeFix.ExcludeKey);
        const string Node = "public class Node { public string Token { get; set; } = \"\"; public Node? Next { get; set; } }\n";
        test.TestCode = Usings + Node + """
            [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 3)]
            static partial class Nodes { public static partial Dictionary<string, object?> [|ToDictionary|](Node node); }
            """;
        test.FixedCode = Usings + Node + """
            [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 3)]
            static partial class Nodes { [DictionaryMapping(Exclude = ["Token"])] public static partial Dictionary<string, object?> [|ToDictionary|](Node node); }
            """;
        test.NumberOfIncrementalIterations = 1;
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck;
        test.Extra.OfferedEquivalenceKeys = [DICT307SensitiveMemberCodeFix.ExcludeKey];
        return test.RunAsync();
    }

    private static string Marked(string name, bool isReported) => isReported ? $"[|{name}|]" : name;

    private static MapperTest<DICT307SensitiveMemberAnalyzer> Test(string code)
    {
        var test = new MapperTest<DICT307SensitiveMemberAnalyzer> { TestCode = Usings + code };
        test.TestState.Sources.Add(Attributes);
        return test;
    }

    private static MapperFixTest<DICT307SensitiveMemberAnalyzer, DICT307SensitiveMemberCodeFix> FixTest(string key) => new()
    {
        CodeActionEquivalenceKey = key, NumberOfFixAllIterations = -1, NumberOfIncrementalIterations = -4,
    };

    private static Task Verify(string code) => Test(code).RunAsync();

    private static Task VerifyFix(string before, string after, string key)
    {
        var test = FixTest(key);
        test.TestCode = Usings + before;
        test.FixedCode = Usings + after;
        test.Extra.OfferedEquivalenceKeys = [DICT307SensitiveMemberCodeFix.ExcludeKey, DICT307SensitiveMemberCodeFix.ListMembersKey];
        return test.RunAsync();
    }
}
