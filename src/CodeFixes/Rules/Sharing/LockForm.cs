using DictionaryAnalyzers.Editing;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>The code around statements that run under a lock.</summary>
/// <param name="Enter">What takes the lock; null for a <c>lock</c> statement.</param>
/// <param name="Exit">What gives it back.</param>
/// <param name="Lock">The lock.</param>
internal sealed record LockForm(string Lock, string? Enter, string? Exit)
{
    /// <summary>Whether the lock may be taken again by who has it.</summary>
    public bool IsReentrant => Enter is null;

    /// <summary>Whether code under it may await.</summary>
    public bool AllowsAwait => Enter?.StartsWith("await ", System.StringComparison.Ordinal) == true;

    /// <summary>Whether there is a type of locks that a <c>lock</c> statement understands, as it does from C# 13 on.</summary>
    public static bool HasLockType(RepairContext context) =>
        context.Facts.Types.Lock is not null && ((CSharpParseOptions)context.Root.SyntaxTree.Options).LanguageVersion >= (LanguageVersion)1300;

    /// <summary>The statement, or the two, that run <paramref name="inner"/> under the lock.</summary>
    public string Around(LockLayout layout, string inner) =>
        Enter is null ? layout.Lock(Lock, inner) : layout.EnterAndExit(Enter, Exit!, inner);
}
