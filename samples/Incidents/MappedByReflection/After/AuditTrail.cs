using System.Collections.Generic;

namespace Incidents.MappedByReflection.After;

/// <summary>Keeps what the mapper lists.</summary>
internal sealed class AuditTrail : IAuditTrail
{
    public Dictionary<string, object?> Describe(Order order) => order.ToAudit();
}
