using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>What is ever stored in a field or auto-property.</summary>
/// <param name="Values">The stored values; null for one that is not a plain assignment.</param>
/// <param name="AreComplete">Whether only the declaring type can write the member.</param>
/// <param name="AfterConstruction">Whether the declaring type writes it outside constructors and initializers.</param>
internal readonly record struct MemberWrites(ImmutableArray<IOperation?> Values, bool AreComplete, bool AfterConstruction);
