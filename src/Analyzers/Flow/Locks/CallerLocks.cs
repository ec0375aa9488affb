using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which locks are held whenever a body begins: by every caller of a local function or of a method that is private or of a private type, by whoever runs
/// a lambda on the spot, or by the method itself because it is declared synchronized.
/// </summary>
internal sealed class CallerLocks(
    HeldLocks locks, KnownTypes types, SourceBodies bodies, MemberUses members, LockScan scan, LockTranslation translation)
{
    // A method with more callers than this is no helper under somebody's lock.
    private const int MaximumCallers = 60;

    /// <summary>What is held when <paramref name="body"/> begins; callers are followed <paramref name="depth"/> steps up.</summary>
    public ImmutableArray<HeldLock> AtStartOf(IOperation body, int depth, CancellationToken cancellationToken)
    {
        switch (body)
        {
            case IAnonymousFunctionOperation { Parent: not null } lambda:
                return LambdaRuns.RunnerOf(lambda, types) is { } runner
                    ? [.. locks.StaysAt(runner, depth, cancellationToken).Select(stay => stay.Held)]
                    : ByReceiver(lambda, depth, cancellationToken);
            case ILocalFunctionOperation { Symbol: var function }:
                return depth > 0 && scan.Of(body.Root().Syntax, cancellationToken) is not LockSigns.None || depth > 0 && IsInTypeWithLocks(function, cancellationToken)
                    ? ByAll(function, CallsOf(function, body.Root()), body, depth, cancellationToken)
                    : [];
            default:
                return OfMethod(body, depth, cancellationToken);
        }
    }

    // 'Locked(() => ..)': a method of the compilation that calls the lambda under a lock of its own, and does nothing else with it.
    private ImmutableArray<HeldLock> ByReceiver(IAnonymousFunctionOperation lambda, int depth, CancellationToken cancellationToken)
    {
        if (depth == 0 || LambdaRuns.ReceiverOf(lambda) is not { Parent: IInvocationOperation call, Parameter: { } parameter }
            || call.TargetMethod.MayBeOverridden()
            || !call.TargetMethod.DeclaringSyntaxReferences.Any(declaration => scan.Of(declaration.GetSyntax(cancellationToken), cancellationToken) is not LockSigns.None)
            || bodies.Of(call.TargetMethod, cancellationToken) is not { IsIterator: false, Operation: var body })
        {
            return [];
        }

        IEnumerable<HeldLock>? common = null;
        foreach (var use in body.Descendants().OfType<IParameterReferenceOperation>().Where(use => use.Parameter.Ordinal == parameter.Ordinal
            && SymbolEqualityComparer.Default.Equals(use.Parameter.ContainingSymbol.OriginalDefinition, call.TargetMethod.OriginalDefinition)))
        {
            if (LambdaRuns.InvocationOf(use) is not { } invoked || lambda.Symbol.IsAsync && invoked.Parent is not IAwaitOperation && !IsAwaitedLater(invoked))
            {
                return [];
            }

            var held = locks.StaysAt(invoked, depth - 1, cancellationToken)
                .Select(stay => translation.ToCaller(stay.Held, call, call.TargetMethod, cancellationToken) ?? OfThisCall(stay.Held, call))
                .OfType<HeldLock>();
            common = common is null ? held : common.Intersect(held);
        }

        return [.. common ?? []];
    }

    // A lock that the receiver makes for each of its own calls keeps the runs of that call apart.
    private static HeldLock? OfThisCall(HeldLock held, IOperation call) =>
        held.Path.Root is { Kind: PathRootKind.Creation } or { Symbol: ILocalSymbol } ? held with { Path = InstancePath.OfCreation(call.Syntax) } : null;

    /// <summary>What runs a lambda on the spot, or is the only call of a local function; null for other bodies.</summary>
    public IOperation? RunnerOf(IOperation body) => body switch
    {
        IAnonymousFunctionOperation { Parent: not null } => LambdaRuns.RunnerOf(body, types),
        ILocalFunctionOperation { Symbol: { IsAsync: false } function } => CallsOf(function, body.Root()).Take(2).ToArray() is [IInvocationOperation only] ? only : null,
        _ => null,
    };

    private ImmutableArray<HeldLock> OfMethod(IOperation body, int depth, CancellationToken cancellationToken)
    {
        if (body.SemanticModel is not { } model || MethodOf(body, model, cancellationToken) is not { ContainingType: { } type } method
            || !scan.AnyIn(type, cancellationToken))
        {
            return [];
        }

        var held = IsSynchronized(method) ? OwnLock(method) : [];
        var isHelper = depth > 0 && method.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet;
        return isHelper && MethodReach.SoleCallerOf(method) is { } caller && members.CallsOf(method, caller, cancellationToken) is { } calls
            ? held.AddRange(ByAll(method, calls, body, depth, cancellationToken))
            : held;
    }

    private static IMethodSymbol? MethodOf(IOperation body, SemanticModel model, CancellationToken cancellationToken) =>
        body.Syntax is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
            ? model.GetDeclaredSymbol(body.Syntax, cancellationToken) as IMethodSymbol
            : model.GetEnclosingSymbol(body.Syntax.SpanStart, cancellationToken) as IMethodSymbol;

    private bool IsInTypeWithLocks(IMethodSymbol function, CancellationToken cancellationToken) =>
        function.ContainingType is { } type && scan.AnyIn(type, cancellationToken);

    // Asynchronous code goes on after the lock was given back.
    private static bool IsSynchronized(IMethodSymbol method) =>
        !method.IsAsync && (method.MethodImplementationFlags & MethodImplAttributes.Synchronized) != 0;

    private static ImmutableArray<HeldLock> OwnLock(IMethodSymbol method) =>
        method.IsStatic ? [new HeldLock(LockObjects.OfType(method.ContainingType), LockMode.Exclusive)]
        : method.ContainingType.IsValueType ? []
        : [new HeldLock(InstancePath.This, LockMode.Exclusive)];

    private static IEnumerable<IOperation> CallsOf(IMethodSymbol function, IOperation root) => root.Descendants().Where(operation => operation switch
    {
        IInvocationOperation call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, function),
        IMethodReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, function),
        _ => false,
    });

    private ImmutableArray<HeldLock> ByAll(
        IMethodSymbol callee, IEnumerable<IOperation> calls, IOperation body, int depth, CancellationToken cancellationToken)
    {
        Dictionary<InstancePath, LockMode>? common = null;
        var followed = 0;
        foreach (var call in calls)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (call.Parent is INameOfOperation || !Calls(call, callee) || IsNeutral(call, body))
            {
                continue;
            }

            var held = followed++ < MaximumCallers ? At(call, callee, depth, cancellationToken) : [];
            if (common is not null)
            {
                held = held.Where(found => common.ContainsKey(found.Path))
                    .Select(found => found with { Mode = (LockMode)System.Math.Min((int)found.Mode, (int)common[found.Path]) });
            }

            common = held.GroupBy(found => found.Path).ToDictionary(same => same.Key, same => same.Max(found => found.Mode));
            if (common.Count == 0)
            {
                return [];
            }
        }

        return common is null ? [] : [.. common.Select(found => new HeldLock(found.Key, found.Value))];
    }

    // A property is named where it is read and where it is written; each concerns one accessor.
    private static bool Calls(IOperation operation, IMethodSymbol callee) => operation is not IPropertyReferenceOperation property || property.Access() switch
    {
        AccessKind.Read => callee.MethodKind is MethodKind.PropertyGet,
        AccessKind.Write => callee.MethodKind is MethodKind.PropertySet,
        _ => true,
    };

    // A method that calls itself has what it began with; a constructor has its object to itself.
    private static bool IsNeutral(IOperation call, IOperation body)
    {
        var isOwn = call is IInvocationOperation { Instance: null or IInstanceReferenceOperation } or IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation };
        var around = call.EnclosingBody();
        return isOwn && (around.Syntax == body.Syntax || around.Syntax is ConstructorDeclarationSyntax);
    }

    private IEnumerable<HeldLock> At(IOperation call, IMethodSymbol callee, int depth, CancellationToken cancellationToken)
    {
        // An iterator runs when it is enumerated, an async method that nobody awaits goes on afterwards.
        if (bodies.Of(callee, cancellationToken) is { IsIterator: true } || callee.IsAsync && call.Parent is not IAwaitOperation && !IsAwaitedLater(call))
        {
            return [];
        }

        if (call is IMethodReferenceOperation group)
        {
            return LambdaRuns.RunnerOf(group, types) is { } runner && group.Instance is null or IInstanceReferenceOperation
                ? locks.StaysAt(runner, depth - 1, cancellationToken).Select(stay => stay.Held).Where(held => IsOfBoth(held.Path, callee))
                : [];
        }

        return from stay in locks.StaysAt(call, depth - 1, cancellationToken)
               from path in translation.ToCallee(stay.Held.Path, call, callee, cancellationToken)
               select stay.Held with { Path = path };
    }

    private static bool IsAwaitedLater(IOperation call) =>
        call.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Parent: IAwaitOperation };

    // What both caller and callee call the same: statics, the common instance, what a local function captures.
    private static bool IsOfBoth(InstancePath path, IMethodSymbol callee) => path.Root.Kind switch
    {
        PathRootKind.Static or PathRootKind.Constant => true,
        PathRootKind.This => !callee.IsStatic || callee.MethodKind is MethodKind.LocalFunction,
        _ => callee.MethodKind is MethodKind.LocalFunction,
    };
}
