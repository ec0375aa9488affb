using System.Collections.Immutable;
using DictionaryAnalyzers.Vocabulary;

namespace DictionaryAnalyzers.Flow;

/// <summary>One access to something that a lock may guard, as far as that question goes.</summary>
/// <param name="Held">The numbers of the locks that are held, and whom they keep out.</param>
/// <param name="Role">What the access does.</param>
internal readonly record struct GuardedAccess(ImmutableArray<(int Lock, LockMode Mode)> Held, AccessRole Role)
{
    /// <summary>The locks that some of the callers hold, and not all: the access speaks neither for nor against them.</summary>
    public ImmutableArray<int> HeldBySome { get; init; } = [];

    /// <summary>Whether the lock around the access is the collection itself.</summary>
    public bool LocksTheCollection { get; init; }

    /// <summary>Whether the same code has looked into the collection before it took the lock: the lock can be for nothing else.</summary>
    public bool LooksBeforeLocking { get; init; }

    /// <summary>Whether <paramref name="number"/> is held in a mode that suffices: any for reading, one that keeps all others out for writing.</summary>
    public bool HoldsEnoughOf(int number)
    {
        foreach (var (held, mode) in Held)
        {
            if (held == number && (Role is not AccessRole.Writes || mode is LockMode.Exclusive))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether <paramref name="number"/> is held in any mode.</summary>
    public bool Holds(int number)
    {
        foreach (var (held, _) in Held)
        {
            if (held == number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether some lock keeps this access and <paramref name="other"/>, which may be the same one, from running at the same time.</summary>
    public bool IsKeptApartFrom(GuardedAccess other)
    {
        foreach (var (mine, mode) in Held)
        {
            foreach (var (theirs, otherMode) in other.Held)
            {
                if (mine == theirs && (mode is LockMode.Exclusive || otherMode is LockMode.Exclusive || (mode is LockMode.Upgradeable && otherMode is LockMode.Upgradeable)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
