namespace DictionaryAnalyzers;

/// <summary>The families of rules. The hundreds digit of an id names the family.</summary>
internal static class RuleCategories
{
    public const string Package = "Package";
    public const string Enumeration = "Enumeration";
    public const string Sharing = "Sharing";
    public const string Conversion = "Conversion";
}
