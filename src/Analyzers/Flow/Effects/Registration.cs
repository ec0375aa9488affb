using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>One place where a delegate is given to an object that keeps it.</summary>
/// <param name="Holder">The object that keeps it, as the place names it.</param>
/// <param name="Delegate">The delegate.</param>
internal readonly record struct Registration(IOperation Holder, IOperation Delegate);
