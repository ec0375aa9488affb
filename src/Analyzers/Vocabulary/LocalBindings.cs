using System.Collections.Generic;
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

    /// <summary>Every value that a local is given; null for one that is not a plain value.</summary>
    public IEnumerable<IOperation?> ValuesOf(ISymbol local) =>
        writes.TryGetValue(local, out var found) ? found.Select(write => write.Value) : [];

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
            case IArgumentOperation { Parameter.RefKind: RefKind.Out } argument:
                CollectTargets(argument.Value, argument.Parent, argument);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref } argument:
                CollectTargets(argument.Value, null, argument);
                break;
            case IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: { } symbol } } test:
                Add(symbol, test.Value, test);
                break;
            case IIsPatternOperation { Pattern: IRecursivePatternOperation { DeclaredSymbol: { } symbol } } test:
                Add(symbol, test.Value, test);
                break;
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
                    CollectTargets(tuple.Elements[index], values is { } elements && index < elements.Length ? elements[index] : null, write);
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

    private void Add(ISymbol symbol, IOperation? value, IOperation operation)
    {
        if (!writes.TryGetValue(symbol, out var found))
        {
            writes[symbol] = found = [];
        }

        found.Add(new Write(value, operation));
    }

    private readonly record struct Write(IOperation? Value, IOperation Operation);
}
