// source: own, after the description: AllKeys is an array copy of the names
// class: A1
using System.Collections.Specialized;

namespace Corpus.Own.C253;

public static class FormCleaner
{
    public static void Clean(NameValueCollection form)
    {
        foreach (var name in form.AllKeys)
        {
            if (name is null || name.StartsWith("__"))
                form.Remove(name);
            else
                form[name] = form[name]?.Trim();
        }
    }
}
