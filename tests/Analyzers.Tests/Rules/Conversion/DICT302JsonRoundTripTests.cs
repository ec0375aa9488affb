using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

public partial class DICT302JsonRoundTripTests
{
    private const string Map = "Dictionary<string, object>";

    private const string Newtonsoft = """
        namespace Newtonsoft.Json
        {
            public class JsonSerializerSettings { }
            public abstract class JsonConverter { }
            public class JsonConverterAttribute : System.Attribute { public JsonConverterAttribute(System.Type type) { } }
            public static class JsonConvert
            {
                public static string SerializeObject(object value) => null;
                public static string SerializeObject(object value, JsonSerializerSettings settings) => null;
                public static object DeserializeObject(string value) => null;
                public static object DeserializeObject(string value, System.Type type) => null;
                public static T DeserializeObject<T>(string value) => default;
                public static T DeserializeObject<T>(string value, params JsonConverter[] converters) => default;
                public static T DeserializeAnonymousType<T>(string value, T anonymousTypeObject) => default;
                public static void PopulateObject(string value, object target) { }
            }
            public class JsonTextReader { public JsonTextReader(System.IO.TextReader reader) { } }
            public class JsonSerializer
            {
                public T Deserialize<T>(JsonTextReader reader) => default;
                public object Deserialize(JsonTextReader reader, System.Type type) => null;
            }
        }
        namespace Newtonsoft.Json.Linq
        {
            public class JToken
            {
                public static JToken FromObject(object o) => null;
                public static JToken Parse(string json) => null;
                public T ToObject<T>() => default;
                public object ToObject(System.Type type) => null;
                public object Type => null;
                public bool HasValues => true;
            }
            public class JProperty : JToken { public string Name => null; public JToken Value => null; }
            public class JObject : JToken, System.Collections.Generic.IDictionary<string, JToken>
            {
                public static new JObject FromObject(object o) => null;
                public static new JObject Parse(string json) => null;
                public System.Collections.Generic.IEnumerable<JProperty> Properties() => null;
                public JToken this[string key] { get => null; set { } }
                public System.Collections.Generic.ICollection<string> Keys => null;
                public System.Collections.Generic.ICollection<JToken> Values => null;
                public int Count => 0;
                public bool IsReadOnly => false;
                public void Add(string key, JToken value) { }
                public void Add(System.Collections.Generic.KeyValuePair<string, JToken> item) { }
                public void Clear() { }
                public bool Contains(System.Collections.Generic.KeyValuePair<string, JToken> item) => false;
                public bool ContainsKey(string key) => false;
                public void CopyTo(System.Collections.Generic.KeyValuePair<string, JToken>[] array, int arrayIndex) { }
                public System.Collections.Generic.IEnumerator<System.Collections.Generic.KeyValuePair<string, JToken>> GetEnumerator() => null;
                public bool Remove(string key) => false;
                public bool Remove(System.Collections.Generic.KeyValuePair<string, JToken> item) => false;
                public bool TryGetValue(string key, out JToken value) { value = null; return false; }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null;
            }
        }
        """;

    [Theory]

    // Text, bytes, elements, nodes and documents.
    [InlineData("object M(Order o) => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o))|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.Deserialize<Dictionary<string, string>>(JsonSerializer.Serialize(o))|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize<object>(o), new JsonSerializerOptions())|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.Deserialize<IDictionary<string, object>>(JsonSerializer.SerializeToUtf8Bytes(o))|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.SerializeToElement(o).Deserialize<" + Map + ">()|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.SerializeToNode(o).Deserialize<SortedDictionary<string, object>>()|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.SerializeToDocument(o).RootElement.Deserialize<IReadOnlyDictionary<string, JsonElement>>()|];")]
    [InlineData("object M(Order o) => ([|JsonSerializer.Deserialize(JsonSerializer.Serialize(o), typeof(" + Map + "))|] as " + Map + ").Count;")]
    [InlineData("object M(Order o) => [|JsonNode.Parse(JsonSerializer.Serialize(o)).AsObject().Deserialize<ConcurrentDictionary<string, object>>()|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.Deserialize<" + Map + ">(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(o)))|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.Deserialize<" + Map + ">(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(o)))|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.Deserialize<ExpandoObject>(JsonSerializer.Serialize(o))|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.Deserialize<Hashtable>(JsonSerializer.Serialize(o))|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.Deserialize<Bag>(JsonSerializer.Serialize(o))|]; class Bag : " + Map + " { }")]

    // Sources of all kinds.
    [InlineData("object M(int id) => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(new { id, Name = \"n\" }))|];")]
    [InlineData("object M(object o) => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o))|];")]
    [InlineData("object M(object o) { if (o is string) { return null; } else if (o is Order) { return [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o))|]; } return [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o))|]; }")]
    [InlineData("object M<T>(T o) => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o))|];")]
    [InlineData("object M<T>(T o) where T : Order => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o))|];")]
    [InlineData("int Id { get; set; } object M() => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(this))|];")]
    [InlineData("Order order; object M() => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(order.Parent))|];")]
    [InlineData("object M(IOrder o) => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o))|]; interface IOrder { int Id { get; } }")]
    [InlineData("object M(Point p) => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(p))|]; record struct Point(int X, int Y);")]
    [InlineData("object M(Order o) { object boxed = o; return [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(boxed))|]; }")]
    [InlineData("object M(List<Order> all) => all.ConvertAll(o => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o))|]);")]

    [InlineData("class Store<T> { List<T> all; object M() => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(all[0]))|]; }")]

    [InlineData("Func<object, object> f = x => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(x))|];")]

    // By way of locals.
    [InlineData("object M(Order o) { var json = JsonSerializer.Serialize(o); return [|JsonSerializer.Deserialize<" + Map + ">(json)|]; }")]
    [InlineData("object M(Order o) { string json; json = JsonSerializer.Serialize(o); var d = [|JsonSerializer.Deserialize<" + Map + ">(json)|]; return d; }")]
    [InlineData("object M(Order o) { var json = JsonSerializer.Serialize(o); if (string.IsNullOrEmpty(json) || json == \"null\") return null; return [|JsonSerializer.Deserialize<" + Map + ">(json)|]; }")]
    [InlineData("object M(Order o) { using var document = JsonSerializer.SerializeToDocument(o); var root = document.RootElement; return root.ValueKind == JsonValueKind.Object ? [|root.Deserialize<" + Map + ">()|] : null; }")]
    [InlineData("object M(Order o) { var bytes = JsonSerializer.SerializeToUtf8Bytes(o); return [|JsonSerializer.Deserialize<" + Map + ">(bytes)|]; }")]
    [InlineData("object M(Order o) { var stream = new MemoryStream(); JsonSerializer.Serialize(stream, o); stream.Position = 0; return [|JsonSerializer.Deserialize<" + Map + ">(stream)|]; }")]
    [InlineData("async Task<object> M(Order o) { using var stream = new MemoryStream(); await JsonSerializer.SerializeAsync(stream, o); stream.Seek(0, SeekOrigin.Begin); return await [|JsonSerializer.DeserializeAsync<" + Map + ">(stream)|]; }")]

    // By way of helpers.
    [InlineData("static string ToJson(object o) => JsonSerializer.Serialize(o); object M(Order o) => [|JsonSerializer.Deserialize<" + Map + ">(ToJson(o))|];")]
    [InlineData("static " + Map + " Read(string json) => JsonSerializer.Deserialize<" + Map + ">(json); object M(Order o) => [|Read(JsonSerializer.Serialize(o))|];")]
    [InlineData("static T Read<T>(string json) => string.IsNullOrEmpty(json) ? default : JsonSerializer.Deserialize<T>(json); static string Write<T>(T o) { var s = JsonSerializer.Serialize(o); return s; } object M(Order o) => [|Read<" + Map + ">(Write(o))|];")]
    [InlineData("static T To<T>(object o) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(o)); object M(Order o) => [|To<" + Map + ">(o)|];")]
    [InlineData("static T To<T>(object o) { if (o == null) return default; var json = JsonSerializer.Serialize(o); var made = JsonSerializer.Deserialize<T>(json); return made; } object M(Order o) => [|To<" + Map + ">(o)|];")]
    [InlineData("static " + Map + " ToDictionary<T>(T o) => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o))|]; object M(Order o) => ToDictionary(o);")]
    [InlineData("object M(Order o) { return Local(o); " + Map + " Local(Order x) => [|JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(x))|]; }")]
    [InlineData("static async Task<T> Read<T>(Stream s) => await JsonSerializer.DeserializeAsync<T>(s); async Task<object> M(Order o) => await [|Read<" + Map + ">(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(o)))|];")]
    [InlineData("static string ToJson(object o) => JsonSerializer.Serialize(o); static T From<T>(string s) => JsonSerializer.Deserialize<T>(s); static T To<T>(object o) => From<T>(ToJson(o)); object M(Order o) => [|To<" + Map + ">(o)|];")]
    [InlineData("static async Task<T> From<T>(Stream s) => await JsonSerializer.DeserializeAsync<T>(s); static async Task<T> To<T>(object o) => await From<T>(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(o))); async Task<object> M(Order o) => await [|To<" + Map + ">(o)|];")]
    [InlineData("static string ToJson(object o) => JsonSerializer.Serialize(o); static " + Map + " Read(string json) => JsonSerializer.Deserialize<" + Map + ">(json); static object To(object o) => [|Read(ToJson(o))|]; object M(Order o) => To(o);")]
    [InlineData("static string ToJson(object o) => JsonSerializer.Serialize(o); static " + Map + " Read(string json) => JsonSerializer.Deserialize<" + Map + ">(json); object M(Order o) { var json = ToJson(o); return [|Read(json)|]; }")]
    [InlineData("static string ToJson(object o) => JsonSerializer.Serialize(o); static " + Map + " Read(string json) => JsonSerializer.Deserialize<" + Map + ">(json); static " + Map + " To(object o) => [|Read(ToJson(o))|]; object M(Order o) => To(o);")]
    [InlineData("object M(ISerializer s, Order o) => [|s.Read<" + Map + ">(s.Write(o))|]; interface ISerializer { string Write<T>(T value); T Read<T>(string text); } class Text : ISerializer { public string Write<T>(T value) => JsonSerializer.Serialize(value); public T Read<T>(string text) => JsonSerializer.Deserialize<T>(text); }")]

    // Enumerated into a dictionary.
    [InlineData("void M(Order o, System.Collections.Specialized.NameValueCollection query) { foreach (var p in [|JsonSerializer.SerializeToElement(o).EnumerateObject()|]) query.Add(p.Name, p.Value.ToString()); }")]
    [InlineData("object M(Order o) { var node = JsonSerializer.SerializeToNode(o); if (node is not JsonObject members) return null; return [|members.ToDictionary(m => m.Key, m => m.Value?.ToString())|]; }")]
    [InlineData("object M(Order o) => JsonSerializer.SerializeToNode(o) is JsonObject members ? [|members.ToDictionary(m => m.Key, m => m.Value?.ToString())|] : null;")]
    [InlineData("object M(Order o) { var d = new Dictionary<string, string>(); [|Walk(\"\", JsonSerializer.SerializeToElement(o), d)|]; return d; } static void Walk(string path, JsonElement e, Dictionary<string, string> d) { if (e.ValueKind == JsonValueKind.Object) { foreach (var p in e.EnumerateObject()) Walk(path + p.Name, p.Value, d); } else d[path] = e.ToString(); }")]
    [InlineData("object M(Order o) { var d = new Dictionary<string, object>(); [|Fill(JsonSerializer.SerializeToNode(o).AsObject(), d)|]; return d; } static void Fill(JsonObject node, Dictionary<string, object> d) { foreach (var (name, value) in node) d[name] = value; }")]
    [InlineData("object M(Order o) => [|JsonSerializer.SerializeToElement(o).EnumerateObject().OrderBy(p => p.Name).Select(p => (p.Name, Text: p.Value.GetRawText())).ToDictionary(p => p.Name, p => p.Text)|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.SerializeToElement(o).EnumerateObject().ToDictionary(p => p.Name, p => ValueOf(p.Value))|]; static object ValueOf(JsonElement e) => e.ValueKind;")]
    [InlineData("object M(Order o) => [|JsonSerializer.SerializeToElement(o).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Number ? (object)p.Value.GetInt64() : p.Value.GetString())|];")]
    [InlineData("object M(Order o) { var d = new Dictionary<string, object>(); foreach (var p in [|JsonSerializer.SerializeToElement(o).EnumerateObject()|]) { var value = p.Value; if (value.TryGetInt64(out var number)) d[p.Name] = number; } return d; }")]
    [InlineData("object M(Order o) => [|JsonSerializer.SerializeToElement(o).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString())|];")]
    [InlineData("object M(Order o) => [|JsonSerializer.SerializeToNode(o).AsObject().Where(p => p.Value != null).ToDictionary(p => p.Key, p => p.Value)|];")]
    [InlineData("object M(Order o) => [|new Dictionary<string, JsonNode>(JsonSerializer.SerializeToNode(o).AsObject())|];")]
    [InlineData("object M(Order o) { var d = new Dictionary<string, string>(); foreach (var p in [|JsonSerializer.SerializeToElement(o).EnumerateObject()|]) { d[p.Name] = p.Value.ToString(); } return d; }")]
    [InlineData("object M(Order o) { var d = new Dictionary<string, object>(); foreach (var (key, value) in [|JsonNode.Parse(JsonSerializer.Serialize(o)).AsObject()|]) { if (value != null) d.Add(key, value); } return d; }")]
    [InlineData("object M(Order o) { using var doc = JsonDocument.Parse(JsonSerializer.Serialize(o)); var d = new Dictionary<string, object>(); foreach (var p in [|doc.RootElement.EnumerateObject()|]) d.TryAdd(p.Name.ToLowerInvariant(), p.Value); return d; }")]
    public Task Reports_SystemTextJson(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("object M(Order o) => [|JsonConvert.DeserializeObject<" + Map + ">(JsonConvert.SerializeObject(o))|];")]
    [InlineData("object M(Order o) => [|JsonConvert.DeserializeObject<Dictionary<string, string>>(JsonConvert.SerializeObject(o, new JsonSerializerSettings()))|];")]
    [InlineData("object M(Order o) => [|JObject.FromObject(o).ToObject<" + Map + ">()|];")]
    [InlineData("object M(Order o) => [|JToken.FromObject(o).ToObject(typeof(IDictionary<string, string>))|];")]
    [InlineData("object M(Order o) => [|JsonConvert.DeserializeObject<ExpandoObject>(JsonConvert.SerializeObject(o))|];")]
    [InlineData("object M(Order o) => [|JsonConvert.DeserializeObject<dynamic>(JsonConvert.SerializeObject(o))|];")]
    [InlineData("object M(Order o) => [|JObject.Parse(JsonConvert.SerializeObject(o)).ToObject<" + Map + ">()|];")]
    [InlineData("object M(Order o) => (" + Map + ")[|JsonConvert.DeserializeObject(JsonConvert.SerializeObject(o), typeof(" + Map + "))|];")]
    [InlineData("object M(Order o) { var d = new " + Map + "(); [|JsonConvert.PopulateObject(JsonConvert.SerializeObject(o), d)|]; return d; }")]
    [InlineData("object M(Order o) => [|JsonConvert.DeserializeAnonymousType(JsonConvert.SerializeObject(o), new " + Map + "())|];")]
    [InlineData("object M(Order o) => [|new Newtonsoft.Json.JsonSerializer().Deserialize<" + Map + ">(new JsonTextReader(new StringReader(JsonConvert.SerializeObject(o))))|];")]
    [InlineData("object M(Order o) => [|JObject.FromObject(o).Properties().ToDictionary(p => p.Name, p => p.Value.ToString())|];")]
    [InlineData("object M(Order o) { var d = new Dictionary<string, object>(); foreach (var p in [|JObject.FromObject(o)|]) { d[p.Key] = p.Value; } return d; }")]
    [InlineData("static " + Map + " ToMap(object o) { var json = JsonConvert.SerializeObject(o); return [|JsonConvert.DeserializeObject<" + Map + ">(json)|]; }")]
    public Task Reports_NewtonsoftJson(string members) => VerifyAsync(members, "using Newtonsoft.Json; using Newtonsoft.Json.Linq;", Newtonsoft);

    [Theory]

    // Other types: a copy, another shape, a document.
    [InlineData("object M(Order o) => JsonSerializer.Deserialize<Order>(JsonSerializer.Serialize(o));")]
    [InlineData("object M(Order o) => JsonSerializer.Deserialize<List<string>>(JsonSerializer.Serialize(o));")]
    [InlineData("object M(Order o) => JsonSerializer.Deserialize<JsonElement>(JsonSerializer.Serialize(o));")]
    [InlineData("object M(Order o) => JsonSerializer.Deserialize<object>(JsonSerializer.Serialize(o));")]
    [InlineData("object M(Order o) => JsonSerializer.Deserialize<Dictionary<int, string>>(JsonSerializer.Serialize(o));")]
    [InlineData("object M<T>(Order o) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(o));")]
    [InlineData("static T To<T>(object o) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(o)); object M(Order o) => To<Order>(o);")]

    // A dictionary, a sequence, a value, JSON already; what is not known.
    [InlineData("object M(" + Map + " d) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(d));")]
    [InlineData("object M(IReadOnlyDictionary<string, int> d) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(d));")]
    [InlineData("object M(Bag d) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(d)); class Bag : SortedList<string, int> { }")]
    [InlineData("object M(ExpandoObject d) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(d));")]
    [InlineData("object M<T>(T d) where T : IDictionary<string, object> => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(d));")]
    [InlineData("object M(" + Map + " d) { object o = d; return JsonSerializer.Deserialize<Dictionary<string, string>>(JsonSerializer.Serialize(o)); }")]
    [InlineData("object M(List<KeyValuePair<string, int>> d) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(d));")]
    [InlineData("object M(string text) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(text));")]
    [InlineData("object M(JsonElement e) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(e));")]
    [InlineData("object M(JsonElement? e) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(e));")]
    [InlineData("object M(JsonObject e) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(e));")]
    [InlineData("object M(JsonNode e) => e.Deserialize<" + Map + ">();")]
    [InlineData("object M(string json) => JsonSerializer.Deserialize<" + Map + ">(json);")]
    [InlineData("object M(string json) => JsonDocument.Parse(json).RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString());")]
    [InlineData("object M(dynamic o) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize((object)o));")]
    [InlineData("object M(" + Map + " d) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(d[\"inner\"]));")]
    [InlineData("object M(object o) { if (o is string or JsonObject) { return JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o)); } return null; }")]
    [InlineData("object M(object o, bool b) => b && o is IDictionary<string, int> ? JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o)) : null;")]
    [InlineData("object M(object o) { if (o is JsonElement) { var json = JsonSerializer.Serialize(o); return JsonSerializer.Deserialize<" + Map + ">(json); } return null; }")]
    [InlineData("object Payload { get; set; } object M() => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(Payload));")]
    [InlineData("static " + Map + " Copy(object o) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o)); object M(" + Map + " d, JsonElement e) => Copy(d) ?? Copy(e);")]
    [InlineData("static T Clone<T>(T o) => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(o)); object M(" + Map + " d) => Clone(d);")]
    [InlineData("object M((int, int) t) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(t));")]
    [InlineData("object M(DateTime t) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(t));")]
    [InlineData("object M(Money m) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(m)); [System.Text.Json.Serialization.JsonConverter(typeof(object))] class Money { }")]

    // The JSON is wanted for itself.
    [InlineData("object M(Order o) { var json = JsonSerializer.Serialize(o); Console.WriteLine(json); return JsonSerializer.Deserialize<" + Map + ">(json); }")]
    [InlineData("string last; object M(Order o) { last = JsonSerializer.Serialize(o); return JsonSerializer.Deserialize<" + Map + ">(last); }")]
    [InlineData("object M(Order o, out string json) { json = JsonSerializer.Serialize(o); return JsonSerializer.Deserialize<" + Map + ">(json); }")]
    [InlineData("object M(Order o) { var json = JsonSerializer.Serialize(o); if (json.Length > 1000) throw new Exception(); return JsonSerializer.Deserialize<" + Map + ">(json); }")]
    [InlineData("object M(Order o) { var json = JsonSerializer.Serialize(o); var d = JsonSerializer.Deserialize<" + Map + ">(json); Action a = () => Console.Write(json); return d; }")]
    [InlineData("object M(Order o) { var json = JsonSerializer.Serialize(o); if (o.Id > 3) json = \"{}\"; return JsonSerializer.Deserialize<" + Map + ">(json); }")]
    [InlineData("object M(Order o) => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(o).Replace(\"a\", \"b\"));")]
    [InlineData("object M(Order o) { var node = JsonSerializer.SerializeToNode(o).AsObject(); node.Remove(\"Id\"); return node.Deserialize<" + Map + ">(); }")]
    [InlineData("object M(Order o) { var stream = File.Create(\"a\"); JsonSerializer.Serialize(stream, o); stream.Position = 0; return JsonSerializer.Deserialize<" + Map + ">(stream); }")]
    [InlineData("object M(Order o) { var stream = new MemoryStream(); JsonSerializer.Serialize(stream, o); stream.CopyTo(Stream.Null); return JsonSerializer.Deserialize<" + Map + ">(stream); }")]
    [InlineData("virtual string ToJson(object o) => JsonSerializer.Serialize(o); object M(Order o) => JsonSerializer.Deserialize<" + Map + ">(ToJson(o));")]

    [InlineData("object M(ISerializer s, Order o) => s.Read<" + Map + ">(s.Write(o)); interface ISerializer { string Write<T>(T value); T Read<T>(string text); } class Text : ISerializer { public string Write<T>(T value) => JsonSerializer.Serialize(value); public T Read<T>(string text) => JsonSerializer.Deserialize<T>(text); } class Other : ISerializer { public string Write<T>(T value) => null; public T Read<T>(string text) => default; }")]
    [InlineData("object M(ISerializer s, Order o) => s.Read<" + Map + ">(s.Write(o)); interface ISerializer { string Write<T>(T value); T Read<T>(string text); }")]

    // Members of JSON that do not end in a dictionary.
    [InlineData("object M(Order o) => JsonSerializer.SerializeToElement(o).EnumerateObject().Select(p => new KeyValuePair<string, string>(p.Name, p.Value.ToString()));")]
    [InlineData("object M(Order o) => JsonSerializer.SerializeToNode(o).AsObject();")]
    [InlineData("void M(Order o) { foreach (var p in JsonSerializer.SerializeToElement(o).EnumerateObject()) { Console.WriteLine(p.Name); } }")]
    [InlineData("void M(Order o, JsonObject target) { foreach (var p in JsonSerializer.SerializeToNode(o).AsObject()) { target[p.Key] = p.Value.DeepClone(); } }")]
    [InlineData("object M(Order o) => JsonSerializer.SerializeToElement(o).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind);")]
    [InlineData("int M(Order o) => Depth(JsonSerializer.SerializeToElement(o)); static int Depth(JsonElement e) { var most = 0; if (e.ValueKind == JsonValueKind.Object) { foreach (var p in e.EnumerateObject()) most = Math.Max(most, Depth(p.Value)); } return most + 1; }")]
    [InlineData("object M(string json, Dictionary<string, string> d) { Walk(\"\", JsonDocument.Parse(json).RootElement, d); return d; } static void Walk(string path, JsonElement e, Dictionary<string, string> d) { if (e.ValueKind == JsonValueKind.Object) { foreach (var p in e.EnumerateObject()) Walk(path + p.Name, p.Value, d); } else d[path] = e.ToString(); }")]
    [InlineData("void M(Order o, Dictionary<string, int> seen) { Count(JsonSerializer.SerializeToElement(o), seen); } static void Count(JsonElement e, Dictionary<string, int> seen) { foreach (var p in e.EnumerateObject()) seen[p.Name] = seen.Count; }")]
    [InlineData("object M(Order o) => JsonSerializer.SerializeToElement(o).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Null);")]
    [InlineData("object M(Order o) => JsonSerializer.SerializeToElement(o).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.EnumerateArray().Count());")]
    [InlineData("object M(Order o) => JsonSerializer.SerializeToElement(o).EnumerateObject().ToDictionary(p => p.Name, p => p.Name.Length);")]
    [InlineData("object M(Order o) => JsonSerializer.SerializeToElement(o).EnumerateObject().GroupBy(p => p.Value.ValueKind).ToDictionary(g => g.Key.ToString(), g => g.Count());")]
    [InlineData("object M(Order o) => JsonSerializer.SerializeToElement(o).EnumerateObject().Select(p => p.Name).ToDictionary(n => n, n => n.Length);")]
    [InlineData("object M(Order o) => JsonSerializer.SerializeToNode(o).AsObject().ToDictionary(p => p.Key, p => p.Value?.GetValueKind());")]
    [InlineData("void M(Order o, Dictionary<string, object> d) { foreach (var p in JsonSerializer.SerializeToElement(o).EnumerateObject()) { var kind = p.Value.ValueKind; d[p.Name] = kind; } }")]
    [InlineData("void M(Order o, Dictionary<string, int> d) { foreach (var (name, value) in JsonSerializer.SerializeToNode(o).AsObject()) d[name] = name.Length; }")]
    [InlineData("void M(Order o, Dictionary<string, int> seen) { foreach (var p in JsonSerializer.SerializeToElement(o).EnumerateObject()) { seen[\"all\"] = 1; } }")]

    // Once for the life of the program.
    [InlineData("static readonly " + Map + " Defaults = JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(new Order()));")]
    [InlineData("static readonly " + Map + " Defaults; static C() { Defaults = JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(new Order())); }")]
    [InlineData("static readonly Lazy<" + Map + "> Defaults = new(() => JsonSerializer.Deserialize<" + Map + ">(JsonSerializer.Serialize(new Order())));")]
    public Task DoesNotReport_SystemTextJson(string members) => VerifyAsync(members.Replace("virtual string", "protected virtual string"));

    [Theory]
    [InlineData("object M(Order o) => JObject.FromObject(o);")]
    [InlineData("object M(Order o) => JsonConvert.DeserializeObject(JsonConvert.SerializeObject(o));")]
    [InlineData("object M(Order o) => JsonConvert.DeserializeObject<JObject>(JsonConvert.SerializeObject(o));")]
    [InlineData("object M(JObject o) => JsonConvert.DeserializeObject<" + Map + ">(JsonConvert.SerializeObject(o));")]
    [InlineData("object M(JToken o) => o.ToObject<" + Map + ">();")]
    [InlineData("object M(Money o) => JObject.FromObject(o).ToObject<" + Map + ">(); [JsonConverter(typeof(C))] class Money { }")]
    [InlineData("object M(Order o) { var json = JObject.FromObject(o); json[\"Id\"] = null; return json.ToObject<" + Map + ">(); }")]
    [InlineData("class Own : JsonConverter { object M(Order o) => JObject.FromObject(o).ToObject<" + Map + ">(); }")]
    public Task DoesNotReport_NewtonsoftJson(string members) => VerifyAsync(members, "using Newtonsoft.Json; using Newtonsoft.Json.Linq;", Newtonsoft);

    [Fact]
    public Task Reports_WithTheWriterAndWhatArrives() => new CSharpAnalyzerTest<DICT302JsonRoundTripAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;
            using System.Text.Json;

            class Order { public int Id { get; set; } }

            class C
            {
                Dictionary<string, object>? M(Order order)
                {
                    var json = {|#1:JsonSerializer.Serialize(order)|};
                    return {|#0:JsonSerializer.Deserialize<Dictionary<string, object>>(json)|};
                }
            }
            """,
        ExpectedDiagnostics =
        {
            new DiagnosticResult("DICT302", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithMessage(
                "'JsonSerializer.Deserialize<Dictionary<string, object>>(json)' makes a dictionary of 'order' by writing it as JSON and reading that again: "
                + "each time the whole object is formatted and parsed, and its values arrive as JsonElement"),
        },
    }.RunAsync();

    [Fact]
    public Task Reports_ExtensionsInOtherFiles()
    {
        var test = new CSharpAnalyzerTest<DICT302JsonRoundTripAnalyzer, DefaultVerifier>
        {
            TestCode = """
                using System.Collections.Generic;

                class C { object? M(Order order) => [|order.ToJson().FromJson<Dictionary<string, object>>()|]; }
                class Order { public int Id { get; set; } }
                """,
        };
        test.TestState.Sources.Add("""
            using System.Text.Json;

            public static class JsonExtensions
            {
                public static string ToJson(this object value) => JsonSerializer.Serialize(value);

                public static T? FromJson<T>(this string json) => JsonSerializer.Deserialize<T>(json);
            }
            """);
        return test.RunAsync();
    }

    [Fact]
    public Task DoesNotReport_Tests()
    {
        var test = new CSharpAnalyzerTest<DICT302JsonRoundTripAnalyzer, DefaultVerifier>
        {
            TestCode = """
                using System.Collections.Generic;
                using System.Text.Json;

                class C { object? M(Order order) => JsonSerializer.Deserialize<Dictionary<string, object>>(JsonSerializer.Serialize(order)); }
                class Order { public int Id { get; set; } }
                """,
        };
        test.TestState.AdditionalReferences.Add(typeof(FactAttribute).Assembly);
        return test.RunAsync();
    }

    private static Task VerifyAsync(string members, string usings = "using System.Text.Json; using System.Text.Json.Nodes;", string? library = null)
    {
        var test = new CSharpAnalyzerTest<DICT302JsonRoundTripAnalyzer, DefaultVerifier>
        {
            TestCode = $$"""
                using System; using System.Collections; using System.Collections.Concurrent; using System.Collections.Generic; using System.Dynamic; using System.IO;
                using System.Linq; using System.Text; using System.Threading.Tasks; {{usings}}

                class Order { public int Id { get; set; } public string Name { get; set; } public Order Parent { get; set; } }

                class C
                {
                    {{members}}
                }
                """,
            Extra = { NullableContextOptions = NullableContextOptions.Disable },
        };
        if (library is not null)
        {
            test.TestState.Sources.Add(library);
        }

        return test.RunAsync();
    }
}
