using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers;

public static partial class Descriptors
{
    /// <summary>DICT201: a dictionary captured by concurrent code is written without synchronization.</summary>
    public static readonly DiagnosticDescriptor DICT201CapturedDictionary = Create(
        "DICT201",
        "A dictionary captured by concurrent code is written without synchronization",
        "'{0}' changes '{1}' without a lock, while '{2}' {3}: two threads in one {4} at once lose entries, corrupt its buckets or make it throw",
        RuleCategories.Sharing,
        RuleLevel.Defect,
        "Dictionaries and sets are not thread-safe: a change excludes every other use at the same time, of other keys too. Code that runs beside itself or beside its creator needs a lock or a ConcurrentDictionary.");

    /// <summary>DICT202: a shared dictionary is written without synchronization.</summary>
    public static readonly DiagnosticDescriptor DICT202SharedWrite = Create(
        "DICT202",
        "A shared dictionary is written without synchronization",
        "'{0}' writes '{1}' without a lock, and {2}: two threads that write it at once lose entries or corrupt it, and those that read it meanwhile can throw, miss entries or never return",
        RuleCategories.Sharing,
        RuleLevel.Defect,
        "Dictionaries and sets allow several readers or one writer. What is static, and what a shared object holds, is reached by all threads.");

    /// <summary>DICT203: a dictionary is not always accessed under its lock.</summary>
    public static readonly DiagnosticDescriptor DICT203UnguardedAccess = Create(
        "DICT203",
        "A dictionary is not always accessed under its lock",
        "'{0}' {1} '{2}', which {3} other accesses to '{4}' hold: {5}",
        RuleCategories.Sharing,
        RuleLevel.Defect,
        "A lock protects a dictionary or set only where every access takes it. A read without the lock meets the write of another thread: it throws, misses entries or goes round in a circle for ever.");

    /// <summary>DICT204: check-then-act on a ConcurrentDictionary.</summary>
    public static readonly DiagnosticDescriptor DICT204CheckThenAct = Create(
        "DICT204",
        "Check-then-act on a ConcurrentDictionary",
        "'{0}' relies on what was asked of '{1}' in another call before: {2}",
        RuleCategories.Sharing,
        RuleLevel.Defect,
        "Each call of a ConcurrentDictionary is atomic, two calls are not: between a look-up and what is done because of it another thread can change the entry.");

    /// <summary>DICT205: a conditional removal can remove somebody else's value.</summary>
    public static readonly DiagnosticDescriptor DICT205ConditionalRemoval = Create(
        "DICT205",
        "A conditional removal can remove somebody else's value",
        "'{0}' removes whatever '{1}' holds under the key by now, not the value that was tested: a value that another thread has put there since is lost",
        RuleCategories.Sharing,
        RuleLevel.Suggestion,
        "A removal by key after a test of the value removes the key even where its value was replaced in between; a removal of the pair removes only what was tested.");

    /// <summary>DICT206: a factory that can run more than once has an effect.</summary>
    public static readonly DiagnosticDescriptor DICT206FactoryWithEffect = Create(
        "DICT206",
        "A GetOrAdd or AddOrUpdate factory with an effect can run more than once",
        "{0} '{1}' on '{2}' {3}{4}: {5}, and {6}",
        RuleCategories.Sharing,
        RuleLevel.Defect,
        "A ConcurrentDictionary calls its factories outside of its locks: threads that race for a key each run the factory, and one result is kept.");

    /// <summary>DICT207: a concurrent dictionary is copied in two steps.</summary>
    public static readonly DiagnosticDescriptor DICT207RacyCopy = Create(
        "DICT207",
        "A copy of a ConcurrentDictionary can throw",
        "'{0}' asks '{1}' for its count and then copies its entries: an entry that another thread adds in between makes it throw {2}",
        RuleCategories.Sharing,
        RuleLevel.Defect,
        "Both steps are atomic, together they are not. An entry that is removed in between leaves an empty one in the copy. The dictionary's own ToArray() is one step.");

    /// <summary>DICT208: a loop, or each insertion, uses what locks or copies a whole concurrent dictionary.</summary>
    public static readonly DiagnosticDescriptor DICT208WholeTableInLoop = Create(
        "DICT208",
        "A loop, or each insertion, locks or copies a whole ConcurrentDictionary",
        "'{0}' takes every lock of '{1}'{2}: {3}, and all other threads wait",
        RuleCategories.Sharing,
        RuleLevel.Suggestion,
        "Count, Keys and Values of a ConcurrentDictionary take all of its locks, and Keys and Values copy the table. Enumerating the dictionary takes none.");

    /// <summary>DICT209: check and insert straddle an await.</summary>
    public static readonly DiagnosticDescriptor DICT209CheckAcrossAwait = Create(
        "DICT209",
        "Check and insert straddle an await",
        "'{0}' relies on '{1}', but '{2}' lets other flows run in between: when one of them inserts the same key, this {3}",
        RuleCategories.Sharing,
        RuleLevel.Defect,
        "While an async method waits, other calls of it run: what it has asked of a shared dictionary before the await says nothing after it.");

    /// <summary>DICT210: a value of a concurrent dictionary is changed without a lock.</summary>
    public static readonly DiagnosticDescriptor DICT210SharedValueModified = Create(
        "DICT210",
        "The value taken from a concurrent dictionary is itself not thread-safe and is modified",
        "'{0}' changes a '{1}' that '{2}' holds, without a lock: the dictionary is thread-safe, its values are not, and threads that have the same value lose changes or corrupt it",
        RuleCategories.Sharing,
        RuleLevel.Defect,
        "A ConcurrentDictionary guards its own entries; a list, set, dictionary, queue or builder in them is as unsafe as anywhere else, and the dictionary hands the same one to every thread.");

    /// <summary>DICT211: a delegate is stored as the value.</summary>
    public static readonly DiagnosticDescriptor DICT211DelegateAsValue = Create(
        "DICT211",
        "A delegate is stored as the value",
        "'{0}' has no overload that takes this as a factory and stores it in '{1}' as the value: under the key is then a '{2}' that nobody calls, where a '{3}' was meant",
        RuleCategories.Sharing,
        RuleLevel.Defect,
        "A lambda without parameters is no factory for GetOrAdd and AddOrUpdate, which give their factories the key; where the values are objects it is stored itself.");

    /// <summary>DICT212: AddOrUpdate ignores the old value.</summary>
    public static readonly DiagnosticDescriptor DICT212IgnoredOldValue = Create(
        "DICT212",
        "AddOrUpdate ignores the old value",
        "'{0}.AddOrUpdate' stores the same value whether or not the key is there: that is '{1}', without a second look-up, a comparison of the values and a delegate",
        RuleCategories.Sharing,
        RuleLevel.Suggestion,
        "An update that does not look at the old value is an assignment; AddOrUpdate reads the old value first, compares it, and starts again when another thread has changed it.");

    /// <summary>DICT213: a dictionary that never changes after construction is not frozen.</summary>
    public static readonly DiagnosticDescriptor DICT213UnfrozenDictionary = Create(
        "DICT213",
        "A dictionary that never changes after construction is not frozen",
        "'{0}' is filled when its type is initialized and only looked up afterwards, by whichever thread: a frozen one stays as it is, where one change by mistake would harm them all",
        RuleCategories.Sharing,
        RuleLevel.Optional,
        "Many threads may read a FrozenDictionary or FrozenSet; of a Dictionary that is true only as long as nobody writes. Small tables of strings are also found faster; making a frozen one takes longer.");

    /// <summary>DICT214: a removed or replaced value is never disposed.</summary>
    public static readonly DiagnosticDescriptor DICT214DroppedDisposable = Create(
        "DICT214",
        "A removed or replaced value is never disposed",
        "'{0}' drops the '{1}' that was made for '{2}', and nothing here disposes of it: what it holds is released late or never",
        RuleCategories.Sharing,
        RuleLevel.Suggestion,
        "A dictionary that objects are made for owns them. Remove, TryRemove with a discard, Clear and a new value under the same key let go of the last reference without disposing of the object.");

    /// <summary>DICT215: a long-lived dictionary only grows.</summary>
    public static readonly DiagnosticDescriptor DICT215OnlyGrows = Create(
        "DICT215",
        "A long-lived dictionary only grows",
        "'{0}' gets an entry for each new '{1}' and never loses one: it grows for as long as the process lives",
        RuleCategories.Sharing,
        RuleLevel.Optional,
        "A table of a static field or a singleton whose keys come from callers, with no removal and no bound anywhere, is a memory leak with a look-up.");

    /// <summary>DICT216: a ConcurrentDictionary is used as a lock.</summary>
    public static readonly DiagnosticDescriptor DICT216DictionaryAsLock = Create(
        "DICT216",
        "A ConcurrentDictionary is used as a lock",
        "Locking '{0}' keeps out only those who lock it too: {1}",
        RuleCategories.Sharing,
        RuleLevel.Suggestion,
        "The calls of a ConcurrentDictionary do not take the lock of the object itself, so that a lock on it does not keep them out: what is checked inside can be outdated at once.");
}
