using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

public partial class DICT301ReflectionConversionTests
{
    private const string Usings = """
        #nullable disable
        using System;
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.Specialized;
        using System.ComponentModel;
        using System.Dynamic;
        using System.Linq;
        using System.Linq.Expressions;
        using System.Reflection;
        using System.Text;
        using System.Threading.Tasks;

        """;

    [Theory]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = [|p.GetValue(o)|];")]
    [InlineData("foreach (PropertyInfo p in o.GetType().GetProperties()) { map.Add(p.Name, [|p.GetValue(o, null)|]); }")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map.TryAdd(p.Name, [|p.GetValue(o)|]);")]
    [InlineData("foreach (var f in o.GetType().GetFields()) map[f.Name] = [|f.GetValue(o)|];")]
    [InlineData("foreach (var p in o.GetType().GetRuntimeProperties()) map[p.Name] = [|p.GetValue(o)|];")]
    [InlineData("foreach (var p in o.GetType().GetTypeInfo().DeclaredProperties) map[p.Name] = [|p.GetValue(o)|];")]
    [InlineData("foreach (var p in o.GetType().GetTypeInfo().DeclaredProperties.Where(x => x.CanRead)) map[p.Name] = [|p.GetMethod.Invoke(o, null)|];")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = [|p.GetGetMethod().Invoke(o, new object[0])|];")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) { var getter = p.GetGetMethod(true); map[p.Name] = [|getter.Invoke(o, Array.Empty<object>())|]; }")]
    [InlineData("foreach (PropertyDescriptor p in TypeDescriptor.GetProperties(o)) map.Add(p.Name, [|p.GetValue(o)|]);")]
    [InlineData("var ps = TypeDescriptor.GetProperties(o); for (int i = 0; i < ps.Count; i++) map[ps[i].Name] = [|ps[i].GetValue(o)|];")]
    [InlineData("var ps = o.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance); for (var i = 0; i < ps.Length; i++) { var p = ps[i]; map[p.Name] = [|p.GetValue(o)|]; }")]
    [InlineData("var i = 0; var ps = o.GetType().GetProperties(); while (i < ps.Length) { map[ps[i].Name] = [|ps[i].GetValue(o)|]; i++; }")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) { var value = [|p.GetValue(o)|]; if (value == null) continue; map[p.Name] = value; }")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) { var name = p.Name; object value; value = [|p.GetValue(o)|]; map.Add(name, value); }")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) if ([|p.GetValue(o)|] is { } value) map[p.Name] = value;")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) if ([|p.GetValue(o)|] is string found) map[p.Name] = found;")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) switch ([|p.GetValue(o)|]) { case null: break; case DateTime time: map[p.Name] = time.ToString(\"O\"); break; case var other: map[p.Name] = other; break; }")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = [|p.GetValue(o)|] ?? DBNull.Value;")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = p.CanRead ? [|p.GetValue(o)|] : null;")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) text[p.Name] = [|p.GetValue(o)|]?.ToString();")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) text[p.Name] = $\"{[|p.GetValue(o)|]}\";")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) text[p.Name] = Convert.ToString([|p.GetValue(o)|]);")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) text[p.Name] = (string)[|p.GetValue(o)|];")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name.ToLowerInvariant()] = [|p.GetValue(o)|];")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[Camel(p.Name)] = [|p.GetValue(o)|];")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) { var display = p.GetCustomAttribute<DisplayNameAttribute>(); var key = display?.DisplayName ?? p.Name; map[key] = [|p.GetValue(o)|]; }")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) { string key; if (p.Name.Length > 3) key = p.Name; else key = \"_\" + p.Name; map[key] = [|p.GetValue(o)|]; }")]
    [InlineData("foreach (var name in new[] { \"A\", \"B\" }) map[name] = [|o.GetType().GetProperty(name).GetValue(o)|];")]
    [InlineData("foreach (var name in new[] { \"A\", \"B\" }) { var p = o.GetType().GetProperty(name); if (p != null) map[name] = [|p.GetValue(o)|]; }")]
    [InlineData("map = o.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(o)|]);")]
    [InlineData("map = o.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(o)|], StringComparer.OrdinalIgnoreCase);")]
    [InlineData("map = o.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanRead && p.GetIndexParameters().Length == 0).ToDictionary(prop => prop.Name, prop => [|prop.GetValue(o, null)|]);")]
    [InlineData("var frozen = o.GetType().GetProperties().ToFrozenDictionary(p => p.Name, p => [|p.GetValue(o)|]);")]
    [InlineData("var immutable = o.GetType().GetFields().ToImmutableDictionary(f => f.Name, f => [|f.GetValue(o)|]);")]
    [InlineData("map = (from p in o.GetType().GetProperties() where p.CanRead select p).ToDictionary(p => p.Name, p => [|p.GetValue(o)|]);")]
    [InlineData("map = (from p in o.GetType().GetProperties() let v = [|p.GetValue(o)|] where v != null select new { p.Name, v }).ToDictionary(x => x.Name, x => x.v);")]
    [InlineData("map = (from p in o.GetType().GetProperties() select new { Key = p.Name, Value = [|p.GetValue(o)|] }).ToDictionary(x => x.Key, x => x.Value);")]
    [InlineData("map = o.GetType().GetProperties().Select(p => new { p.Name, Value = [|p.GetValue(o)|] }).Where(x => x.Value != null).ToDictionary(x => x.Name, x => x.Value);")]
    [InlineData("map = o.GetType().GetProperties().Select(p => (p.Name, Value: [|p.GetValue(o)|])).ToDictionary(x => x.Name, x => x.Value);")]
    [InlineData("foreach (var (name, value) in o.GetType().GetProperties().Select(p => (p.Name, [|p.GetValue(o)|]))) map[name] = value;")]
    [InlineData("foreach (var pair in o.GetType().GetProperties().Select(p => new { p.Name, Value = [|p.GetValue(o)|] }).ToList()) map.Add(pair.Name, pair.Value);")]
    [InlineData("map = new Dictionary<string, object>(o.GetType().GetProperties().Select(p => KeyValuePair.Create(p.Name, [|p.GetValue(o)|])));")]
    [InlineData("var pairs = o.GetType().GetProperties().Select(p => new KeyValuePair<string, object>(p.Name, [|p.GetValue(o)|])).ToList();")]
    [InlineData("var pairs = new List<KeyValuePair<string, string>>(); foreach (var p in o.GetType().GetProperties()) pairs.Add(new(p.Name, [|p.GetValue(o)|]?.ToString()));")]
    [InlineData("map = o.GetType().GetProperties().Aggregate(new Dictionary<string, object>(), (all, p) => { all[p.Name] = [|p.GetValue(o)|]; return all; });")]
    [InlineData("o.GetType().GetProperties().ToList().ForEach(p => map.Add(p.Name, [|p.GetValue(o)|]));")]
    [InlineData("Array.ForEach(o.GetType().GetProperties(), p => map.Add(p.Name, [|p.GetValue(o)|]));")]
    [InlineData("IDictionary<string, object> bag = new ExpandoObject(); foreach (var p in o.GetType().GetProperties()) bag[p.Name] = [|p.GetValue(o)|];")]
    [InlineData("var bag = new ExpandoObject() as IDictionary<string, object>; foreach (var p in o.GetType().GetProperties()) bag.Add(p.Name, [|p.GetValue(o)|]);")]
    [InlineData("var bag = new ExpandoObject(); foreach (var p in o.GetType().GetProperties()) ((IDictionary<string, object>)bag)[p.Name] = [|p.GetValue(o)|];")]
    [InlineData("var table = new Hashtable(); foreach (var p in o.GetType().GetProperties()) table[p.Name] = [|p.GetValue(o)|];")]
    [InlineData("var query = new NameValueCollection(); foreach (var p in o.GetType().GetProperties()) query.Add(p.Name, [|p.GetValue(o)|]?.ToString());")]
    [InlineData("var safe = new ConcurrentDictionary<string, object>(); foreach (var p in o.GetType().GetProperties()) safe.TryAdd(p.Name, [|p.GetValue(o)|]);")]
    [InlineData("var sorted = new SortedDictionary<string, object>(); foreach (var p in o.GetType().GetProperties()) sorted[p.Name] = [|p.GetValue(o)|];")]
    [InlineData("var b = ImmutableDictionary.CreateBuilder<string, object>(); foreach (var p in o.GetType().GetProperties()) b.Add(p.Name, [|p.GetValue(o)|]);")]
    [InlineData("var bag = new Bag(); foreach (var p in o.GetType().GetProperties()) bag[p.Name] = [|p.GetValue(o)|];")]
    [InlineData("dynamic any = o; foreach (PropertyInfo p in o.GetType().GetProperties()) map[p.Name] = [|p.GetValue(any)|];")]
    [InlineData("dynamic any = o; foreach (PropertyInfo p in o.GetType().GetProperties()) map.Add(p.Name, [|p.GetValue(any)|]);")]
    [InlineData("dynamic any = o; foreach (var p in any.GetType().GetProperties()) map[p.Name] = [|p.GetValue(any)|];")]
    [InlineData("var e = o.GetType().GetProperties().AsEnumerable().GetEnumerator(); while (e.MoveNext()) map[e.Current.Name] = [|e.Current.GetValue(o)|];")]
    [InlineData("foreach (var m in o.GetType().GetMembers().OfType<PropertyInfo>()) map[m.Name] = [|m.GetValue(o)|];")]
    [InlineData("foreach (var p in Chain(o.GetType()).SelectMany(t => t.GetProperties())) map[p.Name] = [|p.GetValue(o)|];")]
    [InlineData("foreach (var p in Readable(o.GetType())) map[p.Name] = [|p.GetValue(o)|];")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) Put(map, p.Name, [|p.GetValue(o)|]);")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map.PutAny(Camel(p.Name), [|p.GetValue(o)|]);")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = [|Read(p, o)|];")]
    [InlineData("foreach (var m in o.GetType().GetMembers()) map[m.Name] = [|ReadAny(m, o)|];")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) Local(p); void Local(PropertyInfo p) => map[p.Name] = [|p.GetValue(o)|];")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) { try { map[p.Name] = [|p.GetValue(o)|]; } catch (TargetInvocationException) { map[p.Name] = null; } }")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) { if (p.PropertyType == typeof(string)) map[p.Name] = [|p.GetValue(o)|]; else map[p.Name] = p.GetValue(o).ToString(); }")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = [|p.GetValue(o)|]; foreach (var f in o.GetType().GetFields()) map[f.Name] = f.GetValue(o);")]
    [InlineData("map = o.GetType().GetProperties().ToLookup(p => p.Name, p => [|p.GetValue(o)|]).ToDictionary(g => g.Key, g => g.First());")]
    [InlineData("foreach (var group in o.GetType().GetProperties().GroupBy(p => p.PropertyType)) map = group.ToDictionary(p => p.Name, p => [|p.GetValue(o)|]);")]
    [InlineData("var immutable = o.GetType().GetProperties().Aggregate(ImmutableDictionary<string, object>.Empty, (all, p) => all.SetItem(p.Name, [|p.GetValue(o)|]));")]
    [InlineData("var ps = o.GetType().GetProperties(); map = ps.Select(p => p.Name).Zip(ps.Select(p => [|p.GetValue(o)|]), (n, v) => new KeyValuePair<string, object>(n, v)).ToDictionary(p => p.Key, p => p.Value);")]
    [InlineData("var ps = o.GetType().GetProperties(); map = ps.Select(p => p.Name).Zip(ps.Select(p => [|p.GetValue(o)|])).ToDictionary(p => p.First, p => p.Second);")]
    [InlineData("var ps = o.GetType().GetProperties(); var names = ps.Select(p => p.Name).ToArray(); var values = ps.Select(p => [|p.GetValue(o)|]).ToList(); foreach (var (v, n) in values.Zip(names)) map[n] = v;")]
    [InlineData("foreach (var (n, v) in o.GetType().GetProperties().Select(p => p.Name).Zip(o.GetType().GetProperties().Select(p => [|p.GetValue(o)|]))) map[n] = v;")]
    [InlineData("foreach (var (name, v) in from p in o.GetType().GetProperties() let getter = p.GetGetMethod(false) where getter != null select (p.Name, [|getter.Invoke(o, null)|])) map[name] = v;")]
    [InlineData("Visit(o, (name, value) => map[name] = value); void Visit(object of, Action<string, object> visit) { foreach (var p in of.GetType().GetProperties()) visit(p.Name, [|p.GetValue(of)|]); }")]
    [InlineData("Visit(o, map.Add); void Visit(object of, Action<string, object> visit) { foreach (var p in of.GetType().GetProperties()) visit?.Invoke(p.Name, [|p.GetValue(of)|]); }")]
    [InlineData("Visit(o, Store); void Store(string n, object v) => map[n] = v; void Visit(object of, Action<string, object> visit) { foreach (var p in of.GetType().GetProperties()) visit(p.Name, [|p.GetValue(of)|]); }")]
    [InlineData("Action<string, object> put = (name, value) => map[name] = value; foreach (var p in o.GetType().GetProperties()) put(p.Name, [|p.GetValue(o)|]);")]
    [InlineData("map = Collect(Pairs()); IEnumerable<(string Name, object Value)> Pairs() { foreach (var p in o.GetType().GetProperties()) yield return (p.Name, [|p.GetValue(o)|]); } static Dictionary<string, object> Collect(IEnumerable<(string Name, object Value)> pairs) { var d = new Dictionary<string, object>(); foreach (var (n, v) in pairs) d[n] = v; return d; }")]
    [InlineData("foreach (var e in (o is string ? Array.Empty<Entry>() : o.GetType().GetProperties().Select(p => new Entry(p.Name, [|p.GetValue(o)|])))) map[e.Key] = e.Value;")]
    [InlineData("foreach (var e in o switch { string => new List<Entry>(), _ => o.GetType().GetProperties().Select(p => new Entry(p.Name, [|p.GetValue(o)|])) }) map[e.Key] = e.Value;")]
    [InlineData("var list = new List<Mutable>(); foreach (var p in o.GetType().GetProperties()) list.Add(new Mutable { Name = p.Name, Value = [|p.GetValue(o)|] }); list.ForEach(m => map[m.Name] = m.Value);")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) Take(new Entry(p.Name, [|p.GetValue(o)|])); void Take(Entry e) => map[e.Key] = e.Value;")]
    [InlineData("var tags = new Tags(o.GetType().GetProperties().Select(p => new Entry(p.Name, [|p.GetValue(o)|])));")]
    [InlineData("var tags = new Tags(null); tags.AddRange([new Entry(\"name\", 1), .. o.GetType().GetProperties().Select(p => new Entry(p.Name, [|p.GetValue(o)|]))]);")]
    [InlineData("map = o.GetType().GetProperties().ToDictionary(NameOf, ValueOf); string NameOf(PropertyInfo p) => p.Name; object ValueOf(PropertyInfo p) => [|p.GetValue(o)|];")]
    [InlineData("map = o.GetType().GetProperties().ToDictionary(p => p.Name, ValueOf); object ValueOf(PropertyInfo p) { var v = [|p.GetValue(o)|]; return v; }")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = [|ValueOf(p)|]; object ValueOf(PropertyInfo p) => p.GetValue(o);")]
    [InlineData("object of = o ?? map; foreach (var p in of.GetType().GetProperties()) map[p.Name] = [|ValueOf(p)|]; object ValueOf(PropertyInfo p) => p.GetValue(of);")]
    [InlineData("var names = o.GetType().GetProperties().Select(p => p.Name).ToList(); for (var i = 0; i < names.Count; i++) map[names[i]] = [|o.GetType().GetProperty(names[i]).GetValue(o)|];")]
    [InlineData("string[] names = { \"A\", \"B\" }; for (var i = 0; i < names.Length; i++) { var p = o.GetType().GetProperty(names[i]); map.Add(names[i], p?[|.GetValue(o)|]); }")]
    [InlineData("var own = new OwnBag(); foreach (var p in o.GetType().GetProperties()) own[p.Name] = [|p.GetValue(o)|];")]
    [InlineData("foreach (var name in new[] { \"A\", \"B\" }) map[name] = [|Get(o, name)|]; static object Get(object of, string name) => of.GetType().GetProperty(name)?.GetValue(of);")]
    [InlineData("foreach (var c in Columns) map[c.Title] = [|Get(o, c.Title)|]; static object Get<T>(T of, string name) { var p = typeof(T).GetProperty(name); if (p == null) return null; return p.GetValue(of); }")]
    public Task Reports_EveryFormOfConversion(string statements) => Test(Method(statements));

    [Theory]
    [InlineData("foreach (var p in o.GetType().GetProperties()) Console.WriteLine(p.GetValue(o));")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = p.PropertyType;")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = p.GetValue(o)?.GetHashCode() ?? 0;")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = p.GetValue(o)?.GetType() ?? p.PropertyType;")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map.Add(p.Name, p.GetValue(o)?.ToString()?.Length ?? 0);")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map.Add(p.Name, (p.GetValue(o) as string)?.Length);")]
    [InlineData("map = o.GetType().GetProperties().ToDictionary(p => p.Name, p => (object)p.GetValue(o)?.Equals(map));")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) if (p.GetValue(o) != null) map[p.Name] = p;")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = Equals(p.GetValue(o), p.GetValue(map));")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = new[] { p.GetValue(o), p.GetValue(map) };")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = Tuple.Create(p.GetValue(o), p.GetValue(map));")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[\"last\"] = p.GetValue(o);")]
    [InlineData("map[\"Id\"] = o.GetType().GetProperty(\"Id\").GetValue(o);")]
    [InlineData("var p = o.GetType().GetProperty(\"Id\"); map[p.Name] = p.GetValue(o);")]
    [InlineData("var p = o.GetType().GetProperties().First(); map[p.Name] = p.GetValue(o);")]
    [InlineData("var p = o.GetType().GetProperties()[0]; map[p.Name] = p.GetValue(o);")]
    [InlineData("foreach (var f in typeof(C).GetFields(BindingFlags.Static)) map[f.Name] = f.GetValue(null);")]
    [InlineData("map = typeof(DayOfWeek).GetFields().ToDictionary(f => f.Name, f => f.GetValue(null));")]
    [InlineData("foreach (var f in typeof(C).GetFields()) map[f.Name] = f.GetRawConstantValue();")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = p.GetValue(o, new object[] { 1 });")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[(string)p.GetValue(o)] = p.Name;")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[(string)p.GetValue(o)] = p.GetValue(o);")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) p.SetValue(o, p.GetValue(map));")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) p.SetValue(o, map[p.Name]);")]
    [InlineData("var values = o.GetType().GetProperties().Select(p => p.GetValue(o)).ToList();")]
    [InlineData("var joined = string.Join(\"&\", o.GetType().GetProperties().Select(p => p.Name + \"=\" + p.GetValue(o)));")]
    [InlineData("var b = new StringBuilder(); foreach (var p in o.GetType().GetProperties()) b.Append(p.Name).Append(p.GetValue(o));")]
    [InlineData("var byMember = o.GetType().GetProperties().ToDictionary(p => p, p => p.GetValue(o));")]
    [InlineData("var byName = o.GetType().GetProperties().ToDictionary(p => p.Name);")]
    [InlineData("var types = o.GetType().GetProperties().ToDictionary(p => p.Name, p => p.PropertyType);")]
    [InlineData("foreach (var x in new[] { o }) map[x.ToString()] = key.GetValue(x);")]
    [InlineData("foreach (var m in o.GetType().GetMethods()) map[m.Name] = m.Invoke(o, null);")]
    [InlineData("foreach (var g in getters) map[g.Key] = g.Value(o);")]
    [InlineData("foreach (var f in getters.Select(g => g.Value)) map[f.Method.Name] = f(o);")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) { object value = 1; if (p.CanRead) value = 2; map[p.Name] = value; p.GetValue(o); }")]
    [InlineData("throw new Exception(string.Join(\",\", o.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o))));")]
    [InlineData("new Lazy<Dictionary<string, object>>(() => o.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o)));")]
    [InlineData("kept ??= o.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o));")]
    [InlineData("var json = new System.Text.Json.Nodes.JsonObject(); foreach (var p in o.GetType().GetProperties()) json[p.Name] = (System.Text.Json.Nodes.JsonNode)(string)p.GetValue(o);")]
    [InlineData("var ps = o.GetType().GetProperties(); var rows = ps.Select(p => p.PropertyType).Zip(ps.Select(p => p.GetValue(o)), (t, v) => (t, v)).ToList();")]
    [InlineData("var ps = o.GetType().GetProperties(); map = getters.Select(g => g.Key).Zip(ps.Select(p => p.GetValue(o)), (n, v) => (n, v)).ToDictionary(x => x.n, x => x.v);")]
    [InlineData("var ps = o.GetType().GetProperties(); var same = ps.Select(p => p.Name).Zip(ps.Select(p => p.GetValue(o)), (n, v) => v is null).ToList();")]
    [InlineData("var byKey = new[] { o }.ToLookup(x => key.GetValue(x), x => x);")]
    [InlineData("Visit(o, (name, value) => Console.WriteLine(name + value)); void Visit(object of, Action<string, object> visit) { foreach (var p in of.GetType().GetProperties()) visit(p.Name, p.GetValue(of)); }")]
    [InlineData("Visit(o, (name, value) => map[name] = name); void Visit(object of, Action<string, object> visit) { foreach (var p in of.GetType().GetProperties()) visit(p.Name, p.GetValue(of)); }")]
    [InlineData("Visit(o, (name, value) => map[\"last\"] = value); void Visit(object of, Action<string, object> visit) { foreach (var p in of.GetType().GetProperties()) visit(p.Name, p.GetValue(of)); }")]
    [InlineData("Visit(o, (type, value) => map[type.Name] = value); void Visit(object of, Action<Type, object> visit) { foreach (var p in of.GetType().GetProperties()) visit(p.PropertyType, p.GetValue(of)); }")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) { var e = new Entry(p.Name, p.GetValue(o)); Console.WriteLine(e.Key + e.Value); }")]
    [InlineData("foreach (var e in o.GetType().GetProperties().Select(p => new Entry(p.Name, p.GetValue(o)))) map[e.Key] = e.Key;")]
    [InlineData("Count(o.GetType().GetProperties().Select(p => new Entry(p.Name, p.GetValue(o)))); int Count(IEnumerable<Entry> all) => all.Count(e => e.Value != null);")]
    [InlineData("var other = o.GetType().GetProperties().ToDictionary(NameOf, KindOf); string NameOf(PropertyInfo p) => p.Name; bool KindOf(PropertyInfo p) => p.GetValue(o) != null;")]
    [InlineData("var byValue = o.GetType().GetProperties().ToDictionary(ValueOf, NameOf); string NameOf(PropertyInfo p) => p.Name; object ValueOf(PropertyInfo p) => p.GetValue(o);")]
    [InlineData("string[] names = { \"A\", \"B\" }; map[names[1]] = o.GetType().GetProperty(names[1]).GetValue(o);")]
    [InlineData("var log = new OwnLog(); foreach (var p in o.GetType().GetProperties()) log[p.Name] = p.GetValue(o);")]
    [InlineData("foreach (var x in new[] { o }) map[x.ToString()] = Get(x, \"Title\"); static object Get(object of, string name) => of.GetType().GetProperty(name)?.GetValue(of);")]
    [InlineData("foreach (var name in new[] { \"A\", \"B\" }) map[name] = Get(o, name); static object Get(object of, string name) => of.ToString() + name;")]
    [InlineData("foreach (var p in o.GetType().GetProperties()) map[p.Name] = Odd(p); object Odd(PropertyInfo p) { PropertyInfo a = null, b = null; a = b; b = a; return a.GetValue(o); }")]
    [InlineData("foreach (var name in new[] { \"A\", \"B\" }) Console.WriteLine(Get(o, name)); static object Get(object of, string name) => of.GetType().GetProperty(name)?.GetValue(of);")]
    public Task DoesNotReport_OtherUsesOfReflection(string statements) => Test(Method(statements));

    [Fact]
    public Task DoesNotReport_Tests() => new CSharpAnalyzerTest<DICT301ReflectionConversionAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { Method("foreach (var p in o.GetType().GetProperties()) map[p.Name] = p.GetValue(o);") },
            AdditionalReferences = { Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location) },
        },
    }.RunAsync();

    /// <summary>Where the list of members is kept, only the reading costs: information.</summary>
    [Theory]
    [InlineData("foreach (var p in Kept) map[p.Name] = {|#0:p.GetValue(o)|};", DiagnosticSeverity.Info)]
    [InlineData("foreach (var p in Property) map[p.Name] = {|#0:p.GetValue(o)|};", DiagnosticSeverity.Info)]
    [InlineData("foreach (var p in cache.GetOrAdd(o.GetType(), t => t.GetProperties())) map[p.Name] = {|#0:p.GetValue(o)|};", DiagnosticSeverity.Info)]
    [InlineData("if (!cache.TryGetValue(o.GetType(), out var ps)) cache[o.GetType()] = ps = o.GetType().GetProperties(); foreach (var p in ps) map[p.Name] = {|#0:p.GetValue(o)|};", DiagnosticSeverity.Info)]
    [InlineData("foreach (var p in Cached(o.GetType())) map[p.Name] = {|#0:p.GetValue(o)|};", DiagnosticSeverity.Info)]
    [InlineData("foreach (var p in Of<string>.Properties) map[p.Name] = {|#0:p.GetValue(o)|};", DiagnosticSeverity.Info)]
    [InlineData("foreach (var p in lazy.Value) map[p.Name] = {|#0:p.GetValue(o)|};", DiagnosticSeverity.Info)]
    [InlineData("map = Kept.Where(p => p.CanRead).ToDictionary(p => p.Name, p => {|#0:p.GetValue(o)|});", DiagnosticSeverity.Info)]
    [InlineData("foreach (var pair in ByName) map[pair.Key] = {|#0:pair.Value.GetValue(o)|};", DiagnosticSeverity.Info)]
    [InlineData("foreach (var (name, p) in ByName) map[name] = {|#0:p.GetValue(o)|};", DiagnosticSeverity.Info)]
    [InlineData("foreach (var c in Columns) map[c.Title] = {|#0:c.Property.GetValue(o)|};", DiagnosticSeverity.Info)]
    [InlineData("foreach (var p in Made) map[p.Name] = {|#0:p.GetValue(o)|};", DiagnosticSeverity.Warning)]
    [InlineData("foreach (var p in Readable(o.GetType())) map[p.Name] = {|#0:p.GetValue(o)|};", DiagnosticSeverity.Warning)]
    public Task Reports_AKeptListAsInformation(string statements, DiagnosticSeverity severity)
    {
        var test = Test2(Method(statements));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT301", severity).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("static class X { public static Dictionary<string, object> ToDictionary<T>(this T source) => typeof(T).GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(source)|]); }")]
    [InlineData("static class X { public static IDictionary<string, object> AsDictionary(this object source, BindingFlags flags = BindingFlags.Public) => source.GetType().GetProperties(flags).ToDictionary(p => p.Name, p => [|p.GetValue(source, null)|]); }")]
    [InlineData("interface ISink { void Put(string name, object value); } class Sink : ISink { readonly Dictionary<string, object> all = new(); public void Put(string name, object value) => all[name] = value; } class X { void M(object o, ISink sink) { foreach (var p in o.GetType().GetProperties()) sink.Put(p.Name, [|p.GetValue(o)|]); } }")]
    [InlineData("abstract class X { object Read(FieldInfo f) => f.GetValue(this); public IEnumerable<KeyValuePair<string, object>> All() { foreach (var f in GetType().GetFields()) yield return new(f.Name, [|Read(f)|]); } }")]
    [InlineData("interface ILogger { IDisposable BeginScope(object state); } class X { IDisposable Open(ILogger log, object o) => log.BeginScope(StateOf(o)); static Dictionary<string, object> StateOf(object o) => o.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(o)|]); }")]
    [InlineData("abstract class X { public Dictionary<string, object> ToMap() { var map = new Dictionary<string, object>(); foreach (var p in GetType().GetProperties()) map[p.Name] = [|p.GetValue(this)|]; return map; } }")]
    [InlineData("class X { static IEnumerable<KeyValuePair<string, object>> Pairs(object o) { foreach (var p in o.GetType().GetProperties()) yield return new KeyValuePair<string, object>(p.Name, [|p.GetValue(o)|]); } public Dictionary<string, object> Collect(object o) => Pairs(o).ToDictionary(x => x.Key, x => x.Value); }")]
    [InlineData("class X { static IEnumerable<(string Name, object Value)> Pairs(object o) { foreach (var p in o.GetType().GetProperties()) yield return (p.Name, [|p.GetValue(o)|]); } public Dictionary<string, object> Collect(object o) => Pairs(o).ToDictionary(x => x.Name, x => x.Value); }")]
    [InlineData("class X { static IEnumerable<(string, object)> Pairs(object o) => o.GetType().GetProperties().Select(p => (p.Name, [|p.GetValue(o)|])); public Dictionary<string, object> Collect(object o) { var d = new Dictionary<string, object>(); foreach (var (k, v) in Pairs(o)) d[k] = v; return d; } }")]
    [InlineData("class X { static KeyValuePair<string, object> Pair(PropertyInfo p, object o) => new(p.Name, [|p.GetValue(o)|]); public List<KeyValuePair<string, object>> Collect(object o) => o.GetType().GetProperties().Select(p => Pair(p, o)).ToList(); }")]
    [InlineData("class X { void Flatten(string prefix, object o, IDictionary<string, object> into) { foreach (var p in o.GetType().GetProperties()) { var value = [|p.GetValue(o)|]; if (value is string) into[prefix + p.Name] = value; else Flatten(prefix + p.Name + \".\", value, into); } } }")]
    [InlineData("class X { Dictionary<string, object> Nested(object o) { var map = new Dictionary<string, object>(); foreach (var p in o.GetType().GetProperties()) map[p.Name] = Nested([|p.GetValue(o)|]); return map; } }")]
    [InlineData("class X { IDictionary<string, object> Get(object o) => Collect(o, o.GetType().GetProperties()); static IDictionary<string, object> Collect(object o, IEnumerable<PropertyInfo> list) { var map = new Dictionary<string, object>(); foreach (var p in list) map[p.Name] = [|p.GetValue(o)|]; return map; } }")]
    [InlineData("class X { async Task<Dictionary<string, object>> M(Func<Task<object>> get) { var o = await get(); var map = new Dictionary<string, object>(); foreach (var p in o.GetType().GetProperties()) { await Task.Yield(); map[p.Name] = [|p.GetValue(o)|]; } return map; } }")]
    [InlineData("class X(object o) { public Dictionary<string, object> Map => o.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(o)|]); }")]
    [InlineData("record X(int Id, string Name) { public Dictionary<string, object> Map => GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(this)|]); }")]
    [InlineData("class X { public object this[object o] { get { var map = new Dictionary<string, object>(); foreach (var p in o.GetType().GetProperties()) map[p.Name] = [|p.GetValue(o)|]; return map; } } }")]
    [InlineData("partial class X { Dictionary<string, object> map = new(); void M(object o) { foreach (var p in o.GetType().GetProperties()) Put(p.Name, [|p.GetValue(o)|]); } } partial class X { void Put(string name, object value) => map[name] = value; }")]
    [InlineData("class X { public static readonly Func<object, Dictionary<string, object>> Convert = o => o.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(o)|]); }")]
    [InlineData("class Serializer { public Dictionary<string, object> Serialize(object o) => o.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(o)|]); }")]
    [InlineData("class X { static readonly ConcurrentDictionary<Type, Func<object, Dictionary<string, object>>> Cache = new(); object Of(object o) => Cache.GetOrAdd(o.GetType(), t => other => t.GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(other)|]))(o); }")]
    [InlineData("class X { static readonly Dictionary<Type, object> Seen = new(); object Of(object o) { if (!Seen.ContainsKey(o.GetType())) { return o.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(o)|]); } return null; } }")]
    [InlineData("class X { static readonly Dictionary<string, object> Seen = new(); object Of(string name, object o) { if (!Seen.ContainsKey(name)) { Seen[name] = o.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(o)|]); } return Seen[name]; } }")]
    [InlineData("class X { object Of(object o) => o.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(o)|]?.ToString()?.Trim()); }")]
    public Task Reports_WhereverItStands(string type) => Test(Usings + type);

    [Theory]
    [InlineData("static class X { static readonly Dictionary<string, object> Defaults = typeof(Options).GetProperties().ToDictionary(p => p.Name, p => p.GetValue(new Options())); }")]
    [InlineData("static class X { static readonly FrozenDictionary<string, object> Defaults = typeof(Options).GetProperties().ToFrozenDictionary(p => p.Name, p => p.GetValue(new Options())); }")]
    [InlineData("static class X { static readonly Dictionary<string, object> Defaults = new(); static X() { foreach (var p in typeof(Options).GetProperties()) Defaults[p.Name] = p.GetValue(new Options()); } }")]
    [InlineData("static class X { static readonly Dictionary<string, object> Defaults = Build(new Options()); static Dictionary<string, object> Build(Options o) { var d = new Dictionary<string, object>(); foreach (var p in typeof(Options).GetProperties()) d[p.Name] = p.GetValue(o); return d; } }")]
    [InlineData("class X { Dictionary<string, object> map; public Dictionary<string, object> Map(Options o) => map ??= Build(o); static Dictionary<string, object> Build(Options o) => typeof(Options).GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o)); }")]
    [InlineData("class X : System.Text.Json.Serialization.JsonConverter<Options> { public override Options Read(ref System.Text.Json.Utf8JsonReader r, Type t, System.Text.Json.JsonSerializerOptions s) => null; public override void Write(System.Text.Json.Utf8JsonWriter w, Options o, System.Text.Json.JsonSerializerOptions s) { var d = o.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o)); System.Text.Json.JsonSerializer.Serialize(w, d, s); } }")]
    [InlineData("interface ISerializer { object Of(object o); } class X : ISerializer { public object Of(object o) => o.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o)); }")]
    [InlineData("class X { static readonly ConcurrentDictionary<Type, Func<object, Dictionary<string, object>>> Compiled = new(); Dictionary<string, object> Of(object o) => Compiled.GetOrAdd(o.GetType(), Compile)(o); static Func<object, Dictionary<string, object>> Compile(Type t) { var o = Expression.Parameter(typeof(object)); var reads = t.GetProperties().Select(p => (p.Name, Expression.Property(Expression.Convert(o, t), p))).ToList(); return Expression.Lambda<Func<object, Dictionary<string, object>>>(Expression.Constant(null, typeof(Dictionary<string, object>)), o).Compile(); } }")]
    [InlineData("class X { static readonly ConcurrentDictionary<Type, List<(string Name, Func<object, object> Get)>> Getters = new(); Dictionary<string, object> Of(object o) { var d = new Dictionary<string, object>(); foreach (var g in Getters[o.GetType()]) d[g.Name] = g.Get(o); return d; } }")]
    [InlineData("class X { static readonly Dictionary<string, Delegate> Getters = typeof(Options).GetProperties().ToDictionary(p => p.Name, p => p.GetMethod.CreateDelegate(typeof(Func<Options, object>))); }")]
    [InlineData("class X { Dictionary<string, object> Diff(object a, object b) { var d = new Dictionary<string, object>(); foreach (var p in a.GetType().GetProperties()) { var x = p.GetValue(a); var y = p.GetValue(b); if (!Equals(x, y)) d[p.Name] = (x, y); } return d; } }")]
    [InlineData("class X { object Single(object o, PropertyInfo p) { var d = new Dictionary<string, object>(); d[p.Name] = p.GetValue(o); return d; } }")]
    [InlineData("class X { IEnumerable<(string, object)> Pairs(object o) { foreach (var p in o.GetType().GetProperties()) yield return (p.Name, p.GetValue(o)); } }")]
    [InlineData("class X { [Obsolete(\"\")] void Columns(IEnumerable<object> rows) { var columns = new Dictionary<string, List<object>>(); foreach (var p in typeof(Options).GetProperties()) columns[p.Name] = rows.Select(r => p.GetValue(r)).ToList(); } }")]
    [InlineData("class X { static readonly Dictionary<Type, object> Defaults = new(); object Of(Type t) { if (!Defaults.TryGetValue(t, out var d)) { var o = Activator.CreateInstance(t); Defaults[t] = d = t.GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o)); } return d; } }")]
    [InlineData("class X { readonly Dictionary<Type, Dictionary<string, object>> defaults = new(); object Of(Options o) { if (!defaults.ContainsKey(typeof(Options))) { var d = new Dictionary<string, object>(); foreach (var p in typeof(Options).GetProperties()) d[p.Name] = p.GetValue(o); defaults.Add(typeof(Options), d); } return defaults[typeof(Options)]; } }")]
    [InlineData("class X { static readonly ConcurrentDictionary<Type, object> Defaults = new(); object Of(Type type) => Defaults.GetOrAdd(type, t => { var o = Activator.CreateInstance(t); return t.GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o)); }); }")]
    public Task DoesNotReport_WhatRunsOnceIsCompiledOrBelongsToASerializer(string type) => Test(Usings + type + " class Options { public int A { get; set; } }");

    [Fact]
    public Task DoesNotReport_WhatMainDoesOnce() => Program("""
        var o = new { A = 1 };
        var map = o.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(o));
        """);

    [Fact]
    public Task Reports_WhatMainDoesInALoop() => Program("""
        while (Console.ReadLine() is { } line)
        {
            object o = new { line };
            var map = o.GetType().GetProperties().ToDictionary(p => p.Name, p => [|p.GetValue(o)|]);
        }
        """);

    /// <summary>The route values of System.Web read their object through a type descriptor each time; those of ASP.NET Core do not.</summary>
    [Theory]
    [InlineData("[|new RouteValueDictionary(new { id = 3 })|]")]
    [InlineData("[|new RouteValueDictionary(new Order())|]")]
    [InlineData("new RouteValueDictionary(new Dictionary<string, object>())")]
    [InlineData("new RouteValueDictionary(null)")]
    [InlineData("new RouteValueDictionary()")]
    [InlineData("new RouteValueDictionary { [\"id\"] = 3 }")]
    [InlineData("new RouteValueDictionary(given)")]
    public Task Reports_RouteValuesOfSystemWeb(string creation) => new CSharpAnalyzerTest<DICT301ReflectionConversionAnalyzer, DefaultVerifier>
    {
        TestCode = $$"""
            using System.Collections.Generic;
            using System.Web.Routing;
            class C { static object M(object given) => {{creation}}; }
            class Order { public int Id { get; set; } }
            namespace System.Web.Routing
            {
                public class RouteValueDictionary : Dictionary<string, object>
                {
                    public RouteValueDictionary() { }
                    public RouteValueDictionary(object values) { }
                    public RouteValueDictionary(IDictionary<string, object> values) { }
                }
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("Contoso.Html.AttributesOf, Contoso.Values", "[|Html.AttributesOf(new { id = 3 })|]")]
    [InlineData("Contoso.Html.AttributesOf, Contoso.Values", "[|new Values(new { id = 3 })|]")]
    [InlineData("Contoso.Html.AttributesOf, Contoso.Values", "Html.Other(new { id = 3 })")]
    [InlineData("Contoso.Html.AttributesOf", "new Values(new { id = 3 })")]
    [InlineData("", "Html.AttributesOf(new { id = 3 })")]
    public Task Reports_WhatTheOptionLists(string listed, string expression) => new CSharpAnalyzerTest<DICT301ReflectionConversionAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            AnalyzerConfigFiles = { ("/.globalconfig", $"is_global = true\ndictionary_analyzers.reflecting_conversions = {listed}\n") },
            Sources =
            {
                $$"""
                using System.Collections.Generic;
                namespace Contoso;
                class C { static object M() => {{expression}}; }
                public static class Html { public static IDictionary<string, object> AttributesOf(object o) => null!; public static IDictionary<string, object> Other(object o) => null!; }
                public class Values { public Values(object o) { } }
                """,
            },
        },
    }.RunAsync();

    [Fact]
    public async Task Message_NamesTheReadAndTheObject()
    {
        var test = Test2(Method("foreach (var p in {|#1:o.GetType().GetProperties()|}) {|#2:map[p.Name] = {|#0:p.GetValue(o)|}|};"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT301", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(
            "'p.GetValue(o)' makes a dictionary of 'o' member by member on every call: the members are listed and each is read through reflection, several times the cost of code that names them"));
        await test.RunAsync();
    }

    private static string Method(string statements) => $$"""
        {{Usings}}
        class C
        {
            static readonly PropertyInfo[] Kept = typeof(C).GetProperties();
            static readonly Dictionary<string, PropertyInfo> ByName = new();
            static readonly List<Column> Columns = new();
            static readonly Lazy<PropertyInfo[]> lazy = new(() => typeof(C).GetProperties());
            static PropertyInfo[] Property { get; } = typeof(C).GetProperties();
            static PropertyInfo[] Made => typeof(C).GetProperties();
            readonly ConcurrentDictionary<Type, PropertyInfo[]> cache = new();
            readonly PropertyInfo key;
            readonly Dictionary<string, Func<object, object>> getters = new();
            Dictionary<string, object> kept;

            void M(object o, Dictionary<string, object> map, Dictionary<string, string> text)
            {
                {{statements}}
            }

            PropertyInfo[] Cached(Type type) => cache.GetOrAdd(type, t => t.GetProperties());
            static IEnumerable<PropertyInfo> Readable(Type type) => type.GetProperties().Where(p => p.CanRead);
            static IEnumerable<Type> Chain(Type type) { for (; type != null; type = type.BaseType) yield return type; }
            static void Put(IDictionary<string, object> target, string name, object value) { if (value != null) target[name] = value; }
            static object Read(PropertyInfo property, object source) => property.GetValue(source);
            static object ReadAny(MemberInfo member, object source) => member switch { PropertyInfo p => p.GetValue(source), FieldInfo f => f.GetValue(source), _ => null };
            static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
        }

        class Column { public string Title; public PropertyInfo Property; }
        class Bag : Dictionary<string, object> { }
        record struct Entry(string Key, object Value);
        class OwnBag { readonly Dictionary<string, object> all = new(); public object this[string name] { get => all[name]; set => all[name] = value; } }
        class OwnLog { public object this[string name] { set => Console.WriteLine(name + value); } }
        class Mutable { public string Name { get; set; } public object Value { get; set; } }
        class Tags
        {
            readonly Dictionary<string, object> tags = new();
            public Tags(IEnumerable<Entry> entries) => AddRange(entries);
            public void AddRange(IEnumerable<Entry> entries) { foreach (var e in entries) tags[e.Key] = e.Value; }
        }
        static class Of<T> { public static readonly PropertyInfo[] Properties = typeof(T).GetProperties(); }
        static class Extensions { public static void PutAny<K, V>(this IDictionary<K, V> target, K key, V value) => target[key] = value; }
        """;

    private static Task Test(string source) => Test2(source).RunAsync();

    private static CSharpAnalyzerTest<DICT301ReflectionConversionAnalyzer, DefaultVerifier> Test2(string source) => new() { TestCode = source };

    private static Task Program(string statements) => new CSharpAnalyzerTest<DICT301ReflectionConversionAnalyzer, DefaultVerifier>
    {
        TestState = { Sources = { Usings + statements }, OutputKind = OutputKind.ConsoleApplication },
    }.RunAsync();
}
