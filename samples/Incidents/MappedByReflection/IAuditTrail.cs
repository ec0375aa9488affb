using System.Collections.Generic;

namespace Incidents.MappedByReflection;

/// <summary>What is kept of a request.</summary>
internal interface IAuditTrail
{
    Dictionary<string, object?> Describe(Order order);
}
