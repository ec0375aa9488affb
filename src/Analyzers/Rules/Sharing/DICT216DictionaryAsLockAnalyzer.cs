using System.Collections.Immutable;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>DICT216: a ConcurrentDictionary is locked, though what others do with it takes no lock.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT216DictionaryAsLockAnalyzer : RuleAnalyzer
{
    /// <summary>The property of a diagnostic whose lock is around single atomic calls only, so that it can go.</summary>
    internal const string NeedlessKey = "Needless";

    /// <summary>Creates the rule.</summary>
    public DICT216DictionaryAsLockAnalyzer()
        : base(Descriptors.DICT216DictionaryAsLock)
    {
    }

    private protected override bool IsRelevant(CompilationModel model) => model.Types.HasConcurrentDictionary;

    private protected override void Register(RuleRegistration registration)
    {
        var locks = new DictionaryLocks(registration.Model);
        registration.OnOperation(context => Analyze(context, locks), OperationKind.Lock, OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, DictionaryLocks locks)
    {
        if (locks.At(context.Operation, context.CancellationToken) is not { } found)
        {
            return;
        }

        var expression = context.Operation is ILockOperation statement ? statement.LockedValue.Syntax : found.Expression.Syntax;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT216DictionaryAsLock,
            expression.GetLocation(),
            found.Unlocked is { } use ? [TextOf(use).GetLocation()] : [],
            found.IsNeedless ? ImmutableDictionary<string, string?>.Empty.Add(NeedlessKey, "true") : ImmutableDictionary<string, string?>.Empty,
            expression.ToString(),
            found.Unlocked is { } other ? $"'{TextOf(other).Shortened()}' takes no lock and can run at the same time" : "whoever else has the dictionary uses it without a lock, as it is made for"));
    }

    // 'cd[k] = v' is told whole.
    private static SyntaxNode TextOf(DictionaryUse use) => use.Operation switch
    {
        IForEachLoopOperation loop => loop.Collection.Syntax,
        { Syntax: { Parent: AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax } site } => site.Parent!,
        { Syntax: var site } => site,
    };
}
