using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers which writes of a value factory outlive its call and differ when they are made twice. Filling a memo, setting
/// a value for the first time and counting misses may be done twice by anybody.
/// </summary>
internal sealed class LastingWrites(CompilationModel model)
{
    private static readonly Regex Tally = new("(^|_|[a-z])([Mm]iss|[Hh]it)(es|s)?([A-Z]|$)", RegexOptions.CultureInvariant);

    /// <summary>The writes of one body that running <paramref name="factory"/> leads to.</summary>
    public IEnumerable<FactoryEffect> Of(ValueFactory factory, Activation activation, CancellationToken cancellationToken)
    {
        foreach (var effect in activation.Region.Effects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (effect.Kind is EffectKind.Enumerates || Translate(activation.Frame, effect, cancellationToken) is not { } path
                || OutsideOf(factory, path, cancellationToken) is not { } target)
            {
                continue;
            }

            var deed = effect.Kind switch
            {
                EffectKind.Modifies => Change(factory, activation, effect.Use!.Value, target, cancellationToken),
                EffectKind.Subscribes => IsOldValue(factory, target) || IsHandedIn(target) ? null : $"subscribes to '{target.LastMember?.Name}'",
                _ => Assignment(factory, activation, effect.Operation, target, cancellationToken),
            };
            if (deed is not null)
            {
                yield return new FactoryEffect(FactoryEffectKind.Writes, deed, effect.Operation, activation.Frame.Callee);
            }
        }

        foreach (var call in activation.Region.Calls)
        {
            if (Told(factory, activation, call, cancellationToken) is { } deed)
            {
                yield return new FactoryEffect(FactoryEffectKind.Writes, deed, call.Operation, activation.Frame.Callee);
            }
        }
    }

    // What is assigned is the variable and not the object in it: 'this._x' of a new object, whatever its constructor was given for it.
    private static InstancePath? Translate(Frame frame, Effect effect, CancellationToken cancellationToken) =>
        effect.Kind is EffectKind.Assigns or EffectKind.Subscribes && effect.Target is { LastMember: { IsStatic: false } member } && effect.Target.Parent() is { } owner
            ? frame.Translate(owner, cancellationToken)?.Then(member)
            : frame.Translate(effect.Target, cancellationToken);

    /// <summary>Whether a path begins outside of the factory, so that what it denotes is there after the factory has run.</summary>
    private InstancePath? OutsideOf(ValueFactory factory, InstancePath path, CancellationToken cancellationToken)
    {
        if (factory.State is { } state && path.Root.Symbol is { } root && SymbolEqualityComparer.Default.Equals(root, state.Parameter))
        {
            return OfState(state.Argument, path, cancellationToken);
        }

        return path.Root switch
        {
            { Kind: PathRootKind.This } => path.Segments.IsEmpty || IsOfThread(path) ? null : path,
            { Kind: PathRootKind.Static } => IsOfThread(path) ? null : path,
            { Symbol: { } symbol } => SymbolEqualityComparer.Default.Equals(symbol, factory.OldValue) || !IsDeclaredIn(factory, symbol) ? path : null,
            { Kind: PathRootKind.Creation, Value: SyntaxNode creation } => IsIn(factory, creation) ? null : path,
            _ => null,
        };
    }

    // '[ThreadStatic] static StringBuilder buffer', 'local.Value' of a ThreadLocal or AsyncLocal: each run has its own.
    private static bool IsOfThread(InstancePath path) => path.Segments.Any(segment => segment.Member switch
    {
        IFieldSymbol { IsStatic: true } field => field.IsThreadStatic(),
        IPropertySymbol { Name: "Value" } property => property.ContainingType is { Name: "ThreadLocal" or "AsyncLocal", ContainingNamespace.Name: "Threading" },
        _ => false,
    });

    // 'GetOrAdd(key, static (k, self) => self.Make(k), this)', '(k, state) => state.Owner.Make(k), (Owner: this, 1)'
    private InstancePath? OfState(IOperation argument, InstancePath path, CancellationToken cancellationToken)
    {
        var state = argument.Unwrapped();
        var skipped = 0;
        while (state is ITupleOperation tuple && path.Segments.Length > skipped && path.Segments[skipped].Member is IFieldSymbol field
            && PositionOf(field, tuple) is { } position)
        {
            state = tuple.Elements[position].Unwrapped();
            skipped++;
        }

        return model.Paths.Read(state, cancellationToken) is { } outer && path.TranslatedAfter(skipped, outer, static _ => null) is { Segments.IsEmpty: false } target
            ? target
            : null;
    }

    private static int? PositionOf(IFieldSymbol field, ITupleOperation tuple)
    {
        var elements = (tuple.Type as INamedTypeSymbol)?.TupleElements ?? [];
        for (var position = 0; position < elements.Length; position++)
        {
            if (elements[position].Name == field.Name || elements[position].CorrespondingTupleField?.Name == field.Name)
            {
                return position;
            }
        }

        return null;
    }

    private string? Change(ValueFactory factory, Activation activation, DictionaryUse use, InstancePath target, CancellationToken cancellationToken)
    {
        // A collection that is the old value is what DICT210 is about. What a caller hands in may be the caller's own.
        if (IsOldValue(factory, target) || IsHandedIn(target) || (IsCaptured(target) && activation.Depth > 0))
        {
            return null;
        }

        var isSafe = use.Kind is CollectionKind.ConcurrentDictionary || !model.Locks.At(use.Operation, cancellationToken).IsEmpty;
        var isSame = use.Operation is IInvocationOperation { TargetMethod.Name: "GetOrAdd" }
            || (isSafe && use.Verb is Verb.Remove or Verb.Clear && use.Kind is not CollectionKind.List)
            || (isSafe && use.Verb is Verb.Insert && use.Kind.IsSet())
            || (isSafe && use.Verb is Verb.Insert or Verb.Upsert && use.Kind.IsKeyed() && IsPlainValue(use) && !FreshKeys.Are(use.Key, model.Paths))
            || use.Verb is Verb.Resize
            || (use.Verb is not Verb.Overwrite && use.Kind is not CollectionKind.List && IsAskedBefore(use.Operation, use.Receiver));
        return isSame ? null : $"changes '{NameOf(target, use.Receiver)}'";
    }

    private string? Assignment(
        ValueFactory factory, Activation activation, IOperation reference, InstancePath target, CancellationToken cancellationToken)
    {
        var isCount = reference.Access() is AccessKind.ReadWrite;
        if (reference.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref, Parent: IInvocationOperation call })
        {
            if (!OutsideWorld.ChangesReference(call.TargetMethod) || IsOldValue(factory, target))
            {
                return null;
            }

            isCount = call.TargetMethod.Name is not ("Write" or "Exchange");
        }

        // '_x ??= ..' is a memo.
        if (reference.Parent is ICoalesceAssignmentOperation)
        {
            return null;
        }

        var name = NameOf(target, reference);
        if (isCount && (Tally.IsMatch(name) || IsInConstructor(activation.Frame)))
        {
            return null;
        }

        if (IsOldValue(factory, target))
        {
            return isCount && !target.Segments.IsEmpty && model.Locks.At(reference, cancellationToken).IsEmpty
                ? $"changes '{name}' of the value that is already there" : null;
        }

        if (target.Segments.IsEmpty)
        {
            return activation.Depth == 0 && IsReadLater(factory, target) && !IsUndone(factory, reference, target) ? $"writes the captured variable '{name}'" : null;
        }

        return IsHandedIn(target) || (IsCaptured(target) && activation.Depth > 0) || (!isCount && IsMemo(activation.Frame, reference))
            ? null
            : $"writes '{name}'";
    }

    // An event is raised, a queue is filled, somebody subscribes.
    private string? Told(ValueFactory factory, Activation activation, CallSite call, CancellationToken cancellationToken)
    {
        if (call.Delegate is { } invoked && model.Paths.Origin(invoked) is IEventReferenceOperation raised)
        {
            return IsLasting(raised) ? $"raises '{raised.Event.Name}'" : null;
        }

        return call is { Operation: IInvocationOperation invocation, Receiver: { } receiver } && OutsideWorld.AppendsTo(call.Method) && IsLasting(receiver)
            ? $"adds to '{(invocation.Instance ?? receiver).Unwrapped().ResolvedReceiver().Syntax}'"
            : null;

        bool IsLasting(IOperation operation) =>
            activation.Frame.Read(operation, cancellationToken) is { } path && OutsideOf(factory, path, cancellationToken) is { } target
            && !IsOldValue(factory, target) && !IsHandedIn(target) && (activation.Depth == 0 || !IsCaptured(target));
    }

    // A captured variable is written for whoever reads it after the call.
    private static bool IsReadLater(ValueFactory factory, InstancePath target) =>
        target.Root.Symbol is { } variable
        && factory.Call.Root().DescendantsAndSelf().Any(operation =>
            IsVariable(operation, variable) && operation.Syntax.SpanStart >= factory.Call.Syntax.Span.End && operation.Access() is not AccessKind.Write);

    // 'made = new X()' whose outcome the caller compares with what the dictionary gave, and what an updating factory is the last to write.
    private static bool IsUndone(ValueFactory factory, IOperation reference, InstancePath target)
    {
        if (reference.Access() is not AccessKind.Write)
        {
            return false;
        }

        if (factory.Updates || target.Root.Symbol is not { } variable)
        {
            return true;
        }

        var around = factory.Call.EnclosingBody();
        return around.DescendantsAndSelf().Any(operation => !operation.IsWithin(factory.Body) && operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
                variable is ILocalSymbol { Type.IsReferenceType: true } or IParameterSymbol { Type.IsReferenceType: true }
                && (IsVariable(comparison.LeftOperand, variable) || IsVariable(comparison.RightOperand, variable)),
            IInvocationOperation { TargetMethod.Name: "ReferenceEquals" or "Equals" or "Dispose" or "DisposeAsync" } call =>
                call.Arguments.Any(argument => IsVariable(argument.Value, variable)) || (call.Instance is { } instance && IsVariable(instance.ResolvedReceiver(), variable)),
            _ => false,
        }) || (factory.Call.TargetMethod.Name == "AddOrUpdate" && factory.Call.Arguments.Any(argument =>
            argument.Parameter?.Name == "updateValueFactory"
            && argument.Value.DescendantsAndSelf().Any(inner => inner.Access() is AccessKind.Write && IsVariable(inner, variable))));
    }

    private static bool IsVariable(IOperation operation, ISymbol variable) => operation.Unwrapped() switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, variable),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, variable),
        _ => false,
    };

    // 'if (_x is null) _x = ..', 'if (!_map.TryGetValue(k, out var x)) _map[k] = x = ..': whoever asks first writes nothing twice.
    private bool IsAskedBefore(IOperation write, IOperation target) =>
        MemberOf(target) is { } asked && write.EnclosingBody().Executed().Any(operation =>
            operation is IConditionalOperation { Condition: var condition } && condition.Syntax.SpanStart < write.Syntax.SpanStart
            && condition.DescendantsAndSelf().Any(inner => Reads(inner, asked)));

    private bool Reads(IOperation operation, ISymbol asked) =>
        SymbolEqualityComparer.Default.Equals(MemberOf(operation), asked)
        || (operation is ILocalReferenceOperation local && model.Bodies.Around(local).Locals.ValuesOf(local.Local).Any(value =>
            value is not null && value.DescendantsAndSelf().Any(inner => SymbolEqualityComparer.Default.Equals(MemberOf(inner), asked))));

    // The callee asks before it writes, or the call of it stands behind the question; a getter that writes keeps what it found.
    private bool IsMemo(Frame frame, IOperation reference)
    {
        var place = reference;
        for (Frame? candidate = frame; candidate is not null; candidate = candidate.Caller)
        {
            if (candidate.Callee?.MethodKind is MethodKind.PropertyGet || IsAskedBefore(place, reference))
            {
                return true;
            }

            place = candidate.Call?.Operation ?? place;
        }

        return false;
    }

    private static ISymbol? MemberOf(IOperation operation) => operation.Unwrapped() switch
    {
        IMemberReferenceOperation member => member.Member.OriginalDefinition,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    // An equal value in place of an equal value changes nothing.
    private static bool IsPlainValue(DictionaryUse use) =>
        use.Value?.Unwrapped() is { Type: { } type } value && value is not IAnonymousFunctionOperation and not IDelegateCreationOperation
        && use.Operation is not IInvocationOperation { TargetMethod.Name: "AddOrUpdate" }
        && (type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String || type.TypeKind is TypeKind.Enum || type.IsNamed("System", "Type"));

    private static bool IsOldValue(ValueFactory factory, InstancePath target) =>
        factory.OldValue is { } old && SymbolEqualityComparer.Default.Equals(target.Root.Symbol, old);

    // A parameter of the method around the factory: its object may be the caller's own, made for this call.
    private static bool IsHandedIn(InstancePath target) => target.Root.Symbol is IParameterSymbol;

    private static bool IsCaptured(InstancePath target) => target.Root.Kind is PathRootKind.Symbol or PathRootKind.Creation;

    private static bool IsInConstructor(Frame frame)
    {
        for (Frame? candidate = frame; candidate is not null; candidate = candidate.Caller)
        {
            if (candidate.Callee?.MethodKind is MethodKind.Constructor)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDeclaredIn(ValueFactory factory, ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Any(reference =>
            reference.SyntaxTree == factory.Body.Syntax.SyntaxTree && factory.Body.Syntax.FullSpan.Contains(reference.Span))
        || factory.Method.Parameters.Contains(symbol, SymbolEqualityComparer.Default);

    private static bool IsIn(ValueFactory factory, SyntaxNode node) =>
        node.SyntaxTree == factory.Body.Syntax.SyntaxTree && factory.Body.Syntax.FullSpan.Contains(node.Span);

    private static string NameOf(InstancePath target, IOperation reference) => reference.Unwrapped() switch
    {
        IMemberReferenceOperation member => member.Member.Name,
        ILocalReferenceOperation local => local.Local.Name,
        _ => target.NamingSymbol?.Name ?? reference.Syntax.ToString(),
    };
}
