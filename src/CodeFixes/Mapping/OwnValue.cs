using System.Linq;
using DictionaryAnalyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Mapping;

/// <summary>The one value of a local, where it does not name the local itself, as unfinished code may: whoever follows values would never end.</summary>
internal static class OwnValue
{
    public static IOperation? Of(ILocalReferenceOperation local, CompilationModel model) =>
        model.Bodies.Around(local).Locals.SoleValue(local.Local) is { } value
        && value.Syntax.SpanStart < local.Syntax.SpanStart && !value.Syntax.Span.Contains(local.Syntax.Span)
            && !value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(inner => SymbolEqualityComparer.Default.Equals(inner.Local, local.Local))
            ? value
            : null;
}
