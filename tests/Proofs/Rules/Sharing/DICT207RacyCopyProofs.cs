using System;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing.Running;
using Xunit;

namespace DictionaryAnalyzers.Proofs.Rules.Sharing;

// Before each repair the copy throws when the dictionary grows between its two steps, after it there is one step. The
// dictionary grows whenever it is asked for its count by one of its interfaces, which is what a copy by two steps does.
public class DICT207RacyCopyProofs
{
    [Theory]
    [InlineData("List<KV> copy = cd.ToList();")]
    [InlineData("IReadOnlyList<KV> copy = cd.ToList();")]
    [InlineData("var copy = Enumerable.ToArray(cd);")]
    [InlineData("var copy = ((IDictionary<int, int>)cd).ToArray();")]
    [InlineData("KV[] copy = [.. cd];")]
    [InlineData("List<KV> copy = [.. cd];")]
    [InlineData("IReadOnlyCollection<KV> copy = [.. cd];")]
    [InlineData("ImmutableArray<KV> copy = [.. cd];")]
    [InlineData("var copy = new List<KV>(cd);")]
    [InlineData("var copy = new List<KV>(); copy.AddRange(cd);")]
    [InlineData("var copy = new List<KV>(); copy.InsertRange(0, cd);")]
    [InlineData("var copy = new Queue<KV>(cd);")]
    [InlineData("var copy = new Stack<KV>(cd).Reverse().ToArray();")]
    [InlineData("var copy = cd.OrderBy(p => p.Key).ToArray();")]
    [InlineData("var copy = new List<KV>(); foreach (var p in cd.OrderBy(p => p.Key)) copy.Add(p);")]
    [InlineData("var copy = cd.Reverse().Reverse().ToArray();")]
    [InlineData("var copy = cd.Append(new KV(9, 9)).ToArray();")]
    [InlineData("var copy = cd.Concat(new KV[] { new(9, 9) }).ToList();")]
    [InlineData("var copy = cd.ToImmutableArray();")]
    [InlineData("var copy = cd.ToImmutableList();")]
    [InlineData("var copy = cd.AsEnumerable().ToList();")]
    [InlineData("var copy = maybe?.ToList()!;")]
    public Task ToArray_IsOneStep(string body) => Prove<ArgumentException>(body);

    [Theory]
    [InlineData("KV[] copy = [new(9, 9), .. cd];")]
    [InlineData("List<KV> copy = [new(9, 9), .. cd];")]
    public Task ToArray_IsOneStep_WhereTheCountMadeTheRoom(string body) => Prove<IndexOutOfRangeException>(body);

    private static Task Prove<TException>(string body)
        where TException : Exception => Proof
        .Of<DICT207RacyCopyAnalyzer, DICT207RacyCopyCodeFix>(
            $$"""
            using System.Collections;
            using System.Collections.Concurrent;
            using System.Collections.Generic;
            using System.Collections.Immutable;
            using System.Linq;
            using KV = System.Collections.Generic.KeyValuePair<int, int>;

            new Cache().Run();

            sealed class Cache
            {
                private readonly Growing cd = new();
                private readonly Growing? maybe = new();

                public void Add(int key) { cd[key] = key; maybe![key] = key; }

                public void Run()
                {
                    {{body}}
                    System.Console.WriteLine(string.Join(" ", copy.Select(p => p.Key).Where(key => key < 9).Take(3)));
                }
            }

            sealed class Growing : ConcurrentDictionary<int, int>, ICollection<KV>, IReadOnlyCollection<KV>, ICollection
            {
                public Growing() : base(Enumerable.Range(1, 3).Select(number => KeyValuePair.Create(number, number))) { }

                public new int Count
                {
                    get
                    {
                        var count = base.Count;
                        for (var added = 0; added < 50; added++) { TryAdd(10 + count + added, added); }
                        return count;
                    }
                }

                int ICollection<KV>.Count => Count;
                int IReadOnlyCollection<KV>.Count => Count;
                int ICollection.Count => Count;
            }
            """)
        .WithKey(DICT207RacyCopyCodeFix.ToArrayKey)
        .InProcess()
        .FaultsWith<TException>()
        .ThenPrints("1 2 3")
        .RunAsync();
}
