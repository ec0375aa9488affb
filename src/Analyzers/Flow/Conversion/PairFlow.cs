using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Follows a value to the place where it is put into a dictionary, or a list of pairs, under a name that comes from the same
/// step of a walk: through locals, patterns, conversions, tuples and objects that hold both, operators, helpers, and delegates.
/// </summary>
internal sealed class PairFlow(CompilationModel model)
{
    private readonly DelegateSources delegates = new(model);

    /// <summary>The operation that puts <paramref name="value"/> beside a name which mentions one of <paramref name="related"/>; null where none does.</summary>
    public PairSink? Of(IOperation value, ImmutableHashSet<ISymbol> related, CancellationToken cancellationToken) =>
        new Walk(model, delegates, cancellationToken).Value(value, related, 0);

    private sealed class Walk(CompilationModel model, DelegateSources delegates, CancellationToken cancellationToken)
    {
        private const int MaximumSteps = 80;
        private const int MaximumDepth = 3;

        private readonly HashSet<SyntaxNode> seen = [];

        public PairSink? Value(IOperation value, ImmutableHashSet<ISymbol> related, int depth)
        {
            for (var current = value; current.Parent is { } parent; current = parent)
            {
                if (seen.Count > MaximumSteps || !seen.Add(current.Syntax) && current == value)
                {
                    return null;
                }

                switch (parent)
                {
                    case IConditionalAccessOperation access when access.Operation == current:
                        // 'value?.ToString()': what becomes of it is told by what stands behind the question mark.
                        if (access.WhenNotNull.DescendantsAndSelf().FirstOrDefault(part => part is IConditionalAccessInstanceOperation && part.ResolvedReceiver() == current) is not { } placeholder)
                        {
                            return null;
                        }

                        parent = placeholder;
                        continue;
                    case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalAccessOperation or IInterpolationOperation or IInterpolatedStringOperation or IAwaitOperation:
                    case IConditionalOperation conditional when conditional.Condition != current && conditional.Type is not null:
                    case ISwitchExpressionArmOperation arm when arm.Value == current:
                    case ISwitchExpressionOperation matched when matched.Value != current:
                    case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                    case IInvocationOperation called when called.Instance == current && IsValue(called):
                        continue;
                    case ISwitchExpressionOperation matched:
                        return matched.Arms.Select(arm => Declared(arm.Pattern, related, depth)).FirstOrDefault(sink => sink is not null);
                    case ISwitchOperation switched:
                        return switched.Cases.SelectMany(section => section.Clauses).OfType<IPatternCaseClauseOperation>()
                            .Select(clause => Declared(clause.Pattern, related, depth)).FirstOrDefault(sink => sink is not null);
                    case IIsPatternOperation { Pattern: var pattern }:
                        return Declared(pattern, related, depth);
                    case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                        return Variable(local, current, related, depth);
                    case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment when assignment.Value == current:
                        return Variable(local, current, related, depth);
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment
                        when assignment.Parent is IAnonymousObjectCreationOperation made && assignment.Value == current:
                        return made.Initializers.Any(other => other != assignment && Mentions(other, related)) ? Pair(made, property, related, depth) : null;
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false } property }, Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation made } all } assignment
                        when assignment.Value == current:
                        return IsOwn(made) && all.Initializers.Any(other => other != assignment && other is ISimpleAssignmentOperation { Value: var name } && NamedPairs.IsName(name) && Mentions(name, related))
                            ? Pair(made, property, related, depth) : null;
                    case ITupleOperation tuple:
                        return tuple.Elements.Length == 2 && tuple.Elements[0] != current && Mentions(tuple.Elements[0], related) && NamedPairs.IsName(tuple.Elements[0])
                            && tuple.Type is INamedTypeSymbol { TupleElements: [_, var element] } ? Pair(tuple, element, related, depth) : null;
                    case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: true, DeclaringSyntaxReferences.IsEmpty: false } indexer, Arguments: [{ Value: var key }] } } assignment when assignment.Value == current:
                        return Put(assignment, current, related) ?? Stored(indexer, key, related, depth);
                    case ISimpleAssignmentOperation or IDynamicInvocationOperation:
                        return Put(parent, current, related);
                    case IArgumentOperation { Parent: IObjectCreationOperation creation } given:
                        return Put(creation, current, related) ?? Held(creation, given, related, depth);
                    case IArgumentOperation { Parent: IInvocationOperation call } argument:
                        if (Put(call, current, related) is { } sink)
                        {
                            return sink;
                        }

                        if ((Callee(call, argument, related, depth) ?? Delegated(call, argument, related, depth)) is { } inCallee)
                        {
                            return inCallee;
                        }

                        if (!IsValue(call) || call.Arguments.Any(other => other != argument && other.Value.Executed().Any(part => ReflectionMembers.ReadOf(part) is not null)))
                        {
                            return null;
                        }

                        // The argument itself is no step.
                        parent = call;
                        continue;
                    case IReturnOperation { Kind: OperationKind.Return }:
                        return Selected(current, related) ?? Projected(current, depth);
                    default:
                        return null;
                }
            }

            return null;
        }

        // 'map[name] = value' and its like.
        private PairSink? Put(IOperation operation, IOperation value, ImmutableHashSet<ISymbol> related) =>
            NamedPairs.KeyBeside(operation, value, model.Types) is { } key && Mentions(key, related) ? new PairSink(operation, key) : null;

        // 'ToDictionary(p => p.Name, p => value)', 'ToDictionary(NameOf, ValueOf)'
        private PairSink? Selected(IOperation returned, ImmutableHashSet<ISymbol> related)
        {
            var (makers, parameters) = returned.EnclosingBody() switch
            {
                IAnonymousFunctionOperation lambda => ([lambda], lambda.Symbol.Parameters),
                var body when MethodOf(returned, body) is { } method => (model.Callers.Of(method, cancellationToken).Where(use => use is IMethodReferenceOperation), method.Parameters),
                _ => ((IEnumerable<IOperation>)[], []),
            };
            return parameters.Any(related.Contains) ? makers.Select(Selected).FirstOrDefault(sink => sink is not null) : null;
        }

        private PairSink? Selected(IOperation made) =>
            LambdaRuns.ReceiverOf(made) is { Parent: IInvocationOperation call } argument && NamedPairs.Selectors(call, model.Types) is { } selectors && selectors.Value == argument
            && NameGivenBy(selectors.Key.Value) is { } name
                ? new PairSink(call, name)
                : null;

        private IOperation? NameGivenBy(IOperation selector)
        {
            var (body, element) = selector.Lambda() is { Symbol.Parameters: [var parameter, ..] } lambda ? ((IOperation?)lambda.Body, (ISymbol?)parameter)
                : selector.MethodGroup() is { Method.OriginalDefinition: { Parameters: [var own] } method } ? (model.Bodies.Of(method, cancellationToken)?.Operation, own)
                : (null, null);
            return body?.Executed().OfType<IReturnOperation>().Select(candidate => candidate.ReturnedValue).OfType<IOperation>()
                .FirstOrDefault(name => NamedPairs.IsName(name) && Mentions(name, Set([element!])));
        }

        private IMethodSymbol? MethodOf(IOperation returned, IOperation body) =>
            body is ILocalFunctionOperation { Symbol: var function } ? function : returned.SemanticModel?.GetEnclosingSymbol(returned.Syntax.SpanStart, cancellationToken) as IMethodSymbol;

        private PairSink? Variable(ILocalSymbol local, IOperation declared, ImmutableHashSet<ISymbol> related, int depth)
        {
            foreach (var operation in declared.Root().Descendants())
            {
                if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.Access() is AccessKind.Read
                    && Value(reference, related, depth) is { } sink)
                {
                    return sink;
                }
            }

            return null;
        }

        private PairSink? Declared(IPatternOperation pattern, ImmutableHashSet<ISymbol> related, int depth) =>
            pattern.DescendantsAndSelf().Select(part => part switch
            {
                IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
                IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
                _ => null,
            }).OfType<ILocalSymbol>().Select(local => Variable(local, pattern, related, depth)).FirstOrDefault(sink => sink is not null);

        // A helper that is given the name and the value.
        private PairSink? Callee(IInvocationOperation call, IArgumentOperation argument, ImmutableHashSet<ISymbol> related, int depth)
        {
            if (depth == MaximumDepth || argument.Parameter is not { } parameter || call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
            {
                return null;
            }

            var target = TargetOf(call);
            var names = call.Arguments.Where(other => other != argument && other.Parameter is { } named && (named.OriginalDefinition.Type is not ITypeParameterSymbol || NamedPairs.IsName(other.Value)) && Mentions(other.Value, related)).Select(other => (ISymbol)target.Parameters[other.Parameter!.Ordinal]).ToArray();
            return names.Length > 0 && model.Bodies.Of(target, cancellationToken) is { } body
                ? Reads(body.Operation, target.Parameters[parameter.Ordinal], Set(names), depth + 1)
                : null;
        }

        // 'visit(p.Name, p.GetValue(o))', where somebody has given a delegate that puts it there.
        private PairSink? Delegated(IInvocationOperation call, IArgumentOperation argument, ImmutableHashSet<ISymbol> related, int depth)
        {
            if (depth == MaximumDepth || call is not { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } instance } || argument.Parameter is not { Ordinal: var value })
            {
                return null;
            }

            var names = call.Arguments.Where(other => other != argument && other.Parameter is not null && NamedPairs.IsName(other.Value) && Mentions(other.Value, related)).ToArray();
            return names.Length == 0
                ? null
                : delegates.Of(instance.ResolvedReceiver(), cancellationToken).Select(given => given switch
                {
                    IAnonymousFunctionOperation { Symbol.Parameters: var parameters } lambda => Reads(lambda.Body, parameters[value], Set(names.Select(name => parameters[name.Parameter!.Ordinal])), depth + 1),
                    IMethodReferenceOperation group when names.Length == 1 && NamedPairs.IsInsertion(group, model.Types) => new PairSink(group, names[0].Value),
                    IMethodReferenceOperation { Method: var method } when method.Parameters.Length == call.Arguments.Length && model.Bodies.Of(method, cancellationToken) is { } body =>
                        Reads(body.Operation, method.OriginalDefinition.Parameters[value], Set(names.Select(name => method.OriginalDefinition.Parameters[name.Parameter!.Ordinal])), depth + 1),
                    _ => (PairSink?)null,
                }).FirstOrDefault(sink => sink is not null);
        }

        private IMethodSymbol TargetOf(IInvocationOperation call) => model.SoleTarget(call.TargetMethod, call.Instance) ?? call.TargetMethod.OriginalDefinition;

        // 'bag[p.Name] = p.GetValue(o)', where the indexer is somebody's own.
        private PairSink? Stored(IPropertySymbol indexer, IOperation key, ImmutableHashSet<ISymbol> related, int depth) =>
            depth < MaximumDepth && NamedPairs.IsName(key) && Mentions(key, related) && indexer.OriginalDefinition.SetMethod is { Parameters: [var name, var value] } setter && model.Bodies.Of(setter, cancellationToken) is { } body
                ? Reads(body.Operation, value, Set([name]), depth + 1)
                : null;

        // 'new Tag(p.Name, p.GetValue(o))', an object of somebody's own that holds both.
        private PairSink? Held(IObjectCreationOperation made, IArgumentOperation given, ImmutableHashSet<ISymbol> related, int depth) =>
            IsOwn(made) && made.Arguments.Any(other => other != given && NamedPairs.IsName(other.Value) && Mentions(other.Value, related))
            && made.Type!.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => string.Equals(property.Name, given.Parameter?.Name, StringComparison.OrdinalIgnoreCase)) is { } part
                ? Pair(made, part, related, depth)
                : null;

        private static bool IsOwn(IObjectCreationOperation made) => made.Type is { DeclaringSyntaxReferences.IsEmpty: false };

        // 'members.Select(p => p.GetValue(o))', zipped with 'members.Select(p => p.Name)'.
        private PairSink? Projected(IOperation returned, int depth) =>
            returned.EnclosingBody() is IAnonymousFunctionOperation lambda && LambdaRuns.ReceiverOf(lambda) is { Parent: IInvocationOperation { TargetMethod.Name: "Select" } projection } && projection.Argument(0) is { } list
                ? Zipped(projection, list, depth)
                : null;

        private PairSink? Zipped(IOperation values, IOperation list, int depth)
        {
            for (var current = values; current.Parent is { } parent && seen.Count <= MaximumSteps; current = parent)
            {
                switch (parent)
                {
                    case IConversionOperation or IParenthesizedOperation:
                        continue;
                    case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                        return ReferencesTo(local, current).Select(reference => Zipped(reference, list, depth)).FirstOrDefault(sink => sink is not null);
                    case IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.Name: "ToArray" or "ToList" or "AsEnumerable" } copy }:
                        parent = copy;
                        continue;
                    case IArgumentOperation { Parameter.Ordinal: < 2 and var position, Parent: IInvocationOperation { TargetMethod.Name: "Zip" } zip }:
                        return zip.Argument(1 - position) is { } other && AreNamesOf(list, other) ? Taken(zip, position, depth) : null;
                    default:
                        return null;
                }
            }

            return null;
        }

        // The two parts of a zip: the parameters of its delegate, or a tuple.
        private PairSink? Taken(IInvocationOperation zip, int position, int depth) =>
            zip.Argument(2)?.Lambda() is { Symbol.Parameters: [_, _] parameters } selector
                ? Reads(selector.Body, parameters[position], Set([parameters[1 - position]]), depth)
                : zip.Type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol { TupleElements: { Length: 2 } parts }] } ? Sequence(zip, parts[position], depth) : null;

        private bool AreNamesOf(IOperation list, IOperation names)
        {
            names = names.Unwrapped();
            return names is ILocalReferenceOperation local ? model.Bodies.Around(local).Locals.SoleValue(local.Local) is { } value && value.Syntax.SpanStart < local.Syntax.SpanStart && AreNamesOf(list, value)
                : names is IInvocationOperation { TargetMethod.Name: "ToArray" or "ToList" or "AsEnumerable" } copy ? copy.Argument(0) is { } copied && AreNamesOf(list, copied)
                : names is IInvocationOperation { TargetMethod.Name: "Select" } projection && projection.Argument(0) is { } named && named.Unwrapped().Syntax.IsEquivalentTo(list.Unwrapped().Syntax, topLevel: false)
                    && projection.Argument(1)?.Lambda() is { Symbol.Parameters: [var element] } lambda
                    && lambda.Body.Executed().OfType<IReturnOperation>().All(result => result.ReturnedValue is { } name && NamedPairs.IsName(name) && Mentions(name, Set([element])));
        }

        // Something that holds the value and the name: 'new { p.Name, Value = p.GetValue(o) }', '(p.Name, p.GetValue(o))'.
        private PairSink? Pair(IOperation pair, ISymbol part, ImmutableHashSet<ISymbol> related, int depth)
        {
            for (var current = pair; current.Parent is { } parent; current = parent)
            {
                switch (parent)
                {
                    case IConversionOperation or IParenthesizedOperation or IConditionalOperation:
                        continue;
                    case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                        return Parts(current.Root(), local, part, related, depth);
                    case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", Instance: ILocalReferenceOperation { Local: var list } } }:
                        return Sequences(list, current, part, depth);
                    case IArgumentOperation { Parameter.Ordinal: var position, Parent: IInvocationOperation helper }:
                        return depth < MaximumDepth && TargetOf(helper) is var target && model.Bodies.Of(target, cancellationToken) is { } body
                            ? Parts(body.Operation, target.Parameters[position], part, Set([]), depth + 1)
                            : null;
                    case IReturnOperation { Kind: OperationKind.Return } when current.EnclosingBody() is IAnonymousFunctionOperation lambda:
                        return LambdaRuns.ReceiverOf(lambda) is { Parent: IInvocationOperation { TargetMethod.Name: "Select" or "SelectMany" } call } ? Sequence(call, part, depth) : null;
                    case IReturnOperation:
                        return Returned(current, part, parent.Kind is OperationKind.YieldReturn, depth);
                    default:
                        return null;
                }
            }

            return null;
        }

        // The callers of a helper that gives a pair, or one pair after the other.
        private PairSink? Returned(IOperation returned, ISymbol part, bool areMany, int depth)
        {
            var body = returned.EnclosingBody();
            return depth == MaximumDepth || MethodOf(returned, body) is not { } method || model.Bodies.Of(method, cancellationToken) is null
                ? null
                : model.Callers.Of(method, cancellationToken).Select(call => call switch
                {
                    IInvocationOperation when areMany => Sequence(call, part, depth + 1),
                    IInvocationOperation => Pair(call, part, Set([]), depth + 1),
                    IMethodReferenceOperation when LambdaRuns.ReceiverOf(call) is { Parent: IInvocationOperation { TargetMethod.Name: "Select" } select } => Sequence(select, part, depth + 1),
                    _ => null,
                }).FirstOrDefault(sink => sink is not null);
        }

        // Whoever walks a sequence of pairs and takes them apart.
        private PairSink? Sequence(IOperation sequence, ISymbol part, int depth)
        {
            for (var current = sequence; current.Parent is { } parent && seen.Count <= MaximumSteps; current = parent)
            {
                switch (parent)
                {
                    case IConversionOperation or IParenthesizedOperation or ITranslatedQueryOperation or IConditionalAccessOperation or ICoalesceOperation or IAwaitOperation or ISpreadOperation:
                    case IConditionalOperation conditional when conditional.Condition != current && conditional.Type is not null:
                    case ISwitchExpressionArmOperation arm when arm.Value == current:
                    case ISwitchExpressionOperation matched when matched.Value != current:
                    case ICollectionExpressionOperation when current is ISpreadOperation:
                        continue;
                    case IForEachLoopOperation loop when loop.Collection == current:
                        return loop.Locals.Select(local => Parts(loop.Body, local, part, Set(loop.Locals), depth)).FirstOrDefault(sink => sink is not null)
                            ?? (loop.Locals.Length == 2 ? Reads(loop.Body, loop.Locals[IsFirst(part) ? 0 : 1], Set(loop.Locals), depth) : null);
                    case IInvocationOperation call when call.Instance == current:
                        return InLambdas(call, part, depth);
                    case IArgumentOperation { Parent: IInvocationOperation call } argument:
                        if (((argument.Parameter?.Ordinal == 0 ? InLambdas(call, part, depth) : null) ?? HandedTo(TargetOf(call), argument, part, depth)) is { } sink)
                        {
                            return sink;
                        }

                        if (argument.Parameter?.Ordinal != 0 || !Keeps(call.TargetMethod))
                        {
                            return null;
                        }

                        parent = call;
                        continue;
                    case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } argument:
                        return HandedTo(constructor.OriginalDefinition, argument, part, depth);
                    case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                        return Sequences(local, current, part, depth);
                    case IReturnOperation { Kind: OperationKind.Return } when current.EnclosingBody() is not IAnonymousFunctionOperation:
                        return Returned(current, part, areMany: true, depth);
                    default:
                        return null;
                }
            }

            return null;
        }

        private static bool Keeps(IMethodSymbol method) =>
            LazyOperators.KeepsElements(method) || method.Name is "ToList" or "ToArray" or "OrderBy" or "OrderByDescending" or "ThenBy" or "Concat";

        private PairSink? InLambdas(IInvocationOperation call, ISymbol part, int depth) =>
            call.Arguments.Select(given => given.Value.Lambda()).OfType<IAnonymousFunctionOperation>()
                .SelectMany(lambda => lambda.Symbol.Parameters.Select(element => Parts(lambda.Body, element, part, Set([element]), depth)))
                .FirstOrDefault(sink => sink is not null);

        // A helper that is given the sequence.
        private PairSink? HandedTo(IMethodSymbol target, IArgumentOperation argument, ISymbol part, int depth) =>
            depth < MaximumDepth && argument.Parameter is { Ordinal: var position } && !target.DeclaringSyntaxReferences.IsEmpty && model.Bodies.Of(target, cancellationToken) is { } body
                ? body.Operation.Descendants().OfType<IParameterReferenceOperation>()
                    .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, target.Parameters[position]) && seen.Add(reference.Syntax))
                    .Select(reference => Sequence(reference, part, depth + 1)).FirstOrDefault(sink => sink is not null)
                : null;

        private IEnumerable<ILocalReferenceOperation> ReferencesTo(ILocalSymbol local, IOperation around) =>
            around.Root().Descendants().OfType<ILocalReferenceOperation>()
                .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local) && seen.Add(reference.Syntax));

        private PairSink? Sequences(ILocalSymbol list, IOperation around, ISymbol part, int depth) =>
            ReferencesTo(list, around)
                .Select(reference => Sequence(reference, part, depth)).FirstOrDefault(sink => sink is not null);

        // 'pair.Value', where the variable holds the pair.
        private PairSink? Parts(IOperation root, ISymbol variable, ISymbol part, ImmutableHashSet<ISymbol> related, int depth)
        {
            foreach (var operation in root.DescendantsAndSelf())
            {
                if (operation is IMemberReferenceOperation { Instance: { } instance } member && instance.SymbolOfVariable() is { } holder
                    && SymbolEqualityComparer.Default.Equals(holder, variable) && IsSame(member.Member, part) && Value(member, related.Add(variable), depth) is { } sink)
                {
                    return sink;
                }
            }

            return null;
        }

        private PairSink? Reads(IOperation root, ISymbol variable, ImmutableHashSet<ISymbol> related, int depth) =>
            root.Descendants().Where(operation => operation.SymbolOfVariable() is { } read && SymbolEqualityComparer.Default.Equals(read, variable))
                .Select(read => Value(read, related, depth)).FirstOrDefault(sink => sink is not null);

        private bool Mentions(IOperation operation, ImmutableHashSet<ISymbol> related) => Mentions(operation, related, 4);

        private bool Mentions(IOperation operation, ImmutableHashSet<ISymbol> related, int steps) =>
            operation.Executed().Any(part => part.SymbolOfVariable() is { } variable
                && (related.Contains(variable)
                    || steps > 0 && variable is ILocalSymbol && model.Bodies.Around(part).Locals.SourcesOf(variable).Any(source => source.Source is { } value && Mentions(value, related, steps - 1))));

        private static bool IsFirst(ISymbol part) => part is IFieldSymbol { CorrespondingTupleField.Name: "Item1" };

        private static bool IsSame(ISymbol member, ISymbol part) => member.Name == part.Name
            || member is IFieldSymbol { CorrespondingTupleField: { } tuple } && part is IFieldSymbol { CorrespondingTupleField: { } other } && tuple.Name == other.Name;

        // What a call makes of the value is the value in another form; whether it is equal to something is not.
        private static bool IsValue(IInvocationOperation call) =>
            call.TargetMethod.ReturnType.SpecialType is not (SpecialType.System_Void or SpecialType.System_Boolean) && call.TargetMethod.Name is not ("GetType" or "CompareTo" or "Compare" or "GetHashCode");

        private static ImmutableHashSet<ISymbol> Set(IEnumerable<ISymbol> symbols) => ImmutableHashSet.CreateRange<ISymbol>(SymbolEqualityComparer.Default, symbols);
    }
}
