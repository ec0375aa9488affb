// source: structure of template engines and audit trails
// class: B1
using System.Collections.Generic;
using System.Dynamic;
using System.Linq;
using System.Reflection;

namespace Corpus.Own.R545;

public static class Models
{
    public static ExpandoObject Loosened(object model)
    {
        IDictionary<string, object?> loose = new ExpandoObject();
        foreach (FieldInfo field in model.GetType().GetFields()) // MAY: B1
        {
            loose[field.Name] = field.GetValue(model); // BUG: B1
        }

        return (ExpandoObject)loose;
    }

    public static void Flatten(string path, object model, IDictionary<string, object?> into)
    {
        foreach (var property in model.GetType().GetProperties()) // MAY: B1
        {
            var value = property.GetValue(model); // BUG: B1
            if (value is null or string || value.GetType().IsValueType)
            {
                into[path + property.Name] = value; // MAY: B1
            }
            else
            {
                Flatten(path + property.Name + ".", value, into);
            }
        }
    }

    public static Dictionary<string, object?> Queried(object model) =>
        (from property in model.GetType().GetProperties()
         let value = property.GetValue(model) // BUG: B1
         where value != null
         select new { property.Name, value }).ToDictionary(pair => pair.Name, pair => (object?)pair.value);
}
