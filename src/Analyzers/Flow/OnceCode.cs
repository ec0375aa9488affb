using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether code runs once for the life of a type, so that what it costs does not matter: a static initializer or constructor, a factory of a <c>Lazy</c>.</summary>
internal static class OnceCode
{
    /// <summary>Whether <paramref name="operation"/> runs once.</summary>
    public static bool Includes(IOperation operation)
    {
        for (var body = operation.EnclosingBody(); ; body = body.Parent.EnclosingBody())
        {
            if (TypeInitialization.Includes(body))
            {
                return true;
            }

            // A lambda that is handed to a call may run there; one that is kept runs whenever somebody likes.
            if (body.Parent is null || LambdaRuns.ReceiverOf(body) is not { Parent: var receiver })
            {
                return false;
            }

            if (receiver is IObjectCreationOperation creation && creation.Type.IsNamed("System", "Lazy"))
            {
                return true;
            }
        }
    }
}
