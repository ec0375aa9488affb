using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether the code around an enumeration controls the conditions under which a callee has its effect: a flag that
/// it sets before it walks, or an argument that switches the effect off; or that there is an element at hand.
/// </summary>
internal sealed class EffectGuards(CompilationModel model)
{
    /// <summary>Whether a condition on the way to <paramref name="reached"/> may keep the effect from happening.</summary>
    public bool MayPrevent(ReachedEffect reached, Enumeration enumeration, CancellationToken cancellationToken)
    {
        if (reached.Frame.Caller is null)
        {
            return false;
        }

        var assigned = AssignedAround(reached, enumeration, cancellationToken);
        var operation = reached.Effect.Operation;
        for (var frame = reached.Frame; frame.Caller is not null; frame = frame.Caller)
        {
            if (IsDisarmed(frame, enumeration) || Guard.Of(operation).Any(guard => IsControlled(guard.Condition, assigned)
                || IsRefused(guard, frame)
                || AsksForEmptiness(guard, frame, enumeration, cancellationToken)
                || IsDecidedByFreshArgument(guard.Condition, frame, cancellationToken)))
            {
                return true;
            }

            operation = frame.Call!.Operation;
        }

        return false;
    }

    // What the body around the enumeration assigns, itself or through callees outside the loop: 'Enter(); foreach (..) ..; Leave();'
    private ISymbol[] AssignedAround(ReachedEffect reached, Enumeration enumeration, CancellationToken cancellationToken)
    {
        var body = enumeration.Region.EnclosingBody();
        var direct = model.Effects.Of(body, cancellationToken).Effects.Where(effect => effect.Operation != reached.Site);
        var outside = model.Search
            .Of(body, null, (call, frame) => frame.Caller is null && !call.Operation.IsWithin(enumeration.Statement), cancellationToken)
            .Where(effect => effect.Frame.Caller is not null)
            .Select(effect => effect.Effect);
        return
        [
            .. direct.Concat(outside)
                .Where(effect => effect.Kind is EffectKind.Assigns)
                .Select(effect => effect.Target.LastMember)
                .OfType<ISymbol>(),
        ];
    }

    // 'child.Closed -= OnClosed; child.Close();', 'child.Closed = null;'
    private static bool IsDisarmed(Frame frame, Enumeration enumeration) =>
        frame.Call?.Delegate?.Unwrapped() is IMemberReferenceOperation { Member: var armed }
        && enumeration.Region.EnclosingBody().Executed().Any(operation => operation switch
        {
            IEventAssignmentOperation { Adds: false, EventReference: IMemberReferenceOperation removed } => Is(removed, armed),
            IAssignmentOperation { Target: IMemberReferenceOperation target } => Is(target, armed),
            _ => false,
        });

    private static bool Is(IMemberReferenceOperation reference, ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, member.OriginalDefinition);

    // The flag may be any object's: which one it is does not matter for staying silent.
    private static bool IsControlled(IOperation condition, ISymbol[] assigned) =>
        assigned.Length > 0 && condition.Executed().Any(operation =>
            operation is IMemberReferenceOperation reference && assigned.Contains(reference.Member.OriginalDefinition, SymbolEqualityComparer.Default));

    // 'Register(Serial.New(), item)' where the callee asks what serial it got: which way that goes is not known here. Whether
    // a key is present is asked of the collection, and any answer is possible.
    private bool IsDecidedByFreshArgument(IOperation condition, Frame frame, CancellationToken cancellationToken) =>
        !condition.Executed().Any(operation => DictionaryUse.TryGet(operation, model.Types) is not null)
        && condition.Executed().OfType<IParameterReferenceOperation>().Any(reference =>
            frame.Call?.ArgumentOf(reference.Parameter)?.Unwrapped() is { ConstantValue.HasValue: false } argument
            && IsFresh(argument, cancellationToken));

    private bool IsFresh(IOperation argument, CancellationToken cancellationToken) =>
        argument is IObjectCreationOperation
        || argument is ILocalReferenceOperation local
            && model.Bodies.Around(argument).Locals.SoleValue(local.Local) is { } value
            && value.Unwrapped() is IInvocationOperation or IObjectCreationOperation
            && model.Paths.Read(value, cancellationToken) is null or { Root.Kind: PathRootKind.Creation };

    // 'Stop(notify: false)' where the callee asks 'if (notify)'; 'Visit(item)' where it says 'item ??= Create()'.
    private static bool IsRefused(Guard guard, Frame frame)
    {
        var constants = new ConstantCondition(parameter => frame.Call?.ArgumentOf(parameter) is { } argument ? KnownValue(argument) : default);
        return guard switch
        {
            { Section: { } section } => constants.Selects((ISwitchOperation)section.Parent!, section) == false,
            { WantsNull: true } => constants.IsNull(guard.Condition) == false,
            _ => constants.Holds(guard.Condition) == !guard.Holds,
        };
    }

    private static Optional<object?> KnownValue(IOperation argument)
    {
        var value = argument.Unwrapped();
        return value.ConstantValue is { HasValue: true } constant ? constant
            : value is IInstanceReferenceOperation or IObjectCreationOperation || IsNotNullByAnnotation(argument) ? ConstantCondition.SomeObject
            : default;
    }

    private static bool IsNotNullByAnnotation(IOperation argument) =>
        argument.SemanticModel?.GetTypeInfo(argument.Syntax).Nullability.FlowState is NullableFlowState.NotNull;

    // 'if (_items.Count == 0) _items.Add(..)': whoever walks the items has one at hand.
    private bool AsksForEmptiness(Guard guard, Frame frame, Enumeration enumeration, CancellationToken cancellationToken)
    {
        return guard.Section is { } section
            ? IsNumber(guard.Condition) && section.Clauses.All(clause => clause is ISingleValueCaseClauseOperation single && IsZero(single.Value))
            : guard.Condition.Unwrapped() switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => guard.Holds && AreNumberAndZero(equality.LeftOperand, equality.RightOperand),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan } presence =>
                    !guard.Holds && AreNumberAndZero(presence.LeftOperand, presence.RightOperand),
                IIsPatternOperation { Pattern: IConstantPatternOperation constant } test => guard.Holds && AreNumberAndZero(test.Value, constant.Value),
                _ => false,
            };

        bool AreNumberAndZero(IOperation left, IOperation right) => IsZero(right) && IsNumber(left);

        bool IsNumber(IOperation operation) =>
            DictionaryUse.TryGet(operation.Unwrapped(), model.Types) is { Verb: Verb.Count } count
            && operation.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64
            && enumeration.Sequence.Path.Equals(frame.Read(count.Receiver, cancellationToken));
    }

    private static bool IsZero(IOperation operation) => operation.Unwrapped().ConstantValue is { HasValue: true, Value: 0 or 0L };
}
