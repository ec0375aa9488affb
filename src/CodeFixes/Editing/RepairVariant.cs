using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Editing;

/// <summary>One kind of repair that a rule offers.</summary>
/// <param name="Key">The equivalence key, by which fix-all finds the same kind.</param>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Plan">The repairs of a diagnostic that come into question, best first; the first whose result compiles is taken.</param>
/// <param name="PlaceOf">What diagnostics have in common that one repair mends together.</param>
internal sealed record RepairVariant(
    string Key, string Title, Func<RepairContext, Diagnostic, IEnumerable<Repair>> Plan, Func<Diagnostic, object> PlaceOf);
