using System;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace DictionaryAnalyzers.Generators.Tests;

/// <summary>Whatever the values are: what is made of an object's dictionary, text or view is equal to the object.</summary>
public sealed class RoundTripTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;
        using DictionaryAnalyzers;

        public enum Colour : short { None, Red = 5, Negative = -1 }

        public sealed record Address(string Street, int? Number) { public Address? Second { get; init; } }

        public record struct Money(decimal Amount, string? Currency);

        public sealed record Order(int Id, string Name)
        {
            public required string? Note { get; init; }
            public bool IsOpen { get; set; }
            public byte Small { get; set; }
            public long? Large { get; init; }
            public double Ratio { get; set; }
            public float Single { get; set; }
            public char Letter { get; set; }
            public decimal Amount { get; init; }
            public Guid Key { get; set; }
            public DateTime Created { get; set; }
            public DateTimeOffset? Sent { get; init; }
            public TimeSpan Duration { get; set; }
            public Colour Colour { get; set; }
            public Colour? Other { get; init; }
        }

        public sealed record Deep(int Id)
        {
            public Address? Home { get; set; }
            public Money Price { get; init; }
            public Money? Rebate { get; set; }
        }

        public sealed class Lists
        {
            public List<Address?> All { get; set; } = new();
            public Money[]? Prices { get; init; }
            public IReadOnlyDictionary<string, Address> Index { get; set; } = new Dictionary<string, Address>();
            public Dictionary<int, List<Money>> ByNumber { get; } = new();
            public Lists(Dictionary<int, List<Money>> byNumber) { ByNumber = byNumber; }
        }

        [DictionaryMapper]
        internal static partial class Flat
        {
            public static partial Dictionary<string, object?> ToDictionary(Order order);
            public static partial IReadOnlyDictionary<string, object?> AsDictionary(Order order);
            public static partial Order FromDictionary(IReadOnlyDictionary<string, object?> values);
            public static partial Dictionary<string, string> ToText(Order order);
            public static partial Order FromText(Dictionary<string, string> values);
            [DictionaryMapping(NullValues = NullValues.Omit, EnumValues = EnumValues.Name, KeyNaming = KeyNaming.SnakeCase)] public static partial Dictionary<string, object?> ToSnake(Order order);
            [DictionaryMapping(NullValues = NullValues.Omit, EnumValues = EnumValues.Number, KeyNaming = KeyNaming.SnakeCase)] public static partial Order FromSnake(IReadOnlyDictionary<string, object?> values);
        }

        [DictionaryMapper(MaxDepth = 3, DepthLimit = DepthLimit.Throw)]
        internal static partial class Nested
        {
            [DictionaryMapping(NestedObjects = NestedObjects.Nest)] public static partial Dictionary<string, object?> ToNested(Deep deep);
            [DictionaryMapping(NestedObjects = NestedObjects.Nest)] public static partial IReadOnlyDictionary<string, object?> AsNested(Deep deep);
            [DictionaryMapping(NestedObjects = NestedObjects.Nest)] public static partial Deep FromNested(IReadOnlyDictionary<string, object?> values);
            [DictionaryMapping(NestedObjects = NestedObjects.Flatten)] public static partial Dictionary<string, object?> ToFlat(Deep deep);
            [DictionaryMapping(NestedObjects = NestedObjects.Flatten)] public static partial Deep FromFlat(IReadOnlyDictionary<string, object?> values);
            [DictionaryMapping(NestedObjects = NestedObjects.Nest)] public static partial Dictionary<string, object?> ToDictionary(Lists lists);
            [DictionaryMapping(NestedObjects = NestedObjects.Nest)] public static partial Lists FromDictionary(IReadOnlyDictionary<string, object?> values);
        }

        public static class Program
        {
            private static readonly Colour[] Colours = { Colour.None, Colour.Red, Colour.Negative, (Colour)77 };

            public static bool Check(string[] texts, int[] numbers, long[] longs, double[] doubles, decimal[] decimals)
            {
                var next = 0;
                string Text() => texts[next++ % texts.Length];
                int Number() => numbers[next++ % numbers.Length];
                long Long() => longs[next++ % longs.Length];
                bool Maybe() => Number() % 2 == 0;
                DateTime Time() => new DateTime(Math.Abs(Long() % DateTime.MaxValue.Ticks), (DateTimeKind)Math.Abs(Number() % 2 == 0 ? 0 : 1));
                Money Money() => new Money(decimals[next++ % decimals.Length], Maybe() ? Text() : null);
                Address Address(int levels) => new Address(Text(), Maybe() ? Number() : null) { Second = levels > 1 && Maybe() ? Address(levels - 1) : null };

                var order = new Order(Number(), Text())
                {
                    Note = Maybe() ? Text() : null, IsOpen = Maybe(), Small = unchecked((byte)Number()), Large = Maybe() ? Long() : null, Ratio = doubles[next++ % doubles.Length], Single = (float)doubles[next++ % doubles.Length],
                    Letter = unchecked((char)Number()), Amount = decimals[next++ % decimals.Length], Key = new Guid(Number(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), Created = Time(), Sent = Maybe() ? new DateTimeOffset(Time().Ticks, TimeSpan.Zero) : null,
                    Duration = new TimeSpan(Long()), Colour = Colours[Math.Abs(Number() % 4)], Other = Maybe() ? Colours[Math.Abs(Number() % 4)] : null,
                };
                Same(order, Flat.FromDictionary(Flat.ToDictionary(order)), "dictionary");
                Same(order, Flat.FromDictionary(Flat.AsDictionary(order)), "view");
                Same(order, Flat.FromText(Flat.ToText(order)), "text");
                Same(order, Flat.FromSnake(Flat.ToSnake(order)), "names and numbers");
                foreach (var pair in Flat.ToDictionary(order)) { Same(pair.Value, Flat.AsDictionary(order)[pair.Key], pair.Key); }
                Same(Flat.ToDictionary(order).Keys.ToArray(), Flat.AsDictionary(order).Keys.ToArray(), "order");

                var deep = new Deep(Number()) { Home = Maybe() ? Address(2) : null, Price = Money(), Rebate = Maybe() ? new Money(1, null) : null };
                Same(deep, Nested.FromNested(Nested.ToNested(deep)), "nested");
                Same(deep, Nested.FromNested(Nested.AsNested(deep)), "nested view");
                Same(deep, Nested.FromFlat(Nested.ToFlat(deep)), "flattened");

                var lists = new Lists(numbers.Distinct().ToDictionary(number => number, number => new List<Money> { Money() }))
                {
                    All = texts.Select(text => Maybe() ? Address(2) : null).ToList(), Prices = Maybe() ? decimals.Select(_ => Money()).ToArray() : null, Index = texts.Distinct().ToDictionary(text => text, text => Address(1)),
                };
                var again = Nested.FromDictionary(Nested.ToDictionary(lists));
                Same(lists.All, again.All, "list");
                Same(lists.Prices, again.Prices, "array");
                Same(lists.Index.ToArray(), again.Index.ToArray(), "map");
                Same(lists.ByNumber.SelectMany(pair => pair.Value.Select(money => (pair.Key, money))).ToArray(), again.ByNumber.SelectMany(pair => pair.Value.Select(money => (pair.Key, money))).ToArray(), "map of lists");
                return true;
            }

            private static void Same<T>(T expected, T actual, string what)
            {
                var same = expected is System.Collections.IStructuralEquatable && expected is Array array ? ((System.Collections.IStructuralEquatable)array).Equals(actual, EqualityComparer<object>.Default)
                    : expected is List<Address?> list ? list.SequenceEqual((List<Address?>)(object)actual!)
                    : EqualityComparer<T>.Default.Equals(expected, actual);
                if (!same) { throw new InvalidOperationException($"{what}: {expected} became {actual}"); }
            }
        }
        """;

    [Fact]
    public void TheWayBackGivesAnEqualObject()
    {
        var check = GeneratorTest.Run(Source).Method("Program", "Check");
        Prop.ForAll<NonEmptyArray<string?>, NonEmptyArray<int>, NonEmptyArray<long>>((texts, numbers, longs) =>
            Prop.ForAll<NonEmptyArray<double>, NonEmptyArray<decimal>>((doubles, decimals) =>
                (bool)check([Array.ConvertAll(texts.Get, text => text ?? ""), numbers.Get, longs.Get, doubles.Get, decimals.Get])!)).QuickCheckThrowOnFailure();
    }
}
