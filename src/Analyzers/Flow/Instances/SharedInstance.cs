using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>What makes the objects of a type shared between threads.</summary>
/// <param name="Reason">Why they are shared.</param>
/// <param name="By">The type that is registered, the member that holds it, or the attribute.</param>
internal sealed record SharedInstance(SharingReason Reason, ISymbol By);
