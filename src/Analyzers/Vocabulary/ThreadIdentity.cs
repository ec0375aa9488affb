using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Answers whether a key is the thread or task that uses it: each then has an entry of its own, and no other comes to it.</summary>
internal static class ThreadIdentity
{
    /// <summary>Whether <paramref name="key"/>, or a part of it, names the thread or the task that runs.</summary>
    public static bool IsIn(IOperation? key, PathReader paths)
    {
        if (key is null)
        {
            return false;
        }

        var origin = paths.Origin(key);
        return origin.Type.IsNamed("System.Threading", "Thread")
            || origin is IPropertyReferenceOperation { Property: { Name: "CurrentManagedThreadId" or "ManagedThreadId" or "CurrentId" } }
            || (origin is IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } named } && IsIn(named, paths))
            || (origin is ITupleOperation tuple && tuple.Elements.Any(element => IsIn(element, paths)));
    }
}
