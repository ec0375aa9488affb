using DictionaryAnalyzers.Vocabulary;

namespace DictionaryAnalyzers.Flow;

/// <summary>A lock as it is told of the object whose member it may guard, so that it is the same one in every body.</summary>
/// <param name="Path">The lock; where it is of the object, <c>this</c> is that object.</param>
/// <param name="IsOfOwner">Whether it is reached from the object itself.</param>
internal sealed record GuardKey(InstancePath Path, bool IsOfOwner)
{
    /// <summary>The lock <paramref name="held"/>, told of <paramref name="owner"/>; null where it is another one for each caller.</summary>
    public static GuardKey? Of(InstancePath held, InstancePath? owner)
    {
        if (held.Root.Kind is PathRootKind.Static or PathRootKind.Constant)
        {
            return new GuardKey(held, IsOfOwner: false);
        }

        // An instance's lock keeps nobody out of what all instances share.
        if (owner is null || owner.Root.Kind is PathRootKind.Static)
        {
            return null;
        }

        return held.StartsWith(owner) && held.Rebased(owner, InstancePath.This) is { } own
            ? new GuardKey(own, IsOfOwner: true)
            : new GuardKey(held, IsOfOwner: false);
    }
}
