using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Benchmarks;

/// <summary>The sources that analyzers are measured on, compiled against the .NET 10 reference set.</summary>
internal static class Corpus
{
    /// <summary>Classes that use dictionaries and walk them, none of which has anything to report.</summary>
    public static CSharpCompilation WithoutHits(int classes) => Compile(Enumerable.Range(0, classes).Select(number => Class(number, "count += pair.Value;")));

    /// <summary>The same classes with a modification in each loop, directly and through a callee.</summary>
    public static CSharpCompilation WithHits(int classes) => Compile(Enumerable.Range(0, classes).Select(number =>
        Class(number, "if (pair.Value == 0) Add(pair.Key + \"!\", 1); else _entries.Add(pair.Key + \"?\", 2);")));

    /// <summary>The sources of this repository's own analyzers.</summary>
    public static CSharpCompilation OwnSources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Analyzers.sln")))
        {
            folder = folder.Parent;
        }

        var sources = Path.Combine(folder?.FullName ?? throw new InvalidOperationException("Run the benchmarks from inside the repository."), "src");
        return Compile(Directory.EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
    }

    /// <summary>One file of <paramref name="lines"/> lines or a little more, with a loop over a dictionary in every method.</summary>
    public static CSharpCompilation OneLongFile(int lines)
    {
        var text = new StringBuilder("using System.Collections.Generic;\nnamespace Corpus;\n");
        for (var number = 0; text.ToString().AsSpan().Count('\n') < lines; number++)
        {
            text.Append(Class(number, "count += pair.Value;").Replace("using System.Collections.Generic;", "", StringComparison.Ordinal)
                .Replace("namespace Corpus;", "", StringComparison.Ordinal));
        }

        return Compile([text.ToString()]);
    }

    /// <summary>A file without a mapper, then <paramref name="types"/> types in files of their own, each with its mapper.</summary>
    public static CSharpCompilation WithMappers(int types) => Compile(Enumerable.Range(0, types).Select(Mapped).Prepend(Class(types, "count += pair.Value;")));

    private static string Mapped(int number) => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using DictionaryAnalyzers;
        namespace Corpus.Mapped{{number.ToString(CultureInfo.InvariantCulture)}};

        public class Order
        {
            public int Id { get; set; }
            public string Name { get; set; } = "";
            public string? Note { get; set; }
            public decimal Price { get; set; }
            public int? Discount { get; set; }
            public DateTime Time { get; set; }
            public Guid Key { get; set; }
            public DayOfWeek Day { get; set; }
            public Customer? Customer { get; set; }
            public List<Line> Lines { get; set; } = new();
        }

        public class Customer { public string Email { get; set; } = ""; public string? Phone { get; set; } }
        public class Line { public string Item { get; set; } = ""; public int Count { get; set; } }

        [DictionaryMapper(NestedObjects = NestedObjects.Nest)]
        public static partial class OrderMapper
        {
            public static partial Dictionary<string, object?> ToDictionary(this Order order);
        }

        """;

    private static string Class(int number, string body) => $$"""
        using System.Collections.Generic;
        namespace Corpus;

        public sealed class Table{{number.ToString(CultureInfo.InvariantCulture)}}
        {
            private readonly Dictionary<string, int> _entries = new();
            private readonly List<string> _log = new();

            public void Add(string key, int value)
            {
                _log.Add(key);
                if (!_entries.ContainsKey(key))
                {
                    _entries.Add(key, value);
                }
            }

            public bool Remove(string key) => _entries.Remove(key);

            public int Count()
            {
                var count = 0;
                foreach (var pair in _entries)
                {
                    {{body}}
                }

                return count;
            }

            public string Describe()
            {
                var text = "";
                foreach (var line in _log)
                {
                    if (line.Length > 3 && _entries.TryGetValue(line, out var value))
                    {
                        text += line + value;
                    }
                }

                return text;
            }
        }

        """;

    private static CSharpCompilation Compile(IEnumerable<string> sources)
    {
        var trees = sources.Select((source, number) =>
            CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), $"File{number}.cs"));
        var references = DictionaryAnalyzers.Testing.ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, default).GetAwaiter().GetResult()
            .Concat([MetadataReference.CreateFromFile(typeof(Compilation).Assembly.Location), MetadataReference.CreateFromFile(typeof(CSharpCompilation).Assembly.Location)]);
        return CSharpCompilation.Create(
            "Corpus", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }
}
