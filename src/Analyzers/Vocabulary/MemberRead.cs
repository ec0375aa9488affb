using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>One read of a member by reflection: <c>property.GetValue(source)</c>.</summary>
/// <param name="Operation">The call that gives the value.</param>
/// <param name="Member">The member that is read.</param>
/// <param name="Source">The object whose member it is.</param>
internal readonly record struct MemberRead(IOperation Operation, IOperation Member, IOperation Source);
