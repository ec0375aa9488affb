// source: structure of drop-down lists (value member, text member)
// class: B1
using System.Collections.Generic;

namespace Corpus.Own.C544;

public sealed class SelectList(IEnumerable<object> items, string valueMember, string textMember)
{
    public Dictionary<string, string> Options()
    {
        var options = new Dictionary<string, string>();
        foreach (var item in items)
        {
            var type = item.GetType();
            var value = type.GetProperty(valueMember)!.GetValue(item);
            var text = type.GetProperty(textMember)!.GetValue(item);
            options[value!.ToString()!] = text?.ToString() ?? "";
        }
        return options;
    }
}
