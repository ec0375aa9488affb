using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>What becomes of objects in objects.</summary>
public sealed class NestedTests
{
    private const string Shop = """
        public class Order
        {
            public int Id { get; set; } = 1;
            public Customer? Customer { get; set; }
            public List<Line> Lines { get; set; } = new();
        }

        public class Customer { public string? Email { get; set; } public Address Address { get; set; } = new(); public string[] Tags { get; set; } = { "a" }; }
        public class Address { public string City { get; set; } = "Rome"; public Point? Place { get; set; } }
        public struct Point { public int X { get; set; } public int Y { get; set; } }
        public record Line(string Item, int Count);
        """;

    private const string Full = "new Order { Customer = new Customer { Email = \"e\", Address = new Address { Place = new Point { X = 5 } } }, Lines = { new Line(\"pen\", 2) } }";

    [Theory]
    [InlineData("NestedObjects = NestedObjects.Nest", Full,
        """{Id: 1, Customer: {Email: "e", Address: {City: "Rome", Place: {X: 5, Y: 0}}, Tags: ["a"]}, Lines: [{Item: "pen", Count: 2}]}""")]
    [InlineData("NestedObjects = NestedObjects.Nest", "new Order()", """{Id: 1, Customer: null, Lines: []}""")]
    [InlineData("NestedObjects = NestedObjects.Nest, NullValues = NullValues.Omit", "new Order { Customer = new Customer() }", """{Id: 1, Customer: {Address: {City: "Rome"}, Tags: ["a"]}, Lines: []}""")]
    [InlineData("NestedObjects = NestedObjects.Flatten", Full,
        """{Id: 1, Customer.Email: "e", Customer.Address.City: "Rome", Customer.Address.Place.X: 5, Customer.Address.Place.Y: 0, Customer.Tags: ["a"], Lines: [{Item: "pen", Count: 2}]}""")]
    [InlineData("NestedObjects = NestedObjects.Flatten", "new Order()",
        """{Id: 1, Customer.Email: null, Customer.Address.City: null, Customer.Address.Place.X: null, Customer.Address.Place.Y: null, Customer.Tags: null, Lines: []}""")]
    [InlineData("NestedObjects = NestedObjects.Flatten, NullValues = NullValues.Omit, Separator = \":\", KeyNaming = KeyNaming.SnakeCase", "new Order { Customer = new Customer() }",
        """{id: 1, customer:address:city: "Rome", customer:tags: ["a"], lines: []}""")]
    [InlineData("Include = new[] { \"Id\", \"Customer.Email\" }", Full, """{Id: 1, Customer.Email: "e"}""")]
    [InlineData("Include = new[] { \"Customer.Address.Place.X\", \"Lines.Item\" }", Full, """{Customer.Address.Place.X: 5, Lines: [{Item: "pen"}]}""")]
    [InlineData("Include = new[] { \"Id\", \"Customer.Email\", \"Customer.Address\" }, NestedObjects = NestedObjects.Nest", Full,
        """{Id: 1, Customer: {Email: "e", Address: {City: "Rome", Place: {X: 5, Y: 0}}}}""")]
    [InlineData("Include = new[] { \"Customer\", \"Lines.Count\" }, NestedObjects = NestedObjects.Nest, Exclude = new[] { \"Customer.Address.City\", \"Customer.Tags\" }", Full,
        """{Customer: {Email: "e", Address: {Place: {X: 5, Y: 0}}}, Lines: [{Count: 2}]}""")]
    [InlineData("Exclude = new[] { \"Customer.Address\", \"Lines\" }, NestedObjects = NestedObjects.Flatten", Full, """{Id: 1, Customer.Email: "e", Customer.Tags: ["a"]}""")]
    public void Objects_are_nested_flattened_and_cut_to_what_is_listed(string options, string order, string expected) => Gives(
        expected,
        $"Mapper.M({order})",
        $$"""
        {{Shop}}

        [DictionaryMapper({{options}})]
        static partial class Mapper { public static partial Dictionary<string, object?> M(Order order); }
        """);

    [Fact]
    public void What_is_kept_is_the_object_itself() => Gives(
        "True",
        $"Mapper.IsSame({Full})",
        $$"""
        {{Shop}}

        [DictionaryMapper]
        static partial class Mapper
        {
            private static partial Dictionary<string, object?> M(Order order);
            public static bool IsSame(Order order) => ReferenceEquals(M(order)["Customer"], order.Customer) && ReferenceEquals(M(order)["Lines"], order.Lines);
        }
        """);

    [Fact]
    public void The_method_wins_over_the_class_option_by_option() => Gives(
        """[{id: 1, customer: null, lines: []}, {Id: 1, Lines: []}, {lines: []}]""",
        "new[] { Mapper.M(new Order()), Mapper.N(new Order()), Mapper.O(new Order()) }",
        $$"""
        {{Shop}}

        [DictionaryMapper(KeyNaming = KeyNaming.CamelCase, NestedObjects = NestedObjects.Nest)]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> M(Order order);
            [DictionaryMapping(KeyNaming = KeyNaming.AsIs, NullValues = NullValues.Omit)]
            public static partial Dictionary<string, object?> N(Order order);
            [DictionaryMapping(Include = new[] { "Lines" })]
            public static partial Dictionary<string, object?> O(Order order);
        }
        """);

    [Fact]
    public void Elements_of_arrays_lists_sequences_and_dictionaries_are_mapped_one_by_one() => Gives(
        """{Array: [{A: 1}, null], Jagged: [[{A: 2}]], Lazy: [{A: 3}], Structs: [{B: 4}], Nullables: [null, {B: 5}], Map: {k: {A: 6}, n: null}, ByNumber: {1: [{A: 7}]}, ByDay: {Monday: {A: 8}}, Own: [{A: 9}], Numbers: [1], Nothing: null}""",
        "Mapper.M(new X())",
        """
        public record A1(int A);
        public record struct B1(int B);
        public class OwnList : IEnumerable<A1>
        {
            public int Count => throw new InvalidOperationException("not asked");
            IEnumerator<A1> IEnumerable<A1>.GetEnumerator() { yield return new A1(9); }
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new InvalidOperationException();
        }

        public class X
        {
            public A1?[] Array => new[] { new A1(1), null };
            public A1[][] Jagged => new[] { new[] { new A1(2) } };
            public IEnumerable<A1> Lazy => new[] { 3 }.Select(n => new A1(n));
            public IReadOnlyList<B1> Structs => new[] { new B1(4) };
            public List<B1?> Nullables => new() { null, new B1(5) };
            public Dictionary<string, A1?> Map => new() { ["k"] = new A1(6), ["n"] = null };
            public IReadOnlyDictionary<int, List<A1>> ByNumber => new Dictionary<int, List<A1>> { [1] = new() { new A1(7) } };
            public SortedDictionary<DayOfWeek, A1> ByDay => new() { [DayOfWeek.Monday] = new A1(8) };
            public OwnList Own => new();
            public List<int> Numbers => new() { 1 };
            public List<A1>? Nothing => null;
        }

        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        static partial class Mapper { public static partial Dictionary<string, object?> M(X x); }
        """);

    private const string Family = """
        public class Person { public string Name { get; set; } = ""; public Person? Boss { get; set; } public List<Person> Team { get; } = new(); public Dictionary<string, Person> Friends { get; } = new(); }

        public static class People
        {
            public static Person Chain(int length) => new() { Name = "p" + length, Boss = length > 1 ? Chain(length - 1) : null };
            public static Person Circle() { var p = new Person { Name = "c" }; p.Boss = p; p.Team.Add(new Person()); p.Team.Add(p); p.Friends["best"] = p; return p; }
        }
        """;

    [Theory]
    [InlineData("MaxDepth = 1", """{Name: "p3", Boss: null, Team: null, Friends: null}""")]
    [InlineData("MaxDepth = 2", """{Name: "p3", Boss: {Name: "p2", Boss: null, Team: null, Friends: null}, Team: [], Friends: {}}""")]
    [InlineData("MaxDepth = 2, NullValues = NullValues.Omit", """{Name: "p3", Boss: {Name: "p2"}, Team: [], Friends: {}}""")]
    [InlineData("MaxDepth = 1, NullValues = NullValues.Omit", """{Name: "p3"}""")]
    [InlineData("MaxDepth = 9, NullValues = NullValues.Omit, Exclude = new[] { \"Team\", \"Friends\" }", """{Name: "p3", Boss: {Name: "p2", Boss: {Name: "p1", Team: [], Friends: {}}, Team: [], Friends: {}}}""")]
    public void A_circle_is_cut_where_the_depth_ends(string options, string expected) => Gives(
        expected,
        "Mapper.M(People.Chain(3))",
        $$"""
        {{Family}}

        [DictionaryMapper(NestedObjects = NestedObjects.Nest, {{options}})]
        static partial class Mapper { public static partial Dictionary<string, object?> M(Person person); }
        """);

    [Theory]
    [InlineData("Nest", "MaxDepth = 3", "People.Circle()", "Boss.Boss.Boss")]
    [InlineData("Nest", "MaxDepth = 1", "People.Circle()", "Boss")]
    [InlineData("Nest", "MaxDepth = 3, Exclude = new[] { \"Boss\" }", "People.Circle()", "Team[1].Boss.Boss")]
    [InlineData("Nest", "MaxDepth = 3, Include = new[] { \"Friends\" }", "People.Circle()", "Friends[best].Boss.Boss")]
    [InlineData("Nest", "MaxDepth = 3", "People.Chain(3)", "")]
    [InlineData("Nest", "MaxDepth = 2", "People.Chain(3)", "Boss.Boss")]
    [InlineData("Flatten", "MaxDepth = 2", "People.Chain(2)", "")]
    [InlineData("Flatten", "MaxDepth = 2", "People.Chain(3)", "Boss.Boss")]
    [InlineData("Flatten", "MaxDepth = 3, Include = new[] { \"Team\" }", "People.Circle()", "Team[1].Boss.Boss")]
    [InlineData("Flatten", "MaxDepth = 1, Include = new[] { \"Team\" }", "People.Circle()", "Team[0]")]
    public void A_circle_that_must_not_be_names_the_way(string nested, string options, string person, string expected) => Gives(
        $"\"{expected}\"",
        $"Mapper.Path({person})",
        $$"""
        {{Family}}

        [DictionaryMapper(NestedObjects = NestedObjects.{{nested}}, DepthLimit = DepthLimit.Throw, {{options}})]
        static partial class Mapper
        {
            private static partial Dictionary<string, object?> M(Person person);
            private static partial void N(Person person, IDictionary<string, object?> target);

            public static string Path(Person person)
            {
                var other = "";
                try { N(person, new Dictionary<string, object?>()); } catch (MappingDepthException exception) { other = exception.Path; }
                try { M(person); } catch (MappingDepthException exception) when (exception.Path == other) { return exception.Path; }
                return other;
            }
        }
        """);

    [Theory]
    [InlineData("", """{Name: "p3", Boss.Name: "p2", Boss.Boss: null, Boss.Team: null, Boss.Friends: null, Team: [], Friends: {}}""")]
    [InlineData(", NullValues = NullValues.Omit", """{Name: "p3", Boss.Name: "p2", Team: [], Friends: {}}""")]
    public void A_flattened_circle_ends_at_the_depth(string options, string expected) => Gives(
        expected,
        "Mapper.M(People.Chain(3))",
        $$"""
        {{Family}}

        [DictionaryMapper(NestedObjects = NestedObjects.Flatten, MaxDepth = 2{{options}})]
        static partial class Mapper { public static partial Dictionary<string, object?> M(Person person); }
        """);

    [Fact]
    public void Text_is_flattened() => Gives(
        """{Id: "1", Customer.Email: "e", Customer.Address.City: "Rome", Customer.Address.Place.X: "5", Customer.Address.Place.Y: "0"}""",
        $"Mapper.M({Full})",
        $$"""
        {{Shop}}

        [DictionaryMapper(NestedObjects = NestedObjects.Flatten, Exclude = new[] { "Lines", "Customer.Tags" })]
        static partial class Mapper { public static partial Dictionary<string, string> M(Order order); }
        """);

    [Fact]
    public void Numbers_of_flattened_objects_are_found() => Gives(
        """[{Id: 1, Customer.Address.Place.X: 5, Customer.Address.Place.Y: 0}, {Id: 1}, {Id: 1, Customer.Address.Place.X: null, Customer.Address.Place.Y: null}]""",
        $"new object[] {{ Mapper.M({Full}), Mapper.M(new Order()), Mapper.N(new Order()) }}",
        $$"""
        {{Shop}}

        [DictionaryMapper(NestedObjects = NestedObjects.Flatten)]
        static partial class Mapper
        {
            public static partial Dictionary<string, int> M(Order order);
            public static partial Dictionary<string, int?> N(Order order);
        }
        """);

    [Fact]
    public void Generic_values_behind_a_null_are_null() => Gives(
        """[{Box.Value: 1}, {Box.Value: null}]""",
        "new[] { Mapper<int>.M(new Holder<int>(new Box<int>(1))), Mapper<int>.M(new Holder<int>(null)) }",
        """
        public record Box<T>(T Value);
        public record Holder<T>(Box<T>? Box);

        static partial class Mapper<T> { [DictionaryMapper(NestedObjects = NestedObjects.Flatten)] static partial class Inner { public static partial Dictionary<string, object?> M(Holder<T> holder); }
            public static object M(Holder<T> holder) => Inner.M(holder); }
        """);

    [Fact]
    public void Generic_methods_nest_what_their_parameters_are_in() => Gives(
        """[{Inner: {Value: 1, Kind: Kind.B}, All: [{Value: 2, Kind: Kind.A}], ByKind: {A: {Value: 3, Kind: Kind.A}}}, {Inner: {Value: "x", Kind: "B"}, All: [], ByKind: {}}]""",
        "new[] { Mapper.M<int, string>(Samples.Ints()), Mapper.N<string>(new Outer<string>(new Inner<string>(\"x\", Outer<string>.Kind.B), new(), new())) }",
        """
        public record Inner<T>(T Value, Outer<T>.Kind Kind);
        public record Outer<T>(Inner<T> Inner, List<Inner<T>> All, Dictionary<Outer<T>.Kind, Inner<T>> ByKind) { public enum Kind { A, B } }
        public static class Samples
        {
            public static Outer<int> Ints() => new(new(1, Outer<int>.Kind.B), new() { new(2, Outer<int>.Kind.A) }, new() { [Outer<int>.Kind.A] = new(3, Outer<int>.Kind.A) });
        }

        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> M<T, U>(Outer<T> outer) where T : struct where U : class, IEnumerable<char>;
            [DictionaryMapping(EnumValues = EnumValues.Name)]
            public static partial Dictionary<string, object?> N<T>(Outer<T> outer);
        }
        """);

    [Fact]
    public void An_immutable_array_that_was_never_made_is_empty() => Gives(
        """{Made: [{A: 1}], Unmade: [], Maybe: null}""",
        "Mapper.M(new X())",
        """
        public record A1(int A);
        public class X
        {
            public System.Collections.Immutable.ImmutableArray<A1> Made => System.Collections.Immutable.ImmutableArray.Create(new A1(1));
            public System.Collections.Immutable.ImmutableArray<A1> Unmade => default;
            public System.Collections.Immutable.ImmutableArray<A1>? Maybe => null;
        }

        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        static partial class Mapper { public static partial Dictionary<string, object?> M(X x); }
        """);

    [Theory]
    [InlineData("new P[] { }", "{All: []}")]
    [InlineData("new P[1]", "MappingDepthException: The object at 'All[0]' lies deeper than MaxDepth, which is 1.")]
    public void Structs_that_lie_too_deep_are_told_too(string all, string expected) => Gives(
        expected,
        $"Mapper.Try({all})",
        """
        public struct P { public int A { get; set; } }
        public record X(P[] All);

        [DictionaryMapper(NestedObjects = NestedObjects.Flatten, MaxDepth = 1, DepthLimit = DepthLimit.Throw)]
        static partial class Mapper
        {
            private static partial Dictionary<string, object?> M(X x);
            public static object? Try(P[] all) { try { return M(new X(all)); } catch (InvalidOperationException exception) { return exception; } }
        }
        """);

    [Fact]
    public void A_path_that_says_less_than_another_changes_nothing() => Gives(
        """{Customer: {Email: "e", Address: {City: "Rome", Place: null}, Tags: ["a"]}}""",
        "Mapper.M(new Order { Customer = new Customer { Email = \"e\" } })",
        $$"""
        {{Shop}}

        [DictionaryMapper(NestedObjects = NestedObjects.Nest, Include = new[] { "Customer", "Customer.Email" })]
        static partial class Mapper { public static partial Dictionary<string, object?> M(Order order); }
        """);

    private static void Gives(string expected, string expression, string source) =>
        Assert.Equal(expected, GeneratorTest.Evaluate(source, expression));
}
