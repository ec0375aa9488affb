using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Retyping;

/// <summary>A variable that holds an element of the dictionary: of a loop, of a lambda, of a query, or given by <c>out</c>.</summary>
/// <param name="Document">Where it is declared and used.</param>
/// <param name="Symbol">The local, parameter or range variable.</param>
/// <param name="Role">What it holds.</param>
/// <param name="Declaration">The syntax that declares it.</param>
/// <param name="ValueType">The type of the dictionary's values, where the variable's own type has to be written.</param>
/// <param name="IsAssigned">Whether it is given its element by a call that may not find any, and not by its declaration.</param>
internal sealed record ElementVariable(
    RetypedDocument Document, ISymbol Symbol, ElementRole Role, SyntaxNode Declaration, ITypeSymbol? ValueType = null, bool IsAssigned = false);
