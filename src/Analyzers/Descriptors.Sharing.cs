namespace DictionaryAnalyzers;

public static partial class Descriptors
{
}
