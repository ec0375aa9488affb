using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether the code around an enumeration controls the conditions under which a callee has its effect: a flag that
/// it sets before it walks, or a constant argument that switches the effect off.
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

    // 'Stop(notify: false)' where the callee asks 'if (notify)'.
    private static bool IsRefused(Guard guard, Frame frame)
    {
        var constants = new ConstantCondition(parameter => frame.Call?.ArgumentOf(parameter)?.Unwrapped().ConstantValue ?? default);
        return guard.Section is { } section
            ? constants.Selects((ISwitchOperation)section.Parent!, section) == false
            : constants.Holds(guard.Condition) == !guard.Holds;
    }
}
