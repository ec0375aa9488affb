using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>A list of members that a walk goes through.</summary>
/// <param name="Origin">Whether it is made each time.</param>
/// <param name="Operation">The reflection call that makes it, or what is known of its origin: the field, the call.</param>
/// <param name="Of">The type whose members are listed, or the object whose type it is; null where it is not known.</param>
internal readonly record struct MemberList(ListOrigin Origin, IOperation Operation, IOperation? Of);
