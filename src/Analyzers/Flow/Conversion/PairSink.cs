using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>Where a value is put beside a name.</summary>
/// <param name="Operation">What puts it there: an assignment, a call, the creation of a pair.</param>
/// <param name="Key">The name.</param>
internal readonly record struct PairSink(IOperation Operation, IOperation Key);
