using System.Collections.Immutable;
using System.Linq;

namespace DictionaryAnalyzers.Flow;

/// <summary>Where the threads come from that run a piece of a type's code. A root that is not known is none.</summary>
/// <param name="IsCalled">Whether others call it, on whichever threads they have.</param>
/// <param name="Started">The delegates of the type's own making that run it.</param>
internal sealed record ThreadRoots(bool IsCalled, ImmutableArray<StartedThread> Started)
{
    /// <summary>Whether a way was found on which it runs once, or before anybody else comes: the host's start, what is loaded into a field.</summary>
    public bool RunsAlone { get; init; }

    /// <summary>
    /// Whether code with these roots, which writes, certainly can run at the same time as other code of the same object, which
    /// may be the same code again.
    /// </summary>
    /// <param name="other">The roots of the other code.</param>
    /// <param name="otherWrites">Whether the other code writes too.</param>
    /// <param name="callersAreSeveral">Whether those who call the object do so on several threads.</param>
    public bool Meets(ThreadRoots other, bool otherWrites, bool callersAreSeveral) =>
        (callersAreSeveral && IsCalled && other.IsCalled)
        || Started.Any(mine => (mine.GoesOn && other.IsCalled) || other.Started.Any(theirs => AreBeside(mine, theirs)))

        // What is filled first and only read by what is started then is no race.
        || (IsCalled && other.Started.Any(theirs => theirs.GoesOn && (otherWrites || theirs.FromBirth)));

    private static bool AreBeside(StartedThread one, StartedThread other) =>
        one.Id.Equals(other.Id) ? one.MeetsItself : one.GoesOn && other.GoesOn;
}
