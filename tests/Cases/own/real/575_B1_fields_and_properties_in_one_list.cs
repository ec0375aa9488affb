// source: structure of common helpers
// class: B1
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Corpus.Own.R575;

public static class Members
{
    public static Dictionary<string, object?> All(object o) =>
        o.GetType().GetFields().Cast<MemberInfo>().Concat(o.GetType().GetProperties()) // MAY: B1
            .ToDictionary(m => m.Name, m => m is FieldInfo field ? field.GetValue(o) : ((PropertyInfo)m).GetValue(o)); // BUG: B1
}
