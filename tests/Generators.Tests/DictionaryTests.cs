using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>Which members become entries, and which signatures make which dictionaries.</summary>
public sealed class DictionaryTests
{
    [Fact]
    public void Public_readable_properties_are_mapped_and_nothing_else() => Gives(
        """{Id: 1, Name: null, Price: 2.5}""",
        "new Order { Id = 1, Price = 2.5m }.ToDictionary()",
        """
        public class Order
        {
            public int Id { get; set; }
            public string? Name { get; set; }
            public decimal? Price { get; init; }
            public static int Count { get; set; }
            public int this[int index] => index;
            internal int Hidden { get; set; }
            protected int Kept { get; set; }
            public int HalfHidden { internal get; set; }
            public int WriteOnly { set { } }
            public int Field;
            public event Action? Changed { add { } remove { } }
        }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Order order);
        }
        """);

    [Fact]
    public void Copying_overwrites_and_adds() => Gives(
        """{x: 1, z: 3, y: 2}""",
        """Mapper.Copy(new Point(1, 2))""",
        """
        public readonly record struct Point(int X, int Y);

        [DictionaryMapper(KeyNaming = KeyNaming.CamelCase)]
        static partial class Mapper
        {
            internal static partial void CopyTo(in Point point, IDictionary<string, object?> target);

            public static Dictionary<string, object?> Copy(Point point)
            {
                var target = new Dictionary<string, object?> { ["x"] = "old", ["z"] = 3 };
                CopyTo(point, target);
                return target;
            }
        }
        """);

    [Fact]
    public void A_private_method_without_a_result_is_a_mapping_too() => Gives(
        """{A: 1}""",
        "Mapper.Copy()",
        """
        public class C { public int A => 1; }

        [DictionaryMapper]
        static partial class Mapper
        {
            static partial void CopyTo(C source, Dictionary<string, object?> target);

            public static object Copy()
            {
                var target = new Dictionary<string, object?>();
                CopyTo(new C(), target);
                return target;
            }
        }
        """);

    [Fact]
    public void Several_shapes_of_one_type_stand_side_by_side() => Gives(
        """[{A: 1, B: "b", C: 2}, {A: "1", B: "b", C: "2"}, {A: 1, C: 2}, {B: "b"}]""",
        "new object[] { Mapper.All(new C()), Mapper.Text(new C()), Mapper.Numbers(new C()), Mapper.B(new C()) }",
        """
        public class C { public int A => 1; public string B => "b"; public int? C2 => null; [DictionaryKey("C")] public int? D => 2; }

        [DictionaryMapper(NullValues = NullValues.Omit)]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> All(C c);
            public static partial Dictionary<string, string> Text(C c);
            public static partial Dictionary<string, int> Numbers(C c);
            [DictionaryMapping(Include = new[] { nameof(C.B) })]
            public static partial Dictionary<string, object> B(C c);
        }
        """);

    [Theory]
    [InlineData("Dictionary<string, int?>", "{A: 1, B: null, C: 2}")]
    [InlineData("Dictionary<string, int>", "{A: 1, C: 2}")]
    [InlineData("Dictionary<string, IShape>", "{S: circle}")]
    [InlineData("Dictionary<string, IShape?>", "{S: circle, N: null}")]
    [InlineData("Dictionary<string, Circle?>", "{S: circle, N: null}")]
    [InlineData("Dictionary<string, object>", "{A: 1, C: 2, S: circle}")]
    public void A_dictionary_of_one_type_has_the_members_of_that_type(string type, string expected) => Gives(
        expected,
        "Mapper.M(new X())",
        $$"""
        public interface IShape { }
        public class Circle : IShape { public override string ToString() => "circle"; }
        public class X { public int A => 1; public int? B => null; public int? C => 2; public Circle S => new Circle(); public Circle? N => null; }

        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial {{type}} M(X x);
        }
        """);

    [Theory]
    [InlineData("Dictionary<string, object?> M(Node node)", "Mapper.Try(() => Mapper.M(null!))", "\"node\"")]
    [InlineData("Dictionary<string, object?> M(Node? node)", "Mapper.M(null)", "{}")]
    [InlineData("Dictionary<string, object?>? M(Node? node)", "Mapper.M(null)", "null")]
    [InlineData("Dictionary<string, object?> M(Point? node)", "Mapper.M(null)", "{}")]
    [InlineData("Dictionary<string, object?>? M(Point? node)", "Mapper.M(new Point { X = 3 })", "{X: 3}")]
    [InlineData("void M(Node node, Dictionary<string, object?> target)", "Mapper.Try(() => { Mapper.M(new Node(), null!); return null; })", "\"target\"")]
    [InlineData("void M(Node? node, Dictionary<string, object?> target)", "Mapper.Try(() => { var d = new Dictionary<string, object?>(); Mapper.M(null, d); return d; })", "{}")]
    public void A_source_that_is_null_is_an_error_where_the_signature_says_so(string signature, string call, string expected) => Gives(
        expected,
        call,
        $$"""
        public class Node { public int X => 1; }
        public struct Point { public int X { get; set; } }

        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial {{signature}};

            public static object? Try(Func<object?> call)
            {
                try { return call(); } catch (ArgumentNullException exception) { return exception.ParamName; }
            }
        }
        """);

    [Fact]
    public void Members_of_base_types_come_first_and_the_most_derived_is_read() => Gives(
        """{Id: 1, Name: "derived", Hidden: 2, Own: 3}""",
        "Mapper.M(new Derived())",
        """
        public abstract class Root { public int Id => 1; public abstract string Name { get; } public string Hidden => "hidden"; }
        public class Derived : Root { public int Own => 3; public override string Name => "derived"; public new int Hidden => 2; }

        [DictionaryMapper]
        static partial class Mapper { public static partial Dictionary<string, object?> M(Derived x); }
        """);

    [Fact]
    public void A_base_member_that_a_hidden_one_hides_for_others_is_still_there() => Gives(
        """{Id: 1}""",
        "Mapper.M(new Derived())",
        """
        public class Root { public int Id => 1; }
        public class Derived : Root { private new string Id => "private"; public string Use() => Id; }

        [DictionaryMapper]
        static partial class Mapper { public static partial Dictionary<string, object?> M(Derived x); }
        """);

    [Fact]
    public void Interfaces_bring_what_they_inherit_and_a_name_that_two_have_is_told_apart() => Gives(
        """{Id: 1, Both: "left", Hidden: "new", Right: 2, Own: 3}""",
        "Mapper.M(new X())",
        """
        public interface IRoot { int Id { get; } }
        public interface ILeft : IRoot { string Both { get; } int Hidden { get; } }
        public interface IRight : IRoot { int Both { get; } int Right { get; } }
        public interface IAll : ILeft, IRight { int Own { get; } new string Hidden { get; } }
        public class X : IAll
        {
            public int Id => 1; string ILeft.Both => "left"; int IRight.Both => 4; int ILeft.Hidden => 5; public string Hidden => "new"; public int Right => 2; public int Own => 3;
        }

        [DictionaryMapper]
        static partial class Mapper { public static partial Dictionary<string, object?> M(IAll x); }
        """);

    [Fact]
    public void Records_bring_their_parameters_and_not_their_contract() => Gives(
        """[{Id: 1, title: "a", Extra: 2}, {X: 1, Y: 2}]""",
        """new object[] { Mapper.M(new Book(1, "a") { Extra = 2 }), Mapper.M(new Pair(1, 2)) }""",
        """
        public record Item(int Id);
        public sealed record Book(int Id, [DictionaryKey("title")] string Name) : Item(Id) { public int Extra { get; init; } }
        public readonly record struct Pair(int X, [property: DictionaryKey("Y")] int Z);

        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> M(Book book);
            public static partial Dictionary<string, object?> M(in Pair pair);
        }
        """);

    [Fact]
    public void Fields_and_hidden_members_are_mapped_when_they_are_meant() => Gives(
        """[{A: 1, b: 2}, {A: 1, B: 2, C: 3}]""",
        "new object[] { Mapper.ByAttribute(new X()), Mapper.ByList(new X()) }",
        """
        public class X { public int A => 1; [DictionaryKey("b")] internal int B => 2; public int C = 3; }

        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> ByAttribute(X x);
            [DictionaryMapping(Include = new[] { "C", "B", "A" }, KeyNaming = KeyNaming.AsIs)]
            private static partial Dictionary<string, object?> Listed(X x);
            public static object ByList(X x) => Listed(x).ToDictionary(pair => pair.Key.ToUpperInvariant(), pair => pair.Value);
        }
        """);

    [Fact]
    public void A_mapper_inside_the_type_sees_what_is_private() => Gives(
        """{Secret: 5}""",
        "X.Mapper.M(new X())",
        """
        public partial class X
        {
            private int Secret { get; } = 5;

            [DictionaryMapper(Include = new[] { "Secret" })]
            public static partial class Mapper { public static partial Dictionary<string, object?> M(X x); }
        }
        """);

    [Fact]
    public void Containing_types_may_be_generic_structs_records_and_interfaces() => Gives(
        """[{Value: 7}, {Value: "s"}, {Value: 8}]""",
        """new object[] { Outer<int>.Inner.Deep<string>.Mapper.M(new Box<int, string>(7)), Outer<string>.Inner.Deep<int>.Mapper.M(new Box<string, int>("s")), IOuter<int>.Mapper.M(new Box<int, int>(8)) }""",
        """
        public record Box<T, U>(T Value);

        public partial struct Outer<T>
        {
            public partial record Inner
            {
                public partial record struct Deep<U> where U : notnull
                {
                    [DictionaryMapper]
                    public static partial class Mapper { public static partial Dictionary<string, object?> M(Box<T, U> box); }
                }
            }
        }

        public partial interface IOuter<T>
        {
            [DictionaryMapper]
            public static partial class Mapper { public static partial Dictionary<string, object?> M(Box<int, int> box); }
        }
        """);

    [Fact]
    public void Generic_methods_keep_their_constraints() => Gives(
        """[{Value: "x", Other: 1}, {Value: null, Other: 2}]""",
        """new object[] { Mapper.M<string, int>(new Pair<string, int>("x", 1)), Mapper.M<string?, int>(new Pair<string?, int>(null, 2)) }""",
        """
        public record Pair<T, U>(T Value, U Other);

        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> M<T, U>(Pair<T, U> pair) where T : class? where U : struct, IComparable<U>;
            public static partial Dictionary<string, object?> N<T>(Pair<T, T> pair) where T : notnull, IEnumerable<T?>, new();
            public static partial Dictionary<string, string> O<@class>(Pair<@class, int> pair);
            public static partial Dictionary<string, T> P<T>(Pair<T, int> pair) where T : unmanaged;
        }
        """);

    [Fact]
    public void Keywords_are_names_like_others() => Gives(
        """{class: 1, Class: 2, record: 3, var: 4}""",
        "Mapper.@static(new @event())",
        """
        namespace @namespace.@this { }
        public class @event { public int @class => 1; public int Class => 2; public int @record => 3; public int var => 4; }

        [DictionaryMapper]
        static partial class Mapper { public static partial Dictionary<string, object?> @static(@event @in); }
        """);

    [Fact]
    public void Variables_do_not_meet_parameters() => Gives(
        """{A: "x", B: 1}""",
        """Mapper.M(new X())""",
        """
        public class X { public string? A => "x"; public int? B => 1; }

        [DictionaryMapper(NullValues = NullValues.Omit)]
        static partial class Mapper { public static partial Dictionary<string, object?> M(X __v0); }
        """);

    [Fact]
    public void Types_of_others_are_mapped_too() => Gives(
        """{Major: 1, Minor: 2}""",
        "Mapper.M(new Outside.Release(1, 2))",
        """
        namespace Outside { public class Release { public Release(int major, int minor) { Major = major; Minor = minor; } public int Major { get; } public int Minor { get; } } }

        [DictionaryMapper]
        static partial class Mapper { public static partial Dictionary<string, object?> M(Outside.Release version); }
        """);

    [Fact]
    public void Null_values_are_left_out_and_each_member_is_read_once() => Gives(
        """[{Id: 1, Last: "z"}, 4]""",
        "Mapper.Twice()",
        """
        public class X
        {
            public int Reads;
            private T Read<T>(T value) { Reads++; return value; }
            public int Id => Read(1);
            public string? Name => Read<string?>(null);
            public int? Number => Read<int?>(null);
            public string Last => Read("z");
        }

        [DictionaryMapper(NullValues = NullValues.Omit)]
        static partial class Mapper
        {
            private static partial Dictionary<string, object?> M(X x);
            public static object Twice() { var x = new X(); return new object[] { M(x), x.Reads }; }
        }
        """);

    [Fact]
    public void The_capacity_is_the_exact_number_of_entries() => Gives(
        """[3, 3, 2, 2, 3]""",
        "new[] { Mapper.Full(new X()), Mapper.Kept(new X()), Mapper.Sparse(new X()), Mapper.Text(new X()), Mapper.Text(new X { Name = \"n\" }) }.Select(length => length).ToArray()",
        """
        public class X { public int Id => 1; public string? Name { get; set; } public int? Number => 2; }

        [DictionaryMapper]
        static partial class Mapper
        {
            private static partial Dictionary<string, object?> Map(X x);
            [DictionaryMapping(NullValues = NullValues.Omit)]
            private static partial Dictionary<string, object?> MapSparse(X x);
            private static partial Dictionary<string, string> MapText(X x);

            // A dictionary that was made for n entries grows to the same prime as one that was made for the number that it reports as its capacity.
            private static int Capacity<T>(Dictionary<string, T> made) => made.EnsureCapacity(0) == new Dictionary<string, T>(made.Count).EnsureCapacity(0) ? made.Count : -1;
            public static int Full(X x) => Capacity(Map(x));
            public static int Kept(X x) => Capacity(Map(x));
            public static int Sparse(X x) => Capacity(MapSparse(x));
            public static int Text(X x) => Capacity(MapText(x));
        }
        """);

    [Fact]
    public void A_method_that_is_written_by_hand_is_left_alone() => Gives(
        """[{Id: 1}, {Id: 9}]""",
        "new object[] { Mapper.M(new X()), Mapper.ByHand(new X()) }",
        """
        public class X { public int Id => 1; }

        [DictionaryMapper]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> M(X x);
            public static partial Dictionary<string, object?> ByHand(X x);
            public static partial Dictionary<string, object?> ByHand(X x) => new() { ["Id"] = 9 };
            static partial void Unimplemented();
        }
        """);

    [Fact]
    public void Obsolete_and_experimental_members_are_read_without_a_word() => Gives(
        """{Old: 1, New: 2}""",
        "Mapper.M(new X())",
        """
        public class X
        {
            [Obsolete("not any more")] public int Old => 1;
            [System.Diagnostics.CodeAnalysis.Experimental("X001")] public int New => 2;
        }

        [DictionaryMapper]
        static partial class Mapper { public static partial Dictionary<string, object?> M(X x); }
        """);

    [Fact]
    public void A_mapper_in_the_global_namespace_and_one_in_a_namespace_of_the_same_words_are_two() => Gives(
        """[{A: 1}, {A: 1}, {A: 1}]""",
        "new object[] { Mapper.M(new X()), Deep.Mapper.M(new X()), Deep.Outer.Mapper.M(new X()) }",
        """
        public class X { public int A => 1; }
        [DictionaryMapper] static partial class Mapper { public static partial Dictionary<string, object?> M(X x); }
        namespace Deep
        {
            [DictionaryMapper] static partial class Mapper { public static partial Dictionary<string, object?> M(X x); }
            static partial class Outer { [DictionaryMapper] public static partial class Mapper { public static partial Dictionary<string, object?> M(X x); } }
        }
        """);

    [Fact]
    public void Mappers_whose_names_differ_by_case_or_arity_only_have_files_of_their_own() => Gives(
        """[{A: 1}, {A: 1}, {A: 1}, {A: 1}]""",
        "new object[] { Mapper.M(new X()), MAPPER.M(new X()), Mapper<int>.M(new X()), Mapper_1.M(new X()) }",
        """
        public class X { public int A => 1; }
        [DictionaryMapper] static partial class Mapper { public static partial Dictionary<string, object?> M(X x); }
        [DictionaryMapper] static partial class MAPPER { public static partial Dictionary<string, object?> M(X x); }
        [DictionaryMapper] static partial class Mapper<T> { public static partial Dictionary<string, object?> M(X x); }
        [DictionaryMapper] static partial class Mapper_1 { public static partial Dictionary<string, object?> M(X x); }
        """);

    [Fact]
    public void What_the_compiler_refuses_to_read_is_not_read() => Gives(
        """{New: 2}""",
        "Mapper.M(new X())",
        """
        public class X { [Obsolete("gone", error: true)] public int Old => 1; public int New => 2; }
        [DictionaryMapper] static partial class Mapper { public static partial Dictionary<string, object?> M(X x); }
        """);

    [Fact]
    public void Dynamic_members_are_values_like_others() => Gives(
        """[{D: 1}, {D: "1"}, {D: 1}]""",
        "new object[] { Mapper.M(new X()), Mapper.T(new X()), Mapper.O(new X()) }",
        """
        public class X { public dynamic D => 1; public dynamic? N => null; }
        [DictionaryMapper(NullValues = NullValues.Omit, NestedObjects = NestedObjects.Flatten)]
        static partial class Mapper
        {
            public static partial Dictionary<string, object?> M(X x);
            public static partial Dictionary<string, string> T(X x);
            public static partial Dictionary<string, dynamic?> O(X x);
        }
        """);

    [Fact]
    public void A_source_may_come_by_reference() => Gives(
        """[{X: 1}, {X: 1}, {X: 1}]""",
        "Mapper.All()",
        """
        public struct P { public int X { get; set; } }
        [DictionaryMapper] static partial class Mapper
        {
            public static partial Dictionary<string, object?> A(this ref P p);
            public static partial Dictionary<string, object?> B(this in P p);
            public static partial Dictionary<string, object?> C(ref readonly P p);
            public static object All() { var p = new P { X = 1 }; return new[] { p.A(), p.B(), C(in p) }; }
        }
        """);

    private static void Gives(string expected, string expression, string source) =>
        Assert.Equal(expected, GeneratorTest.Evaluate(source, expression));
}
