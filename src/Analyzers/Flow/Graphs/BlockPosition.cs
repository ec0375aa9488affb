namespace DictionaryAnalyzers.Flow;

/// <summary>A place in a control-flow graph: a block and the number of a statement in it.</summary>
internal readonly record struct BlockPosition(int Block, int Index);
