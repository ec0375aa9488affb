using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers where a ConcurrentDictionary is locked though others change it without that lock. Where all that change it take the
/// lock, it keeps them apart, and where it protects something else, it is as good a lock as any.
/// </summary>
internal sealed class DictionaryLocks(CompilationModel model)
{
    /// <summary>What <paramref name="operation"/>, a <c>lock</c> statement or a call, locks in vain; null where it does not, or that is not known.</summary>
    public LockedDictionary? At(IOperation operation, CancellationToken cancellationToken)
    {
        var target = LockedBy(operation)?.Unwrapped();
        if (target is null or IInstanceReferenceOperation
            || model.Types.KindOf(target.Type) is not (CollectionKind.ConcurrentDictionary or CollectionKind.Interface)
            || model.Kinds.Of(target, cancellationToken) is not CollectionKind.ConcurrentDictionary
            || SymbolOf(target, cancellationToken) is not { } symbol)
        {
            return null;
        }

        var uses = UsesOf(symbol, operation, cancellationToken);
        var inside = uses.Where(use => IsInside(use, operation, symbol, cancellationToken)).ToArray();
        if (inside.Length == 0)
        {
            return null;
        }

        if (symbol is IParameterSymbol)
        {
            return new LockedDictionary(target, null, IsNeedless: false);
        }

        if (symbol is ILocalSymbol && model.Exposures.Of(target, cancellationToken) is Exposure.Confined)
        {
            return null;
        }

        var isNeedless = operation is ILockOperation && LocksOn(uses).All(taken => taken is ILockOperation statement && IsOneCall(statement, symbol));
        var unlocked = uses
            .Where(use => !IsBeforeOrAfterItsLife(use, symbol, cancellationToken) && !IsUnder(use, symbol, cancellationToken))
            .Select(use => DictionaryUse.Of(use, model.Types))
            .OfType<DictionaryUse>()
            .ToArray();
        var counts = unlocked.Where(use => use.Verb.Modifies()).Concat(isNeedless ? unlocked : []).Take(1).ToArray();
        return counts is [var found]
            ? new LockedDictionary(target, found, isNeedless && (symbol is ILocalSymbol || symbol.DeclaredAccessibility is Accessibility.Private))
            : null;
    }

    // The variable or member that the locked expression stands for.
    private ISymbol? SymbolOf(IOperation target, CancellationToken cancellationToken) => target switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ when model.Paths.Read(target, cancellationToken)?.LastMember is { } member => member,
        ILocalReferenceOperation { Local: var local } => local,
        _ => null,
    };

    private IOperation? LockedBy(IOperation operation) => operation switch
    {
        ILockOperation statement => statement.LockedValue,
        IInvocationOperation { TargetMethod.Name: "Enter" or "TryEnter" } call
            when LockUse.TryGet(call, model.Types) is { Family: LockFamily.Monitor, Target: var target } => target,
        _ => null,
    };

    // A member in the whole type that declares it, a variable in its body.
    private ImmutableArray<IOperation> UsesOf(ISymbol symbol, IOperation operation, CancellationToken cancellationToken) =>
        symbol is ILocalSymbol or IParameterSymbol
            ? [.. operation.Root().Descendants().Where(candidate => IsReferenceTo(candidate, symbol))]
            : model.Members.Of(symbol, cancellationToken).CastArray<IOperation>();

    private static bool IsReferenceTo(IOperation operation, ISymbol symbol) => SymbolEqualityComparer.Default.Equals(
        operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member.OriginalDefinition,
            _ => null,
        },
        symbol);

    private bool IsInside(IOperation use, IOperation taken, ISymbol symbol, CancellationToken cancellationToken) => taken switch
    {
        ILockOperation { Body.Syntax: var body } => use.Syntax.SyntaxTree == body.SyntaxTree && body.Span.Contains(use.Syntax.Span),
        _ => DictionaryUse.Of(use, model.Types) is not null && use.Root().Syntax == taken.Root().Syntax && IsUnder(use, symbol, cancellationToken),
    };

    private bool IsUnder(IOperation use, ISymbol symbol, CancellationToken cancellationToken) =>
        model.Locks.At(use, cancellationToken).Any(held => SymbolEqualityComparer.Default.Equals(held.NamingSymbol, symbol))
        || IsInLockStatement(use, symbol);

    // Also where the lock does not count, because what it locks is replaced.
    private static bool IsInLockStatement(IOperation use, ISymbol symbol)
    {
        for (var (inner, outer) = (use, use.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            if (outer is ILockOperation statement && (statement.LockedValue == inner || IsReferenceTo(statement.LockedValue.Unwrapped(), symbol)))
            {
                return true;
            }
        }

        return false;
    }

    // Nobody else has it yet, or no more.
    private bool IsBeforeOrAfterItsLife(IOperation use, ISymbol symbol, CancellationToken cancellationToken) =>
        use is IMemberReferenceOperation member
            ? model.Lives.PhaseOf(use, symbol, model.Uses.OwnerOf(member, cancellationToken), cancellationToken) is not LifePhase.Life
            : use.EnclosingBody().Syntax is ConstructorDeclarationSyntax;

    // The statements and calls that lock one of the references.
    private IEnumerable<IOperation> LocksOn(IEnumerable<IOperation> uses) =>
        from use in uses
        from candidate in Around(use)
        where LockedBy(candidate)?.Unwrapped() == use
        select candidate;

    private static IEnumerable<IOperation> Around(IOperation operation)
    {
        for (var candidate = operation.Parent; candidate is not null and not IBlockOperation; candidate = candidate.Parent)
        {
            yield return candidate;
        }
    }

    // One atomic call, and nothing else that a lock could be for.
    private bool IsOneCall(ILockOperation statement, ISymbol symbol)
    {
        var inside = statement.Body.Descendants().ToArray();
        return inside.Where(operation => IsReferenceTo(operation, symbol)).Take(2).ToArray() is [var only]
            && DictionaryUse.Of(only, model.Types) is { } call && IsAtomic(call)
            && inside.All(operation => operation == call.Operation || IsHarmless(operation));
    }

    // A factory that a lock lets run only once may run more often without it.
    private static bool IsAtomic(DictionaryUse use) => use.Operation switch
    {
        IInvocationOperation { Instance: not null, Arguments: var arguments } =>
            use.Verb is not (Verb.Enumerate or Verb.EnumerateKeys or Verb.EnumerateValues)
            && arguments.All(argument => argument.Value.Unwrapped().Type?.TypeKind is not TypeKind.Delegate && argument.Value.Lambda() is null && argument.Value.MethodGroup() is null),
        IPropertyReferenceOperation property => use.Verb is Verb.Lookup or Verb.Upsert or Verb.Count && property.Access() is not AccessKind.ReadWrite,
        _ => false,
    };

    private static bool IsHarmless(IOperation operation) => operation switch
    {
        IInvocationOperation or ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or IDelegateCreationOperation
            or ILockOperation or IUsingOperation or IUsingDeclarationOperation or IDynamicInvocationOperation or IEventAssignmentOperation => false,
        IMemberReferenceOperation or IArrayElementReferenceOperation => operation.Access() is AccessKind.Read,
        _ => true,
    };
}
