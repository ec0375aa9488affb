namespace DictionaryAnalyzers.Flow;

/// <summary>An edge of a <see cref="FlowGraph"/>.</summary>
/// <param name="Target">The block it leads to.</param>
/// <param name="Condition">The value of the block's condition on which it is taken; null when it is always taken.</param>
internal readonly record struct FlowEdge(int Target, bool? Condition);
