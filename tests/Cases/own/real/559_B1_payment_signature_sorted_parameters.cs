// source: payment SDKs that sign sorted request fields (Alipay/WeChat style GetParameters)
// class: B1
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;

namespace Corpus.Own.R559;

public abstract class PaymentRequest
{
    public string AppId { get; set; } = "";
    public string Nonce { get; } = Guid.NewGuid().ToString("N");

    public SortedDictionary<string, string> GetParameters()
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal);
        PropertyInfo[] all = GetType().GetProperties(); // MAY: B1
        for (int i = 0; i < all.Length; i++)
        {
            PropertyInfo current = all[i];
            object? raw = current.GetValue(this, null); // BUG: B1
            if (raw == null || raw is string { Length: 0 })
                continue;
            var name = current.GetCustomAttribute<JsonPropertyNameAttribute>() is { } attribute ? attribute.Name : ToSnake(current.Name);
            parameters.Add(name, raw is DateTime time ? time.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) : raw.ToString()!);
        }
        return parameters;
    }

    private static string ToSnake(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}

public sealed class RefundRequest : PaymentRequest
{
    [JsonPropertyName("refund_no")] public string Number { get; set; } = "";
    public long Amount { get; set; }

    public SortedDictionary<string, string> GetParametersFixed() => new(StringComparer.Ordinal)
    {
        ["app_id"] = AppId,
        ["refund_no"] = Number,
        ["amount"] = Amount.ToString(CultureInfo.InvariantCulture),
    };
}
