using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which lock guards something, given all accesses to it and the locks that they hold, and which accesses it does not
/// guard. Only accesses that can run at the same time count: what constructors do is left out before.
/// </summary>
/// <param name="Guard">The number of the lock that most accesses hold.</param>
/// <param name="Holders">How many accesses hold it in a mode that suffices.</param>
/// <param name="Unguarded">The accesses, by their position, that do not, and that can meet a change.</param>
internal sealed record GuardInference(int Guard, int Holders, ImmutableArray<int> Unguarded)
{
    // One access under a lock is an accident, unless the lock is there for nothing else; two are a habit.
    private const int MinimumHolders = 2;

    /// <summary>The guard of what <paramref name="accesses"/> touch; null where there is none, nothing changes, or as much speaks against it.</summary>
    public static GuardInference? Of(IReadOnlyList<GuardedAccess> accesses)
    {
        if (accesses.All(access => access.Role is not AccessRole.Writes) || BestLock(accesses) is not { } guard)
        {
            return null;
        }

        var holders = accesses.Count(access => access.HoldsEnoughOf(guard));
        var users = accesses.Count(access => access.Role is not AccessRole.Witnesses && (access.HoldsEnoughOf(guard) || access.HeldBySome.Contains(guard)));
        var others = accesses.Count(access => access.Role is not AccessRole.Witnesses && !access.HoldsEnoughOf(guard) && !access.HeldBySome.Contains(guard));
        var writesAreGuarded = accesses.All(access => access.Role is not AccessRole.Writes || access.HoldsEnoughOf(guard));
        var isMeant = users >= MinimumHolders || (writesAreGuarded && (AllAreLocked(accesses) || accesses.Any(access => access.HoldsEnoughOf(guard) && IsForThisAlone(access))));
        if (!isMeant || (holders < others && !writesAreGuarded))
        {
            return null;
        }

        // Where one change locks the collection and more reads do not, these may well come when all is over.
        bool IsForThisAlone(GuardedAccess access) => access.LooksBeforeLocking || (access.LocksTheCollection && others <= holders);

        return new GuardInference(guard, holders, [.. Enumerable.Range(0, accesses.Count).Where(index => !accesses[index].HoldsEnoughOf(guard) && MeetsAWrite(accesses, index))]);
    }

    /// <summary>The position of the first write that no lock keeps apart from all other accesses, itself included; -1 where there is none.</summary>
    public static int FirstUnsynchronizedWrite(IReadOnlyList<GuardedAccess> accesses)
    {
        for (var index = 0; index < accesses.Count; index++)
        {
            if (accesses[index].Role is AccessRole.Writes && MeetsAWrite(accesses, index))
            {
                return index;
            }
        }

        return -1;
    }

    // Each takes a lock, and not the same one.
    private static bool AllAreLocked(IReadOnlyList<GuardedAccess> accesses) =>
        accesses.All(access => access.Role is AccessRole.Witnesses || !access.Held.IsDefaultOrEmpty);

    // The one that most hold; of two, the one that more writers hold; then the one that was met first.
    private static int? BestLock(IReadOnlyList<GuardedAccess> accesses)
    {
        (int Lock, int Holders, int Writers)? best = null;
        foreach (var number in accesses.SelectMany(access => access.Held).Select(held => held.Lock).Distinct())
        {
            var holders = accesses.Count(access => access.HoldsEnoughOf(number));
            var writers = accesses.Count(access => access.Role is AccessRole.Writes && access.HoldsEnoughOf(number));
            if (best is not var (_, mostHolders, mostWriters) || holders > mostHolders || (holders == mostHolders && writers > mostWriters))
            {
                best = (number, holders, writers);
            }
        }

        return best?.Lock;
    }

    // Two accesses that no lock keeps apart do harm where one of them is a write.
    private static bool MeetsAWrite(IReadOnlyList<GuardedAccess> accesses, int index)
    {
        var access = accesses[index];
        return access.Role is not AccessRole.Witnesses
            && accesses.Any(other => (access.Role, other.Role) is (AccessRole.Writes, not AccessRole.Witnesses) or (_, AccessRole.Writes) && !access.IsKeptApartFrom(other));
    }
}
