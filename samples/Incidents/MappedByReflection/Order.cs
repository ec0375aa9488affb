using System;

namespace Incidents.MappedByReflection;

/// <summary>What a request brings. Most of it nobody needs to see again, and some of it nobody may.</summary>
public sealed class Order
{
    public long Id { get; init; }
    public string Number { get; init; } = "";
    public string Customer { get; init; } = "";
    public string Email { get; init; } = "";
    public string Phone { get; init; } = "";
    public string CardNumber { get; init; } = "";
    public string Street { get; init; } = "";
    public string City { get; init; } = "";
    public string Country { get; init; } = "";
    public string Currency { get; init; } = "";
    public decimal Net { get; init; }
    public decimal Tax { get; init; }
    public decimal Total { get; init; }
    public decimal Discount { get; init; }
    public int Items { get; init; }
    public int Retries { get; init; }
    public bool IsPaid { get; init; }
    public bool IsGift { get; init; }
    public DateTime Created { get; init; }
    public DateTime? Shipped { get; init; }
    public Guid Trace { get; init; }
    public string? Voucher { get; init; }
    public string? Note { get; init; }
    public string Warehouse { get; init; } = "";
}
