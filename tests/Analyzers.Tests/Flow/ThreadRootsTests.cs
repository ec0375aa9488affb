using System.Linq;
using DictionaryAnalyzers.Flow;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>
/// Whether code that writes can meet other code, without Roslyn. <c>c</c> is called by others; a digit is something that is started:
/// plain, <c>+</c> that goes on, <c>*</c> that goes on from the beginning, <c>!</c> that meets itself and is over with its call.
/// </summary>
public class ThreadRootsTests
{
    [Theory]
    [InlineData("", "", true, false)]
    [InlineData("c", "", true, false)]
    [InlineData("c", "c", true, true)]
    [InlineData("c", "c", false, false)]
    [InlineData("1+", "c", false, true)]
    [InlineData("1", "c", false, false)]
    [InlineData("1+", "1+", false, false)]
    [InlineData("1!", "1!", false, true)]
    [InlineData("1!", "c", false, false)]
    [InlineData("1+", "2+", false, true)]
    [InlineData("1", "2+", false, false)]
    [InlineData("c1", "c2+", false, true)]
    [InlineData("c", "1*", false, true)]
    [InlineData("", "1*", true, false)]
    public void Meets(string write, string other, bool callersAreSeveral, bool expected) =>
        Assert.Equal(expected, Roots(write).Meets(Roots(other), otherWrites: true, callersAreSeveral));

    [Theory]
    [InlineData("c", "1+", false)]
    [InlineData("c", "1*", true)]
    [InlineData("1+", "c", true)]
    [InlineData("1*", "c", true)]
    public void Meets_WhatOnlyReads(string write, string other, bool expected) =>
        Assert.Equal(expected, Roots(write).Meets(Roots(other), otherWrites: false, callersAreSeveral: false));

    private static ThreadRoots Roots(string text) => new(
        text.Contains('c'),
        [
            .. from position in Enumerable.Range(0, text.Length)
               where char.IsDigit(text[position])
               let mark = position + 1 < text.Length ? text[position + 1] : ' '
               select new StartedThread(text[position], MeetsItself: mark == '!', GoesOn: mark is '+' or '*', FromBirth: mark == '*'),
        ]);
}
