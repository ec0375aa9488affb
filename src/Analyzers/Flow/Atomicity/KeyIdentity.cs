using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Which key an expression gives: by the object it denotes, or else by how it is computed, so that <c>d.ContainsKey(n + 1)</c>
/// speaks of the same key as <c>d[n + 1]</c>.
/// </summary>
/// <param name="Path">What the key denotes; null where it is computed.</param>
/// <param name="Operation">The expression, where it stands in the body at hand.</param>
internal readonly record struct KeyIdentity(InstancePath? Path, IOperation? Operation)
{
    /// <summary>Whether both give the same key, evaluated at two places of one body.</summary>
    public bool IsSame(KeyIdentity other, SourceBodies bodies)
    {
        if (Path is not null || other.Path is not null)
        {
            return Path is not null && Path.Equals(other.Path);
        }

        return Operation is not null && other.Operation is not null
            && Operation.Syntax.IsEquivalentTo(other.Operation.Syntax, topLevel: false)
            && IsRepeatable(Operation, bodies);
    }

    // Computing it again gives the same: from constants, variables that stay, and operators, string methods and types of objects, which have no state.
    private static bool IsRepeatable(IOperation computation, SourceBodies bodies) =>
        computation.Executed().All(operation => operation switch
        {
            ILocalReferenceOperation local => bodies.Around(local).Locals.IsNeverReassigned(local.Local),
            IParameterReferenceOperation parameter => bodies.Around(parameter).Locals.IsNeverReassigned(parameter.Parameter),
            IInvocationOperation call => call.TargetMethod.ContainingType?.SpecialType is SpecialType.System_String
                || call.TargetMethod is { Name: "ToString", Parameters.IsEmpty: true } or { Name: "GetType", ContainingType.SpecialType: SpecialType.System_Object },
            IObjectCreationOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IAnonymousFunctionOperation or IAwaitOperation => false,
            _ => true,
        });
}
