using System;

namespace DictionaryAnalyzers.Generators.Consumer;

/// <summary>Something that is mapped, with a member of each kind.</summary>
public class Order
{
    public int Id { get; set; }

    public bool IsPaid { get; set; }

    public string Name { get; set; } = "";

    public string? Note { get; set; }

    public decimal? Price { get; set; }

    public double Weight { get; set; }

    public char Class { get; set; }

    public DateTime Time { get; set; }

    public DateTimeOffset? Delivered { get; set; }

    public TimeSpan Duration { get; set; }

    public Guid Key { get; set; }

    public Uri? Link { get; set; }

    public byte[]? Data { get; set; }

    public OrderState State { get; set; }

    public OrderState? Next { get; set; }

    public object? Anything { get; set; }

    public Address Address { get; set; } = new();

    public Address? Invoice { get; set; }

    [DictionaryKey("weird \"key\"\n{0}")]
    public Point? Place { get; set; }

    [DictionaryIgnore]
    public string Secret { get; set; } = "";
}
