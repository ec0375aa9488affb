using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Small questions about operations that the whole package asks.</summary>
internal static class Operations
{
    /// <summary>The operation beneath conversions that keep the object and beneath parentheses.</summary>
    public static IOperation Unwrapped(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The receiver of a member access; inside <c>a?.B</c> and inside an initializer, the object that is meant.</summary>
    public static IOperation ResolvedReceiver(this IOperation receiver) => receiver switch
    {
        IConditionalAccessInstanceOperation => ConditionalReceiver(receiver),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => InitializedObject(receiver),
        _ => receiver,
    };

    /// <summary>Whether a call on this receiver names the base class, so that no override is meant.</summary>
    public static bool IsBaseReference(this IOperation? receiver) => receiver is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };

    /// <summary>What a call is made on: the instance, or the first argument of an extension method.</summary>
    public static IOperation? Receiver(this IInvocationOperation invocation) =>
        invocation.Instance
        ?? (invocation.TargetMethod.IsExtensionMethod ? invocation.Argument(0) : null);

    /// <summary>The value given for the parameter at <paramref name="ordinal"/>, wherever it stands in the argument list.</summary>
    public static IOperation? Argument(this IInvocationOperation invocation, int ordinal) =>
        ValueOf(invocation.Arguments, ordinal);

    /// <inheritdoc cref="Argument(IInvocationOperation, int)"/>
    public static IOperation? Argument(this IPropertyReferenceOperation indexer, int ordinal) =>
        ValueOf(indexer.Arguments, ordinal);

    /// <summary>All operations beneath <paramref name="root"/> and itself that run when it runs: not the bodies of lambdas and local functions.</summary>
    public static IEnumerable<IOperation> Executed(this IOperation root)
    {
        var pending = new Stack<IOperation>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            yield return operation;
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation or INameOfOperation && operation != root)
            {
                continue;
            }

            // Last to first, so that they come out in source order.
            foreach (var child in operation.ChildOperations.Reverse())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>The operation that is the whole body in which <paramref name="operation"/> stands, lambdas and local functions included.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>The lambda or local function around <paramref name="operation"/>, or the root of the body.</summary>
    public static IOperation EnclosingBody(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return operation;
            }

            operation = parent;
        }

        return operation;
    }

    /// <summary>The local or parameter that <paramref name="operation"/> refers to; null where it is something else.</summary>
    public static ISymbol? SymbolOfVariable(this IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>The member in whose code <paramref name="symbol"/> stands, where it is a lambda or a local function; itself where it is none.</summary>
    public static ISymbol? OutOfFunctions(this ISymbol? symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol;
    }

    /// <summary>Whether a member may be another one at run time, because a derived type can override it.</summary>
    public static bool MayBeOverridden(this ISymbol member) =>
        (member.IsVirtual || member.IsAbstract || (member.IsOverride && !member.IsSealed))
        && member.ContainingType is not ({ IsSealed: true } or { IsValueType: true });

    /// <summary>
    /// Whether an expression is a chain of more members and calls than anybody reads. Generated code has chains of thousands,
    /// and what follows a chain link by link would run out of stack on them.
    /// </summary>
    public static bool IsEndlessChain(this IOperation operation)
    {
        const int LongestChain = 60;
        var link = (IOperation?)operation;
        for (var length = 0; length < LongestChain; length++)
        {
            link = link?.Unwrapped() switch
            {
                IMemberReferenceOperation member => member.Instance,
                IInvocationOperation call => call.Receiver(),
                ITranslatedQueryOperation query => query.Operation,
                IConditionalAccessOperation access => access.WhenNotNull,
                IArrayElementReferenceOperation element => element.ArrayReference,
                IAssignmentOperation assignment => assignment.Value,
                _ => null,
            };
            if (link is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether <paramref name="operation"/> is <paramref name="ancestor"/> or stands beneath it.</summary>
    public static bool IsWithin(this IOperation operation, IOperation ancestor)
    {
        for (var candidate = operation; candidate is not null; candidate = candidate.Parent)
        {
            if (candidate == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How an assignable expression is used where it stands.</summary>
    public static AccessKind Access(this IOperation reference)
    {
        var parent = reference.Parent;
        while (parent is ITupleOperation or IParenthesizedOperation)
        {
            (reference, parent) = (parent, parent.Parent);
        }

        return parent switch
        {
            IDeconstructionAssignmentOperation deconstruction when deconstruction.Target == reference => AccessKind.Write,
            ICompoundAssignmentOperation compound when compound.Target == reference => AccessKind.ReadWrite,
            ICoalesceAssignmentOperation coalesce when coalesce.Target == reference => AccessKind.ReadWrite,
            IAssignmentOperation assignment when assignment.Target == reference => AccessKind.Write,
            IIncrementOrDecrementOperation => AccessKind.ReadWrite,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref } => AccessKind.ReadWrite,
            IArgumentOperation { Parameter.RefKind: RefKind.Out } => AccessKind.Write,
            _ => AccessKind.Read,
        };
    }

    private static IOperation? ValueOf(ImmutableArray<IArgumentOperation> arguments, int ordinal)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static IOperation ConditionalReceiver(IOperation placeholder)
    {
        for (var candidate = placeholder.Parent; candidate is not null; candidate = candidate.Parent)
        {
            // 'a?.b?.c' nests to the right: the placeholder belongs to the nearest access whose right side it stands in.
            if (candidate is IConditionalAccessOperation access && access.Operation.Syntax == placeholder.Syntax)
            {
                return access.Operation;
            }
        }

        return placeholder;
    }

    private static IOperation InitializedObject(IOperation implicitReceiver)
    {
        for (var candidate = implicitReceiver.Parent; candidate is not null; candidate = candidate.Parent)
        {
            switch (candidate)
            {
                case IMemberInitializerOperation member when implicitReceiver.IsWithin(member.Initializer):
                    return member.InitializedMember;
                case IObjectCreationOperation or ITypeParameterObjectCreationOperation or IWithOperation:
                    return candidate;
            }
        }

        return implicitReceiver;
    }
}
