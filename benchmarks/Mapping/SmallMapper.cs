using System.Collections.Generic;

namespace DictionaryAnalyzers.Benchmarks.Mapping;

/// <summary>What the repair of DICT302 generates for it.</summary>
[DictionaryMapper]
internal static partial class SmallMapper
{
    public static partial Dictionary<string, object?> ToDictionary(SmallOrder order);
}
