namespace DictionaryAnalyzers.Package.Tests;

/// <summary>Projects that consume the package, each for one question, all restored and built by one command.</summary>
internal static class Consumers
{
    public const string Solution = "Consumers.slnx";

    public const string Broken = nameof(Broken);
    public const string Legal = nameof(Legal);
    public const string Old = nameof(Old);
    public const string Misspelt = nameof(Misspelt);
    public const string Strict = nameof(Strict);
    public const string None = nameof(None);
    public const string Several = nameof(Several);
    public const string Options = nameof(Options);
    public const string Mapping = nameof(Mapping);

    /// <summary>The line of <see cref="ThrowsEverywhere"/> that throws.</summary>
    public const int ThrowingLine = 11;

    /// <summary>Throws on every framework.</summary>
    public const string ThrowsEverywhere = """
        using System.Collections.Generic;

        public static class Prices
        {
            public static void DropExpired(SortedDictionary<string, decimal> prices, decimal limit)
            {
                foreach (var price in prices)
                {
                    if (price.Value > limit)
                    {
                        prices.Remove(price.Key);
                    }
                }
            }
        }
        """;

    /// <summary>Legal since .NET Core 3.0, throws on a framework before it.</summary>
    public const string ThrowsOnOldFrameworks = """
        using System.Collections.Generic;

        public static class Prices
        {
            public static void DropExpired(Dictionary<string, decimal> prices, decimal limit)
            {
                foreach (var price in prices)
                {
                    if (price.Value > limit)
                    {
                        prices.Remove(price.Key);
                    }
                }
            }
        }
        """;

    /// <summary>A copy that .NET 5 and later do not need, older frameworks do.</summary>
    public const string Copies = """
        using System.Collections.Generic;
        using System.Linq;

        public sealed class Prices
        {
            private readonly Dictionary<string, decimal> _prices = new Dictionary<string, decimal>();

            public void Set(string item, decimal price) => _prices[item] = price;

            public void DropExpired(decimal limit)
            {
                foreach (var price in _prices.ToList())
                {
                    if (price.Value > limit)
                    {
                        _prices.Remove(price.Key);
                    }
                }
            }
        }
        """;

    /// <summary>A program with a mapper, which prints what it makes.</summary>
    public const string Mapper = """
        using System;
        using System.Collections.Generic;
        using DictionaryAnalyzers;

        foreach (var entry in new Order { Id = 7, Customer = new Customer { Email = "ada" } }.ToDictionary())
        {
            Console.WriteLine($"{entry.Key}={entry.Value}");
        }

        public sealed class Order
        {
            public int Id { get; set; }
            public Customer? Customer { get; set; }
        }

        public sealed class Customer
        {
            public string Email { get; set; } = "";
            [DictionaryIgnore]
            public string Secret { get; set; } = "";
        }

        [DictionaryMapper(KeyNaming = KeyNaming.CamelCase, NestedObjects = NestedObjects.Flatten)]
        internal static partial class OrderMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Order order);
        }
        """;

    private const string NewFramework = "<TargetFramework>net10.0</TargetFramework>";

    public static void WriteTo(PackedPackage package)
    {
        package.WriteSolution(Solution, Broken, Legal, Old, Misspelt, Strict, None, Several, Options, Mapping);

        package.WriteProject(Broken, NewFramework);
        package.Write($"{Broken}/Prices.cs", ThrowsEverywhere);

        package.WriteProject(Legal, NewFramework);
        package.Write($"{Legal}/Prices.cs", ThrowsOnOldFrameworks);

        package.WriteProject(Old, "<TargetFramework>netstandard2.0</TargetFramework>");
        package.Write($"{Old}/Prices.cs", ThrowsOnOldFrameworks);

        package.WriteProject(Misspelt, NewFramework + "<DictionaryAnalyzersMode>Loud</DictionaryAnalyzersMode>");
        package.Write($"{Misspelt}/Prices.cs", ThrowsEverywhere);

        package.WriteProject(Strict, NewFramework + "<DictionaryAnalyzersMode>Strict</DictionaryAnalyzersMode>");
        package.Write($"{Strict}/Prices.cs", Copies);

        package.WriteProject(None, NewFramework + "<DictionaryAnalyzersMode>None</DictionaryAnalyzersMode>");
        package.Write($"{None}/Prices.cs", ThrowsEverywhere);

        // Written over several lines, as people do.
        package.WriteProject(Several, """
            <TargetFrameworks>
              net10.0;
              netstandard2.0
            </TargetFrameworks>
            <DictionaryAnalyzersMode>Strict</DictionaryAnalyzersMode>
            """);
        package.Write($"{Several}/Prices.cs", Copies);

        package.WriteProject(Mapping, NewFramework + "<OutputType>Exe</OutputType><Nullable>enable</Nullable><AnalysisLevel>latest-all</AnalysisLevel><TreatWarningsAsErrors>true</TreatWarningsAsErrors><NoWarn>CA1515;CA1852;CA1050</NoWarn>");
        package.Write($"{Mapping}/Program.cs", Mapper);

        package.WriteProject(Options, NewFramework);
        package.Write($"{Options}/Prices.cs", ThrowsEverywhere);
        package.Write($"{Options}/.editorconfig", """
            [*.cs]
            dictionary_analyzers.additional_types = Not A Type!
            """);
        package.Write($"{Options}/.globalconfig", """
            is_global = true
            # a comment
            dictionary_analyzers.aditional_types = Shop.PriceTable
            """);
    }
}
