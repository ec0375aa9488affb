using System.Globalization;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>What the text of a value is, whatever the culture.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("bool", "true", "True")]
    [InlineData("char", "'ß'", "ß")]
    [InlineData("sbyte", "-1", "-1")]
    [InlineData("byte", "255", "255")]
    [InlineData("short", "-32768", "-32768")]
    [InlineData("ushort", "65535", "65535")]
    [InlineData("int", "-1234567", "-1234567")]
    [InlineData("uint", "4000000000", "4000000000")]
    [InlineData("long", "long.MinValue", "-9223372036854775808")]
    [InlineData("ulong", "ulong.MaxValue", "18446744073709551615")]
    [InlineData("nint", "(nint)(-5)", "-5")]
    [InlineData("nuint", "(nuint)5", "5")]
    [InlineData("decimal", "1234.50m", "1234.50")]
    [InlineData("double", "0.1", "0.1")]
    [InlineData("double", "double.NegativeInfinity", "-Infinity")]
    [InlineData("float", "1.5f", "1.5")]
    [InlineData("Half", "(Half)1.5", "1.5")]
    [InlineData("System.Numerics.BigInteger", "System.Numerics.BigInteger.Parse(\"123456789012345678901234567890\")", "123456789012345678901234567890")]
    [InlineData("DateTime", "new DateTime(2024, 2, 29, 13, 14, 15, 16, DateTimeKind.Utc)", "2024-02-29T13:14:15.0160000Z")]
    [InlineData("DateTimeOffset", "new DateTimeOffset(2024, 2, 29, 13, 14, 15, TimeSpan.FromHours(2))", "2024-02-29T13:14:15.0000000+02:00")]
    [InlineData("TimeSpan", "new TimeSpan(1, 2, 3, 4, 5)", "1.02:03:04.0050000")]
    [InlineData("DateOnly", "new DateOnly(2024, 2, 29)", "2024-02-29")]
    [InlineData("TimeOnly", "new TimeOnly(13, 14)", "13:14:00.0000000")]
    [InlineData("Guid", "Guid.Empty", "00000000-0000-0000-0000-000000000000")]
    [InlineData("Uri", "new Uri(\"http://example.org/a%20b\")", "http://example.org/a%20b")]
    [InlineData("Version", "new Version(1, 2)", "1.2")]
    [InlineData("byte[]", "new byte[] { 1, 2, 255 }", "AQL/")]
    [InlineData("DayOfWeek", "DayOfWeek.Friday", "Friday")]
    [InlineData("DayOfWeek", "(DayOfWeek)99", "99")]
    [InlineData("Flags", "Flags.A | Flags.B", "A, B")]
    [InlineData("string", "\"x\"", "x")]
    [InlineData("object", "1.5", "1.5")]
    [InlineData("Own", "new Own()", "own")]
    [InlineData("Money", "new Money(1.5m)", "Money { Amount = 1.5 }")]
    public void Text_is_invariant(string type, string value, string expected)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // A culture with its own decimal separator, negative sign and calendar, apart from records, whose own text follows the culture.
            CultureInfo.CurrentCulture = type == "Money" ? CultureInfo.InvariantCulture : new CultureInfo("fa-IR") { NumberFormat = { NegativeSign = "~", NumberDecimalSeparator = "/" } };
            Assert.Equal(
                $$"""{V: "{{expected}}", N: "{{expected}}"}""",
                GeneratorTest.Evaluate(
                    $$"""
                    [Flags] public enum Flags { None, A, B }
                    public class Own { public override string ToString() => "own"; }
                    public record Money(decimal Amount);
                    public class X { public {{type}} V => {{value}}; public {{type}}? N => {{value}}; public {{type}}? Nothing => null; }

                    [DictionaryMapper]
                    static partial class Mapper { public static partial Dictionary<string, string> M(X x); }
                    """,
                    "Mapper.M(new X())"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Null_has_a_key_where_the_text_may_be_null() => Gives(
        """[{A: null, B: null, C: "x", D: null, E: null}, {C: "x"}, {C: "x"}]""",
        "new object[] { Mapper.Kept(new X()), Mapper.Omitted(new X()), Mapper.NotNull(new X()) }",
        """
        public class Silent { public override string? ToString() => null; }
        public class X { public string? A => null; public int? B => null; public string C => "x"; public Uri? D => null; public DayOfWeek? E => null; }

        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, string?> Kept(X x);
            [DictionaryMapping(NullValues = NullValues.Omit)]
            public static partial Dictionary<string, string?> Omitted(X x);
            public static partial Dictionary<string, string> NotNull(X x);
        }
        """);

    [Fact]
    public void A_value_without_words_is_empty_where_null_is_not_allowed() => Gives(
        """[{S: ""}, {S: null}]""",
        "new object[] { Mapper.NotNull(new X()), Mapper.Kept(new X()) }",
        """
        public class Silent { public override string? ToString() => null; }
        public class X { public Silent S => new(); }

        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, string> NotNull(X x);
            public static partial Dictionary<string, string?> Kept(X x);
        }
        """);

    [Theory]
    [InlineData("AsIs", """{D: DayOfWeek.Monday, N: null, T: DayOfWeek.Monday, S: Small.B}""", """{D: "Monday", T: "Monday", S: "B"}""")]
    [InlineData("Name", """{D: "Monday", N: null, T: "Monday", S: "B"}""", """{D: "Monday", T: "Monday", S: "B"}""")]
    [InlineData("Number", """{D: 1, N: null, T: 1, S: 255}""", """{D: "1", T: "1", S: "255"}""")]
    public void Enums_are_values_names_or_numbers(string option, string objects, string text) => Gives(
        $"[{objects}, {text}, True]",
        "new object[] { Mapper.M(new X()), Mapper.T(new X()), Mapper.M(new X())[\"S\"] is byte == (Mapper.M(new X())[\"D\"] is int) }",
        $$"""
        public enum Small : byte { A = 1, AlsoA = 1, B = 255 }
        public class X { public DayOfWeek D => DayOfWeek.Monday; public DayOfWeek? N => null; public DayOfWeek? T => D; public Small S => Small.B; }

        [DictionaryMapper(EnumValues = EnumValues.{{option}})]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> M(X x);
            public static partial Dictionary<string, string> T(X x);
        }
        """);

    private static void Gives(string expected, string expression, string source) =>
        Assert.Equal(expected, GeneratorTest.Evaluate(source, expression));
}
