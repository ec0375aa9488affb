using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers where a lazy query is enumerated, when that stands in the same expression.</summary>
internal static class QueryConsumers
{
    /// <summary>The call, loop or spread that runs the query which <paramref name="query"/> is a stage of; null when it is handed on.</summary>
    public static IOperation? Of(IOperation query, KnownTypes types)
    {
        while (true)
        {
            switch (query.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or ITranslatedQueryOperation:
                    query = query.Parent;
                    break;
                case IForEachLoopOperation or ISpreadOperation:
                    return query.Parent;
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    switch (LazyOperators.Of(call.TargetMethod, types))
                    {
                        case Laziness.Consumes:
                            return call;
                        case Laziness.Defers or Laziness.Buffers:
                            query = call;
                            continue;
                        default:
                            return Enumerates(call, argument, types) ? call : null;
                    }

                case IArgumentOperation { Parent: IObjectCreationOperation creation } when types.KindOf(creation.Type) is not CollectionKind.None:
                    return creation;
                default:
                    return null;
            }
        }
    }

    // 'list.Add(query)' keeps the query, 'list.AddRange(query)' walks it: the one takes an element, the other a sequence of them.
    private static bool Enumerates(IInvocationOperation call, IArgumentOperation argument, KnownTypes types)
    {
        var method = call.TargetMethod;
        return (method.ContainingType.IsNamed("System.Threading.Tasks", "Task") && method.Name is "WhenAll" or "WhenAny" or "WaitAll" or "WaitAny")
            || (method.ContainingType.SpecialType is SpecialType.System_String && method.Name is "Join" or "Concat")
            || (argument.Parameter?.OriginalDefinition.Type is not ITypeParameterSymbol
                && (DictionaryUse.TryGet(call, types) is not null || EffectReader.RunsDelegatesOnTheSpot(call, types)));
    }
}
