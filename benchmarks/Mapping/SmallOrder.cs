using System;

namespace DictionaryAnalyzers.Benchmarks.Mapping;

/// <summary>An object with five members.</summary>
public sealed class SmallOrder
{
    public int Id { get; set; } = 17;

    public string Customer { get; set; } = "Nobody";

    public decimal Total { get; set; } = 12.50m;

    public DateTime Due { get; set; } = new(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc);

    public bool IsPaid { get; set; } = true;
}
