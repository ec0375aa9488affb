using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether a sequence is a list of members that reflection has made, now or earlier, also through operators, locals and helpers.</summary>
internal sealed class MemberLists(CompilationModel model)
{
    private const int MaximumDepth = 6;

    /// <summary>What is known of <paramref name="sequence"/>.</summary>
    public MemberList Of(IOperation sequence, CancellationToken cancellationToken) => Of(sequence, MaximumDepth, cancellationToken);

    private MemberList Of(IOperation sequence, int depth, CancellationToken cancellationToken)
    {
        sequence = Beneath(sequence);
        if (ReflectionMembers.Lists(sequence, out var of))
        {
            return new MemberList(ListOrigin.Fresh, sequence, of);
        }

        var unknown = new MemberList(ListOrigin.Unknown, sequence, null);
        if (depth == 0 || sequence.IsEndlessChain())
        {
            return unknown;
        }

        switch (sequence)
        {
            case IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } property } reference when !IsFrameworks(property):
                return OfOwnProperty(property, reference, depth, cancellationToken);
            case IFieldReferenceOperation:
                return unknown with { Origin = ListOrigin.Kept };
            case IPropertyReferenceOperation { Property: { Name: "Value" } value } when value.ContainingType.IsNamed("System", "Lazy"):
                return unknown with { Origin = ListOrigin.Kept };
            case IOperation lookup when IsLookup(lookup):
                return unknown with { Origin = ListOrigin.Kept };
            case IPropertyReferenceOperation { Instance: { } instance }:
                return Of(instance.ResolvedReceiver(), depth, cancellationToken);
            case IInvocationOperation call:
                return OfCall(call, depth, cancellationToken);
            case ILocalReferenceOperation local:
                return Best(model.Bodies.Around(local).Locals.SourcesOf(local.Local).Select(source => source.Source).OfType<IOperation>(), unknown, depth, cancellationToken);
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter }:
                return Best(model.Callers.Of(method, cancellationToken).Select(call => Callers.Argument(call, parameter)).OfType<IOperation>(), unknown, depth, cancellationToken);
            case ICoalesceOperation coalesce:
                return Best([coalesce.Value, coalesce.WhenNull], unknown, depth, cancellationToken);
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return Best([conditional.WhenTrue, whenFalse], unknown, depth, cancellationToken);
            case ISimpleAssignmentOperation assignment:
                return Best([assignment.Target, assignment.Value], unknown, depth, cancellationToken);
            case ICoalesceAssignmentOperation assignment:
                return Best([assignment.Target, assignment.Value], unknown, depth, cancellationToken);
            case ICollectionExpressionOperation { Elements: [ISpreadOperation spread, ..] }:
                return Of(spread.Operand, depth, cancellationToken);
            default:
                return unknown;
        }
    }

    private MemberList OfCall(IInvocationOperation call, int depth, CancellationToken cancellationToken)
    {
        if (model.Bodies.Of(call.TargetMethod, cancellationToken) is { } body)
        {
            var returned = body.Operation.Executed().OfType<IReturnOperation>().Select(candidate => candidate.ReturnedValue).OfType<IOperation>();
            var inside = Best(returned, new MemberList(ListOrigin.Unknown, call, null), depth, cancellationToken);
            if (inside.Origin is not ListOrigin.Unknown)
            {
                return inside with { Of = null };
            }
        }

        // An operator keeps the members of what it is called on; 'SelectMany' takes those that its delegate lists.
        var listed = call.Receiver() is { } receiver ? Of(receiver.ResolvedReceiver(), depth - 1, cancellationToken) : default;
        if (listed is { Operation: not null, Origin: not ListOrigin.Unknown })
        {
            return listed;
        }

        return Best(
            call.Arguments.Select(argument => argument.Value.Unwrapped()).OfType<IDelegateCreationOperation>()
                .SelectMany(creation => creation.Target.Executed().Concat(creation.Target is IAnonymousFunctionOperation lambda ? lambda.Body.Executed() : []))
                .OfType<IReturnOperation>().Select(candidate => candidate.ReturnedValue).OfType<IOperation>(),
            new MemberList(ListOrigin.Unknown, call, null), depth, cancellationToken);
    }

    private MemberList OfOwnProperty(IPropertySymbol property, IOperation reference, int depth, CancellationToken cancellationToken)
    {
        if (property.GetMethod is { } getter && model.Bodies.Of(getter, cancellationToken) is { } body)
        {
            var returned = body.Operation.Executed().OfType<IReturnOperation>().Select(candidate => candidate.ReturnedValue).OfType<IOperation>();
            return Best(returned, new MemberList(ListOrigin.Unknown, reference, null), depth, cancellationToken) with { Of = null };
        }

        return new MemberList(property.DeclaringSyntaxReferences.IsEmpty ? ListOrigin.Unknown : ListOrigin.Kept, reference, null);
    }

    // What is kept on one way is kept, though it is made on another.
    private MemberList Best(IEnumerable<IOperation> values, MemberList unknown, int depth, CancellationToken cancellationToken)
    {
        var best = unknown;
        foreach (var value in values)
        {
            var found = Of(value, depth - 1, cancellationToken);
            if (found.Origin > best.Origin)
            {
                best = found;
            }
        }

        return best;
    }

    // 'cache[type]', 'cache.GetOrAdd(type, ..)', 'cache.TryGetValue(type, out var members)', 'memory.GetOrCreate(..)'
    private bool IsLookup(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod.Name: "GetOrAdd" or "GetOrCreate" or "TryGetValue" or "GetValue" or "GetValueOrDefault" } call && !call.TargetMethod.Parameters.IsEmpty
        || DictionaryUse.TryGet(operation, model.Types) is { Verb: Verb.Lookup, Kind: not CollectionKind.List };

    private static bool IsFrameworks(ISymbol symbol) => symbol.DeclaringSyntaxReferences.IsEmpty;

    private static IOperation Beneath(IOperation operation)
    {
        while (true)
        {
            var inner = operation.Unwrapped();
            inner = inner switch
            {
                ITranslatedQueryOperation query => query.Operation,
                IConditionalAccessOperation access => access.WhenNotNull,
                IAwaitOperation awaited => awaited.Operation,
                _ => inner,
            };
            if (inner == operation)
            {
                return inner;
            }

            operation = inner;
        }
    }
}
