using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers what a body's result is made of: the creations and calls whose result is returned, or held by what is returned,
/// also through helpers.
/// </summary>
internal sealed class ProducedValues(CompilationModel model)
{
    private const int MaximumDepth = 3;

    /// <summary>The creations and calls that make the result of <paramref name="body"/>.</summary>
    public IEnumerable<ProducedValue> Of(IOperation body, CancellationToken cancellationToken) =>
        new Walk(model, cancellationToken).Results(body, null, 0);

    private sealed class Walk(CompilationModel model, CancellationToken cancellationToken)
    {
        private readonly HashSet<(IOperation, bool)> seen = [];

        public IEnumerable<ProducedValue> Results(IOperation body, IMethodSymbol? callee, int depth) =>
            (body is IAnonymousFunctionOperation lambda ? lambda.Body : body is ILocalFunctionOperation { Body: { } local } ? local : body)
                .Executed()
                .OfType<IReturnOperation>()
                .Where(returned => returned is { Kind: OperationKind.Return, ReturnedValue: not null })
                .SelectMany(returned => Sources(returned.ReturnedValue!, new(callee, depth, false)));

        private IEnumerable<ProducedValue> Sources(IOperation value, Place place)
        {
            cancellationToken.ThrowIfCancellationRequested();
            value = value.Unwrapped();
            if (!seen.Add((value, place.IsAwaited)) || value.IsEndlessChain())
            {
                return [];
            }

            switch (value)
            {
                case IObjectCreationOperation creation:
                    return Self(creation, place).Concat(Held(creation).SelectMany(held => Sources(held, place)));
                case IConditionalOperation { WhenFalse: { } otherwise } choice:
                    return Sources(choice.WhenTrue, place).Concat(Sources(otherwise, place));
                case ICoalesceOperation coalesce:
                    return Sources(coalesce.Value, place).Concat(Sources(coalesce.WhenNull, place));
                case ISwitchExpressionOperation choice:
                    return choice.Arms.SelectMany(arm => Sources(arm.Value, place));
                case IAssignmentOperation assignment:
                    return Sources(assignment.Value, place);
                case ITupleOperation tuple:
                    return tuple.Elements.SelectMany(element => Sources(element, place));
                case IArrayCreationOperation { Initializer.ElementValues: var elements }:
                    return elements.SelectMany(element => Sources(element, place));
                case ICollectionExpressionOperation collection:
                    return collection.Elements.SelectMany(element => Sources(element, place));
                case IAwaitOperation awaited:
                    return Sources(awaited.Operation, place with { IsAwaited = true });
                case IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when IsAwaitable(task.Type):
                    return Sources(task, place with { IsAwaited = true });
                case ILocalReferenceOperation local when !IsDisposedOf(local):
                    return model.Bodies.Around(local).Locals.ValuesOf(local.Local)
                        .OfType<IOperation>()
                        .Where(given => !IsOutArgumentOf(given, local.Local))
                        .SelectMany(given => Sources(given, place));
                case IInvocationOperation call:
                    return Called(call, place);
                default:
                    return [];
            }
        }

        private IEnumerable<ProducedValue> Called(IInvocationOperation call, Place place)
        {
            switch (call.TargetMethod)
            {
                case { Name: "ConfigureAwait" or "AsTask" or "AsValueTask" or "GetAwaiter" or "Preserve" } when call.Receiver() is { } task:
                    return Sources(task, place);
                case { Name: "GetResult" } when call.Instance is { } awaiter:
                    return Sources(awaiter, place with { IsAwaited = true });
                case { Name: "FromResult" } when call.Argument(0) is { } result:
                    return Sources(result, place);
            }

            var produced = Self(call, place);
            return place.Depth < MaximumDepth && model.SoleTarget(call.TargetMethod, call.Instance) is { } target
                && model.Bodies.Of(target, cancellationToken) is { IsIterator: false } body
                    ? produced.Concat(Results(body.Operation, target, place.Depth + 1))
                    : produced;
        }

        // What a new object is given to keep.
        private static IEnumerable<IOperation> Held(IObjectCreationOperation creation) =>
            creation.Arguments.Select(argument => argument.Value).Concat(
                (creation.Initializer?.Initializers ?? []).SelectMany(initializer => initializer switch
                {
                    ISimpleAssignmentOperation assignment => [assignment.Value],
                    IInvocationOperation { TargetMethod.Name: "Add" } addition => addition.Arguments.Select(argument => argument.Value),
                    _ => Enumerable.Empty<IOperation>(),
                }));

        private static IEnumerable<ProducedValue> Self(IOperation value, Place place) => [new ProducedValue(value, place.Callee, place.IsAwaited)];

        // A local that its own scope disposes is used for the result and not kept by it.
        private static bool IsDisposedOf(ILocalReferenceOperation local) => local.EnclosingBody().Executed().Any(operation => operation switch
        {
            IUsingDeclarationOperation { DeclarationGroup: var group } => group.Declarations.Any(declaration => Declares(declaration, local.Local)),
            IUsingOperation { Resources: IVariableDeclarationGroupOperation group } => group.Declarations.Any(declaration => Declares(declaration, local.Local)),
            IUsingOperation { Resources: ILocalReferenceOperation resource } => SymbolEqualityComparer.Default.Equals(resource.Local, local.Local),
            _ => false,
        });

        private static bool Declares(IVariableDeclarationOperation declaration, ILocalSymbol local) =>
            declaration.Declarators.Any(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local));

        private static bool IsOutArgumentOf(IOperation value, ISymbol local) =>
            value is IInvocationOperation call && call.Arguments.Any(argument =>
                argument.Parameter?.RefKind is RefKind.Out && argument.Value.DescendantsAndSelf().Any(inner =>
                    inner is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local)));

        private static bool IsAwaitable(ITypeSymbol? type) => type?.Name is "Task" or "ValueTask";

        private sealed record Place(IMethodSymbol? Callee, int Depth, bool IsAwaited);
    }
}
