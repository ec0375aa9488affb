using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>An act on one key of a collection that relies on what was asked of the same key before, in two separate calls.</summary>
/// <param name="Check">What was asked: a look-up, a test, a walk over the pairs; the act itself for <c>d[k]++</c>.</param>
/// <param name="Act">What is done.</param>
/// <param name="Site">Where, in the body of the check: the act's operation, or the call that leads to it.</param>
/// <param name="Found">Whether the act is done where the key was found (true), where it was not (false), or either (null).</param>
/// <param name="Fault">What another thread in between does to it.</param>
internal sealed record CheckThenAct(IOperation Check, DictionaryUse Act, IOperation Site, bool? Found, ActFault Fault);
