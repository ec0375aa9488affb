using System.Linq;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>The way back: objects made of dictionaries, and what is wrong when they cannot be.</summary>
public sealed class FromDictionaryTests
{
    private const string Head = """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.Globalization;
        using System.Linq;
        using DictionaryAnalyzers;

        public static class Test
        {
            public static string Thrown(Action action)
            {
                try { action(); return "nothing"; }
                catch (Exception exception) { return exception.GetType().Name + ": " + exception.Message; }
            }

            public static Dictionary<string, object?> Map(params (string Key, object? Value)[] pairs) => pairs.ToDictionary(pair => pair.Key, pair => pair.Value);
        }

        """;

    private static object? Run(string source, ReferenceAssemblies? references = null) => GeneratorTest.Run(Head + source, references).Call();

    [Fact]
    public void SetsMembersAndKeepsWhatIsNotThere() => Assert.Equal("5|Ann|x|True|initial", Run("""
        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; public string? Note { get; set; } = "x"; public bool IsOpen; public string Kept { get; set; } = "initial"; }

        [DictionaryMapper(Include = new[] { "Id", "Name", "Note", "IsOpen", "Kept" })]
        public static partial class Mapper
        {
            public static partial Order FromDictionary(IReadOnlyDictionary<string, object?> values);
        }

        public static class Program
        {
            public static string Run()
            {
                var order = Mapper.FromDictionary(Test.Map(("Id", 5), ("Name", "Ann"), ("IsOpen", true), ("Other", 1)));
                return string.Join("|", order.Id, order.Name, order.Note, order.IsOpen, order.Kept);
            }
        }
        """));

    [Fact]
    public void CallsTheConstructorByName() => Assert.Equal("Order { Id = 1, Name = a, Size = 3 }|Order { Id = 1, Name = a, Size = 7 }|DictionaryMappingException: The value of 'Name' should be string, but nothing was found.", Run("""
        public record Order(int Id, string Name, int Size = 7);

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial Order FromDictionary(this Dictionary<string, object?> values);
        }

        public static class Program
        {
            public static string Run() => string.Join("|",
                Test.Map(("Id", 1), ("Name", "a"), ("Size", 3)).FromDictionary(),
                Test.Map(("Id", 1), ("Name", "a")).FromDictionary(),
                Test.Thrown(() => Test.Map(("Id", 1)).FromDictionary()));
        }
        """));

    [Fact]
    public void PrefersTheConstructorThatLosesNothing() => Assert.Equal("1,2,3|1,2,0", Run("""
        public class Both
        {
            public Both() { }
            public Both(int a) { A = a; }
            public Both(int a, int b) { A = a; B = b; }
            public Both(int a, int b, object other) { throw new InvalidOperationException(); }
            public int A { get; } public int B { get; } public int C { get; set; } public int Sum => A + B;
        }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial Both FromDictionary(IReadOnlyDictionary<string, object?> values);
        }

        public static class Program
        {
            private static string Text(Both both) => $"{both.A},{both.B},{both.C}";

            public static string Run() => Text(Mapper.FromDictionary(Test.Map(("A", 1), ("B", 2), ("C", 3), ("Sum", 9)))) + "|" + Text(Mapper.FromDictionary(Test.Map(("A", 1), ("B", 2))));
        }
        """));

    [Fact]
    public void InitOnlyAndRequiredMembersAreSetWhileTheObjectIsMade() => Assert.Equal("1,b,given|1,b,blank|DictionaryMappingException: The value of 'Id' should be int, but nothing was found.|3", Run("""
        public class Order { public static int Made; public Order() { Made++; } public required int Id { get; init; } public required string Name { get; set; } public string Note { get; init; } = "blank"; }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial Order FromDictionary(IReadOnlyDictionary<string, object?> values);
        }

        public static class Program
        {
            private static string Text(Order order) => $"{order.Id},{order.Name},{order.Note}";

            public static string Run() => string.Join("|",
                Text(Mapper.FromDictionary(Test.Map(("Id", 1), ("Name", "b"), ("Note", "given")))),
                Text(Mapper.FromDictionary(Test.Map(("Id", 1), ("Name", "b")))),
                Test.Thrown(() => Mapper.FromDictionary(Test.Map(("Name", "b")))),
                Order.Made);
        }
        """));

    [Fact]
    public void StructsRecordsAndNullableOnesAreMade() => Assert.Equal("Point { X = 1, Y = 2 }|Size { Width = 3 }|True|4", Run("""
        public readonly record struct Point(int X, int Y);
        public record struct Size { public int Width { get; init; } }
        public struct Plain { public int Value; public int Other { get; set; } }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial Point Point(IReadOnlyDictionary<string, object?> values);
            public static partial Size? Size(IReadOnlyDictionary<string, object?>? values);
            public static partial Plain Plain(IReadOnlyDictionary<string, object?> values);
        }

        public static class Program
        {
            public static string Run() => string.Join("|", Mapper.Point(Test.Map(("X", 1), ("Y", 2))), Mapper.Size(Test.Map(("Width", 3))), Mapper.Size(null) is null, Mapper.Plain(Test.Map(("Other", 4))).Other);
        }
        """));

    [Fact]
    public void TheParametersOfARecordStructureHaveToBeThere() => Assert.Equal("Y|True|True|1,0", Run("""
        public readonly record struct Point(int X, int Y);
        public struct Loose { public Loose(int x, int other) { X = x; } public int X { get; set; } public int Y { get; set; } }

        [DictionaryMapper]
        internal static partial class Mapper
        {
            public static partial bool Try(IReadOnlyDictionary<string, object?> values, out Point? point, out IReadOnlyList<DictionaryMappingError> errors);
            public static partial bool TryPlain(IReadOnlyDictionary<string, object?> values, out Point point);
            public static partial Loose Loose(IReadOnlyDictionary<string, object?> values);
        }

        public static class Program
        {
            public static string Run()
            {
                Mapper.Try(Test.Map(("X", 1)), out var none, out var errors);
                var loose = Mapper.Loose(Test.Map(("X", 1)));
                return string.Join("|", errors.Single().Key, none is null, Mapper.TryPlain(Test.Map(("X", 1), ("Y", 2)), out var point) && point == new Point(1, 2), loose.X + "," + loose.Y);
            }
        }
        """));

    [Theory]
    [InlineData("int", "5", "5")]
    [InlineData("int", "5L", "5")]
    [InlineData("int", "(byte)5", "5")]
    [InlineData("int", "5.0", "5")]
    [InlineData("int", "5.0m", "5")]
    [InlineData("int", "5f", "5")]
    [InlineData("int", "(ulong)int.MaxValue", "2147483647")]
    [InlineData("int", "(long)int.MinValue", "-2147483648")]
    [InlineData("int", "3000000000L", "int, but long 3000000000 was found")]
    [InlineData("int", "5.5", "int, but double 5.5 was found")]
    [InlineData("int", "double.NaN", "int, but double NaN was found")]
    [InlineData("int", "1e300", "int, but double 1E+300 was found")]
    [InlineData("int", "\"5\"", "int, but string was found")]
    [InlineData("int", "null", "int, but null was found")]
    [InlineData("int", "true", "int, but bool was found")]
    [InlineData("int", "DayOfWeek.Friday", "int, but System.DayOfWeek was found")]
    [InlineData("int?", "null", "")]
    [InlineData("int?", "5L", "5")]
    [InlineData("int?", "\"\"", "int, but string was found")]
    [InlineData("byte", "256", "byte, but int 256 was found")]
    [InlineData("byte", "-1", "byte, but int -1 was found")]
    [InlineData("byte", "255UL", "255")]
    [InlineData("ulong", "-1", "ulong, but int -1 was found")]
    [InlineData("ulong", "18446744073709551615m", "18446744073709551615")]
    [InlineData("long", "ulong.MaxValue", "long, but ulong 18446744073709551615 was found")]
    [InlineData("nint", "5", "5")]
    [InlineData("nuint", "-5", "nuint, but int -5 was found")]
    [InlineData("double", "5", "5")]
    [InlineData("double", "0.1m", "0.1")]
    [InlineData("double", "0.1234567890123456789m", "double, but decimal 0.1234567890123456789 was found")]
    [InlineData("double", "9007199254740993L", "double, but long 9007199254740993 was found")]
    [InlineData("double", "1.5f", "1.5")]
    [InlineData("float", "1.5", "1.5")]
    [InlineData("float", "0.1", "float, but double 0.1 was found")]
    [InlineData("float", "double.NaN", "NaN")]
    [InlineData("decimal", "0.1", "0.1")]
    [InlineData("decimal", "1e28", "10000000000000000000000000000")]
    [InlineData("decimal", "1e30", "decimal, but double 1E+30 was found")]
    [InlineData("decimal", "double.PositiveInfinity", "decimal, but double Infinity was found")]
    [InlineData("bool", "1", "bool, but int 1 was found")]
    [InlineData("char", "'x'", "x")]
    [InlineData("char", "\"x\"", "char, but string was found")]
    [InlineData("string", "5", "string, but int 5 was found")]
    [InlineData("string", "null", "string, but null was found")]
    [InlineData("string?", "null", "")]
    [InlineData("DayOfWeek", "DayOfWeek.Friday", "Friday")]
    [InlineData("DayOfWeek", "5L", "Friday")]
    [InlineData("DayOfWeek", "\"Friday\"", "Friday")]
    [InlineData("DayOfWeek", "\"friday\"", "System.DayOfWeek, but another text was found")]
    [InlineData("DayOfWeek", "1e10", "System.DayOfWeek, but double 10000000000 was found")]
    [InlineData("DayOfWeek?", "null", "")]
    [InlineData("Guid", "Guid.Empty", "00000000-0000-0000-0000-000000000000")]
    [InlineData("Guid", "\"x\"", "System.Guid, but string was found")]
    [InlineData("DateOnly", "DateOnly.MinValue", "01/01/0001")]
    [InlineData("int[]", "new[] { 1, 2 }", "System.Int32[]")]
    [InlineData("int[]", "new List<int>()", "System.Int32[], but System.Collections.Generic.List`1[System.Int32] was found")]
    [InlineData("object", "5", "5")]
    [InlineData("object", "null", "System.Object, but null was found")]
    [InlineData("Version", "null", "System.Version, but null was found")]
    public void ValuesAreTakenWhenNothingIsLost(string type, string value, string expected)
    {
        var found = (string)Run($$"""
            public class Holder { public required {{type}} Value { get; init; } }

            [DictionaryMapper]
            public static partial class Mapper
            {
                public static partial Holder FromDictionary(IReadOnlyDictionary<string, object?> values);
            }

            public static class Program
            {
                public static string Run()
                {
                    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                    try { return "" + Mapper.FromDictionary(Test.Map(("Value", {{value}}))).Value; }
                    catch (FormatException exception) { return exception.Message; }
                }
            }
            """)!;
        Assert.Equal(expected.EndsWith(" was found", System.StringComparison.Ordinal) ? $"The value of 'Value' should be {expected}." : expected, found);
    }

    [Fact]
    public void TryCollectsAllThatIsWrongAndMakesNothing() => Assert.Equal("False|True|Id:int:nothing, Size:int:long 5000000000, Note:string:null|True|1,2,x|0|True,0", Run("""
        public class Order
        {
            public static int Made;
            public Order(int id) { Made++; Id = id; }
            public int Id { get; }
            public int Size { get; set; }
            public string Note { get; set; } = "";
        }

        [DictionaryMapper]
        internal static partial class Mapper
        {
            public static partial bool TryFromDictionary(IReadOnlyDictionary<string, object?> values, [NotNullWhen(true)] out Order? order, out IReadOnlyList<DictionaryMappingError> errors);
            public static partial bool TryQuietly(IReadOnlyDictionary<string, object?> values, [MaybeNullWhen(false)] out Order order);
        }

        public static class Program
        {
            public static string Run()
            {
                var failed = Mapper.TryFromDictionary(Test.Map(("Size", 5_000_000_000), ("Note", null)), out var none, out var errors);
                var made = Order.Made;
                var worked = Mapper.TryFromDictionary(Test.Map(("Id", 1), ("Size", 2), ("Note", "x")), out var order, out var noErrors);
                return string.Join("|", failed, none is null, string.Join(", ", errors.Select(error => error.Key + ":" + error.Expected + ":" + error.Found)),
                    worked, order!.Id + "," + order.Size + "," + order.Note, noErrors.Count, !Mapper.TryQuietly(Test.Map(), out _) + "," + made);
            }
        }
        """));

    [Fact]
    public void APublicMapperTellsTheErrorsAsText() => Assert.Equal("False|The value of 'Id' should be int, but nothing was found.", Run("""
        public record Order(int Id);

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial bool TryFromDictionary(IReadOnlyDictionary<string, object?> values, [NotNullWhen(true)] out Order? order, out IReadOnlyList<string> errors);
        }

        public static class Program
        {
            public static string Run() => Mapper.TryFromDictionary(Test.Map(), out _, out var errors) + "|" + string.Join(",", errors);
        }
        """));

    [Fact]
    public void NoSetterRunsBeforeEverythingIsRead() => Assert.Equal("DictionaryMappingException: The value of 'B' should be int, but string was found.|", Run("""
        public class Noisy { public static string Log = ""; private int a; public int A { get => a; set { a = value; Log += "A"; } } public int B { get; set; } }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial Noisy FromDictionary(IReadOnlyDictionary<string, object?> values);
        }

        public static class Program
        {
            public static string Run() => Test.Thrown(() => Mapper.FromDictionary(Test.Map(("A", 1), ("B", "x")))) + "|" + Noisy.Log;
        }
        """));

    [Fact]
    public void ASetterThatTheCompilerWroteRunsNobodysCode() => Assert.Equal("DictionaryMappingException: The value of 'D' should be int, but string was found.|||1,2,3", Run("""
        public class Noisy
        {
            public static string Log = "";
            public int A { get; set; }
            private int b; public int B { get => b; set { Log += "B"; b = value; } }
            public int C;
            public int D { get; set; }
        }

        [DictionaryMapper(Include = new[] { "A", "B", "C", "D" })]
        public static partial class Mapper
        {
            public static partial Noisy FromDictionary(IReadOnlyDictionary<string, object?> values);
            public static partial bool TryFromDictionary(IReadOnlyDictionary<string, object?> values, out Noisy? made, out IReadOnlyList<string> errors);
        }

        public static class Program
        {
            public static string Run()
            {
                var wrong = Test.Map(("A", 1), ("B", 2), ("C", 3), ("D", "x"));
                var thrown = Test.Thrown(() => Mapper.FromDictionary(wrong));
                Mapper.TryFromDictionary(wrong, out var nothing, out _);
                var log = Noisy.Log;
                var made = Mapper.FromDictionary(Test.Map(("A", 1), ("B", 2), ("C", 3)));
                return string.Join("|", thrown, nothing, log, made.A + "," + made.B + "," + made.C);
            }
        }
        """));

    [Theory]
    [InlineData("class Wide {", "new Wide()")]
    [InlineData("struct Wide { public Wide() { }", "new Wide()")]
    [InlineData("class Wide { public int First { get; } public Wide(int first) { First = first; }", "new Wide(7)")]
    [InlineData("class Wide { public required int First { get; init; }", "new Wide { First = 7 }")]
    [InlineData("class Wide<T> { public T? Open { get; set; }", "new Wide<int> { Open = 7 }")]
    public void ManyMembersAreSetInSeveralMethods(string declaration, string filled)
    {
        var numbers = Enumerable.Range(0, 60).ToArray();
        var members = string.Concat(numbers.Select(number => $"public int M{number} {{ get; set; }} = -1; "));
        var type = declaration.Contains("<T>", System.StringComparison.Ordinal) ? "Wide<int>" : "Wide";
        Assert.Equal("True|True|True|M3, M58", Run($$"""
            public {{declaration}} {{members}} }

            [DictionaryMapper]
            internal static partial class Mapper
            {
                public static partial Dictionary<string, object?> ToDictionary({{type}} wide);
                public static partial {{type}} FromDictionary(IReadOnlyDictionary<string, object?> values);
                public static partial bool TryFromDictionary(IReadOnlyDictionary<string, object?> values, out {{type}} wide, out IReadOnlyList<DictionaryMappingError> errors);
                public static partial Dictionary<string, string> ToText({{type}} wide);
                public static partial {{type}} FromText(IReadOnlyDictionary<string, string> values);
            }

            public static class Program
            {
                private static bool Same(Dictionary<string, object?> one, Dictionary<string, object?> other) => one.Count == other.Count && one.All(pair => Equals(pair.Value, other[pair.Key]));

                public static string Run()
                {
                    var wide = {{filled}};
                    {{string.Concat(numbers.Select(number => $"wide.M{number} = {number};"))}}
                    var values = Mapper.ToDictionary(wide);
                    var back = Same(values, Mapper.ToDictionary(Mapper.FromDictionary(values)));
                    var text = Same(values, Mapper.ToDictionary(Mapper.FromText(Mapper.ToText(wide))));
                    values.Remove("M59");
                    var kept = Mapper.FromDictionary(values).M59 == -1;
                    values["M3"] = "x";
                    values["M58"] = null;
                    Mapper.TryFromDictionary(values, out _, out var errors);
                    return string.Join("|", back, text, kept, string.Join(", ", errors.Select(error => error.Key)));
                }
            }
            """));
    }

    [Fact]
    public void NestedObjectsListsAndMapsAreMade() => Assert.Equal("1|Ann|Ulm|a,b|x=c|z|DictionaryMappingException: The value of 'Lines[1].Sku' should be string, but int 5 was found.|Customer.Home.City, Lines[0], Index.x.Sku", Run("""
        public record Home(string City);
        public class Customer { public string Name { get; set; } = ""; public Home? Home { get; set; } }
        public class Line { public string Sku { get; set; } = ""; }
        public class Order { public int Id { get; set; } public Customer? Customer { get; set; } public List<Line> Lines { get; set; } = new(); public Dictionary<string, Line> Index { get; set; } = new(); public Line[]? More { get; init; } }

        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        internal static partial class Mapper
        {
            public static partial Dictionary<string, object?> ToDictionary(Order order);
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Order order);
            public static partial Order FromDictionary(IReadOnlyDictionary<string, object?> values);
            public static partial bool TryFromDictionary(IReadOnlyDictionary<string, object?> values, out Order? order, out IReadOnlyList<DictionaryMappingError> errors);
        }

        public static class Program
        {
            public static string Run()
            {
                var order = new Order
                {
                    Id = 1, Customer = new Customer { Name = "Ann", Home = new Home("Ulm") }, Lines = { new Line { Sku = "a" }, new Line { Sku = "b" } },
                    Index = { ["x"] = new Line { Sku = "c" } }, More = new[] { new Line { Sku = "z" } },
                };
                order = Mapper.FromDictionary(Mapper.ToDictionary(Mapper.FromDictionary(Mapper.AsDictionary(order))));
                var wrong = Mapper.ToDictionary(order);
                ((Dictionary<string, object?>)((List<object?>)wrong["Lines"]!)[1]!)["Sku"] = 5;
                Mapper.TryFromDictionary(Test.Map(
                    ("Customer", Test.Map(("Home", Test.Map()))), ("Lines", new object?[] { null }), ("Index", Test.Map(("x", Test.Map(("Sku", 1)))))), out _, out var errors);
                return string.Join("|", order.Id, order.Customer!.Name, order.Customer.Home!.City, string.Join(",", order.Lines.Select(line => line.Sku)), string.Join(",", order.Index.Select(pair => pair.Key + "=" + pair.Value.Sku)),
                    order.More![0].Sku, Test.Thrown(() => Mapper.FromDictionary(wrong)), string.Join(", ", errors.Select(error => error.Key)));
            }
        }
        """));

    [Fact]
    public void FlattenedObjectsAreMadeWhenOneOfTheirKeysIsThere() => Assert.Equal("Ann,Ulm|Ann,|none|kept|DictionaryMappingException: The value of 'Customer.Home.City' should be string, but int 1 was found.", Run("""
        public class Home { public required string City { get; set; } }
        public class Customer { public string Name { get; set; } = ""; public Home? Home { get; set; } }
        public class Order { public Customer? Customer { get; set; } = new Customer { Name = "kept" }; }

        [DictionaryMapper(NestedObjects = NestedObjects.Flatten)]
        public static partial class Mapper
        {
            public static partial Dictionary<string, object?> ToDictionary(Order order);
            public static partial Order FromDictionary(IReadOnlyDictionary<string, object?> values);
        }

        public static class Program
        {
            public static string Run()
            {
                var whole = Mapper.FromDictionary(Mapper.ToDictionary(new Order { Customer = new Customer { Name = "Ann", Home = new Home { City = "Ulm" } } })).Customer!;
                var half = Mapper.FromDictionary(Mapper.ToDictionary(new Order { Customer = new Customer { Name = "Ann" } })).Customer!;
                return string.Join("|", whole.Name + "," + whole.Home!.City, half.Name + "," + half.Home?.City, Mapper.FromDictionary(Mapper.ToDictionary(new Order { Customer = null })).Customer?.Name ?? "none",
                    Mapper.FromDictionary(Test.Map()).Customer?.Name, Test.Thrown(() => Mapper.FromDictionary(Test.Map(("Customer.Home.City", 1)))));
            }
        }
        """));

    [Fact]
    public void TextIsReadInTheFormThatItIsWrittenIn() => Assert.Equal("True|DictionaryMappingException: The value of 'Id' should be int, but another text was found.|DictionaryMappingException: The value of 'Id' should be int, but nothing was found.", Run("""
        public record Everything(
            int Id, long L, decimal M, double D, float F, bool B, char C, string S, string? Null, int? Number, Guid G, DateTime T, DateTimeOffset O, TimeSpan P, DateOnly Day, TimeOnly Time, DayOfWeek E, ConsoleModifiers Flags, Uri U, Version V, nint N, ulong Big);

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial Dictionary<string, string> ToText(Everything everything);
            public static partial Everything FromText(IReadOnlyDictionary<string, string> values);
        }

        public static class Program
        {
            public static string Run()
            {
                CultureInfo.CurrentCulture = new CultureInfo("de-DE");
                var first = new Everything(-5, long.MinValue, 1.50m, 0.1, float.MaxValue, true, '\n', "ä\"", null, 7, Guid.NewGuid(), DateTime.UtcNow, DateTimeOffset.Now, TimeSpan.FromTicks(123456789), new DateOnly(2024, 2, 29), new TimeOnly(1, 2, 3, 4),
                    DayOfWeek.Friday, ConsoleModifiers.Alt | ConsoleModifiers.Shift, new Uri("a/b", UriKind.Relative), new Version(1, 2, 3), 9, ulong.MaxValue);
                var text = Mapper.ToText(first);
                var same = Mapper.FromText(text) == first;
                return string.Join("|", same, Test.Thrown(() => Mapper.FromText(new Dictionary<string, string>(text) { ["Id"] = " 5 000" })), Test.Thrown(() => Mapper.FromText(new Dictionary<string, string>())));
            }
        }
        """));

    [Fact]
    public void ANullThatWasLeftOutIsNullAgain() => Assert.Equal("Order { Id = 1, Note = , Size =  }", Run("""
        public record Order(int Id, string? Note, int? Size);

        [DictionaryMapper(NullValues = NullValues.Omit)]
        public static partial class Mapper
        {
            public static partial Dictionary<string, object?> ToDictionary(Order order);
            public static partial Order FromDictionary(IReadOnlyDictionary<string, object?> values);
        }

        public static class Program
        {
            public static string Run() => Mapper.FromDictionary(Mapper.ToDictionary(new Order(1, null, null))).ToString();
        }
        """));

    [Theory]
    [InlineData("Cut", "a,b,")]
    [InlineData("Throw", "DictionaryMappingException: The value of 'Next.Next' should be Node, but an object that lies deeper than MaxDepth, which is 2, was found.")]
    public void DictionariesAreReadAsDeepAsMaxDepth(string limit, string expected) => Assert.Equal(expected, Run($$"""
        public class Node { public string Name { get; set; } = ""; public Node? Next { get; set; } }

        [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 2, DepthLimit = DepthLimit.{{limit}})]
        public static partial class Mapper
        {
            public static partial Node FromDictionary(IReadOnlyDictionary<string, object?> values);
        }

        public static class Program
        {
            public static string Run()
            {
                var circle = Test.Map(("Name", "b"));
                circle["Next"] = circle;
                string? text = null;
                var thrown = Test.Thrown(() =>
                {
                    var node = Mapper.FromDictionary(Test.Map(("Name", "a"), ("Next", circle)));
                    text = node.Name + "," + node.Next!.Name + "," + node.Next.Next?.Name;
                });
                return text ?? thrown;
            }
        }
        """));

    [Fact]
    public void GenericTypesAreMade() => Assert.Equal("5|x|True|DictionaryMappingException: The value of 'Value' should be System.Int32, but null was found.|3", Run("""
        public class Box<T> { public T Value { get; set; } = default!; public List<T> More { get; set; } = new(); }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial Box<T> FromDictionary<T>(IReadOnlyDictionary<string, object?> values);
        }

        [DictionaryMapper]
        public static partial class Mapper<T> where T : struct
        {
            public static partial Box<T> FromDictionary(IDictionary<string, object?> values);
        }

        public static class Program
        {
            public static string Run() => string.Join("|", Mapper.FromDictionary<int>(Test.Map(("Value", 5))).Value, Mapper.FromDictionary<string>(Test.Map(("Value", "x"))).Value, Mapper.FromDictionary<string>(Test.Map(("Value", null))).Value is null,
                Test.Thrown(() => Mapper.FromDictionary<int>(Test.Map(("Value", null)))), Mapper<int>.FromDictionary(Test.Map(("More", new List<int> { 1, 2, 3 }))).More.Count);
        }
        """));

    [Theory]
    [InlineData("Keep")]
    [InlineData("Nest")]
    public void CollectionsThatTheObjectKeepsAreFilled(string nested) => Assert.Equal("a,b|1|x=c|z|0|default", Run($$"""
        public record Line(string Sku);
        public class Order
        {
            public List<Line> Lines { get; } = new() { new Line("default") };
            public IList<int> Numbers { get; } = new List<int>();
            public Dictionary<string, Line> Index { get; } = new();
            public System.Collections.ObjectModel.ObservableCollection<Line> Seen { get; } = new();
            public ISet<string>? None { get; }
        }

        [DictionaryMapper(NestedObjects = NestedObjects.{{nested}})]
        public static partial class Mapper
        {
            public static partial Dictionary<string, object?> ToDictionary(Order order);
            public static partial Order FromDictionary(IReadOnlyDictionary<string, object?> values);
        }

        public static class Program
        {
            public static string Run()
            {
                var order = new Order();
                order.Lines.Clear();
                order.Lines.Add(new Line("a"));
                order.Lines.Add(new Line("b"));
                order.Numbers.Add(1);
                order.Index.Add("x", new Line("c"));
                order.Seen.Add(new Line("z"));
                order = Mapper.FromDictionary(Mapper.ToDictionary(order));
                return string.Join("|", string.Join(",", order.Lines.Select(line => line.Sku)), string.Join(",", order.Numbers), string.Join(",", order.Index.Select(pair => pair.Key + "=" + pair.Value.Sku)), order.Seen.Single().Sku,
                    order.None?.Count ?? 0, Mapper.FromDictionary(Test.Map()).Lines.Single().Sku);
            }
        }
        """));

    [Fact]
    public void ParametersAreFoundByNameAndKeepTheirDefaults() => Assert.Equal("a\"b,-5,1.50,NaN,x,Negative,9,True,,B=2|1|upper,lower", Run("""
        public enum Signed { None, Negative = -1 }

        public class Defaults
        {
            public Defaults(string text = "a\"b", long number = -5, decimal amount = 1.50m, double ratio = double.NaN, char letter = 'x', Signed signed = Signed.Negative, int? maybe = 9, bool flag = true, Guid key = default, in int b = 2)
            {
                Text = text; Number = number; Amount = amount; Ratio = ratio; Letter = letter; Signed = signed; Maybe = maybe; Flag = flag; Key = key; B = b;
            }

            public string Text { get; } public long Number { get; } public decimal Amount { get; } public double Ratio { get; } public char Letter { get; } public Signed Signed { get; } public int? Maybe { get; } public bool Flag { get; } public Guid Key { get; } public int B { get; }
        }

        public class Marked
        {
            public static int Called;
            public Marked() { }
            [System.Text.Json.Serialization.JsonConstructor] public Marked(int id) { Called++; Id = id; }
            public int Id { get; set; }
        }

        public class Cases
        {
            [SetsRequiredMembers] public Cases(string name) { Name = name; }
            public string name { get; set; } = "";
            public required string Name { get; init; }
        }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial Defaults Defaults(IReadOnlyDictionary<string, object?> values);
            public static partial Marked Marked(IReadOnlyDictionary<string, object?> values);
            public static partial Cases Cases(Dictionary<string, object?> values);
        }

        public static class Program
        {
            public static string Run()
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                var made = Mapper.Defaults(Test.Map());
                Mapper.Marked(Test.Map(("Id", 1)));
                var cases = Mapper.Cases(Test.Map(("Name", "upper"), ("name", "lower")));
                return string.Join("|", string.Join(",", made.Text, made.Number, made.Amount, made.Ratio, made.Letter, made.Signed, made.Maybe, made.Flag, made.Key == Guid.Empty ? "" : "key", "B=" + made.B), Marked.Called, cases.Name + "," + cases.name);
            }
        }
        """));

    [Fact]
    public void CodeThatKnowsNothingOfNullIsMapped()
    {
        var test = GeneratorTest.Run("""
            using System.Collections.Generic;
            using DictionaryAnalyzers;

            public class Customer { public string Name { get; set; } }
            public class Order { public string Name { get; set; } public int? Size { get; set; } public Customer Customer { get; set; } public List<Customer> All { get; set; } }

            [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
            internal static partial class Mapper
            {
                public static partial IReadOnlyDictionary<string, object> AsDictionary(Order order);
                public static partial Order FromDictionary(IReadOnlyDictionary<string, object> values);
                public static partial bool TryFromDictionary(IDictionary<string, object> values, out Order order, out IReadOnlyList<DictionaryMappingError> errors);
                [DictionaryMapping(NestedObjects = NestedObjects.Flatten, Exclude = new[] { "All" })] public static partial Order FromText(Dictionary<string, string> values);
            }

            public static class Program
            {
                public static string Run()
                {
                    var order = Mapper.FromDictionary(Mapper.AsDictionary(new Order { Name = null, Size = 1, Customer = new Customer { Name = "a" }, All = new List<Customer> { null, new Customer() } }));
                    var text = Mapper.FromText(new Dictionary<string, string> { ["Customer.Name"] = "b" });
                    return order.Name + "," + order.Size + "," + order.Customer.Name + "," + order.All.Count + "," + (order.All[0] == null) + "," + text.Customer.Name + "," + (text.Name == null);
                }
            }
            """, nullable: Microsoft.CodeAnalysis.NullableContextOptions.Disable);
        Assert.Equal(",1,a,2,True,b,True", test.Call());
    }

    [Fact]
    public void KeysAreThoseOfTheWayThere() => Assert.Equal("1,2,3,4,0", Run("""
        using System.Text.Json.Serialization;

        public class Order
        {
            public int UnitPrice { get; set; }
            [DictionaryKey("other \"key\"\n")] public int Other { get; set; }
            [JsonPropertyName("json")] public int Json { get; set; }
            public int @class { get; set; }
            [JsonIgnore] public int Ignored { get; set; }
        }

        [DictionaryMapper(KeyNaming = KeyNaming.SnakeCase)]
        public static partial class Mapper
        {
            public static partial Dictionary<string, object?> ToDictionary(Order order);
            public static partial Order FromDictionary(IReadOnlyDictionary<string, object?> values);
        }

        public static class Program
        {
            public static string Run()
            {
                var values = Mapper.ToDictionary(new Order { UnitPrice = 1, Other = 2, Json = 3, @class = 4, Ignored = 5 });
                values["ignored"] = 6;
                var order = Mapper.FromDictionary(values);
                return string.Join(",", order.UnitPrice, order.Other, order.Json, order.@class, order.Ignored);
            }
        }
        """.Replace("using System.Text.Json.Serialization;", "", System.StringComparison.Ordinal).Replace("[Json", "[System.Text.Json.Serialization.Json", System.StringComparison.Ordinal)));

    [Theory]
    [InlineData("public class Order { public Order(int id, object log) { } public int Id { get; set; } }", "NoConstructor", "the parameter 'log' of its constructor is no mapped member")]
    [InlineData("public class Order { public Order(string id) { } public int Id { get; set; } }", "NoConstructor", "the parameter 'id' of its constructor is not of the type of the member")]
    [InlineData("public class Order { private Order() { } public int Id { get; set; } }", "NoConstructor", "it has no constructor that can be called from here")]
    [InlineData("public abstract class Order { public int Id { get; set; } }", "NoConstructor", "it is abstract")]
    [InlineData("public class Order { public required int Hidden; public int Id { get; set; } }", "NoConstructor", "the required member 'Hidden' is not mapped")]
    [InlineData("public class Order { public int Id { get; } }", "MemberNotWritable", "")]
    [InlineData("public class Order { public int Id { get; private set; } }", "MemberNotWritable", "")]
    [InlineData("public class Order { public System.Collections.Specialized.NameValueCollection Kept { get; } = new(); }", "MemberNotWritable", "")]
    [InlineData("public class Texts : System.Collections.CollectionBase { public void Add(string text) => List.Add(text); } public class Order { public Texts Kept { get; } = new(); }", "MemberNotWritable", "")]
    [InlineData("public class Order { public System.Collections.Hashtable Kept { get; } = new(); }", "MemberNotWritable", "")]
    public void WhatCannotBeMadeIsExplained(string type, string kind, string text)
    {
        var test = GeneratorTest.Run(Head + type + """

            [DictionaryMapper]
            public static partial class Mapper
            {
                public static partial Order FromDictionary(IReadOnlyDictionary<string, object?> values);
            }
            """, mustCompile: false);
        Assert.Contains("MappingNotGenerated.Reason()", Assert.Single(test.Mappers).Text, System.StringComparison.Ordinal);
        var mapper = test.After.GetTypeByMetadataName("Mapper")!;
        var problem = Assert.Single(Mapping.MapperParser.Read(mapper, test.After, isSensitive: null, default).Problems);
        Assert.Equal((kind, text), (problem.Kind.ToString(), problem.Text));
    }

    public static TheoryData<string> Frameworks => new("net472", "netstandard2.0", "net8.0");

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void CompilesWithoutAWarningForOlderFrameworks(string framework)
    {
        var references = framework switch
        {
            "net472" => ReferenceAssemblies.NetFramework.Net472.Default,
            "netstandard2.0" => ReferenceAssemblies.NetStandard.NetStandard20,
            _ => ReferenceAssemblies.Net.Net80,
        };
        var test = GeneratorTest.Run("""
            using System;
            using System.Collections.Generic;
            using DictionaryAnalyzers;

            public class Customer { public string Name { get; set; } = ""; public bool IsOld { get; set; } public DayOfWeek? Day { get; set; } public byte[]? Bytes { get; set; } }
            public class Order { public Order(Guid id, IReadOnlyList<Customer>? all) { Id = id; All = all; } public Guid Id { get; } public Customer? Customer { get; set; } public IReadOnlyList<Customer>? All { get; } public Dictionary<int, Customer?>? Map { get; set; } }

            [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
            internal static partial class Mapper
            {
                public static partial Order FromDictionary(this IReadOnlyDictionary<string, object?> values);
                public static partial bool TryFromDictionary(IReadOnlyDictionary<string, object?> values, out Order? order, out IReadOnlyList<DictionaryMappingError> errors);
                [DictionaryMapping(NestedObjects = NestedObjects.Flatten)] public static partial Customer FromText(IReadOnlyDictionary<string, string> values);
            }
            """, references);
        Assert.Contains("DictionaryReader", test.Text, System.StringComparison.Ordinal);
    }
}
