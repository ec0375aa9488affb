using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// A call that takes or gives back a lock. This is the only place that knows the methods of locks.
/// </summary>
/// <param name="Operation">The call.</param>
/// <param name="Verb">What it does.</param>
/// <param name="Mode">Whom it keeps out.</param>
/// <param name="Family">The kind of lock.</param>
/// <param name="Target">The lock.</param>
/// <param name="Key">What the lock is asked for, where it is one lock for each key.</param>
/// <param name="Taken">The <c>ref bool lockTaken</c>, where the call has one.</param>
internal readonly record struct LockUse(
    IInvocationOperation Operation, LockVerb Verb, LockMode Mode, LockFamily Family, IOperation Target, IOperation? Key, IOperation? Taken)
{
    // How the methods of locks begin whose types the package does not know by name.
    private static readonly ImmutableArray<string> Givers = ["Exit", "Release", "Unlock", "Leave"];
    private static readonly ImmutableArray<string> Takers = ["Enter", "Lock", "Acquire", "Wait", "Read", "Writ", "Upgradeable", "Obtain", "Take"];
    private static readonly ImmutableArray<string> WriterEntries = ["EnterWriteLock", "TryEnterWriteLock", "EnterWriteLockAsync", "TryEnterWriteLockAsync"];
    private static readonly ImmutableArray<string> Beginnings = [.. Givers, .. Takers, "Try", "UpgradeToWriterLock", "DowngradeFromWriterLock"];
    private static readonly ulong FirstLetters = Beginnings.Aggregate(0UL, static (letters, beginning) => letters | BitOf(beginning[0]));

    /// <summary>Whether what begins at <paramref name="position"/> can be a <see cref="IsLockName"/>, without making a string of it.</summary>
    public static bool MayBeginAt(string text, int position)
    {
        if ((FirstLetters & BitOf(text[position])) == 0)
        {
            return false;
        }

        foreach (var beginning in Beginnings)
        {
            if (text[position] == beginning[0] && string.CompareOrdinal(text, position, beginning, 0, beginning.Length) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static ulong BitOf(char letter) => 1UL << (letter & 63);

    /// <summary>Whether a method called <paramref name="name"/> can be one of a lock that the package knows.</summary>
    public static bool IsLockName(string name) => IsKnown(name) || CustomVerb(name, returnsFlag: false) is not null;

    // Asked of every call there is: a switch on the text is made of this, not a look-up.
    private static bool IsKnown(string name) => name is
        "Enter" or "TryEnter" or "Exit" or "Wait" or "WaitAsync" or "WaitOne" or "Release" or "ReleaseMutex" or "EnterScope" or
        "EnterReadLock" or "TryEnterReadLock" or "ExitReadLock" or
        "EnterUpgradeableReadLock" or "TryEnterUpgradeableReadLock" or "ExitUpgradeableReadLock" or
        "EnterWriteLock" or "TryEnterWriteLock" or "ExitWriteLock" or
        "AcquireReaderLock" or "ReleaseReaderLock" or "AcquireWriterLock" or "ReleaseWriterLock" or "UpgradeToWriterLock" or "DowngradeFromWriterLock" or "ReleaseLock";

    /// <summary>What <paramref name="call"/> does to a lock; null when it has nothing to do with one.</summary>
    public static LockUse? TryGet(IInvocationOperation call, KnownTypes types)
    {
        var method = call.TargetMethod;
        if (!IsLockName(method.Name))
        {
            return null;
        }

        if (method.ContainingType.IsNamed("System.Threading", "Monitor"))
        {
            return OfMonitor(call);
        }

        if (call.Receiver() is not { } receiver)
        {
            return null;
        }

        receiver = receiver.ResolvedReceiver();
        if (receiver.Type is { ContainingType: null } type && type.IsNamed("System.Threading", type.Name))
        {
            return call.TargetMethod is { IsExtensionMethod: false, ReducedFrom: null } && call.Instance is not null ? OfFramework(call, receiver, type.Name) : OfExtension(call, receiver, type.Name, types);
        }

        return OfCustom(call, receiver, types);
    }

    /// <summary>Whether a type that nobody has listed is, by its name, a lock that is held through <c>using</c>: AsyncLock, NamedMutex.</summary>
    public static bool IsNamedLikeALock(ITypeSymbol? type) =>
        type is { TypeKind: not TypeKind.Error }
        && (type.Name.EndsWith("Lock", System.StringComparison.Ordinal) || type.Name.EndsWith("Mutex", System.StringComparison.Ordinal)
            || type.Name.EndsWith("Locker", System.StringComparison.Ordinal));

    private static LockUse? OfMonitor(IInvocationOperation call)
    {
        if (call.Argument(0) is not { } target)
        {
            return null;
        }

        LockVerb? verb = call.TargetMethod.Name switch
        {
            "Enter" => LockVerb.Acquire,
            "TryEnter" => LockVerb.TryAcquire,
            "Exit" => LockVerb.Release,
            "Wait" => LockVerb.Pause,
            _ => null,
        };
        return verb is { } found ? Create(call, found, LockMode.Exclusive, LockFamily.Monitor, target) : null;
    }

    private static LockUse? OfFramework(IInvocationOperation call, IOperation receiver, string type)
    {
        var tries = ReturnsFlag(call.TargetMethod) && !WaitsForEver(call);
        var name = call.TargetMethod.Name;
        (LockVerb Verb, LockMode Mode, LockFamily Family)? found = (type, name) switch
        {
            ("Lock", "Enter") => (LockVerb.Acquire, LockMode.Exclusive, LockFamily.Lock),
            ("Lock", "TryEnter") => (LockVerb.TryAcquire, LockMode.Exclusive, LockFamily.Lock),
            ("Lock", "EnterScope") => (LockVerb.AcquireScope, LockMode.Exclusive, LockFamily.Lock),
            ("Lock", "Exit") => (LockVerb.Release, LockMode.Exclusive, LockFamily.Lock),
            ("SpinLock", "Enter") => (LockVerb.Acquire, LockMode.Exclusive, LockFamily.Spin),
            ("SpinLock", "TryEnter") => (LockVerb.TryAcquire, LockMode.Exclusive, LockFamily.Spin),
            ("SpinLock", "Exit") => (LockVerb.Release, LockMode.Exclusive, LockFamily.Spin),
            ("SemaphoreSlim", "Wait" or "WaitAsync") or ("Semaphore", "WaitOne") =>
                (tries ? LockVerb.TryAcquire : LockVerb.Acquire, LockMode.Exclusive, LockFamily.Semaphore),
            ("SemaphoreSlim" or "Semaphore", "Release") => (LockVerb.Release, LockMode.Exclusive, LockFamily.Semaphore),
            ("Mutex", "WaitOne") => (tries ? LockVerb.TryAcquire : LockVerb.Acquire, LockMode.Exclusive, LockFamily.Mutex),
            ("Mutex", "ReleaseMutex") => (LockVerb.Release, LockMode.Exclusive, LockFamily.Mutex),
            ("ReaderWriterLockSlim" or "ReaderWriterLock", _) => OfReaderWriter(name, tries),
            _ => null,
        };
        return found is { } use ? Create(call, use.Verb, use.Mode, use.Family, receiver) : null;
    }

    private static (LockVerb Verb, LockMode Mode, LockFamily Family)? OfReaderWriter(string name, bool tries)
    {
        var mode = name.Contains("Upgradeable") ? LockMode.Upgradeable
            : name.Contains("Read") ? LockMode.Shared
            : LockMode.Exclusive;
        LockVerb? verb = name switch
        {
            "EnterReadLock" or "EnterUpgradeableReadLock" or "EnterWriteLock" or "AcquireReaderLock" or "AcquireWriterLock" or "UpgradeToWriterLock" => LockVerb.Acquire,
            "TryEnterReadLock" or "TryEnterUpgradeableReadLock" or "TryEnterWriteLock" => tries ? LockVerb.TryAcquire : LockVerb.Acquire,
            "ExitReadLock" or "ExitUpgradeableReadLock" or "ExitWriteLock" or "ReleaseReaderLock" or "ReleaseWriterLock" or "DowngradeFromWriterLock" or "ReleaseLock" => LockVerb.Release,
            _ => null,
        };
        return verb is { } found ? (found, mode, LockFamily.ReaderWriter) : null;
    }

    // 'using (await semaphore.EnterAsync())', 'using (readerWriterLock.Write())': what is somebody's own counts in the form that cannot mean anything else.
    private static LockUse? OfExtension(IInvocationOperation call, IOperation receiver, string type, KnownTypes types)
    {
        LockFamily? family = type switch
        {
            "SemaphoreSlim" or "Semaphore" => LockFamily.Semaphore,
            "ReaderWriterLockSlim" or "ReaderWriterLock" => LockFamily.ReaderWriter,
            "Mutex" => LockFamily.Mutex,
            "Lock" => LockFamily.Lock,
            _ => null,
        };
        return family is { } found && CustomVerb(call.TargetMethod.Name, returnsFlag: false) is LockVerb.Acquire && GivesScope(call.TargetMethod, types)
            ? Create(call, LockVerb.AcquireScope, ModeOf(call.TargetMethod), found, receiver)
            : null;
    }

    private static LockUse? OfCustom(IInvocationOperation call, IOperation receiver, KnownTypes types)
    {
        var isListed = types.IsLock(receiver.Type);
        if (!isListed && !IsNamedLikeALock(receiver.Type))
        {
            return null;
        }

        isListed = isListed || LetsReadersIn(receiver.Type);

        var method = call.TargetMethod;
        if (CustomVerb(method.Name, ReturnsFlag(method)) is not { } verb)
        {
            return null;
        }

        if (verb is LockVerb.Acquire && GivesScope(method, types))
        {
            verb = LockVerb.AcquireScope;
        }

        // What nobody has listed counts only in the forms that cannot mean anything else: 'using (await gate.LockAsync())', 'gate.TryEnterWriteLock(timeout)'.
        return isListed || verb is LockVerb.AcquireScope ? Create(call, verb, ModeOf(method), LockFamily.Custom, receiver) with { Key = KeyOf(call) } : null;
    }

    // By its name a lock, and one that is entered as ReaderWriterLockSlim is: whatever gives it back is meant so.
    private static bool LetsReadersIn(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var name in WriterEntries)
            {
                if (!type.GetMembers(name).IsEmpty)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static LockMode ModeOf(IMethodSymbol method) =>
        method.Name.Contains("Upgradeable") ? LockMode.Upgradeable : method.Name.Contains("Read") ? LockMode.Shared : LockMode.Exclusive;

    // A task can be disposed of too, and is no lock that somebody holds.
    private static bool GivesScope(IMethodSymbol method, KnownTypes types) =>
        ResultOf(method) is { SpecialType: not SpecialType.System_Void, Name: not ("Task" or "ValueTask") } result && types.IsDisposable(result);

    private static LockVerb? CustomVerb(string name, bool returnsFlag)
    {
        if (BeginsWithOneOf(name, Givers) || name.EndsWith("Unlock", System.StringComparison.Ordinal))
        {
            return LockVerb.Release;
        }

        if (name.StartsWith("Try", System.StringComparison.Ordinal))
        {
            return returnsFlag || name.Contains("Enter") || name.Contains("Lock") || name.Contains("Acquire") || name.Contains("Wait") ? LockVerb.TryAcquire : null;
        }

        return BeginsWithOneOf(name, Takers) ? returnsFlag ? LockVerb.TryAcquire : LockVerb.Acquire : null;
    }

    private static bool BeginsWithOneOf(string name, ImmutableArray<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (name.StartsWith(beginning, System.StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // 'gate.LockAsync(key)'; a token or a timeout is no key.
    private static IOperation? KeyOf(IInvocationOperation call) => call.Arguments
        .Where(argument => !argument.IsImplicit && argument.Value != call.Receiver())
        .Select(argument => argument.Value)
        .FirstOrDefault(value => value.Unwrapped().Type is { } type
            && !type.IsNamed("System.Threading", "CancellationToken") && !type.IsNamed("System", "TimeSpan")
            && !(type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32));

    private static LockUse Create(IInvocationOperation call, LockVerb verb, LockMode mode, LockFamily family, IOperation target) => new(
        call, verb, mode, family, target, null,
        call.Arguments.FirstOrDefault(argument => argument.Parameter is { RefKind: RefKind.Ref, Type.SpecialType: SpecialType.System_Boolean })?.Value);

    private static bool ReturnsFlag(IMethodSymbol method) => ResultOf(method) is { SpecialType: SpecialType.System_Boolean };

    private static ITypeSymbol? ResultOf(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask" or "AwaitableDisposable", TypeArguments: [var result] } ? result : method.ReturnType;

    // 'Wait(-1)', 'WaitOne()'
    private static bool WaitsForEver(IInvocationOperation call) =>
        call.Arguments.All(argument => argument.Parameter?.Type.SpecialType is not SpecialType.System_Int32 && !argument.Parameter!.Type.IsNamed("System", "TimeSpan"))
        || call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: -1 });
}
