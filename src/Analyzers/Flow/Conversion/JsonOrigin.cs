using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Where a JSON text or document comes from.</summary>
/// <param name="Source">The object that was written, as far as it is known in the body that is asked about.</param>
/// <param name="Writer">The call that wrote it.</param>
/// <param name="Depth">In how many callees of that body the call stands.</param>
/// <param name="Outermost">In how many callees of that body the outermost of the code stands that hands the JSON on.</param>
internal readonly record struct JsonOrigin(IOperation Source, IInvocationOperation Writer, int Depth, int Outermost);
