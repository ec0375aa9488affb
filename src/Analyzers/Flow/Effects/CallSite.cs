using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>One place in a body where other code of the compilation may run.</summary>
/// <param name="Operation">The call, creation, property access or event raise.</param>
/// <param name="Method">What is called; for a delegate its <c>Invoke</c>.</param>
/// <param name="Receiver">The object the method is called on; null for static methods and creations.</param>
/// <param name="Delegate">The delegate that is invoked, where one is.</param>
/// <param name="IsVirtual">Whether an override may be meant.</param>
/// <param name="RunsToEnd">Whether the callee has ended when the next statement runs: false for an async call that is not awaited.</param>
/// <param name="AfterAwait">Whether an <c>await</c> stands before it.</param>
internal sealed record CallSite(
    IOperation Operation, IMethodSymbol Method, IOperation? Receiver, IOperation? Delegate, bool IsVirtual, bool RunsToEnd, bool AfterAwait)
{
    /// <summary>Whether the result of the call, an iterator, is enumerated at once, so that the iterator's body runs.</summary>
    public bool RunsIterator { get; init; }

    /// <summary>The value given for <paramref name="parameter"/>; null where none is given by name or position.</summary>
    public IOperation? ArgumentOf(IParameterSymbol parameter)
    {
        var arguments = Operation switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IPropertyReferenceOperation property => property.Arguments,
            _ => [],
        };
        var given = arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal)?.Value;
        if (given is not null)
        {
            return given;
        }

        // A setter's 'value' is what is assigned.
        return parameter.Name == "value" && Operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == Operation
            ? assignment.Value
            : null;
    }
}
