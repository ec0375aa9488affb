using System;
using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>Which types derive from another, under whatever name they call it.</summary>
public class TypeHierarchyTests
{
    [Theory]
    [InlineData("class A : Base { } class B : A { }", "A B")]
    [InlineData("class A : N.Base { } class B : global::N.Base { }", "A B")]
    [InlineData("partial class A { } partial class A : Base { } partial class A : Base { }", "A")]
    [InlineData("class Outer { struct S { } class A : Base { } }", "A")]
    [InlineData("class A { Base field; } class B { void Base() { } }", "")]
    [InlineData("namespace M { class Base { } class A : Base { } }", "")]
    [InlineData("namespace M { using B = N.Base; class A : B { } }", "A")]
    [InlineData("class A : Everywhere { }", "A")]
    [InlineData("record A : Base { }", "A")]
    public void Derived_AreFoundByName(string types, string expected) => Assert.Equal(expected, DerivedFrom("N.Base", types));

    [Theory]
    [InlineData("class A : IFace<int> { } interface IOther<T> : IFace<T> { } class B : IOther<int> { }", "A IOther B")]
    [InlineData("struct A : IFace<int> { } record struct B(int X) : N.IFace<string>;", "A B")]
    public void Implementing_AreFoundByName(string types, string expected) => Assert.Equal(expected, DerivedFrom("N.IFace`1", types));

    [Fact]
    public void Records_AreEquatable() => Assert.Equal("Base A B", DerivedFrom("System.IEquatable`1", "record A; record struct B;"));

    private static string DerivedFrom(string name, string types)
    {
        string[] sources = ["global using Everywhere = N.Base;", "namespace N { public record Base; public interface IFace<T> { } }", "using N;\n" + types];
        var compilation = CSharpCompilation.Create("Test", sources.Select(source => CSharpSyntaxTree.ParseText(source)), [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var hierarchy = new TypeHierarchy(compilation, new SourceFiles(compilation), new SourceBodies(compilation));
        var derived = hierarchy.WithDerived(compilation.GetTypeByMetadataName(name) ?? throw new ArgumentException(name)).Skip(1);
        return string.Join(" ", derived.Select(type => type.Name));
    }
}
