using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>A change of a collection that is not thread-safe, in or beside code that runs at the same time as other code that uses it.</summary>
/// <param name="Place">The operation that changes it, or the call that is given it and changes it.</param>
/// <param name="Dictionary">The collection, where it is changed or handed over.</param>
/// <param name="Run">The run that makes the change, or meets it.</param>
/// <param name="Others">Other uses of the collection that may run at the same time, the first change excepted.</param>
internal sealed record RacyWrite(IOperation Place, IOperation Dictionary, DelegateRun Run, ImmutableArray<IOperation> Others);
