using System;
using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Testing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Vocabulary;

/// <summary>Runs the operations over parts of their own collection and compares with what the package holds of them.</summary>
public class CollectionViewsTests
{
    private static readonly Compilation Compilation = Probe.Compile(ReferenceAssemblies.Net.Net100);

    [Theory]
    [InlineData("UnionWith")]
    [InlineData("ExceptWith")]
    [InlineData("SymmetricExceptWith")]
    [InlineData("IntersectWith")]
    public void ASortedSet_ChangesWhileItReads(string operation)
    {
        var set = new SortedSet<int> { 1, 2, 3 };
        var isRemoval = operation is "ExceptWith" or "IntersectWith";
        var part = isRemoval ? set.Where(item => item > 0) : set.Select(item => item + 10);
        Assert.Equal(
            Fails(() => typeof(SortedSet<int>).GetMethod(operation)!.CreateDelegate<Action<IEnumerable<int>>>(set)(part)),
            CollectionViews.ChangesWhileReading(Method("SortedSet`1", operation), CollectionKind.SortedSet));
    }

    // What removes is legal on the current framework, and was not on the first.
    [Theory]
    [InlineData("UnionWith", true)]
    [InlineData("SymmetricExceptWith", true)]
    [InlineData("ExceptWith", false)]
    [InlineData("IntersectWith", false)]
    public void AHashSet_ChangesWhileItReads(string operation, bool fails)
    {
        var set = new HashSet<int> { 1, 2, 3 };
        var part = set.Select(item => item + 10);
        Assert.Equal(fails, Fails(() => typeof(HashSet<int>).GetMethod(operation)!.CreateDelegate<Action<IEnumerable<int>>>(set)(part)));
        Assert.Equal(operation is not "IntersectWith", CollectionViews.ChangesWhileReading(Method("HashSet`1", operation), CollectionKind.HashSet));
    }

    [Fact]
    public void AList_ChangesWhileItReads()
    {
        var list = new List<int> { 1, 2, 3 };
        Assert.True(Fails(() => list.AddRange(list.Where(item => item > 0))));
        Assert.True(Fails(() => list.InsertRange(0, list.Where(item => item > 0))));
        Assert.True(CollectionViews.ChangesWhileReading(Method("List`1", "AddRange"), CollectionKind.List));
        Assert.True(CollectionViews.ChangesWhileReading(Method("List`1", "InsertRange"), CollectionKind.List));
    }

    [Fact]
    public void AWindowOfASortedSet_GoesOnReading()
    {
        var set = new SortedSet<int> { 1, 2, 3 };
        Assert.True(Fails(() => Remove(set.GetViewBetween(0, 9))));
        Assert.True(Fails(() => Remove(set.Reverse())));
        Assert.True(CollectionViews.IsLive(Method("SortedSet`1", "GetViewBetween"), CollectionKind.SortedSet));
        Assert.True(CollectionViews.IsLive(Method("SortedSet`1", "Reverse"), CollectionKind.SortedSet));

        void Remove(IEnumerable<int> view)
        {
            foreach (var item in view)
            {
                set.Remove(item);
            }
        }
    }

    private static bool Fails(Action action) => Record.Exception(action) is InvalidOperationException;

    private static IMethodSymbol Method(string type, string name) =>
        Compilation.GetTypeByMetadataName("System.Collections.Generic." + type)!.GetMembers(name).OfType<IMethodSymbol>().First();
}
