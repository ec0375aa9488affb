// source: WalletConnectSharp.Common (Extensions.ToDictionary<TValue>), the same helper in training-project (DictionaryExtention)
// class: B1
// note: the text goes by way of a local
using System.Collections.Generic;
using System.Text.Json;

namespace Corpus.Own.R531;

public static class ObjectExtensions
{
    public static Dictionary<string, TValue>? ToDictionary<TValue>(this object source)
    {
        var json = JsonSerializer.Serialize(source); // MAY: B1
        return JsonSerializer.Deserialize<Dictionary<string, TValue>>(json); // BUG: B1
    }
}
