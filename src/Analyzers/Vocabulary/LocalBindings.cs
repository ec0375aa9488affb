using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// What the locals and parameters of one body are bound to. A local that is written once stands for the value it was
/// given; one that is written again stands for itself only.
/// </summary>
internal sealed class LocalBindings
{
    private readonly Dictionary<ISymbol, List<Write>> writes = new(SymbolEqualityComparer.Default);

    private LocalBindings()
    {
    }

    /// <summary>Collects the bindings of everything beneath <paramref name="root"/>, lambdas and local functions included.</summary>
    public static LocalBindings Of(IOperation root)
    {
        var bindings = new LocalBindings();
        foreach (var operation in root.DescendantsAndSelf())
        {
            bindings.Collect(operation);
        }

        return bindings;
    }

    /// <summary>The value a local was given, where it was given exactly one; the call, where it is the call's <c>out</c> argument.</summary>
    public IOperation? SoleValue(ISymbol local) =>
        writes.TryGetValue(local, out var found) && found is [{ Value: { } value }] ? value : null;

    /// <summary>The variable that a <c>ref</c> local was declared to stand for; writing the local writes that variable.</summary>
    public IOperation? SoleTarget(ILocalSymbol refLocal) =>
        writes.TryGetValue(refLocal, out var found)
            ? found.FirstOrDefault(write => write.Operation is IVariableDeclaratorOperation).Value?.Unwrapped()
            : null;

    /// <summary>
    /// The value that a local was given a part of, and which part, where it was given exactly one: <c>var (k, v) = pair</c>,
    /// <c>pair is { Key: var k }</c>.
    /// </summary>
    public (IOperation Whole, ImmutableArray<ISymbol> Members)? SolePart(ISymbol local) =>
        writes.TryGetValue(local, out var found) && found is [{ Value: null, Whole: { } whole, Members: var members }] ? (whole, members) : null;

    /// <summary>Every value that a local is given; null for one that is not a plain value.</summary>
    public IEnumerable<IOperation?> ValuesOf(ISymbol local) =>
        writes.TryGetValue(local, out var found) ? found.Select(write => write.Value) : [];

    /// <summary>
    /// What gives a local a value, and the expression it takes the value of, or a part of; null where there is none. What
    /// changes the value that is there, <c>n++</c>, gives none.
    /// </summary>
    public IEnumerable<(IOperation Write, IOperation? Source)> SourcesOf(ISymbol local) =>
        writes.TryGetValue(local, out var found)
            ? found.Where(write => write.Operation is not (ICompoundAssignmentOperation or IIncrementOrDecrementOperation)).Select(write => (write.Operation, write.Value ?? write.Whole))
            : [];

    /// <summary>
    /// The look-up that gave a local its value, where every other write gives it an object just created: the
    /// <c>if (!d.TryGetValue(k, out var v)) d[k] = v = new()</c> idiom, after which the local is the element either way.
    /// </summary>
    public IOperation? LookedUpOrCreated(ISymbol local)
    {
        if (!writes.TryGetValue(local, out var found) || found.Count < 2)
        {
            return null;
        }

        var lookups = found.Where(write => write.Operation is IArgumentOperation { Parameter.RefKind: RefKind.Out }).ToArray();
        return lookups is [var lookup] && found.All(write => write == lookup || write.Value?.Unwrapped() is IObjectCreationOperation)
            ? lookup.Value
            : null;
    }

    /// <summary>Everything that writes a local or parameter, other than the declaration of a parameter.</summary>
    public IEnumerable<IOperation> WritesOf(ISymbol symbol) =>
        writes.TryGetValue(symbol, out var found) ? found.Select(write => write.Operation) : [];

    /// <summary>Whether a variable always denotes what it was declared with: a local that is written once, a parameter that never is.</summary>
    public bool IsNeverReassigned(ISymbol symbol) =>
        !writes.TryGetValue(symbol, out var found) || (found.Count <= 1 && symbol is not IParameterSymbol);

    private void Collect(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                Add(declarator.Symbol, initializer.Value, declarator);
                break;
            case IForEachLoopOperation loop:
                CollectTargets(loop.LoopControlVariable, null, loop);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                CollectTargets(deconstruction.Target, deconstruction.Value, deconstruction);
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                CollectTargets(assignment.Target, assignment.Value, assignment);
                break;
            case IAssignmentOperation assignment:
                CollectTargets(assignment.Target, null, assignment);
                break;
            case IIncrementOrDecrementOperation increment:
                CollectTargets(increment.Target, null, increment);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out } argument when argument.Parent is not IInvocationOperation { TargetMethod.Name: "Deconstruct" }:
                CollectTargets(argument.Value, argument.Parent, argument);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref } argument:
                CollectTargets(argument.Value, null, argument);
                break;
            case IIsPatternOperation test:
                CollectPattern(test.Pattern, test.Value, [], test);
                break;
            case IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation switched } clause:
                CollectPattern(clause.Pattern, switched.Value, [], clause);
                break;
            case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation switched } arm:
                CollectPattern(arm.Pattern, switched.Value, [], arm);
                break;
            case IInvocationOperation { TargetMethod.Name: "Deconstruct", Instance: { } whole } call:
                CollectDeconstruction(call, whole);
                return;
            case IAddressOfOperation address:
                CollectTargets(address.Reference, null, address);
                break;
        }
    }

    private void CollectTargets(IOperation target, IOperation? value, IOperation write)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                CollectTargets(declaration.Expression, value, write);
                break;
            case ITupleOperation tuple:
                var values = (value?.Unwrapped() as ITupleOperation)?.Elements;
                for (var index = 0; index < tuple.Elements.Length; index++)
                {
                    if (values is { } elements && index < elements.Length)
                    {
                        CollectTargets(tuple.Elements[index], elements[index], write);
                    }
                    else
                    {
                        CollectPart(tuple.Elements[index], value, PartOf(value?.Type, index), write);
                    }
                }

                break;
            case IVariableDeclaratorOperation declarator:
                Add(declarator.Symbol, value, write);
                break;
            case ILocalReferenceOperation local:
                Add(local.Local, value, write);
                break;
            case IParameterReferenceOperation parameter:
                Add(parameter.Parameter, null, write);
                break;
            case IConversionOperation conversion:
                CollectTargets(conversion.Operand, value, write);
                break;
        }
    }

    private void CollectPart(IOperation target, IOperation? whole, ISymbol? member, IOperation write)
    {
        if (whole is not null && member is not null && Variable(target) is { } variable)
        {
            Add(variable, null, write, whole, [member]);
        }
        else
        {
            CollectTargets(target, null, write);
        }
    }

    // 'pair.Deconstruct(out var k, out var v)'
    private void CollectDeconstruction(IInvocationOperation call, IOperation whole)
    {
        foreach (var argument in call.Arguments)
        {
            CollectPart(argument.Value, whole, PartOf(whole.Type, argument.Parameter?.Ordinal ?? 0), argument);
        }
    }

    private void CollectPattern(IPatternOperation pattern, IOperation whole, ImmutableArray<ISymbol> members, IOperation write)
    {
        var declared = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            _ => null,
        };
        if (declared is not null)
        {
            Add(declared, members.IsEmpty ? whole : null, write, whole, members);
        }

        switch (pattern)
        {
            case IRecursivePatternOperation recursive:
                for (var index = 0; index < recursive.DeconstructionSubpatterns.Length; index++)
                {
                    if (PartOf(recursive.MatchedType, index) is { } part)
                    {
                        CollectPattern(recursive.DeconstructionSubpatterns[index], whole, members.Add(part), write);
                    }
                }

                foreach (var property in recursive.PropertySubpatterns)
                {
                    if (property.Member is IMemberReferenceOperation { Member: var member })
                    {
                        CollectPattern(property.Pattern, whole, members.Add(member), write);
                    }
                }

                break;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                CollectPattern(both.LeftPattern, whole, members, write);
                CollectPattern(both.RightPattern, whole, members, write);
                break;
            case INegatedPatternOperation negated:
                // 'if (o is not T t) { return; }'
                CollectPattern(negated.Pattern, whole, members, write);
                break;
        }
    }

    // The member that stands at a position of a deconstruction: of a pair, or of a tuple.
    private static ISymbol? PartOf(ITypeSymbol? type, int index) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => index < tuple.TupleElements.Length
            ? tuple.TupleElements[index].CorrespondingTupleField ?? tuple.TupleElements[index]
            : null,
        { Name: "KeyValuePair" or "DictionaryEntry" } => type.GetMembers(index == 0 ? "Key" : "Value").FirstOrDefault(),
        _ => null,
    };

    private static ISymbol? Variable(IOperation target) => target switch
    {
        IDeclarationExpressionOperation declaration => Variable(declaration.Expression),
        IVariableDeclaratorOperation declarator => declarator.Symbol,
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };

    private void Add(ISymbol symbol, IOperation? value, IOperation operation) => Add(symbol, value, operation, null, []);

    private void Add(ISymbol symbol, IOperation? value, IOperation operation, IOperation? whole, ImmutableArray<ISymbol> members)
    {
        if (!writes.TryGetValue(symbol, out var found))
        {
            writes[symbol] = found = [];
        }

        found.Add(new Write(value, operation, whole, members));
    }

    private sealed record Write(IOperation? Value, IOperation Operation, IOperation? Whole, ImmutableArray<ISymbol> Members);
}
