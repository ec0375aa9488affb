using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which loop or operator gives one member after the other to an expression: the variable of a <c>foreach</c>, an element
/// by its index, the parameter of a lambda or of a helper, a member that is looked up by each of some names.
/// </summary>
internal sealed class MemberWalks(CompilationModel model, MemberLists lists)
{
    private const int MaximumDepth = 5;

    /// <summary>The walk that gives <paramref name="member"/>, or the name of one; null where it is a single member, or not known.</summary>
    public MemberWalk? Of(IOperation member, CancellationToken cancellationToken) =>
        member.Type?.SpecialType is SpecialType.System_String ? Named(member, cancellationToken) : Of(member, MaximumDepth, cancellationToken);

    private MemberWalk? Of(IOperation member, int depth, CancellationToken cancellationToken)
    {
        if (depth == 0)
        {
            return null;
        }

        member = member.Unwrapped();
        switch (member)
        {
            case IArrayElementReferenceOperation { Indices: [var index] } element:
                return Indexed(element, element.ArrayReference, index, cancellationToken);
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list } element
                when element.Argument(0) is { Type.SpecialType: SpecialType.System_Int32 } index:
                return Indexed(element, list.ResolvedReceiver(), index, cancellationToken);
            case IPropertyReferenceOperation { Property.Name: "Current", Instance: ILocalReferenceOperation enumerator } current:
                return model.Bodies.Around(current).Locals.SoleValue(enumerator.Local)?.Unwrapped() is IInvocationOperation { TargetMethod.Name: "GetEnumerator" } made && made.Receiver() is { } walked
                    ? Known(current, [enumerator.Local], walked, true, cancellationToken)
                    : null;
        }

        if (ReflectionMembers.LookedUpName(member) is { } name)
        {
            return Named(name, cancellationToken);
        }

        foreach (var reference in References(member))
        {
            if (OfVariable(reference, depth, cancellationToken) is { } walk)
            {
                return walk;
            }
        }

        return null;
    }

    private MemberWalk? OfVariable(IOperation reference, int depth, CancellationToken cancellationToken)
    {
        switch (reference)
        {
            case ILocalReferenceOperation { Local: var local }:
                if (LoopOver(local, reference) is { } loop)
                {
                    return Known(loop, [.. loop.Locals], loop.Collection, IsMemberOrOpen(reference.Type), cancellationToken);
                }

                foreach (var (_, source) in model.Bodies.Around(reference).Locals.SourcesOf(local))
                {
                    if (source is not null && Of(source, depth - 1, cancellationToken) is { } walk)
                    {
                        return walk with { Variables = walk.Variables.Add(local) };
                    }
                }

                return null;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter }:
                return OfLambda(reference, parameter, cancellationToken);
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter }:
                return OfHelper(reference, parameter, method, depth, cancellationToken);
            default:
                return null;
        }
    }

    private MemberWalk? OfLambda(IOperation reference, IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        var lambda = reference.Parent;
        while (lambda is not null && !(lambda is IAnonymousFunctionOperation { Symbol.Parameters: var parameters } && parameters.Contains(parameter, SymbolEqualityComparer.Default)))
        {
            lambda = lambda.Parent;
        }

        if (lambda is null || LambdaRuns.ReceiverOf(lambda) is not { Parent: IInvocationOperation call } || WalkedBy(call) is not { } walked)
        {
            return null;
        }

        return Known(lambda, [parameter], walked, IsMemberOrOpen(parameter.Type), cancellationToken);
    }

    // A helper that is given the member: its callers walk the list.
    private MemberWalk? OfHelper(IOperation reference, IParameterSymbol parameter, IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        foreach (var call in model.Callers.Of(method, cancellationToken))
        {
            if (call is IMethodReferenceOperation && LambdaRuns.ReceiverOf(call) is { Parent: IInvocationOperation runner })
            {
                if (WalkedBy(runner) is { } walked && Known(call, [parameter], walked, ReflectionMembers.IsMember(parameter.Type), cancellationToken) is { } direct)
                {
                    return direct;
                }
            }
            else if (call is IInvocationOperation invocation && Callers.Argument(call, parameter) is { } given
                && Of(given, depth - 1, cancellationToken) is { } walk)
            {
                // What else the caller takes from the member belongs to it, too: 'Put(map, p.Name, p)'.
                var others = invocation.Arguments.Where(argument => argument.Parameter is not null && Mentions(argument.Value, walk.Variables)).Select(argument => (ISymbol)argument.Parameter!);
                return new MemberWalk(reference.EnclosingBody(), ImmutableHashSet.CreateRange<ISymbol>(SymbolEqualityComparer.Default, others), walk.List);
            }
        }

        return null;
    }

    private MemberWalk? Indexed(IOperation element, IOperation list, IOperation index, CancellationToken cancellationToken)
    {
        var variables = index.Executed().Select(operation => operation.SymbolOfVariable()).OfType<ISymbol>().ToArray();
        return variables.Length > 0 ? Known(element, variables, list, IsMemberOrOpen(element.Type), cancellationToken) : null;
    }

    // 'foreach (var name in names) map[name] = type.GetProperty(name).GetValue(o);'
    private static MemberWalk? Named(IOperation name, CancellationToken cancellationToken)
    {
        if (IndexOf(name) is { } index && index.Executed().Select(operation => operation.SymbolOfVariable()).OfType<ISymbol>().ToArray() is { Length: > 0 } positions && IsInLoop(name))
        {
            return new MemberWalk(name, ImmutableHashSet.CreateRange<ISymbol>(SymbolEqualityComparer.Default, positions), new MemberList(ListOrigin.Fresh, name, null));
        }

        foreach (var reference in References(name))
        {
            var (place, variables) = reference switch
            {
                ILocalReferenceOperation { Local: var local } when LoopOver(local, reference) is { } loop => ((IOperation)loop, loop.Locals.OfType<ISymbol>()),
                IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter } => (reference.EnclosingBody(), [parameter]),
                _ => (reference, []),
            };
            if (variables.Any())
            {
                cancellationToken.ThrowIfCancellationRequested();
                return new MemberWalk(place, ImmutableHashSet.CreateRange<ISymbol>(SymbolEqualityComparer.Default, variables), new MemberList(ListOrigin.Fresh, name, null));
            }
        }

        return null;
    }

    // 'names[i]'
    private static IOperation? IndexOf(IOperation name) => name.Unwrapped() switch
    {
        IArrayElementReferenceOperation { Indices: [var index] } => index,
        IPropertyReferenceOperation { Property.IsIndexer: true } element when element.Argument(0) is { Type.SpecialType: SpecialType.System_Int32 } index => index,
        _ => null,
    };

    private static bool IsInLoop(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); parent = parent.Parent)
        {
            if (parent is ILoopOperation)
            {
                return true;
            }
        }

        return false;
    }

    // A list that nobody knows is one of members all the same, where its elements are.
    private MemberWalk? Known(IOperation place, IEnumerable<ISymbol> variables, IOperation walked, bool areMembers, CancellationToken cancellationToken)
    {
        var list = lists.Of(walked, cancellationToken);
        return list.Origin is ListOrigin.Unknown && (!areMembers || walked.Unwrapped().Type is { TypeKind: TypeKind.Dynamic })
            ? null
            : new MemberWalk(place, ImmutableHashSet.CreateRange<ISymbol>(SymbolEqualityComparer.Default, variables), list);
    }

    private static bool IsMemberOrOpen(ITypeSymbol? type) => ReflectionMembers.IsMember(type);

    // What a call walks and gives to its delegate: 'list.Select(..)', 'Array.ForEach(list, ..)'.
    private static IOperation? WalkedBy(IInvocationOperation call) =>
        (call.Receiver() ?? (call.TargetMethod.IsStatic && call.Arguments.Length > 1 ? call.Argument(0) : null))?.ResolvedReceiver();

    private static IForEachLoopOperation? LoopOver(ILocalSymbol local, IOperation reference)
    {
        for (var candidate = reference.Parent; candidate is not null; candidate = candidate.Parent)
        {
            if (candidate is IForEachLoopOperation loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default))
            {
                return loop;
            }
        }

        return null;
    }

    private static bool Mentions(IOperation operation, ImmutableHashSet<ISymbol> variables) =>
        operation.Executed().Any(part => part.SymbolOfVariable() is { } variable && variables.Contains(variable));

    private static IEnumerable<IOperation> References(IOperation operation) => operation.Executed().Where(part => part.SymbolOfVariable() is not null);
}
