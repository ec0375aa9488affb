using System.Linq;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>Views: what they hold, how they are walked, and that they copy nothing.</summary>
public sealed class ViewTests
{
    private const string Head = """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Linq;
        using DictionaryAnalyzers;

        """;

    private static object? Run(string source, ReferenceAssemblies? references = null) => GeneratorTest.Run(Head + source, references).Call();

    [Fact]
    public void HoldsTheMembersInTheirOrder() => Assert.Equal("Id=5, Name=Ann, Note=(null), IsOpen=True|4|5|Ann|True|False|False", Run("""
        public class Order { public int Id { get; set; } public string Name { get; set; } = ""; public string? Note { get; set; } public bool IsOpen { get; set; } }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(this Order order);
        }

        public static class Program
        {
            public static string Run()
            {
                var view = new Order { Id = 5, Name = "Ann", IsOpen = true }.AsDictionary();
                return string.Join("|", string.Join(", ", view.Select(pair => pair.Key + "=" + (pair.Value ?? "(null)"))), view.Count, view["Id"], view["Name"],
                    view.TryGetValue("Note", out var note) && note is null, view.ContainsKey("id"), view.ContainsKey(""));
            }
        }
        """));

    [Fact]
    public void IsReadFromTheObjectEachTime() => Assert.Equal("1,2", Run("""
        public class Counter { public int Reads; public int Next => ++Reads; }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Counter counter);
        }

        public static class Program
        {
            public static string Run()
            {
                var view = Mapper.AsDictionary(new Counter());
                return view["Next"] + "," + view["Next"];
            }
        }
        """));

    [Fact]
    public void IsAListOfPairsAndSaysWhatIsInIt() => Assert.Equal("2|Id:1|Total:2.5|System.ArgumentOutOfRangeException|System.ArgumentOutOfRangeException|Id=1, Total=2.5|Id,Total|1,2.5", Run("""
        public record struct Line(int Id, decimal Total);

        [DictionaryMapper]
        internal static partial class Mapper
        {
            public static partial IReadOnlyList<KeyValuePair<string, object?>> Pairs(in Line line);
        }

        public static class Program
        {
            private static string Thrown(Action action) { try { action(); return "nothing"; } catch (Exception exception) { return exception.GetType().ToString(); } }

            public static string Run()
            {
                System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
                var pairs = Mapper.Pairs(new Line(1, 2.5m));
                var map = (IReadOnlyDictionary<string, object?>)pairs;
                return string.Join("|", pairs.Count, pairs[0].Key + ":" + pairs[0].Value, FormattableString.Invariant($"{pairs[1].Key}:{pairs[1].Value}"), Thrown(() => _ = pairs[2]), Thrown(() => _ = pairs[-1]),
                    pairs.ToString(), string.Join(",", map.Keys), string.Join(",", map.Values.Select(value => FormattableString.Invariant($"{value}"))));
            }
        }
        """));

    [Fact]
    public void ThrowsAsADictionaryDoes() => Assert.Equal("System.ArgumentNullException,System.Collections.Generic.KeyNotFoundException,System.ArgumentNullException,System.ArgumentNullException", Run("""
        public class Order { public int Id { get; set; } }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Order order);
        }

        public static class Program
        {
            private static string Thrown(Action action) { try { action(); return "nothing"; } catch (Exception exception) { return exception.GetType().ToString(); } }

            public static string Run()
            {
                var view = Mapper.AsDictionary(new Order());
                return string.Join(",", Thrown(() => view.TryGetValue(null!, out _)), Thrown(() => _ = view["x"]), Thrown(() => view.ContainsKey(null!)), Thrown(() => Mapper.AsDictionary(null!)));
            }
        }
        """));

    [Fact]
    public void TheTypeThatViewsDeriveFromIsWalkedWithoutAnAllocation() => Assert.Equal("3|0|0", Run("""
        public class Order { public string Id { get; set; } = "a"; public bool IsOpen { get; set; } public DayOfWeek Day { get; set; } }

        [DictionaryMapper]
        internal static partial class Mapper
        {
            public static partial DictionaryView AsDictionary(Order order);
        }

        public static class Program
        {
            private static int Walk(DictionaryView view)
            {
                var count = 0;
                foreach (var pair in view) { count += pair.Key.Length > 0 ? 1 : 0; }
                return count;
            }

            private static long Bytes(Action action)
            {
                action();
                var before = GC.GetAllocatedBytesForCurrentThread();
                action();
                return GC.GetAllocatedBytesForCurrentThread() - before;
            }

            public static string Run()
            {
                var view = Mapper.AsDictionary(new Order { Day = DayOfWeek.Friday });
                return string.Join("|", Walk(view), Bytes(() => Walk(view)), Bytes(() => { view.TryGetValue("Day", out _); view.TryGetValue("IsOpen", out _); view.TryGetValue("Id", out _); view.TryGetValue("None", out _); }));
            }
        }
        """));

    [Fact]
    public void NoNullHasAnEntryWhereNullsAreLeftOut() => Assert.Equal("2|Id=1, Size=2|False|Size|1|Note=x, Id=1", Run("""
        public class Order { public string? Note { get; set; } public int Id { get; set; } public int? Size { get; set; } }

        [DictionaryMapper(NullValues = NullValues.Omit)]
        public static partial class Mapper
        {
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Order order);
        }

        public static class Program
        {
            public static string Run()
            {
                var view = Mapper.AsDictionary(new Order { Id = 1, Size = 2 });
                var list = (IReadOnlyList<KeyValuePair<string, object?>>)view;
                return string.Join("|", view.Count, view, view.ContainsKey("Note"), list[1].Key, list[0].Value, Mapper.AsDictionary(new Order { Note = "x", Id = 1 }));
            }
        }
        """));

    [Theory]
    [InlineData("Nest", "Id=1, Customer={Name=Ann, Home={City=Ulm}}, Lines=[{Sku=a}, {Sku=b}]|Ann|2")]
    [InlineData("Flatten", "Id=1, Customer.Name=Ann, Customer.Home.City=Ulm, Lines=[{Sku=a}, {Sku=b}]|Ann|2")]
    public void NestedObjectsAreViewsOrEntriesOfTheSameView(string nested, string expected) => Assert.Equal(expected, Run($$"""
        public class Home { public string City { get; set; } = ""; }
        public class Customer { public string Name { get; set; } = ""; public Home? Home { get; set; } }
        public class Line { public string Sku { get; set; } = ""; }
        public class Order { public int Id { get; set; } public Customer? Customer { get; set; } public List<Line> Lines { get; } = new(); }

        [DictionaryMapper(NestedObjects = NestedObjects.{{nested}})]
        public static partial class Mapper
        {
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Order order);
        }

        public static class Program
        {
            public static string Run()
            {
                var order = new Order { Id = 1, Customer = new Customer { Name = "Ann", Home = new Home { City = "Ulm" } }, Lines = { new Line { Sku = "a" }, new Line { Sku = "b" } } };
                var view = Mapper.AsDictionary(order);
                var name = view.TryGetValue("Customer.Name", out var flat) ? flat : ((IReadOnlyDictionary<string, object?>)view["Customer"]!)["Name"];
                return string.Join("|", view, name, ((ICollection)view["Lines"]!).Count);
            }
        }
        """));

    [Fact]
    public void AFlattenedObjectThatIsNullLeavesItsKeys() => Assert.Equal("Customer.Name=(null), Customer.Age=(null)|2|True", Run("""
        public class Customer { public string Name { get; set; } = ""; public int Age { get; set; } }
        public class Order { public Customer? Customer { get; set; } }

        [DictionaryMapper(NestedObjects = NestedObjects.Flatten)]
        public static partial class Mapper
        {
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Order order);
        }

        public static class Program
        {
            public static string Run()
            {
                var view = Mapper.AsDictionary(new Order());
                return string.Join("|", view, view.Count, view.TryGetValue("Customer.Age", out var age) && age is null);
            }
        }
        """));

    // The way begins at the view that was asked, here that of the second node.
    [Theory]
    [InlineData("Cut", "Name=a, Next={Name=b, Next=(null)}")]
    [InlineData("Throw", "Next")]
    public void ACircleEndsAtMaxDepth(string limit, string expected) => Assert.Equal(expected, Run($$"""
        public class Node { public string Name { get; set; } = ""; public Node? Next { get; set; } }

        [DictionaryMapper(NestedObjects = NestedObjects.Nest, MaxDepth = 2, DepthLimit = DepthLimit.{{limit}})]
        public static partial class Mapper
        {
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Node node);
        }

        public static class Program
        {
            public static string Run()
            {
                var first = new Node { Name = "a", Next = new Node { Name = "b" } };
                first.Next.Next = first;
                var view = Mapper.AsDictionary(first);
                try { return view.ToString()!; }
                catch (InvalidOperationException exception) { return exception.GetType().GetProperty("Path")!.GetValue(exception) + ""; }
            }
        }
        """));

    [Fact]
    public void KeysAreToldApartByLengthAndCharacters() => Assert.Equal("", Run("""
        public class Wide
        {
            public int A1 => 1; public int A2 => 2; public int B1 => 3; public int B2 => 4; public int a1 => 5; public int Item10 => 6; public int Item11 => 7; public int Item20 => 8; public int Item21 => 9;
            public int Item22 => 10; public int ÄÖÜ => 11; public int ÄÖU => 12; public int 日本語 => 13; public int X => 14; public int _ => 15; public int @class => 16;
            [DictionaryKey("with \"quotes\"\n{0}")] public int Quoted => 17; [DictionaryKey("'")] public int Apostrophe => 18; [DictionaryKey("\\")] public int Backslash => 19; [DictionaryKey("\u2028\0")] public int Separator => 20;
            [DictionaryKey("😀")] public int Smile => 21; [DictionaryKey("😁")] public int Grin => 22; [DictionaryKey("😂")] public int Joy => 23;
        }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Wide wide);
        }

        public static class Program
        {
            public static string Run()
            {
                var view = Mapper.AsDictionary(new Wide());
                var wrong = new List<string>();
                if (view.Count != 23) { wrong.Add("count " + view.Count); }
                var place = 0;
                foreach (var pair in view)
                {
                    place++;
                    if (!pair.Value!.Equals(place)) { wrong.Add("value of " + pair.Key); }
                    if (!view.TryGetValue(new string(pair.Key.AsSpan()), out var found) || !found!.Equals(place)) { wrong.Add("look-up of " + pair.Key); }
                    foreach (var other in new[] { pair.Key + "x", pair.Key.Substring(1), pair.Key.ToUpperInvariant(), new string('\0', pair.Key.Length), pair.Key.Substring(0, pair.Key.Length - 1) + "\uFFFF" })
                    {
                        if (view.ContainsKey(other) != view.Any(entry => entry.Key == other)) { wrong.Add("other " + other); }
                    }
                }

                return string.Join(", ", wrong);
            }
        }
        """));

    [Fact]
    public void AnEmptyObjectHasAnEmptyView() => Assert.Equal("0|False|", Run("""
        public class Nothing { }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Nothing nothing);
        }

        public static class Program
        {
            public static string Run()
            {
                var view = Mapper.AsDictionary(new Nothing());
                return string.Join("|", view.Count, view.ContainsKey("x"), view);
            }
        }
        """));

    [Fact]
    public void ASourceThatMayBeNullIsNullOrEmpty() => Assert.Equal("True|0|0|False", Run("""
        public class Order { public int Id { get; set; } }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial IReadOnlyDictionary<string, object?>? Maybe(Order? order);
            internal static partial DictionaryView? Ours(Order? order);
            public static partial IReadOnlyDictionary<string, object?> Always(Order? order);
            public static partial IReadOnlyList<KeyValuePair<string, object?>> Pairs(Order? order);
        }

        public static class Program
        {
            public static string Run() => string.Join("|", Mapper.Maybe(null) is null && Mapper.Ours(null) is null && Mapper.Ours(new Order())!.Count == 1, Mapper.Always(null).Count, Mapper.Pairs(null).Count, Mapper.Always(null).ContainsKey("Id"));
        }
        """));

    [Fact]
    public void GenericMappersAndMethodsHaveViews() => Assert.Equal("Value=1|Value=x|Value=[1, 2]", Run("""
        public class Box<T> { public T Value { get; set; } = default!; }

        [DictionaryMapper]
        public static partial class Mapper<T> where T : notnull
        {
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Box<T> box);
        }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial IReadOnlyDictionary<string, object?> AsDictionary<T>(this Box<T> box) where T : class, IEnumerable;
        }

        public static class Program
        {
            public static string Run() => string.Join("|", Mapper<int>.AsDictionary(new Box<int> { Value = 1 }), Mapper.AsDictionary(new Box<string> { Value = "x" }), new Box<int[]> { Value = new[] { 1, 2 } }.AsDictionary());
        }
        """));

    [Fact]
    public void GenericAndOtherMethodsForTheSameTypeHaveViewsOfTheirOwn() => Assert.Equal("Id=1|Id=1|Id=1", Run("""
        public interface IThing { int Id { get; } }
        internal class Outer<TOuter>
        {
            internal class Thing : IThing { public int Id => 1; }
        }

        internal partial class Around<TAround>
        {
            [DictionaryMapper]
            internal static partial class Mapper
            {
                internal static partial IReadOnlyDictionary<string, object?> First<T>(Outer<int>.Thing thing) where T : class, new();
                internal static partial IReadOnlyDictionary<string, object?> Second(Outer<int>.Thing thing);
                internal static partial IReadOnlyDictionary<string, object?> Third<@class>(IThing thing) where @class : notnull;
            }
        }

        public static class Program
        {
            public static string Run() => string.Join("|", Around<int>.Mapper.First<object>(new()), Around<int>.Mapper.Second(new()), Around<string>.Mapper.Third<int>(new Outer<int>.Thing()));
        }
        """));

    [Fact]
    public void EnumsAreNamesOrNumbersWhereThatIsAskedFor() => Assert.Equal("Day=Friday, Old=(null)|5|System.DayOfWeek", Run("""
        public class Order { public DayOfWeek Day { get; set; } public DayOfWeek? Old { get; set; } }

        [DictionaryMapper]
        public static partial class Mapper
        {
            [DictionaryMapping(EnumValues = EnumValues.Name)] public static partial IReadOnlyDictionary<string, object?> Names(Order order);
            [DictionaryMapping(EnumValues = EnumValues.Number)] public static partial IReadOnlyDictionary<string, object?> Numbers(Order order);
            public static partial IReadOnlyDictionary<string, object?> Values(Order order);
        }

        public static class Program
        {
            public static string Run()
            {
                var order = new Order { Day = DayOfWeek.Friday };
                return string.Join("|", Mapper.Names(order), Mapper.Numbers(order)["Day"], Mapper.Values(order)["Day"]!.GetType());
            }
        }
        """));

    [Fact]
    public void TheTextIsBounded() => Assert.Equal("Values=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...], Deep=[[[[...]]]]", Run("""
        public class Order { public IEnumerable<int> Values => Enumerable.Range(0, int.MaxValue); public object Deep { get { var list = new List<object>(); list.Add(list); return list; } } }

        [DictionaryMapper]
        public static partial class Mapper
        {
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Order order);
        }

        public static class Program
        {
            public static string Run() => Mapper.AsDictionary(new Order()).ToString()!;
        }
        """));

    [Fact]
    public void ViewsStandBesideDictionariesOfTheSameType() => Assert.Equal("1|1|a|a", Run("""
        public class Customer { public string Name { get; set; } = "a"; }
        public class Order { public int Id { get; set; } = 1; public Customer Customer { get; set; } = new(); }

        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        public static partial class Mapper
        {
            public static partial Dictionary<string, object?> ToDictionary(Order order);
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Order order);
        }

        public static class Program
        {
            public static string Run()
            {
                var made = Mapper.ToDictionary(new Order());
                var seen = Mapper.AsDictionary(new Order());
                return string.Join("|", made["Id"], seen["Id"], ((Dictionary<string, object?>)made["Customer"]!)["Name"], ((IReadOnlyDictionary<string, object?>)seen["Customer"]!)["Name"]);
            }
        }
        """));

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
        var test = GeneratorTest.Run(Head + """
            public class Customer { public string Name { get; set; } = ""; public bool IsOld { get; set; } public DayOfWeek Day { get; set; } }
            public class Order { public int Id { get; set; } public Customer? Customer { get; set; } public List<Customer> All { get; } = new List<Customer>(); }

            [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
            public static partial class Mapper
            {
                public static partial IReadOnlyDictionary<string, object?> AsDictionary(this Order order);
                [DictionaryMapping(NestedObjects = NestedObjects.Flatten, NullValues = NullValues.Omit)] public static partial IReadOnlyDictionary<string, object?> AsFlat(Order order);
            }
            """, references);
        Assert.Contains("DictionaryView", test.Text, System.StringComparison.Ordinal);
    }

    [Fact]
    public void WhoHasNoViewGetsNoTypeForIt()
    {
        var test = GeneratorTest.Run(Head + """
            public class Order { public string Name { get; set; } = ""; }

            [DictionaryMapper]
            public static partial class Mapper
            {
                public static partial Dictionary<string, object?> ToDictionary(Order order);
            }
            """);
        Assert.DoesNotContain(test.Result.GeneratedTrees, tree => tree.FilePath.Contains("DictionaryView", System.StringComparison.Ordinal) || tree.FilePath.Contains("DictionaryBoxes", System.StringComparison.Ordinal));
        Assert.Single(test.Mappers.ToArray());
    }
}
