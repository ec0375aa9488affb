namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>How often fixes may be applied: exactly so often, or at most so often where the number is negative.</summary>
internal readonly record struct IterationLimit(int Number)
{
    public int Most => Number < 0 ? -Number : Number;

    public bool IsMet(int iterations) => Number < 0 ? iterations <= Most : iterations == Number;

    public override string ToString() => Number < 0 ? $"at most {Most}" : $"exactly {Number}";
}
