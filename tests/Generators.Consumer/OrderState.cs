namespace DictionaryAnalyzers.Generators.Consumer;

public enum OrderState
{
    New,
    Paid,
    Sent,
}
