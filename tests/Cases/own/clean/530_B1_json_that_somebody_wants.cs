// source: structure of outboxes, audit logs and caches
// class: B1
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace Corpus.Own.C530;

public sealed class Outbox
{
    private readonly List<string> stored = new();

    // The text is stored; reading it back shows that it can be read.
    public Dictionary<string, JsonElement>? Store(Note note)
    {
        var text = JsonSerializer.Serialize(note);
        stored.Add(text);
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(text);
    }

    // It comes from outside.
    public static Dictionary<string, string>? Settings(string path) => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path));

    // A copy of a dictionary, however deep.
    public static Dictionary<string, object>? Copy(Dictionary<string, object> values) => JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(values));

    // A copy of the object.
    public static Note? Copy(Note note) => JsonSerializer.Deserialize<Note>(JsonSerializer.Serialize(note));

    // What another service sent, in another shape.
    public static Dictionary<string, string>? Labels(JsonElement message) => message.GetProperty("labels").Deserialize<Dictionary<string, string>>();
}

public sealed class Note
{
    public string Text { get; set; } = "";
}
