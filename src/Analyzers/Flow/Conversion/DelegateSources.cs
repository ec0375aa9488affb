using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers which lambdas and method groups a delegate may be: those that the callers of a helper give to it, or that a local is set to.</summary>
internal sealed class DelegateSources(CompilationModel model)
{
    private const int MaximumDepth = 3;

    /// <summary>The lambdas and method groups that are known to come to <paramref name="value"/>; there may be others.</summary>
    public IEnumerable<IOperation> Of(IOperation value, CancellationToken cancellationToken) => Of(value, MaximumDepth, cancellationToken);

    private IEnumerable<IOperation> Of(IOperation value, int depth, CancellationToken cancellationToken)
    {
        if ((value.Lambda() ?? (IOperation?)value.MethodGroup()) is { } known)
        {
            return [known];
        }

        if (depth == 0)
        {
            return [];
        }

        return value.Unwrapped() switch
        {
            ILocalReferenceOperation local => Of(model.Bodies.Around(local).Locals.SourcesOf(local.Local).Select(source => source.Source), depth, cancellationToken),
            IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } =>
                Of(model.Callers.Of(method, cancellationToken).Select(call => Callers.Argument(call, parameter)), depth, cancellationToken),
            _ => [],
        };
    }

    private IEnumerable<IOperation> Of(IEnumerable<IOperation?> values, int depth, CancellationToken cancellationToken) =>
        values.OfType<IOperation>().SelectMany(value => Of(value, depth - 1, cancellationToken));
}
