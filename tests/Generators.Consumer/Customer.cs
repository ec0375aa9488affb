using System.Collections.Generic;

namespace DictionaryAnalyzers.Generators.Consumer;

public class Customer
{
    public string Email { get; set; } = "";

    public Customer? Parent { get; set; }

    public IReadOnlyList<Order> Orders { get; set; } = [];

    public Dictionary<OrderState, List<Order?>>? ByState { get; set; }
}
