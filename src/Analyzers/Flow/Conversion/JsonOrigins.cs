using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which object a JSON text or document was written from: through locals, buffers, parsers and helpers. JSON that
/// is used for something else too, logged, stored or sent, has no origin here: somebody wants it.
/// </summary>
internal sealed class JsonOrigins(CompilationModel model)
{
    private const int MaximumSteps = 12;

    /// <summary>Where <paramref name="json"/> comes from; null where it is not known, or where the JSON is wanted for itself.</summary>
    /// <param name="json">The JSON, as it stands in the last of the callees.</param>
    /// <param name="calls">The calls that lead to the body in which it stands, the outermost first.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public JsonOrigin? Of(IOperation json, ImmutableArray<IInvocationOperation> calls, CancellationToken cancellationToken) =>
        Of(json, calls, calls.Length, MaximumSteps, cancellationToken);

    /// <summary>What <paramref name="call"/> gives: the one value that the method returns, besides null and nothing.</summary>
    public IOperation? ResultOf(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (call.TargetMethod.DeclaringSyntaxReferences.IsEmpty || TargetOf(call) is not { } method || method.MayBeOverridden() || model.Bodies.Of(method, cancellationToken) is not { IsIterator: false } body)
        {
            return null;
        }

        var results = body.Operation.Executed().OfType<IReturnOperation>()
            .Select(returned => returned.ReturnedValue)
            .OfType<IOperation>()
            .Select(value => Wanted(value, body))
            .Where(value => !IsNothing(value))
            .Take(2)
            .ToArray();
        return results is [var result] ? result : null;
    }

    /// <summary>The operation beneath what only waits, converts or answers for null.</summary>
    public static IOperation Bare(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IAwaitOperation awaited:
                    operation = awaited.Operation;
                    break;
                case ICoalesceOperation coalesce:
                    operation = coalesce.Value;
                    break;
                case IConditionalAccessOperation access:
                    operation = access.WhenNotNull;
                    break;
                case IConditionalAccessInstanceOperation when operation.ResolvedReceiver() is var receiver && receiver != operation:
                    operation = receiver;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    operation = task;
                    break;
                default:
                    return operation;
            }
        }
    }

    private JsonOrigin? Of(IOperation json, ImmutableArray<IInvocationOperation> calls, int outermost, int steps, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (steps == 0)
        {
            return null;
        }

        json = Bare(json);
        outermost = Math.Min(outermost, calls.Length);
        if (json is IInvocationOperation writer && JsonCalls.Written(writer) is { } written && JsonCalls.Target(writer) is null)
        {
            return new JsonOrigin(SourceOf(written, calls), writer, calls.Length, outermost);
        }

        if (JsonCalls.PassedOn(json) is { } inner)
        {
            return Of(inner, calls, outermost, steps - 1, cancellationToken);
        }

        return json switch
        {
            ILocalReferenceOperation local => OfLocal(local, calls, outermost, steps, cancellationToken),
            IParameterReferenceOperation parameter when ArgumentFor(parameter, calls) is { } argument => Of(argument, calls.RemoveAt(calls.Length - 1), outermost, steps - 1, cancellationToken),
            IInvocationOperation call when ResultOf(call, cancellationToken) is { } result => Of(result, calls.Add(call), outermost, steps - 1, cancellationToken),
            _ => null,
        };
    }

    private JsonOrigin? OfLocal(ILocalReferenceOperation reference, ImmutableArray<IInvocationOperation> calls, int outermost, int steps, CancellationToken cancellationToken)
    {
        if (reference.Local.IsRef || model.Bodies.Around(reference).Locals.SoleValue(reference.Local) is not { } value)
        {
            return null;
        }

        var others = reference.Root().Descendants().OfType<ILocalReferenceOperation>()
            .Where(other => SymbolEqualityComparer.Default.Equals(other.Local, reference.Local) && other.Syntax != reference.Syntax && other.Access() is not AccessKind.Write && !IsOnlyLookedAt(other))
            .Take(2)
            .ToArray();
        if (others.Length == 0)
        {
            return Of(value, calls, outermost, steps - 1, cancellationToken);
        }

        // 'JsonSerializer.Serialize(stream, o)' where the stream is a new one.
        return others is [var used] && value.Unwrapped() is IObjectCreationOperation { Arguments: [] } buffer && JsonCalls.IsBuffer(buffer.Type)
            && Writing(used) is { } writer && JsonCalls.Written(writer) is { } written
                ? new JsonOrigin(SourceOf(written, calls), writer, calls.Length, outermost)
                : null;
    }

    private static IInvocationOperation? Writing(IOperation buffer)
    {
        var operation = buffer.Parent;
        while (operation is IConversionOperation or IArgumentOperation)
        {
            operation = operation.Parent;
        }

        return operation is IInvocationOperation call && JsonCalls.Target(call)?.Unwrapped().Syntax == buffer.Syntax ? call : null;
    }

    // What is written, told in terms of the outermost body.
    private IOperation SourceOf(IOperation written, ImmutableArray<IInvocationOperation> calls)
    {
        while (true)
        {
            written = model.Paths.Origin(written);
            if (written is not IParameterReferenceOperation parameter || ArgumentFor(parameter, calls) is not { } argument)
            {
                return written;
            }

            written = argument;
            calls = calls.RemoveAt(calls.Length - 1);
        }
    }

    private IOperation? ArgumentFor(IParameterReferenceOperation reference, ImmutableArray<IInvocationOperation> calls) =>
        calls is [.., var call]
        && SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol.OriginalDefinition, TargetOf(call))
        && model.Bodies.Around(reference).Locals.IsNeverReassigned(reference.Parameter)
            ? call.Argument(reference.Parameter.Ordinal)
            : null;

    // An interface means what implements it, where only one type does.
    private IMethodSymbol? TargetOf(IInvocationOperation call) =>
        call.TargetMethod.ContainingType?.TypeKind is TypeKind.Interface ? model.SoleTarget(call.TargetMethod, call.Instance) : call.TargetMethod.OriginalDefinition;

    private static bool IsOnlyLookedAt(IOperation reference)
    {
        var used = reference;
        while (used.Parent is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation)
        {
            used = used.Parent;
        }

        return used.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
            IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => true,
            IUsingOperation or INameOfOperation => true,
            IPropertyReferenceOperation property => property.Instance == used && JsonCalls.IsOnlyLook(property.Property),
            IArgumentOperation { Parent: IInvocationOperation call } => JsonCalls.IsOnlyLook(call.TargetMethod),
            IInvocationOperation call => call.Instance == used && JsonCalls.IsOnlyLook(call.TargetMethod),
            _ => false,
        };
    }

    // 'return s is null ? null : f(s);' and 'var result = f(s); return result;'
    private static IOperation Wanted(IOperation value, Body body)
    {
        for (var step = 0; step < 4; step++)
        {
            value = Bare(value);
            if (value is IConditionalOperation { WhenFalse: { } otherwise } choice && IsNothing(Bare(choice.WhenTrue)) != IsNothing(Bare(otherwise)))
            {
                value = IsNothing(Bare(otherwise)) ? choice.WhenTrue : otherwise;
            }
            else if (value is ILocalReferenceOperation local && body.Locals.SoleValue(local.Local) is { } sole && IsSoleUse(local, body))
            {
                value = sole;
            }
            else
            {
                break;
            }
        }

        return value;
    }

    private static bool IsSoleUse(ILocalReferenceOperation local, Body body) =>
        body.Operation.Descendants().OfType<ILocalReferenceOperation>().Count(other => SymbolEqualityComparer.Default.Equals(other.Local, local.Local) && other.Access() is not AccessKind.Write && !IsOnlyLookedAt(other)) == 1;

    private static bool IsNothing(IOperation value) =>
        value is IDefaultValueOperation or IThrowOperation or { ConstantValue: { HasValue: true, Value: null or "" } }
        || value is IObjectCreationOperation { Arguments: [], Initializer: null } || value is ICollectionExpressionOperation { Elements: [] };
}
