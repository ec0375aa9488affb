using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Finds the enumerations that an operation drives, whatever their clothes: loops, operators with lambdas, enumerators.</summary>
internal sealed class EnumerationFinder(CompilationModel model)
{
    /// <summary>Whether <paramref name="operation"/> can drive an enumeration at all. It is asked of every call, and allocates nothing.</summary>
    public static bool IsCandidate(IOperation operation)
    {
        if (operation is ILoopOperation or ISpreadOperation)
        {
            return true;
        }

        if (operation is IObjectCreationOperation { Arguments: [var source, ..] })
        {
            return MayBeQuery(source.Value);
        }

        if (operation is not IInvocationOperation invocation)
        {
            return false;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Value is IDelegateCreationOperation || MayBeQuery(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The enumerations over collections that can be disturbed which <paramref name="operation"/> drives, with regions that stand
    /// inside it: an editor shows what a callback reports only inside the operation that the callback was called for.
    /// </summary>
    public IEnumerable<Enumeration> Find(IOperation operation, CancellationToken cancellationToken)
    {
        var found = operation switch
        {
            IForEachLoopOperation loop => OfLoop(loop, cancellationToken),
            ILoopOperation loop => OfEnumeratorLoop(loop, cancellationToken),
            IInvocationOperation call => OfCall(call, cancellationToken),
            ISpreadOperation spread => OfQuery(spread, spread.Operand, cancellationToken),
            IObjectCreationOperation { Arguments: [var source, ..] } creation when model.Types.KindOf(creation.Type) is not CollectionKind.None =>
                OfQuery(creation, source.Value, cancellationToken),
            _ => [],
        };
        return found.Where(enumeration => operation.Syntax.Span.Contains(enumeration.Region.Syntax.Span));
    }

    /// <summary>The variables of a loop that hold the element at hand, one for each part where it is deconstructed; null for a part that is not kept.</summary>
    public static ImmutableArray<ISymbol?> ElementsOf(IForEachLoopOperation loop)
    {
        var variable = loop.LoopControlVariable;
        if (variable is IDeclarationExpressionOperation declaration)
        {
            variable = declaration.Expression;
        }

        return variable is ITupleOperation tuple ? [.. tuple.Elements.Select(Variable)] : [Variable(variable)];
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation declarator => declarator.Symbol,
        ILocalReferenceOperation local => local.Local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => local.Local,
        _ => null,
    };

    private IEnumerable<Enumeration> OfLoop(IForEachLoopOperation loop, CancellationToken cancellationToken)
    {
        foreach (var sequence in model.Sequences.Read(loop.Collection, cancellationToken))
        {
            yield return new Enumeration(sequence, loop, loop.Collection.Unwrapped(), loop.Body, ElementsOf(loop), EnumerationForm.Loop);
            foreach (var stage in OfStages(sequence, loop, loop.Collection.Unwrapped(), sequence.Stages))
            {
                yield return stage;
            }
        }
    }

    private IEnumerable<Enumeration> OfCall(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var laziness = LazyOperators.Of(call.TargetMethod, model.Types);
        if (laziness is Laziness.Defers)
        {
            foreach (var enumeration in OfStoredQuery(call, cancellationToken))
            {
                yield return enumeration;
            }
        }
        else if (laziness is Laziness.Consumes or Laziness.Buffers && call.Argument(0) is { } source)
        {
            // A buffering operator is driven by whoever consumes it; its source is only enumerated then, but then in whole.
            foreach (var sequence in model.Sequences.Read(source, cancellationToken).Where(IsWalkedByOperators))
            {
                var own = laziness is Laziness.Consumes ? SequenceReader.StagesOf(call, sequence.View) : [];
                foreach (var stage in OfStages(sequence, call, sequence.Source, sequence.Stages.AddRange(own)))
                {
                    yield return stage;
                }
            }
        }
        else if (DictionaryUse.TryGet(call, model.Types) is { Verb: Verb.Enumerate } use && call.Arguments is [{ Value: var action }])
        {
            foreach (var sequence in model.Sequences.Read(use.Receiver, cancellationToken))
            {
                var stage = new SequenceStage(call, action.Unwrapped(), sequence.View, [0]);
                foreach (var enumeration in OfStages(sequence, call, use.Receiver, [stage]))
                {
                    yield return enumeration;
                }
            }
        }
        else if (ReadsSequences(call.TargetMethod))
        {
            foreach (var argument in call.Arguments.Where(argument => MayBeQuery(argument.Value)))
            {
                foreach (var enumeration in OfQuery(call, argument.Value, cancellationToken))
                {
                    yield return enumeration;
                }
            }
        }
        else if (laziness is Laziness.Unknown && MayWalk(call.TargetMethod, cancellationToken)
            && model.Bodies.Of(call.TargetMethod, cancellationToken) is { } body)
        {
            foreach (var enumeration in OfHelper(call, body, cancellationToken))
            {
                yield return enumeration;
            }
        }
    }

    // A query whose delegates run while somebody else's code reads it to its end.
    private IEnumerable<Enumeration> OfQuery(IOperation reader, IOperation query, CancellationToken cancellationToken) =>
        from sequence in model.Sequences.Read(query, cancellationToken)
        where IsWalkedByOperators(sequence)
        from enumeration in OfStages(sequence, reader, sequence.Source, sequence.Stages)
        select enumeration;

    // 'string.Join(", ", query)', 'list.AddRange(query)', 'set.UnionWith(query)'.
    private bool ReadsSequences(IMethodSymbol method) =>
        method.ContainingType?.SpecialType == SpecialType.System_String
        || model.Types.KindOf(method.ContainingType) is not CollectionKind.None && model.Types.IsKnown(method.ContainingType!);

    // A lazy sequence that is handed on: a call, a query, or a local of an interface type.
    private static bool MayBeQuery(IOperation argument) =>
        argument.Unwrapped() is ITranslatedQueryOperation or IInvocationOperation or ILocalReferenceOperation
        && argument.Unwrapped().Type?.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;

    // What is a list is read by index by most operators; only pairs of an ordered dictionary are walked after all.
    private static bool IsWalkedByOperators(LiveSequence sequence) =>
        !SequenceReader.IsList(sequence)
        || sequence is { Kind: CollectionKind.OrderedDictionary, View: SequenceView.Elements, Stages.IsEmpty: true };

    // 'query.Each(x => ..)', 'table.Visit((k, v) => ..)': a method of the compilation that walks a collection, its
    // parameter's or its own, and runs another parameter for each element.
    private IEnumerable<Enumeration> OfHelper(IInvocationOperation call, Body body, CancellationToken cancellationToken)
    {
        var runs = body.Operation.Executed()
            .OfType<IInvocationOperation>()
            .Where(invocation => invocation is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } invoked }
                && invoked.ResolvedReceiver() is IParameterReferenceOperation)
            .ToArray();
        if (runs.Length == 0)
        {
            yield break;
        }

        foreach (var walk in body.Operation.Executed())
        {
            var (walked, region) = walk switch
            {
                IForEachLoopOperation loop => (loop.Collection.Unwrapped(), loop.Body),
                IInvocationOperation { TargetMethod.Name: "GetEnumerator", Instance: { } instance } => (instance.Unwrapped(), body.Operation),
                _ => default((IOperation, IOperation)),
            };
            foreach (var run in runs.Where(run => region is not null && run.IsWithin(region)))
            {
                var ran = (IParameterReferenceOperation)run.Instance!.ResolvedReceiver();
                if (call.Argument(ran.Parameter.Ordinal) is not { } action)
                {
                    continue;
                }

                foreach (var (sequence, source) in WalkedBy(call, walked!, cancellationToken))
                {
                    var stage = new SequenceStage(call, action.Unwrapped(), sequence.View, ElementOrdinals(run, walk));
                    foreach (var enumeration in OfStages(sequence, call, source, [stage]))
                    {
                        yield return enumeration;
                    }
                }
            }
        }
    }

    // Most methods that take a delegate do not walk anything; their syntax says so before they are bound.
    private static bool MayWalk(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken).DescendantNodes().Any(node =>
            node is CommonForEachStatementSyntax or SimpleNameSyntax { Identifier.ValueText: "GetEnumerator" }));

    // What a callee walks, in terms of the caller.
    private IEnumerable<(LiveSequence Sequence, IOperation Source)> WalkedBy(
        IInvocationOperation call, IOperation walked, CancellationToken cancellationToken)
    {
        if (walked is IParameterReferenceOperation { Parameter: var parameter })
        {
            return call.Argument(parameter.Ordinal) is { } source
                ? model.Sequences.Read(source, cancellationToken).Select(sequence => (sequence, source.Unwrapped()))
                : [];
        }

        return
            from sequence in model.Sequences.Read(walked, cancellationToken)
            let path = sequence.Path.Translated(root =>
                root.Kind is PathRootKind.This ? model.Paths.Read(call.Instance?.ResolvedReceiver(), cancellationToken) : null)
            where path is not null
            select (sequence with { Path = path, Source = call, Stages = [] }, (IOperation)call);
    }

    private static ImmutableArray<int> ElementOrdinals(IInvocationOperation run, IOperation walk)
    {
        if (walk is not IForEachLoopOperation loop)
        {
            return [.. run.Arguments.Where(argument => argument.Value.Unwrapped() is IPropertyReferenceOperation { Property.Name: "Current" })
                .Select(argument => argument.Parameter!.Ordinal)];
        }

        var ordinals = ElementsOf(loop).Where(element => element is not null).Select(element => run.Arguments
            .FirstOrDefault(argument => argument.Value.Unwrapped() is ILocalReferenceOperation local
                && SymbolEqualityComparer.Default.Equals(local.Local, element))?.Parameter?.Ordinal);
        return ordinals.All(ordinal => ordinal is not null) ? [.. ordinals.Select(ordinal => ordinal!.Value)] : [];
    }

    private static IEnumerable<Enumeration> OfStages(
        LiveSequence sequence, IOperation statement, IOperation enumerated, ImmutableArray<SequenceStage> stages)
    {
        foreach (var stage in stages)
        {
            if (stage.Lambda is not { } lambda)
            {
                continue;
            }

            var form = LazyOperators.StopsAt(stage.Operator.TargetMethod) switch
            {
                true => EnumerationForm.CallbackUntilTrue,
                false => EnumerationForm.CallbackUntilFalse,
                null => EnumerationForm.Callback,
            };
            ImmutableArray<ISymbol?> elements = stage.ElementOrdinals.All(ordinal => ordinal < lambda.Symbol.Parameters.Length)
                ? [.. stage.ElementOrdinals.Select(ordinal => lambda.Symbol.Parameters[ordinal])]
                : [];
            yield return new Enumeration(sequence with { View = stage.View }, statement, enumerated, lambda, elements, form);
        }
    }

    // 'var query = d.Select(x => ..); .. foreach (var y in query)': found at the operator, where the delegate stands.
    private IEnumerable<Enumeration> OfStoredQuery(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (Stored(call) is not { } local || call.Argument(0) is not { } source
            || !SequenceReader.StagesOf(call, SequenceView.Projected).Any(stage => stage.Lambda is not null)
            || Reader(local, call) is not { } reader)
        {
            return [];
        }

        return
            from sequence in model.Sequences.Read(source, cancellationToken)
            where IsWalkedByOperators(sequence)
            from enumeration in OfStages(sequence, reader, sequence.Source, [.. SequenceReader.StagesOf(call, sequence.View)])
            select enumeration;
    }

    // The local that a query is kept in and never changed.
    private ILocalSymbol? Stored(IInvocationOperation call)
    {
        IOperation value = call;
        while (value.Parent is IArgumentOperation { Parent: IInvocationOperation outer } && LazyOperators.Of(outer.TargetMethod, model.Types) is Laziness.Defers
            || value.Parent is IConversionOperation or ITranslatedQueryOperation)
        {
            value = value.Parent is IArgumentOperation argument ? argument.Parent! : value.Parent!;
        }

        return value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
            && model.Bodies.Around(call).Locals.SoleValue(local) is not null
                ? local
                : null;
    }

    // The first place that reads a stored query to its end.
    private IOperation? Reader(ILocalSymbol query, IOperation call) =>
        call.EnclosingBody().Executed()
            .OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, query))
            .Select(reference => ReaderOf(reference))
            .FirstOrDefault(reader => reader is not null);

    private IOperation? ReaderOf(IOperation sequence)
    {
        for (var (inner, outer) = (sequence, sequence.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                case IForEachLoopOperation loop when inner == loop.Collection:
                case ISpreadOperation:
                    return outer;
                case IInvocationOperation reader when ReadsSequences(reader.TargetMethod) || LazyOperators.Of(reader.TargetMethod, model.Types) is Laziness.Consumes:
                    return outer;
                case IInvocationOperation lazy when LazyOperators.Of(lazy.TargetMethod, model.Types) is Laziness.Defers:
                case IConversionOperation or IArgumentOperation or ITranslatedQueryOperation:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    // 'while (e.MoveNext())', 'for (;e.MoveNext();)', 'while (true) { if (!e.MoveNext()) break; .. }'
    private IEnumerable<Enumeration> OfEnumeratorLoop(ILoopOperation loop, CancellationToken cancellationToken)
    {
        var condition = loop switch
        {
            IWhileLoopOperation { Condition: var asked } => asked,
            IForLoopOperation { Condition: var asked } => asked,
            _ => null,
        };
        var scope = condition is null or { ConstantValue.HasValue: true } ? loop.Body : condition;
        foreach (var move in scope.Executed().OfType<IInvocationOperation>())
        {
            if (move is { TargetMethod.Name: "MoveNext" or "MoveNextAsync", Instance: { } enumerator }
                && GetEnumerator(enumerator) is { Instance: { } enumerated } call)
            {
                foreach (var sequence in model.Sequences.Read(enumerated.ResolvedReceiver(), cancellationToken))
                {
                    yield return new Enumeration(sequence, call, enumerated.Unwrapped(), loop.Body, [], EnumerationForm.Enumerator);
                }
            }
        }
    }

    private IInvocationOperation? GetEnumerator(IOperation enumerator)
    {
        if (enumerator.Unwrapped() is not ILocalReferenceOperation { Local: var local })
        {
            return null;
        }

        // An enumerator that is given anew to the same local is the last one that was given.
        return model.Bodies.Around(enumerator).Locals.ValuesOf(local)
            .Select(value => value?.Unwrapped())
            .OfType<IInvocationOperation>()
            .FirstOrDefault(call => call.TargetMethod.Name is "GetEnumerator" or "GetAsyncEnumerator");
    }
}
