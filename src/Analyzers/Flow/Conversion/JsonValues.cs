using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether an expression is made of the value of a member of a JSON object, and not only of its name, its kind or how much it holds.</summary>
internal sealed class JsonValues(SourceBodies bodies)
{
    private const int MaximumSteps = 4;

    /// <summary>What a helper does that is given a document.</summary>
    public IOperation? BodyOf(IMethodSymbol helper, CancellationToken cancellationToken) => bodies.Of(helper, cancellationToken)?.Operation;

    /// <summary>Whether the elements of a walk over members still carry the values after <paramref name="step"/>.</summary>
    public bool Outlast(IInvocationOperation step) => step.TargetMethod.Name switch
    {
        "GroupBy" or "CountBy" or "AggregateBy" => false,
        "Select" or "SelectMany" => AreGivenBy(step.Arguments[step.Arguments.Length - 1].Value),
        _ => true,
    };

    /// <summary>Whether what <paramref name="selector"/> gives for a member carries its value.</summary>
    public bool AreGivenBy(IOperation selector) =>
        selector.Lambda() is not { } lambda
        || lambda.Body.Executed().OfType<IReturnOperation>().Any(returned => returned.ReturnedValue is { } value && AreIn(value, lambda.Symbol.Parameters));

    /// <summary>Whether <paramref name="expression"/> is made of the value of the member for which <paramref name="variables"/> stand: one variable, or the name and the value.</summary>
    public bool AreIn(IOperation expression, IEnumerable<ISymbol> variables) => AreIn(expression, [.. variables], MaximumSteps);

    private bool AreIn(IOperation expression, ISymbol[] variables, int steps) =>
        expression.Executed().Any(part => part.SymbolOfVariable() is { } variable
            && (SymbolEqualityComparer.Default.Equals(variable, variables.LastOrDefault()) ? !IsOnlyAsked(part)
                : variable is ILocalSymbol local && steps > 0 && !variables.Contains(variable, SymbolEqualityComparer.Default) && IsMadeOf(local, part, variables, steps)));

    // 'var text = p.Value.GetString();', 'p.Value.TryGetInt64(out var number)'
    private bool IsMadeOf(ILocalSymbol local, IOperation reference, ISymbol[] variables, int steps) =>
        bodies.Around(reference).Locals.SourcesOf(local).Any(source => source.Source is not { } value || AreIn(value, variables, steps - 1));

    private static bool IsOnlyAsked(IOperation reference)
    {
        for (var current = reference; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                    continue;
                case IConditionalAccessOperation access when access.Operation == current:
                    // What is asked stands behind the question mark.
                    if (access.WhenNotNull.DescendantsAndSelf().FirstOrDefault(part => part is IConditionalAccessInstanceOperation && part.ResolvedReceiver() == current) is not { } placeholder)
                    {
                        return false;
                    }

                    parent = placeholder;
                    continue;
                case IConditionalAccessOperation:
                    continue;
                case IPropertyReferenceOperation property when property.Instance == current:
                    if (JsonCalls.SaysOnlyOf(property.Property))
                    {
                        return true;
                    }

                    continue;
                case IInvocationOperation call when call.Receiver() == current:
                    if (JsonCalls.SaysOnlyOf(call.TargetMethod))
                    {
                        return true;
                    }

                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call } when call.Receiver() == current:
                    return JsonCalls.SaysOnlyOf(call.TargetMethod);
                default:
                    return false;
            }
        }

        return false;
    }
}
