using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

public partial class DICT301ReflectionConversionTests
{
    [Fact]
    public Task Fixes_AnExpression_WithAMapperBesideTheType() => Fix(
        """
        using System.Collections.Generic;
        using System.Linq;

        public sealed class Order
        {
            public int Id { get; set; }
            public string? Customer { get; set; }
        }

        public static class Program
        {
            public static Dictionary<string, object?> Values(Order order)
            {
                // all of it
                return order.GetType().GetProperties().Where(p => p.CanRead).ToDictionary(p => p.Name, p => [|p.GetValue(order)|]);
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;
        using DictionaryAnalyzers;

        public sealed class Order
        {
            public int Id { get; set; }
            public string? Customer { get; set; }
        }

        [DictionaryMapper]
        internal static partial class OrderMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Order order);
        }

        public static class Program
        {
            public static Dictionary<string, object?> Values(Order order)
            {
                // all of it
                return OrderMapper.ToDictionary(order);
            }
        }
        """);

    [Fact]
    public Task Fixes_ALoop_ThatFillsANewDictionary() => Fix(
        """
        using System.Collections.Generic;

        namespace Shop
        {
            public sealed record Order(int Id, string? Customer);

            public static class Program
            {
                public static Dictionary<string, object?> Values(Order order)
                {
                    var properties = order.GetType().GetProperties();
                    var values = new Dictionary<string, object?>();
                    foreach (var property in properties)
                    {
                        values.Add(property.Name, [|property.GetValue(order)|]);
                    }

                    return values;
                }
            }
        }
        """,
        """
        using System.Collections.Generic;
        using DictionaryAnalyzers;

        namespace Shop
        {
            public sealed record Order(int Id, string? Customer);

            [DictionaryMapper]
            internal static partial class OrderMapper
            {
                public static partial Dictionary<string, object?> ToDictionary(this Order order);
            }

            public static class Program
            {
                public static Dictionary<string, object?> Values(Order order)
                {
                    var values = OrderMapper.ToDictionary(order);

                    return values;
                }
            }
        }
        """);

    [Fact]
    public Task Fixes_ALoop_ThatFillsADictionaryWithItsOwnComparer() => Fix(
        """
        using System;
        using System.Collections.Generic;

        public struct Order
        {
            public int Id { get; set; }
            public string? Customer { get; set; }
        }

        public static class Program
        {
            public static Dictionary<string, object?> Values(Order order)
            {
                var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
                foreach (var property in typeof(Order).GetProperties())
                {
                    if (!property.CanRead)
                    {
                        continue;
                    }

                    var value = [|property.GetValue(order)|];
                    if (value is null)
                    {
                        continue;
                    }

                    var key = char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);
                    values[key] = value;
                }

                return values;
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using DictionaryAnalyzers;

        public struct Order
        {
            public int Id { get; set; }
            public string? Customer { get; set; }
        }

        [DictionaryMapper(KeyNaming = KeyNaming.CamelCase, NullValues = NullValues.Omit)]
        internal static partial class OrderMapper
        {
            public static partial void CopyTo(this Order order, IDictionary<string, object?> target);
        }

        public static class Program
        {
            public static Dictionary<string, object?> Values(Order order)
            {
                var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
                OrderMapper.CopyTo(order, values);

                return values;
            }
        }
        """);

    [Fact]
    public Task Fixes_WithTheComparerAndWithoutWhatIsSecret() => Fix(
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Reflection;

        public sealed class Account
        {
            public int Id { get; set; }
            public string Password { get; set; } = "";
            public string Name { get; set; } = "";
            public Type Kind { get; set; } = typeof(int);
        }

        public static class Program
        {
            private static readonly string[] Left = { "Kind" };

            public static Dictionary<string, object?> Values(Account account) =>
                account.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => !Left.Contains(p.Name))
                    .ToDictionary(p => p.Name, p => [|p.GetValue(account, null)|], StringComparer.OrdinalIgnoreCase);
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Reflection;
        using DictionaryAnalyzers;

        public sealed class Account
        {
            public int Id { get; set; }
            public string Password { get; set; } = "";
            public string Name { get; set; } = "";
            public Type Kind { get; set; } = typeof(int);
        }

        [DictionaryMapper(Exclude = new[] { "Password", "Kind" })]
        internal static partial class AccountMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Account account);
        }

        public static class Program
        {
            private static readonly string[] Left = { "Kind" };

            public static Dictionary<string, object?> Values(Account account) =>
                new Dictionary<string, object?>(AccountMapper.ToDictionary(account), StringComparer.OrdinalIgnoreCase);
        }
        """);

    [Fact]
    public async Task Fixes_WithTheListedMembers_OfATypeOfSomebodyElse()
    {
        var test = new MapperFixTest<DICT301ReflectionConversionAnalyzer, DICT301ReflectionConversionCodeFix>
        {
            TestCode = """
                using System.Collections.Generic;
                using System.Linq;
                using Contoso;

                public static class Program
                {
                    public static Dictionary<string, object?> Values(Parcel parcel)
                    {
                        var wanted = new HashSet<string> { "Code", "Weight" };
                        return parcel.GetType().GetProperties().Where(p => wanted.Contains(p.Name)).ToDictionary(p => p.Name, p => [|p.GetValue(parcel)|]);
                    }
                }
                """,
            FixedCode = """
                using System.Collections.Generic;
                using System.Linq;
                using Contoso;
                using DictionaryAnalyzers;

                public static class Program
                {
                    public static Dictionary<string, object?> Values(Parcel parcel)
                    {
                        return ParcelMapper.ToDictionary(parcel);
                    }
                }

                [DictionaryMapper(Include = new[] { "Code", "Weight" })]
                internal static partial class ParcelMapper
                {
                    public static partial Dictionary<string, object?> ToDictionary(this Parcel parcel);
                }
                """,
        };
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            state.AdditionalProjects["Other"].Sources.Add("namespace Contoso { public sealed class Parcel { public string Code => \"\"; public int Depth => 1; public int Height => 2; public int Weight => 3; public int Width => 4; } }");
            state.AdditionalProjectReferences.Add("Other");
        }

        await test.RunAsync();
    }

    [Fact]
    public Task Fixes_AHelper_WithACaseForEachTypeThatIsHandedToIt() => Fix(
        """
        using System.Collections.Generic;
        using System.Linq;

        public sealed class Order
        {
            public int Id { get; set; }
        }

        public class Customer
        {
            public string? Name { get; set; }
        }

        public static class Program
        {
            public static Dictionary<string, object?> Values(object source) =>
                source.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(source)|]);

            public static void Use(Order order, Customer customer, object any)
            {
                Values(order);
                Values(customer);
                Values(any);
                Values(new { order });
            }
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;
        using DictionaryAnalyzers;

        public sealed class Order
        {
            public int Id { get; set; }
        }

        [DictionaryMapper]
        internal static partial class OrderMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Order order);
        }

        public class Customer
        {
            public string? Name { get; set; }
        }

        [DictionaryMapper]
        internal static partial class CustomerMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Customer customer);
        }

        public static class Program
        {
            public static Dictionary<string, object?> Values(object source) =>
                source switch
                {
                    Customer customer when customer.GetType() == typeof(Customer) => CustomerMapper.ToDictionary(customer),
                    Order order => OrderMapper.ToDictionary(order),
                    _ => source.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(source)),
                };

            public static void Use(Order order, Customer customer, object any)
            {
                Values(order);
                Values(customer);
                Values(any);
                Values(new { order });
            }
        }
        """);

    [Fact]
    public Task Fixes_AGenericHelper() => Fix(
        """
        using System.Collections.Generic;

        public class Order
        {
            public int Id { get; set; }
        }

        public static class Extensions
        {
            public static IDictionary<string, object?> AsDictionary<T>(this T source)
            {
                var values = new Dictionary<string, object?>();
                foreach (var property in typeof(T).GetProperties())
                {
                    values[property.Name] = [|property.GetValue(source)|];
                }

                return values;
            }

            public static void Use(Order order) => order.AsDictionary();
        }
        """,
        """
        using System.Collections.Generic;
        using DictionaryAnalyzers;

        public class Order
        {
            public int Id { get; set; }
        }

        [DictionaryMapper]
        internal static partial class OrderMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Order order);
        }

        public static class Extensions
        {
            public static IDictionary<string, object?> AsDictionary<T>(this T source)
            {
                switch (source)
                {
                    case Order order when typeof(T) == typeof(Order):
                        return OrderMapper.ToDictionary(order);
                }

                var values = new Dictionary<string, object?>();
                foreach (var property in typeof(T).GetProperties())
                {
                    values[property.Name] = property.GetValue(source);
                }

                return values;
            }

            public static void Use(Order order) => order.AsDictionary();
        }
        """);

    [Fact]
    public Task Fixes_InATopLevelProgram() => Fix(
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;

        while (Console.ReadLine() is { } line)
        {
            var order = new Order(line);
            Dictionary<string, object?> map = order.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|]);
        }

        sealed record Order(string Line);
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using DictionaryAnalyzers;

        while (Console.ReadLine() is { } line)
        {
            var order = new Order(line);
            Dictionary<string, object?> map = OrderMapper.ToDictionary(order);
        }

        sealed record Order(string Line);

        [DictionaryMapper]
        internal static partial class OrderMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Order order);
        }
        """);

    [Fact]
    public Task Fixes_AnObjectThatConvertsItself() => Fix(
        """
        using System.Collections.Generic;
        using System.Linq;

        public sealed class Order
        {
            public int Id { get; set; }

            public Dictionary<string, object?> ToMap() => GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(this)|]);
        }
        """,
        """
        using System.Collections.Generic;
        using System.Linq;
        using DictionaryAnalyzers;

        public sealed class Order
        {
            public int Id { get; set; }

            public Dictionary<string, object?> ToMap() => OrderMapper.ToDictionary(this);
        }

        [DictionaryMapper]
        internal static partial class OrderMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Order order);
        }
        """);

    [Theory]
    [InlineData(
        "return order.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|], StringComparer.Ordinal);",
        """
        var values = new Dictionary<string, object?>(2, StringComparer.Ordinal);
                OrderMapper.CopyTo(order, values);
                return values;
        """)]
    [InlineData(
        """
        var map = order.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|], StringComparer.Ordinal);
                return map;
        """,
        """
        var map = new Dictionary<string, object?>(2, StringComparer.Ordinal);
                OrderMapper.CopyTo(order, map);
                return map;
        """)]
    public Task Fixes_AnExpressionWithAComparer_WithoutACopy(string before, string after) => Fix(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        public sealed record Order(int Id, string? Name);

        public static class Program
        {
            public static Dictionary<string, object?> Values(Order order)
            {
                {{before}}
            }
        }
        """,
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using DictionaryAnalyzers;

        public sealed record Order(int Id, string? Name);

        [DictionaryMapper]
        internal static partial class OrderMapper
        {
            public static partial void CopyTo(this Order order, IDictionary<string, object?> target);
        }

        public static class Program
        {
            public static Dictionary<string, object?> Values(Order order)
            {
                {{after}}
            }
        }
        """);

    /// <summary>Code that somebody is still writing: values that are made of themselves have no end.</summary>
    [Theory]
    [InlineData("foreach (var p in typeof(Order).GetProperties()) { var wanted = new HashSet<string>(wanted); if (!wanted.Contains(p.Name)) { continue; } map[p.Name] = [|p.GetValue(order)|]; }")]
    [InlineData("var list = list.Where(p => p.CanRead).Concat(typeof(Order).GetProperties()); foreach (PropertyInfo p in list) { map[p.Name] = [|p.GetValue(order)|]; }")]
    [InlineData("var type = type.GetTypeInfo(); foreach (var p in ((Type)type).GetProperties()) { map[p.Name] = [|p.GetValue(order)|]; }")]
    public Task OffersNothing_WhereALocalIsMadeOfItself(string statements)
    {
        var source = $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Reflection;
            public sealed class Order { public int Id { get; set; } }
            public static class Program
            {
                public static void Values(Order order, Dictionary<string, object?> map)
                {
                    {{statements}}
                }
            }
            """;
        return new MapperFixTest<DICT301ReflectionConversionAnalyzer, DICT301ReflectionConversionCodeFix> { TestCode = source, FixedCode = source, CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();
    }

    /// <summary>A helper that does more than to make the dictionary, or makes another one, keeps its code.</summary>
    [Theory]
    [InlineData("{ Log(); return source.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(source)|]); }")]
    [InlineData("{ var counted = Log(); return source.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(source)|]); }")]
    [InlineData("{ var map = source.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(source)|]); map.Remove(\"Id\"); return map; }")]
    [InlineData("{ var map = new Dictionary<string, object?>(System.StringComparer.Ordinal); foreach (var p in source.GetType().GetProperties()) { map[p.Name] = [|p.GetValue(source)|]; } return map; }")]
    public Task OffersNothing_InAHelperThatDoesMore(string body)
    {
        var source = $$"""
            using System.Collections.Generic;
            using System.Linq;
            public sealed class Order { public int Id { get; set; } }
            public static class Program
            {
                public static Dictionary<string, object?> Values(object source) {{body}}
                public static void Use(Order order) => Values(order);
                private static int Log() => 1;
            }
            """;
        return Fix(source, source);
    }

    [Fact]
    public Task Fixes_AHelper_WithItsComparerAndItsTestForNull() => Fix(
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;

        public sealed record Order(int Id);

        public static class Program
        {
            public static Dictionary<string, object?> Values(object? source)
            {
                if (source is null)
                {
                    return new();
                }

                var properties = source.GetType().GetProperties();
                var map = properties.ToDictionary(p => p.Name, p => [|p.GetValue(source)|], StringComparer.OrdinalIgnoreCase);
                return map;
            }

            public static void Use(Order order) => Values(order);
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using DictionaryAnalyzers;

        public sealed record Order(int Id);

        [DictionaryMapper]
        internal static partial class OrderMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Order order);
        }

        public static class Program
        {
            public static Dictionary<string, object?> Values(object? source)
            {
                switch (source)
                {
                    case Order order:
                        return new Dictionary<string, object?>(OrderMapper.ToDictionary(order), StringComparer.OrdinalIgnoreCase);
                }

                if (source is null)
                {
                    return new();
                }

                var properties = source.GetType().GetProperties();
                var map = properties.ToDictionary(p => p.Name, p => p.GetValue(source), StringComparer.OrdinalIgnoreCase);
                return map;
            }

            public static void Use(Order order) => Values(order);
        }
        """);

    [Theory]
    [InlineData("List<KeyValuePair<string, object?>>", "return order.GetType().GetProperties().Select(p => new KeyValuePair<string, object?>(p.Name, [|p.GetValue(order)|])).ToList();", "return OrderMapper.ToDictionary(order).ToList();", "Dictionary<string, object?> ToDictionary(this Order order)")]
    [InlineData("KeyValuePair<string, object?>[]", "return order.GetType().GetProperties().Select(p => KeyValuePair.Create(p.Name, [|p.GetValue(order)|])).ToArray();", "return OrderMapper.ToDictionary(order).ToArray();", "Dictionary<string, object?> ToDictionary(this Order order)")]
    [InlineData("object", "var pairs = new List<KeyValuePair<string, object?>>(); foreach (var p in order.GetType().GetProperties()) pairs.Add(new(p.Name, [|p.GetValue(order)|])); return pairs;", "var pairs = new List<KeyValuePair<string, object?>>(); pairs.AddRange(OrderMapper.ToDictionary(order)); return pairs;", "Dictionary<string, object?> ToDictionary(this Order order)")]
    [InlineData("ExpandoObject", "var bag = new ExpandoObject(); foreach (var p in order.GetType().GetProperties()) ((IDictionary<string, object?>)bag).Add(p.Name, [|p.GetValue(order)|]); return bag;", "var bag = new ExpandoObject(); OrderMapper.CopyTo(order, bag); return bag;", "void CopyTo(this Order order, IDictionary<string, object?> target)")]
    [InlineData("ExpandoObject", "var bag = new ExpandoObject(); var map = bag as IDictionary<string, object?>; foreach (var p in order.GetType().GetProperties()) map.Add(p.Name, [|p.GetValue(order)|]); return bag;", "var bag = new ExpandoObject(); var map = bag as IDictionary<string, object?>; OrderMapper.CopyTo(order, map); return bag;", "void CopyTo(this Order order, IDictionary<string, object?> target)")]
    public Task Fixes_IntoListsOfPairsAndExpandoObjects(string type, string before, string after, string method)
    {
        const string Order = "public sealed class Order { public int Id { get; set; } public string? Name { get; set; } }";
        return Fix(
            $$"""
            using System.Collections.Generic;
            using System.Dynamic;
            using System.Linq;
            {{Order}}
            public static class Program
            {
                public static {{type}} Values(Order order)
                {
                    {{before}}
                }
            }
            """,
            $$"""
            using System.Collections.Generic;
            using System.Dynamic;
            using System.Linq;
            using DictionaryAnalyzers;
            {{Order}}

            [DictionaryMapper]
            internal static partial class OrderMapper
            {
                public static partial {{method}};
            }
            public static class Program
            {
                public static {{type}} Values(Order order)
                {
                    {{after}}
                }
            }
            """);
    }

    /// <summary>Calls of another method of that name go on calling that one: the mapper's is no extension then.</summary>
    [Theory]
    [InlineData("public static class Others { public static Dictionary<string, object?> ToDictionary(this object any) => new(); }", "Order")]
    [InlineData("public static class Others { public static Dictionary<string, object?> ToDictionary<T>(this T any) => new(); }", "Order")]
    [InlineData("public static class Others { public static Dictionary<string, object?> ToDictionary(this string any) => new(); }", "this Order")]
    [InlineData("public static class Others { public static Dictionary<string, object?> ToDictionary(object any) => new(); }", "this Order")]
    public Task Fixes_WithoutTakingTheCallsOfAnotherExtension(string others, string parameter) => Fix(
        $$"""
        using System.Collections.Generic;
        using System.Linq;
        {{others}}
        public static class Program
        {
            public static Dictionary<string, object?> Values(Order order) => order.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|]);
        }
        public sealed class Order { public int Id { get; set; } }
        """,
        $$"""
        using System.Collections.Generic;
        using System.Linq;
        using DictionaryAnalyzers;
        {{others}}
        public static class Program
        {
            public static Dictionary<string, object?> Values(Order order) => OrderMapper.ToDictionary(order);
        }
        public sealed class Order { public int Id { get; set; } }

        [DictionaryMapper]
        internal static partial class OrderMapper
        {
            public static partial Dictionary<string, object?> ToDictionary({{parameter}} order);
        }
        """);

    /// <summary>Pairs that are made one by one when they are asked for, or of which somebody else says into what they go.</summary>
    [Theory]
    [InlineData("return order.GetType().GetProperties().Select(p => new KeyValuePair<string, object?>(p.Name, [|p.GetValue(order)|]));")]
    [InlineData("return order.GetType().GetProperties().Select(p => new KeyValuePair<string, object?>(p.Name, [|p.GetValue(order)|])).OrderBy(p => p.Key).ToList();")]
    [InlineData("return order.GetType().GetProperties().Select(p => new KeyValuePair<string, string?>(p.Name, [|p.GetValue(order)|]?.ToString())).ToList();")]
    [InlineData("return order.GetType().GetProperties().Select((p, i) => new KeyValuePair<string, object?>(p.Name + i, [|p.GetValue(order)|])).ToList();")]
    [InlineData("ICollection<KeyValuePair<string, object?>> pairs = new List<KeyValuePair<string, object?>>(); foreach (var p in order.GetType().GetProperties()) pairs.Add(new(p.Name, [|p.GetValue(order)|])); return pairs;")]
    [InlineData("IDictionary<string, object?> bag = new ExpandoObject(); bag[\"x\"] = 1; foreach (var p in order.GetType().GetProperties()) bag.Add(p.Name, [|p.GetValue(order)|]); return bag;")]
    public Task OffersNothing_ForOtherPairs(string statements)
    {
        var source = $$"""
            using System.Collections.Generic;
            using System.Dynamic;
            using System.Linq;
            public sealed class Order { public int Id { get; set; } public string? Name { get; set; } }
            public static class Program
            {
                public static object Values(Order order)
                {
                    {{statements}}
                }
            }
            """;
        return Fix(source, source);
    }

    [Theory]
    [InlineData("public sealed class Order : Entity { public int Id { get; set; } } public class Entity { public int Key { get; set; } }", "order.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|])")]
    [InlineData("public class Order { public int Id { get; set; } } public class Special : Order { public int More { get; set; } }", "order.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|])")]
    [InlineData("public sealed class Order { public int Id { get; set; } public static int Count { get; set; } }", "order.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|])")]
    [InlineData("public sealed class Order { public int Id { get; set; } public int this[int i] => i; }", "order.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|])")]
    [InlineData("public sealed class Order { public int Id { set { } } }", "order.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|])")]
    [InlineData("public sealed class Order { public int Id { get; set; } }", "order.GetType().GetProperties().Where(p => Test(p)).ToDictionary(p => p.Name, p => [|p.GetValue(order)|])")]
    [InlineData("public sealed class Order { public int Id { get; set; } }", "order.GetType().GetProperties().ToDictionary(p => p.Name.ToUpperInvariant(), p => [|p.GetValue(order)|])")]
    [InlineData("public sealed class Order { public int Id { get; set; } }", "order.GetType().GetProperties(BindingFlags.NonPublic | BindingFlags.Instance).ToDictionary(p => p.Name, p => [|p.GetValue(order)|])")]
    [InlineData("public sealed class Order { public int Id { get; set; } }", "order.GetType().GetProperties().OrderBy(p => p.Name).ToDictionary(p => p.Name, p => [|p.GetValue(order)|])")]
    [InlineData("public sealed class Order { [System.Text.Json.Serialization.JsonPropertyName(\"id\")] public int Id { get; set; } }", "order.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|])")]
    [InlineData("public sealed class Order { public int Id { get; set; } }", "order.GetType().GetProperties().ToDictionary(p => p.Name, p => (object?)(\"\" + [|p.GetValue(order)|]))")]
    [InlineData("public sealed class Order { public int Id { get; set; } }", "order.GetType().GetProperties().ToDictionary(p => p.Name, p => /* why */ [|p.GetValue(order)|])")]
    public Task OffersNothing_WhereTheMapperWouldNotDoTheSame(string types, string expression)
    {
        var source = $$"""
            using System.Collections.Generic;
            using System.Linq;
            using System.Reflection;
            {{types}}
            public static class Program
            {
                public static Dictionary<string, object?> Values(Order order) => {{expression}};
                private static bool Test(PropertyInfo property) => property.Name.Length > 1;
            }
            """;
        return Fix(source, source);
    }

    [Fact]
    public Task OffersNothing_WithoutTheGenerator()
    {
        const string Source = """
            using System.Collections.Generic;
            using System.Linq;
            public sealed class Order { public int Id { get; set; } }
            public static class Program
            {
                public static Dictionary<string, object?> Values(Order order) => order.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|]);
            }
            """;
        return new CSharpCodeFixTest<DICT301ReflectionConversionAnalyzer, DICT301ReflectionConversionCodeFix, DefaultVerifier> { TestCode = Source, FixedCode = Source }.RunAsync();
    }

    /// <summary>Two conversions of one type share a mapper, whatever file they stand in; another choice of members is a method of its own.</summary>
    [Fact]
    public async Task FixAll_MakesEachMapperOnce()
    {
        var test = new MapperFixTest<DICT301ReflectionConversionAnalyzer, DICT301ReflectionConversionCodeFix> { NumberOfFixAllIterations = 1, NumberOfFixAllInDocumentIterations = 2 };
        test.TestState.Sources.Add(("Order.cs", """
            namespace Shop;

            public sealed class Order
            {
                public int Id { get; set; }
                public string? Name { get; set; }
            }
            """));
        test.TestState.Sources.Add(("One.cs", """
            using System.Collections.Generic;
            using System.Linq;

            namespace Shop;

            public static class One
            {
                public static Dictionary<string, object?> A(Order order) => typeof(Order).GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|]);

                public static Dictionary<string, object?> B(Order order) => order.GetType().GetProperties().Where(p => p.Name != "Id").ToDictionary(p => p.Name, p => [|p.GetValue(order)|]);
            }
            """));
        test.TestState.Sources.Add(("Two.cs", """
            using System.Collections.Generic;
            using System.Linq;
            using Shop;

            public static class Two
            {
                public static Dictionary<string, object?> C(Order order) => order.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(order)|]);
            }
            """));
        test.FixedState.Sources.Add(("Order.cs", """
            using System.Collections.Generic;
            using DictionaryAnalyzers;

            namespace Shop;

            public sealed class Order
            {
                public int Id { get; set; }
                public string? Name { get; set; }
            }

            [DictionaryMapper]
            internal static partial class OrderMapper
            {
                public static partial Dictionary<string, object?> ToDictionary(this Order order);

                [DictionaryMapping(Exclude = new[] { "Id" })]
                public static partial Dictionary<string, object?> ToDictionary2(this Order order);
            }
            """));
        test.FixedState.Sources.Add(("One.cs", """
            using System.Collections.Generic;
            using System.Linq;

            namespace Shop;

            public static class One
            {
                public static Dictionary<string, object?> A(Order order) => OrderMapper.ToDictionary(order);

                public static Dictionary<string, object?> B(Order order) => OrderMapper.ToDictionary2(order);
            }
            """));
        test.FixedState.Sources.Add(("Two.cs", """
            using System.Collections.Generic;
            using System.Linq;
            using Shop;

            public static class Two
            {
                public static Dictionary<string, object?> C(Order order) => OrderMapper.ToDictionary(order);
            }
            """));
        await test.RunAsync();
    }

    private static Task Fix(string before, string after) => new MapperFixTest<DICT301ReflectionConversionAnalyzer, DICT301ReflectionConversionCodeFix> { TestCode = before, FixedCode = after }.RunAsync();
}
