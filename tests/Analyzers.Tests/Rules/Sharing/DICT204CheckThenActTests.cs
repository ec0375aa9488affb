using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

public partial class DICT204CheckThenActTests
{
    [Theory]

    // The key was absent: two threads write two values.
    [InlineData("if (!map.ContainsKey(key.GetType().Name)) [|map[key.GetType().Name]|] = new Session();")]
    [InlineData("if (!map.ContainsKey(key)) [|map[key]|] = new Session();")]
    [InlineData("if (map.ContainsKey(key) == false) [|map[key]|] = new Session();")]
    [InlineData("if (map.ContainsKey(key) is false) [|map[key]|] = new Session();")]
    [InlineData("if (map.ContainsKey(key) is not true) [|map[key]|] = new Session();")]
    [InlineData("if (map.ContainsKey(key)) return; [|map[key]|] = new Session();")]
    [InlineData("if (map.ContainsKey(key)) { Log(); } else { Log(); [|map[key]|] = new Session(); }")]
    [InlineData("if (map.ContainsKey(key)) throw new Exception(); [|map[key]|] = new Session();")]
    [InlineData("if (!map.TryGetValue(key, out var s)) { s = new Session(); [|map[key]|] = s; } s.Count = 1;")]
    [InlineData("if (!map.TryGetValue(key, out var s)) [|map[key]|] = s = new Session();")]
    [InlineData("if (!map.TryGetValue(key, out _)) [|map[key]|] = new Session();")]
    [InlineData("map.TryGetValue(key, out var s); if (s == null) [|map[key]|] = new Session();")]
    [InlineData("map.TryGetValue(key, out var s); if (s is null) [|map[key]|] = new Session();")]
    [InlineData("map.TryGetValue(key, out var s); if (s is not { }) [|map[key]|] = new Session();")]
    [InlineData("var s = map.GetValueOrDefault(key); if (s is null) [|map[key]|] = new Session();")]
    [InlineData("var s = map.GetValueOrDefault(key); s ??= [|map[key]|] = new Session();")]
    [InlineData("var s = map.GetValueOrDefault(key) ?? ([|map[key]|] = new Session());")]
    [InlineData("var s = map.TryGetValue(key, out var found) ? found : [|map[key]|] = new Session();")]
    [InlineData("var s = map.TryGetValue(key, out var found) switch { true => found, false => [|map[key]|] = new Session() };")]
    [InlineData("switch (map.ContainsKey(key)) { case false: [|map[key]|] = new Session(); break; }")]
    [InlineData("var exists = map.ContainsKey(key); if (!exists) [|map[key]|] = new Session();")]
    [InlineData("var missing = !map.ContainsKey(key); Log(); if (missing) [|map[key]|] = new Session();")]
    [InlineData("if (key.Length > 3 && !map.ContainsKey(key)) [|map[key]|] = new Session();")]
    [InlineData("if (!map.ContainsKey(key)) { if (key.Length > 3) { [|map[key]|] = new Session(); } }")]
    [InlineData("if (!map.ContainsKey(key)) { Log(); await Task.Yield(); [|map[key]|] = new Session(); }")]
    [InlineData("var k = key; if (!map.ContainsKey(k)) [|map[key]|] = new Session();")]
    [InlineData("if (!map.ContainsKey(\"a\")) [|map[\"a\"]|] = new Session();")]
    [InlineData("if (!map.ContainsKey(key + \"x\")) [|map[key + \"x\"]|] = new Session();")]
    [InlineData("if (!map.ContainsKey(Name)) [|map[Name]|] = new Session();")]
    [InlineData("if (!map.Keys.Contains(key)) [|map[key]|] = new Session();")]
    [InlineData("if (!Has(key)) [|map[key]|] = new Session();")]
    [InlineData("if (!TryFind(key, out var s)) { s = new Session(); [|map[key]|] = s; }")]
    [InlineData("if (!map.ContainsKey(key)) [|Store(key, new Session())|];")]
    [InlineData("if (!map.TryGetValue(key, out var s) || s.Count > 3) [|map[key]|] = new Session();")]
    [InlineData("var alias = map; if (!alias.ContainsKey(key)) [|map[key]|] = new Session();")]
    [InlineData("foreach (var k in keys) { if (!map.ContainsKey(k)) [|map[k]|] = new Session(); }")]
    [InlineData("[|map[key]|] ??= new Session();")]
    [InlineData("if (!map.ContainsKey(key)) lock (gate) { [|map[key]|] = new Session(); }")]

    [InlineData("if (!counts.TryGetValue(key, out var n) || n < 3) [|counts[key]|] = 3;")]

    // What was read is written back changed: the other thread's change is lost.
    [InlineData("[|counts[key]|]++;")]
    [InlineData("--[|counts[key]|];")]
    [InlineData("[|counts[key]|] += 2;")]
    [InlineData("[|counts[key]|] = counts[key] + 1;")]
    [InlineData("[|counts[key]|] = Math.Max(3, counts[key]);")]
    [InlineData("counts.TryGetValue(key, out var n); [|counts[key]|] = n + 1;")]
    [InlineData("[|counts[key]|] = counts.TryGetValue(key, out var n) ? n + 1 : 1;")]
    [InlineData("[|counts[key]|] = counts.GetValueOrDefault(key) + 1;")]
    [InlineData("if (counts.TryGetValue(key, out var n)) [|counts[key]|] = n + 1; else counts.TryAdd(key, 1);")]
    [InlineData("if (counts.ContainsKey(key)) [|counts[key]|]++; else counts.TryAdd(key, 1);")]
    [InlineData("if (!counts.TryAdd(key, 1)) [|counts[key]|]++;")]
    [InlineData("var n = counts[key]; var next = n * 2; Log(); [|counts[key]|] = next;")]
    [InlineData("var n = counts.GetOrAdd(key, 0); [|counts[key]|] = n + 1;")]
    [InlineData("var l = lists.GetOrAdd(key, ImmutableList<int>.Empty); [|lists[key]|] = l.Add(1);")]
    [InlineData("foreach (var p in counts) [|counts[p.Key]|] = p.Value + 1;")]
    [InlineData("foreach (var (k, v) in counts.ToArray()) [|counts[k]|] = v + 1;")]

    // Add and the indexer throw.
    [InlineData("if (!table.ContainsKey(key)) [|table.Add(key, 1)|];")]
    [InlineData("if (!table.TryGetValue(key, out var n)) { [|table.Add(key, 1)|]; }")]
    [InlineData("if (map.ContainsKey(key)) Use([|map[key]|]);")]
    [InlineData("if (!map.ContainsKey(key)) return; Use([|map[key]|]);")]
    [InlineData("if (map.ContainsKey(key) && [|map[key]|].Count > 3) Use(map[key]);")]
    [InlineData("if (!map.ContainsKey(key)) throw new System.ArgumentException(key); Use([|map[key]|]);")]
    [InlineData("var s = map.ContainsKey(key) ? [|map[key]|] : null;")]
    [InlineData("if (!map.TryAdd(key, new Session())) Use([|map[key]|]);")]

    // The failure goes unnoticed, and the loser goes on with his own.
    [InlineData("if (!map.TryGetValue(key, out var s)) { s = new Session(); [|map.TryAdd(key, s)|]; } Use(s);")]
    [InlineData("if (!map.TryGetValue(key, out var s)) { s = new Session(); _ = [|map.TryAdd(key, s)|]; } Use(s);")]

    // What was removed comes back.
    [InlineData("if (map.ContainsKey(key)) [|map[key]|] = new Session();")]

    // Through an extension that takes any dictionary.
    [InlineData("[|counts.PutOrReplace(key, 1)|];")]
    [InlineData("[|Extensions.PutOrReplace(table, key, 1)|];")]
    [InlineData("Use([|map.GetOrCreate(key, () => new Session())|]);")]
    [InlineData("if ([|table.TryAdd(key, 1)|]) Log();")]
    [InlineData("if (!map.ContainsKey(key)) [|Store()|]; void Store() { map[key] = new Session(); }")]
    [InlineData("var n = counts.AddOrUpdate(key, 1, (_, x) => x + 1); [|counts[key]|] = n % 10;")]

    // Nobody asks whether there is a value.
    [InlineData("if (map.ContainsKey(key)) { [|map.TryRemove(key, out var s)|]; s.Count = 1; }")]
    [InlineData("if (!map.ContainsKey(key)) return; [|map.TryGetValue(key, out var s)|]; Log(s.Count);")]

    // Taken out to be put in again.
    [InlineData("var s = new Session(); map.TryRemove(key, out _); [|map.TryAdd(key, s)|]; Use(s);")]

    // Both in helpers.
    [InlineData("var s = Find(key); if (s is null) { s = new Session(); [|map[key]|] = s; } Use(s);")]
    [InlineData("var s = Found(key) ?? [|Create(key)|];")]
    [InlineData("if (!HasName) [|map[Name]|] = new Session();")]
    [InlineData("if (!Has(key)) [|Store(key, new Session())|];")]
    [InlineData("if (TryFind(key, out var s)) return; [|Store(key, new Session())|];")]
    [InlineData("if (!registry.Knows(key)) [|registry.Put(key, new Session())|];")]

    [InlineData("if (registry.Knows(key)) Use([|registry[key]|]);")]
    [InlineData("if (!registry.Knows(key)) return; Use([|registry.Get(key)|]);")]

    // The check stands in the filter of a sequence.
    [InlineData("foreach (var k in keys.Where(k => !map.ContainsKey(k))) [|map[k]|] = new Session();")]
    [InlineData("foreach (var k in keys.Where(k => k.Length > 3 && !map.ContainsKey(k)).OrderBy(k => k).ToList()) { [|map[k]|] = new Session(); }")]
    [InlineData("foreach (var k in from k in keys where !map.ContainsKey(k) select k) [|map[k]|] = new Session();")]
    [InlineData("var missing = keys.Where(k => !map.ContainsKey(k)); foreach (var k in missing) [|map[k]|] = new Session();")]
    [InlineData("var found = keys.Where(k => map.ContainsKey(k)).Select(k => [|map[k]|]).ToList();")]
    [InlineData("var found = keys.Where(map.ContainsKey).Select(k => [|map[k]|]).ToList();")]
    [InlineData("keys.Where(k => !map.ContainsKey(k)).ToList().ForEach(k => [|map[k]|] = new Session());")]

    // The indexer tells by its exception.
    [InlineData("try { Use(map[key]); } catch (KeyNotFoundException) { [|map[key]|] = new Session(); }")]
    [InlineData("try { Use(map[key]); } catch (KeyNotFoundException) { var s = new Session(); [|map.TryAdd(key, s)|]; Use(s); }")]

    // Two keys of the same parts.
    [InlineData("if (!byKey.ContainsKey(new Key(key, 1))) [|byKey[new Key(key, 1)]|] = new Session();")]
    [InlineData("if (!byKey.ContainsKey(new RecordKey(key))) [|byKey[new RecordKey(key)]|] = new Session();")]
    [InlineData("if (!map.ContainsKey(KeyOf(key, 3))) [|map[KeyOf(key, 3)]|] = new Session();")]
    [InlineData("if (!map.ContainsKey(System.IO.Path.GetFullPath(key))) [|map[System.IO.Path.GetFullPath(key)]|] = new Session();")]

    // An entry that only says that something was done.
    [InlineData("if (!counts.ContainsKey(key)) { Work(); [|counts.TryAdd(key, 0)|]; }")]
    [InlineData("if (!counts.ContainsKey(key)) { [|counts.TryAdd(key, 0)|]; Work(); }")]
    [InlineData("if (!counts.ContainsKey(key)) { [|counts[key]|] = 1; worked?.Invoke(); }")]
    [InlineData("var name = key; var n = 1; while (counts.ContainsKey(name)) name = key + n++; [|counts.TryAdd(name, n)|];")]
    public Task Reports(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("if (!map.ContainsKey(key)) { try { Log(); } finally { [|map[key]|] = new Session(); } }")]
    [InlineData("if (!map.ContainsKey(key)) { try { Log(); } catch (Exception e) when (e is TimeoutException) { [|map[key]|] = new Session(); } }")]
    [InlineData("if (map.TryGetValue(key, out var s)) return; try { Log(); } catch { [|map[key]|] = new Session(); }")]
    [InlineData("try { if (map.ContainsKey(key)) return; Log(); } catch { [|map[key]|] = new Session(); }")]
    [InlineData("bool had = false; try { had = map.ContainsKey(key); } finally { if (!had) [|map[key]|] = new Session(); }")]
    [InlineData("if (!map.ContainsKey(key)) { try { try { Log(); } finally { Log(); } } catch { [|map[key]|] = new Session(); } }")]
    public Task Reports_InHandlers(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("try { if (map.ContainsKey(key)) return; Log(); } finally { map[key] = new Session(); }")]
    [InlineData("try { Log(); } finally { map[key] = new Session(); } if (map.ContainsKey(key)) Log();")]
    public Task DoesNotReport_WhatAHandlerDoesInAnyCase(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("var k = System.Environment.CurrentManagedThreadId; if (!own.TryGetValue(k, out var s)) own[k] = s = new Session();")]
    [InlineData("if (!own.ContainsKey(System.Threading.Thread.CurrentThread.ManagedThreadId)) own[System.Threading.Thread.CurrentThread.ManagedThreadId] = new Session();")]
    [InlineData("own[System.Environment.CurrentManagedThreadId] ??= new Session();")]
    [InlineData("var k = (System.Environment.CurrentManagedThreadId, key); if (!pairs.TryGetValue(k, out var s)) pairs[k] = s = new Session();")]
    [InlineData("var k = System.Environment.CurrentManagedThreadId % 4; if (!own.TryGetValue(k, out var s)) [|own[k]|] = s = new Session();")]
    public Task DoesNotReport_WhatOneThreadHasAlone(string statements) => Test(statements).RunAsync();

    [Theory]

    // A sequence that was asked for other keys, in another dictionary, or of which nothing is known any more.
    [InlineData("foreach (var k in keys.Where(k => !other.ContainsKey(k))) map[k] = new Session();")]
    [InlineData("foreach (var k in keys.Where(k => !map.ContainsKey(k + key))) map[k] = new Session();")]
    [InlineData("foreach (var k in keys.Where(k => !map.ContainsKey(k)).Select(k => k + key)) map[k] = new Session();")]
    [InlineData("foreach (var k in keys.Where(k => k.Length > 3 || !map.ContainsKey(k))) map[k] = new Session();")]
    [InlineData("foreach (var k in keys.Where(k => map.ContainsKey(k))) map.TryRemove(k, out _);")]
    [InlineData("foreach (var k in keys.Where(stays.ContainsKey)) Log(stays[k]);")]
    [InlineData("lock (gate) { foreach (var k in keys.Where(k => !map.ContainsKey(k))) map[k] = new Session(); }")]

    // Who looks whether there is a value, or has asked for it.
    [InlineData("if (map.ContainsKey(key)) { map.TryRemove(key, out var s); if (s != null) s.Count = 1; }")]
    [InlineData("if (map.ContainsKey(key)) { map.TryGetValue(key, out var s); Log(s?.Count); }")]
    [InlineData("if (map.ContainsKey(key)) { map.TryRemove(key, out var s); Use(s); }")]
    [InlineData("map.TryGetValue(key, out var s); Log(s.Count);")]
    [InlineData("if (other.ContainsKey(key)) { map.TryRemove(key, out var s); s.Count = 1; }")]
    [InlineData("map.TryRemove(key, out _); other.TryAdd(key, new Session());")]
    [InlineData("map.TryRemove(key, out _); map.TryAdd(key + 1, new Session());")]
    [InlineData("map.TryRemove(key, out _); if (!map.TryAdd(key, new Session())) Log();")]
    [InlineData("lock (gate) { map.TryRemove(key, out _); map.TryAdd(key, new Session()); }")]
    [InlineData("var s = Find(key); if (s is null) return; Use(s);")]
    [InlineData("if (!HasName) map[key] = new Session();")]

    // Another key or registry, and one that answers for a missing key.
    [InlineData("if (registry.Knows(key)) Use(registry[key + 1]);")]
    [InlineData("if (registry.Knows(key)) Use(new Registry()[key]);")]
    [InlineData("if (registry.Knows(key)) Use(registry.GetOrNull(key));")]
    [InlineData("lock (gate) { if (registry.Knows(key)) Use(registry[key]); }")]

    // A handler of something else.
    [InlineData("try { Use(map[key]); } catch (KeyNotFoundException) { Log(); } map[key] = new Session();")]
    [InlineData("try { Use(other[key]); } catch (KeyNotFoundException) { map[key] = new Session(); }")]
    [InlineData("try { Use(map[key]); } catch (KeyNotFoundException) { map.TryRemove(key, out _); }")]

    // Keys that are not the same when they are computed again.
    [InlineData("if (!map.ContainsKey(Random())) map[Random()] = new Session();")]
    [InlineData("if (!byKey.ContainsKey(new ObjectKey(key))) byKey[new ObjectKey(key)] = new Session();")]
    [InlineData("if (!byKey.ContainsKey(new Key(key, 1))) byKey[new Key(key, 2)] = new Session();")]

    // One call, or calls that know what they do.
    [InlineData("map[key] = new Session();")]
    [InlineData("map.TryAdd(key, new Session());")]
    [InlineData("var s = new Session(); map.TryAdd(key, s); Use(s);")]
    [InlineData("if (!map.TryGetValue(key, out var s)) s = map.GetOrAdd(key, new Session());")]
    [InlineData("if (map.TryGetValue(key, out var s)) { Use(s); } s = map.GetOrAdd(key, _ => new Session());")]
    [InlineData("if (!map.ContainsKey(key) && map.TryAdd(key, new Session())) Log();")]
    [InlineData("if (map.ContainsKey(key)) return; if (map.TryAdd(key, null)) { Log(); map[key] = new Session(); }")]
    [InlineData("if (map.ContainsKey(key)) return; if (!map.TryAdd(key, null)) return; map[key] = new Session();")]
    [InlineData("if (!map.ContainsKey(key)) { if (!map.TryAdd(key, new Session())) Log(); }")]
    [InlineData("var added = !map.ContainsKey(key) && map.TryAdd(key, new Session());")]
    [InlineData("counts.AddOrUpdate(key, 1, (_, n) => n + 1);")]
    [InlineData("if (!counts.TryGetValue(key, out var n)) counts.AddOrUpdate(key, 1, (_, x) => x + 1);")]
    [InlineData("if (counts.TryGetValue(key, out var n)) counts.TryUpdate(key, 4, 3);")]
    [InlineData("if (counts.TryGetValue(key, out var n) && !counts.TryUpdate(key, n + 1, n)) Log();")]
    [InlineData("if (!map.TryGetValue(key, out var s) && other.TryGetValue(key, out s)) { map.TryAdd(key, s); Use(s); }")]
    [InlineData("while (counts.TryGetValue(key, out var n) && !counts.TryUpdate(key, n + 1, n)) { }")]
    [InlineData("if (map.ContainsKey(key)) map.TryRemove(key, out _);")]
    [InlineData("if (map.TryRemove(key, out var s)) map[key + \"x\"] = s;")]

    // Another key, another dictionary, another time.
    [InlineData("if (!map.ContainsKey(key)) map[key + \"x\"] = new Session();")]
    [InlineData("if (!other.ContainsKey(key)) map[key] = new Session();")]
    [InlineData("if (!map.ContainsKey(key)) { key = Next(); map[key] = new Session(); }")]
    [InlineData("foreach (var k in keys) { map[k] = new Session(); if (map.ContainsKey(k)) continue; Log(); }")]
    [InlineData("if (!map.ContainsKey(key)) Log(); map[key] = new Session();")]
    [InlineData("var exists = map.ContainsKey(key); map[key] = new Session(); if (exists) Log();")]
    [InlineData("map.TryGetValue(key, out var old); map[key] = new Session(); Use(old);")]
    [InlineData("if (map.TryGetValue(key, out var old)) Use(old); map[key] = new Session();")]
    [InlineData("map[key] = new Session(); if (map.ContainsKey(key)) Log();")]
    [InlineData("var s = map[key]; s.Count++; map[key] = s;")]
    [InlineData("if (!map.TryGetValue(key, out var s)) return; if (s.Count > 3) return; await Task.Yield(); s.Count++; map[key] = s;")]
    [InlineData("if (map.TryGetValue(key, out Session s) && s.Count > 3) map[key] = s;")]
    [InlineData("if (map.TryGetValue(key, out var s) && s.Count > 3) Requeue(key);")]
    [InlineData("foreach (var p in map) map[p.Key] = new Session();")]
    [InlineData("foreach (var p in counts) other2[p.Key] = p.Value + 1;")]

    // A key that nobody else has.
    [InlineData("var id = System.Guid.NewGuid().ToString(); counts[id] = 0; counts[id]++;")]
    [InlineData("counts[System.Guid.NewGuid().ToString(\"N\")]++;")]
    [InlineData("var id = System.Threading.Interlocked.Increment(ref next).ToString(); if (!counts.ContainsKey(id)) counts[id] = 1; counts[id]++;")]

    // Nothing is ever removed: what was found stays.
    [InlineData("if (stays.ContainsKey(key)) Log(stays[key]);")]
    [InlineData("if (stays.ContainsKey(key)) stays[key] = \"a\";")]

    // Who comes too late is told the same.
    [InlineData("if (!map.ContainsKey(key)) throw new KeyNotFoundException(key); Use(map[key]);")]
    [InlineData("if (!map.ContainsKey(key)) { Log(); throw new KeyNotFoundException(); } Use(map[key]);")]
    [InlineData("if (map.ContainsKey(key)) { Use(map[key]); } else { throw new KeyNotFoundException(); }")]
    [InlineData("Use(map.ContainsKey(key) ? map[key] : throw new KeyNotFoundException());")]

    // Nobody comes in between.
    [InlineData("lock (gate) { if (!map.ContainsKey(key)) map[key] = new Session(); }")]
    [InlineData("lock (gate) counts[key]++;")]
    [InlineData("if (!map.ContainsKey(key)) StoreLocked(key, new Session());")]
    [InlineData("if (!map.ContainsKey(key)) lock (gate) { if (!map.ContainsKey(key)) map[key] = new Session(); }")]
    [InlineData("var local = new ConcurrentDictionary<string, int>(); foreach (var k in keys) { if (!local.ContainsKey(k)) local[k] = 0; local[k]++; }")]
    [InlineData("var local = new ConcurrentDictionary<string, int>(); local[key]++;")]

    // Not concurrent: other rules speak of these.
    [InlineData("if (!plain.ContainsKey(key)) plain[key] = 1; plain[key]++;")]
    [InlineData("plain.PutOrReplace(key, 1);")]
    [InlineData("unclear.PutOrReplace(key, 1);")]
    public Task IsSilent(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("if (!stays.TryGetValue(key, out var s)) { s = key.ToUpper(); {|#0:stays[key]|} = s; }")]
    [InlineData("if (stays.ContainsKey(key)) return; if (key.Length > 3) {|#0:stays[key]|} = \"long\"; else stays[key] = \"short\";")]
    [InlineData("if (stays.TryGetValue(key, out var s) && s == key) Log(); else {|#0:stays[key]|} = key;")]
    [InlineData("if (!stays.TryGetValue(key, out var s)) { s = key + \"x\"; {|#0:stays.TryAdd(key, s)|}; } Log(s);")]
    [InlineData("if (!map.ContainsKey(key)) {|#0:map.TryAdd(key, new Session())|};")]
    [InlineData("if (!stays.TryGetValue(key, out var s)) { if (key.Length > 3) s = key.ToUpper(); {|#0:stays[key]|} = s; } Log(s);")]
    [InlineData("if (!counts.ContainsKey(key)) {|#0:counts.TryAdd(key, 0)|};")]
    [InlineData("if (!counts.ContainsKey(key)) { Console.WriteLine(key); {|#0:counts.TryAdd(key, 0)|}; }")]
    [InlineData("map.TryRemove(key, out _); {|#0:map.TryAdd(key, new Session())|};")]
    [InlineData("if (counts.TryGetValue(key, out var n)) {|#0:counts.TryUpdate(key, n + 1, n)|};")]
    [InlineData("if (counts.TryGetValue(key, out var n)) {|#0:counts.TryUpdate(key, n + 1, n)|}; else counts.TryAdd(key, 1);")]
    public Task EqualValues_AreInformation(string statements)
    {
        var test = Test(statements);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT204", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("", DiagnosticSeverity.Info)]
    [InlineData("string Same(string key) { if (texts.TryGetValue(key, out var s)) return s; s = key.ToUpper(); {|#1:texts[key]|} = s; return s; }", DiagnosticSeverity.Info)]
    [InlineData("void Replace(string key, string text) => texts[key] = text;", DiagnosticSeverity.Warning)]
    [InlineData("void Replace(string key, string text) { if (texts.ContainsKey(key)) texts[key] = text; }", DiagnosticSeverity.Warning)]
    public Task WhetherValuesAreReplaced_DecidesTheLevel(string elsewhere, DiagnosticSeverity severity) => VerifyLevel(
        "ConcurrentDictionary<string, string> texts", "if (!texts.TryGetValue(key, out var s)) { s = key.ToUpper(); {|#0:texts[key]|} = s; } return s;", elsewhere, severity);

    [Theory]
    [InlineData("void Own(string key) => owned[key] = true;", DiagnosticSeverity.Info)]
    [InlineData("void Own(string key) => owned[key] = false;", DiagnosticSeverity.Warning)]
    public Task TheSameConstant_IsNoOtherValue(string elsewhere, DiagnosticSeverity severity) => VerifyLevel(
        "ConcurrentDictionary<string, bool> owned", "if (!owned.ContainsKey(key)) {|#0:owned[key]|} = true; return key;", elsewhere, severity);

    // A nonce that has been used is refused; of two that come at once it is not.
    [Theory]
    [InlineData("if (stays.ContainsKey(key)) throw new System.Exception(); {|#0:stays.TryAdd(key, key)|};")]
    [InlineData("if (stays.TryGetValue(key, out _)) { Log(); throw new System.Exception(); } {|#0:stays.TryAdd(key, key)|}; Log();")]
    [InlineData("if (!stays.ContainsKey(key)) { {|#0:stays.TryAdd(key, key)|}; } else { throw new System.Exception(); }")]
    [InlineData("if (key.Length > 3 || stays.ContainsKey(key)) throw new System.Exception(); {|#0:_ = stays.TryAdd(key, key)|};")]
    public Task Reports_ATestThatRefuses(string statements)
    {
        var test = Test(statements.Replace("{|#0:_ = stays.TryAdd(key, key)|}", "_ = {|#0:stays.TryAdd(key, key)|}"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT204", DiagnosticSeverity.Warning).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    // Two callers that intern the same key go on with two objects.
    [Fact]
    public Task Reports_AWeakReferenceOfEach() => VerifyLevel(
        "ConcurrentDictionary<string, System.WeakReference<string>> weak",
        "if (!weak.TryGetValue(key, out _)) { {|#0:weak[key]|} = new System.WeakReference<string>(key); } return key;",
        "",
        DiagnosticSeverity.Warning);

    private static Task VerifyLevel(string dictionary, string statements, string elsewhere, DiagnosticSeverity severity)
    {
        var test = new CSharpAnalyzerTest<DICT204CheckThenActAnalyzer, DefaultVerifier>
        {
            TestCode = $$"""
                using System.Collections.Concurrent;
                class C
                {
                    private readonly {{dictionary}} = new();
                    string M(string key) { {{statements}} }
                    {{elsewhere}}
                }
                """,
        };
        for (var place = 0; place <= (elsewhere.Contains("#1", System.StringComparison.Ordinal) ? 1 : 0); place++)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT204", severity).WithLocation(place).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        }

        return test.RunAsync();
    }

    private static CSharpAnalyzerTest<DICT204CheckThenActAnalyzer, DefaultVerifier> Test(string statements) => new()
    {
        TestCode = $$"""
            #nullable disable
            using System;
            using System.Collections.Concurrent;
            using System.Collections.Generic;
            using System.Collections.Immutable;
            using System.Linq;
            using System.Threading.Tasks;

            class Session { public int Count; }
            readonly record struct Key(string Name, int Part);
            record RecordKey(string Name);
            class ObjectKey(string name) { public string Name => name; }

            class Registry
            {
                private readonly ConcurrentDictionary<string, Session> sessions = new();
                public bool Knows(string key) => sessions.ContainsKey(key);
                public void Put(string key, Session session) => sessions[key] = session;
                public void Drop(string key) => sessions.TryRemove(key, out _);
                public Session Get(string key) => sessions[key];
                public Session GetOrNull(string key) => sessions.GetValueOrDefault(key);
                public Session this[string key] => sessions[key];
            }

            static class Extensions
            {
                public static void PutOrReplace<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, TValue value)
                {
                    if (!dictionary.ContainsKey(key))
                        dictionary.Add(key, value);
                    else
                        dictionary[key] = value;
                }

                public static TValue GetOrCreate<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, Func<TValue> create)
                {
                    if (dictionary.TryGetValue(key, out var value))
                        return value;
                    value = create();
                    dictionary[key] = value;
                    return value;
                }
            }

            class C
            {
                private static readonly ConcurrentDictionary<int, Session> own = new();
                private static readonly ConcurrentDictionary<(int, string), Session> pairs = new();
                private readonly ConcurrentDictionary<string, Session> map = new();
                private readonly ConcurrentDictionary<string, Session> other = new();
                private readonly ConcurrentDictionary<string, int> counts = new();
                private readonly ConcurrentDictionary<string, int> other2 = new();
                private readonly ConcurrentDictionary<string, string> stays = new();
                private readonly ConcurrentDictionary<string, ImmutableList<int>> lists = new();
                private readonly IDictionary<string, int> table = new ConcurrentDictionary<string, int>();
                private readonly ConcurrentDictionary<object, Session> byKey = new();
                private readonly Registry registry = new();
                private readonly Action worked;
                private readonly Dictionary<string, int> plain = new();
                private readonly object gate = new();
                private int next;
                private IDictionary<string, int> unclear;
                private const string Name = "n";

                async Task M(string key, List<string> keys)
                {
                    {{statements}}
                    await Task.Yield();
                }

                void Drop(string key) => map.TryRemove(key, out _);
                bool Has(string key) => map.ContainsKey(key);
                bool TryFind(string key, out Session session) => map.TryGetValue(key, out session);
                void StoreLocked(string key, Session session) { lock (gate) map[key] = session; }
                void Store(string key, Session session) => map[key] = session;
                void Requeue(string key) { if (!map.TryRemove(key, out var s)) return; if (s.Count > 5) map.TryAdd(key, s); }
                string Next() => "";
                static string KeyOf(string key, int part) => $"{key}:{part}";
                string Random() => Guid.NewGuid().ToString() + next++;
                void Work() { }
                bool HasName => map.ContainsKey(Name);
                Session Find(string key) => map.TryGetValue(key, out var found) ? found : null;
                Session Found(string key) => map.GetValueOrDefault(key);
                Session Create(string key) { var made = new Session(); map[key] = made; return made; }
                void Log(object x = null) { }
                void Use(Session s) { }
            }
            """,
    };
}
