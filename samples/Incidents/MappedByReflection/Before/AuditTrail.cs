using System.Collections.Generic;
using System.Linq;

namespace Incidents.MappedByReflection.Before;

/// <summary>Keeps the members of an order, found by reflection, apart from those that somebody thought of.</summary>
internal sealed class AuditTrail : IAuditTrail
{
    private static readonly string[] s_private = ["Email", "Phone", "Street"];

    public Dictionary<string, object?> Describe(Order order) =>
        order.GetType().GetProperties()
            .Where(property => !s_private.Contains(property.Name))
            .ToDictionary(property => property.Name, property => property.GetValue(order));
}
