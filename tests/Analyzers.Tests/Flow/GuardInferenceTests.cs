using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Xunit;

namespace DictionaryAnalyzers.Tests.Flow;

/// <summary>
/// Which lock guards something, without a compiler. An access is a letter, <c>r</c>eads, <c>w</c>rites or <c>h</c>ands on, and
/// the numbers of the locks it holds; <c>W</c> writes with the collection as the lock, <c>L</c> after it has looked; <c>s</c> after a number is a reader's, <c>u</c> the upgradeable mode.
/// </summary>
public class GuardInferenceTests
{
    [Theory]
    [InlineData("no lock", "w r r", "none")]
    [InlineData("one holder", "w1 r", "none")]
    [InlineData("one holder, whose lock is the collection", "W1 r", "1 by 1: 1")]
    [InlineData("one holder, whose lock is the collection, and more without it", "W1 r r", "none")]
    [InlineData("one holder, whose lock is the collection, and another change", "W1 r w", "none")]
    [InlineData("one holder, who looked before", "L1 r", "1 by 1: 1")]
    [InlineData("one holder, who looked before, and more without it", "L1 r r", "1 by 1: 1 2")]
    [InlineData("each holds another", "w1 r2", "1 by 1: 1")]
    [InlineData("each holds another, but one holds none", "w1 r2 r", "none")]
    [InlineData("no write", "r1 r1 r", "none")]
    [InlineData("all hold it", "w1 r1 w1", "1 by 3:")]
    [InlineData("a read does not", "w1 w1 r", "1 by 2: 2")]
    [InlineData("a write does not", "r1 r1 w", "1 by 2: 2")]
    [InlineData("readers lock, the writer does not", "w r1 r1 r1", "1 by 3: 0")]
    [InlineData("as many do not", "w1 r1 w r", "1 by 2: 2 3")]
    [InlineData("more do not", "w1 r1 w r r", "none")]
    [InlineData("more do not, but all writes do", "w1 w1 r r r r", "1 by 2: 2 3 4 5")]
    [InlineData("what is handed on is not used", "w1 h1 r", "none")]
    [InlineData("what is handed on shows the lock", "w1 w1 h1 r r r", "1 by 3: 3 4 5")]
    [InlineData("what is handed on without the lock is not known", "w1 r1 h", "1 by 2:")]
    [InlineData("another lock", "w1 w1 r2", "1 by 2: 2")]
    [InlineData("another lock, taken more often", "w1 w2 w2 r2", "2 by 3: 0")]
    [InlineData("of two as frequent the writers' one", "r1 r1 w2 w2", "2 by 2: 0 1")]
    [InlineData("both locks to write, either to read", "w12 w12 r1 r2", "1 by 3:")]
    [InlineData("both locks to write, none to read", "w12 w12 r1 r", "1 by 3: 3")]
    [InlineData("nested locks", "w12 w12 r2 r2", "2 by 4:")]
    [InlineData("a reader's lock suffices to read", "w1 r1s r1s", "1 by 3:")]
    [InlineData("a reader's lock does not suffice to write", "w1 w1 w1s r1s", "1 by 3: 2")]
    [InlineData("the upgradeable mode suffices to read", "w1 w1 r1u", "1 by 3:")]
    [InlineData("the upgradeable mode does not suffice to write where others read", "w1 w1u r1s", "1 by 2: 1")]
    [InlineData("the upgradeable mode keeps its like out", "w1u w1u r1", "none")]
    [InlineData("the upgradeable mode keeps its like out, beside a lock", "w1 w1 w1u r1", "1 by 3:")]
    public void TheGuard_IsTheLockOfMost(string what, string accesses, string expected)
    {
        Assert.NotEmpty(what);
        var found = GuardInference.Of(Read(accesses));
        Assert.Equal(expected, found is null ? "none" : $"{found.Guard} by {found.Holders}:{string.Concat(found.Unguarded.Select(index => " " + index))}");
    }

    [Theory]
    [InlineData("r r", -1)]
    [InlineData("w", 0)]
    [InlineData("r w r w", 1)]
    [InlineData("w1 r1", -1)]
    [InlineData("w1 w1 r", 0)]
    [InlineData("w1s r1s", 0)]
    [InlineData("w1 h", -1)]
    [InlineData("w1 r2", 0)]
    [InlineData("w12 r1 r2", -1)]
    [InlineData("r1 w1 w", 1)]
    public void TheFirstUnsynchronizedWrite_MeetsSomething(string accesses, int expected) =>
        Assert.Equal(expected, GuardInference.FirstUnsynchronizedWrite(Read(accesses)));

    private static ImmutableArray<GuardedAccess> Read(string accesses) => [.. accesses.Split(' ').Select(text => new GuardedAccess(
        [.. Enumerable.Range(1, text.Length - 1).Where(index => char.IsDigit(text[index])).Select(index => (text[index] - '0', Mode(text, index + 1)))],
        text[0] switch { 'w' or 'W' or 'L' => AccessRole.Writes, 'r' => AccessRole.Reads, _ => AccessRole.Witnesses })
        {
            LocksTheCollection = text[0] is 'W',
            LooksBeforeLocking = text[0] is 'L',
        })];

    private static LockMode Mode(string text, int index) => index >= text.Length ? LockMode.Exclusive : text[index] switch
    {
        's' => LockMode.Shared,
        'u' => LockMode.Upgradeable,
        _ => LockMode.Exclusive,
    };
}
