namespace DictionaryAnalyzers.Generators.Consumer;

public class Address
{
    public string City { get; set; } = "";

    public int? Number { get; set; }
}
