using System.Text.Json;
using DictionaryAnalyzers.Generators.Mapping;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>Which key a member gets, and which attributes have a say.</summary>
public sealed class NamingTests
{
    [Fact]
    public void A_naming_gives_the_keys_that_the_serializer_gives()
    {
        var characters = Gen.Elements("ABCXYZabcxyz0189_ÄäßΩω中".ToCharArray());
        var names = Gen.Select(Gen.ListOf(characters), list => new string([.. list]));
        Prop.ForAll(
            Arb.ToArbitrary(names),
            name =>
            {
                Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(name), KeyNames.Apply(KeyCase.CamelCase, name));
                Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), KeyNames.Apply(KeyCase.SnakeCase, name));
                Assert.Equal(JsonNamingPolicy.KebabCaseLower.ConvertName(name), KeyNames.Apply(KeyCase.KebabCase, name));
                Assert.Equal(name, KeyNames.Apply(KeyCase.AsIs, name));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("AsIs", "{UnitPrice: 1, HTTPPort: 2, key: 3}")]
    [InlineData("CamelCase", "{unitPrice: 1, httpPort: 2, key: 3}")]
    [InlineData("SnakeCase", "{unit_price: 1, http_port: 2, key: 3}")]
    [InlineData("KebabCase", "{unit-price: 1, http-port: 2, key: 3}")]
    public void A_key_that_an_attribute_gives_stays_as_it_is(string naming, string expected) => Gives(
        expected,
        "Mapper.M(new X())",
        $$"""
        public class X { public int UnitPrice => 1; public int HTTPPort => 2; [DictionaryKey("key")] public int Other => 3; }

        [DictionaryMapper(KeyNaming = KeyNaming.{{naming}})]
        static partial class Mapper { public static partial Dictionary<string, object?> M(X x); }
        """);

    private const string Others = """
        namespace Destructurama.Attributed { [AttributeUsage(AttributeTargets.Property)] public sealed class NotLoggedAttribute : Attribute { } }
        namespace Microsoft.Extensions.Compliance.Classification { public abstract class DataClassificationAttribute : Attribute { } }
        namespace Shop.Compliance { public sealed class PrivateDataAttribute : Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute { } }
        """;

    [Fact]
    public void Attributes_of_serializers_and_loggers_have_a_say() => Gives(
        """{json: 1, data: 2, json2: 3, NotNull: 5, Kept: 6, listed: 12}""",
        "Mapper.M(new X())",
        $$"""
        {{Others}}

        public class X
        {
            [System.Text.Json.Serialization.JsonPropertyName("json")] public int A => 1;
            [System.Runtime.Serialization.DataMember(Name = "data")] public int B => 2;
            [System.Text.Json.Serialization.JsonPropertyName("json2"), System.Runtime.Serialization.DataMember(Name = "data2")] public int C => 3;
            [System.Text.Json.Serialization.JsonIgnore] public int D => 4;
            [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] public int? NotNull => 5;
            [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] public int? Nothing => null;
            [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] public int Kept => 6;
            [System.Runtime.Serialization.IgnoreDataMember] public int F => 7;
            [Destructurama.Attributed.NotLogged] public int G => 8;
            [Shop.Compliance.PrivateData] public int H => 9;
            [DictionaryIgnore] public int I => 10;
            [System.Text.Json.Serialization.JsonIgnore, DictionaryKey("listed")] public int J => 12;
        }

        [DictionaryMapper]
        static partial class Mapper { public static partial Dictionary<string, object?> M(X x); }
        """);

    [Fact]
    public void What_is_listed_is_mapped_whatever_its_attributes_say() => Gives(
        """{G: 8, H: 9, I: 10}""",
        "Mapper.M(new X())",
        $$"""
        {{Others}}

        public class X
        {
            [Destructurama.Attributed.NotLogged] public int G => 8;
            [Shop.Compliance.PrivateData] public int H => 9;
            [DictionaryIgnore] public int I => 10;
        }

        [DictionaryMapper(Include = new[] { "G", "H", "I" })]
        static partial class Mapper { public static partial Dictionary<string, object?> M(X x); }
        """);

    [Fact]
    public void An_override_has_the_attributes_of_what_it_overrides_unless_it_says_otherwise() => Gives(
        """{base: 1, own: 2}""",
        "Mapper.M(new X())",
        """
        public abstract class Root { [DictionaryKey("base")] public abstract int A { get; } [DictionaryKey("base2")] public abstract int B { get; } [DictionaryIgnore] public virtual int C => 0; }
        public class X : Root { public override int A => 1; [DictionaryKey("own")] public override int B => 2; public override int C => 3; }

        [DictionaryMapper]
        static partial class Mapper { public static partial Dictionary<string, object?> M(X x); }
        """);

    [Theory]
    [InlineData("\\\"")]
    [InlineData("\\\\")]
    [InlineData("\\n\\r\\t\\0\\a")]
    [InlineData("{0} {{ }} {x}")]
    [InlineData("\\u2028\\u2029\\u0085")]
    [InlineData("\\ud800 lone")]
    [InlineData("\\ud83d\\ude00 whole")]
    [InlineData("\\\"); System.Environment.Exit(1); //")]
    [InlineData("*/ } #endif")]
    [InlineData("$\\\"{1}\\\" \\\"\\\"\\\"")]
    [InlineData(" ")]
    public void Keys_are_only_text(string key) => Gives(
        "[True, True, True, True, True]",
        "Mapper.Check(new X())",
        $$"""
        public class X { [DictionaryKey("{{key}}")] public int A => 1; public X2? Inner => new(); }
        public class X2 { [DictionaryKey("{{key}}")] public int? A => 1; }

        [DictionaryMapper(NestedObjects = NestedObjects.Flatten, Separator = "{{key}}")]
        static partial class Mapper
        {
            private static partial Dictionary<string, object?> M(X x);
            [DictionaryMapping(NullValues = NullValues.Omit)]
            private static partial Dictionary<string, string> N(X x);
            private static partial void O(X x, IDictionary<string, object?> target);

            public static object Check(X x)
            {
                var key = "{{key}}";
                var copy = new Dictionary<string, object?>();
                O(x, copy);
                return new[] { M(x).ContainsKey(key), M(x).ContainsKey("Inner" + key + key), N(x).ContainsKey(key), copy.ContainsKey(key), M(x).Count == 2 };
            }
        }
        """);

    [Fact]
    public void Names_of_other_scripts_are_names() => Gives(
        """[{größe: 1, Größe: 2, 大きさ: 3, _: 4, е: 5}, "größe"]""",
        "new object[] { Мappeр.M(new Ärger()), nameof(Ärger.größe) }",
        """
        public class Ärger { public int größe => 1; public int Größe => 2; public int 大きさ => 3; public int _ => 4; public int е => 5; }

        [DictionaryMapper]
        static partial class Мappeр { public static partial Dictionary<string, object?> M(Ärger größe); }
        """);

    private static void Gives(string expected, string expression, string source) =>
        Assert.Equal(expected, GeneratorTest.Evaluate(source, expression));
}
