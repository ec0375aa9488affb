using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Answers whether a key was made just before, as one that nobody has had: then nobody else comes to its entry, unless he is told of it.</summary>
internal static class FreshKeys
{
    /// <summary>Whether <paramref name="key"/> is a new GUID, or a number that was just given out.</summary>
    public static bool Are(IOperation? key, PathReader paths) => key is not null && paths.Origin(key) switch
    {
        IInvocationOperation { TargetMethod: { Name: "NewGuid" or "CreateVersion7" } made } => made.ContainingType.IsNamed("System", "Guid"),
        IInvocationOperation { TargetMethod: { Name: "Increment" } counted } => counted.ContainingType.IsNamed("System.Threading", "Interlocked"),
        IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } named } => Are(named, paths),
        ITupleOperation { Elements: var parts } => AnyOf(parts, paths),
        _ => false,
    };

    private static bool AnyOf(System.Collections.Immutable.ImmutableArray<IOperation> parts, PathReader paths)
    {
        foreach (var part in parts)
        {
            if (Are(part, paths))
            {
                return true;
            }
        }

        return false;
    }
}
