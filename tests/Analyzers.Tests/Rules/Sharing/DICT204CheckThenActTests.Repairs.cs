using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Sharing;
using DictionaryAnalyzers.Testing;
using DictionaryAnalyzers.Tests.Smoke;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Sharing;

// The repair: check and act become one call.
public partial class DICT204CheckThenActTests
{
    public static TheoryData<string, string> Repaired { get; } = new()
    {
        // What refuses, refuses the second one too.
        { "if (counts.ContainsKey(key)) throw new Exception(); [|counts.TryAdd(key, size)|]; Use(size);", "if (!counts.TryAdd(key, size)) throw new Exception(); Use(size);" },

        // GetOrAdd: the value is made and stored where the key is absent, and nothing else happens.
        { "if (!map.TryGetValue(key, out var s)) { s = new Session(); [|map[key]|] = s; } Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "if (!map.TryGetValue(key, out var s)) { s = new Session(key); [|map[key]|] = s; } Use(s);", "var s = map.GetOrAdd(key, static key => new Session(key)); Use(s);" },
        { "if (!map.TryGetValue(key, out var s)) { s = new Session(name); [|map[key]|] = s; } Use(s);", "var s = map.GetOrAdd(key, static (_, name) => new Session(name), name); Use(s);" },
        { "if (!map.TryGetValue(key, out var s)) { s = Make(key); [|map[key]|] = s; } Use(s);", "var s = map.GetOrAdd(key, static (key, self) => self.Make(key), this); Use(s);" },
        { "if (!map.TryGetValue(key, out var s)) { s = new Session(key + name + prefix); [|map[key]|] = s; } Use(s);", "var s = map.GetOrAdd(key, static (key, state) => new Session(key + state.name + state.self.prefix), (name, self: this)); Use(s);" },
        { "if (!map.TryGetValue(key, out var s)) { s = new Session(name) { Count = size }; [|map[key]|] = s; } Use(s);", "var s = map.GetOrAdd(key, static (_, state) => new Session(state.name) { Count = state.size }, (name, size)); Use(s);" },
        { "if (!map.TryGetValue(key, out var s)) [|map[key]|] = s = new Session(); Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "if (!map.TryGetValue(key, out var s)) s = [|map[key]|] = new Session(); Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "if (!map.TryGetValue(key, out Session? s)) { s = new Session(); [|map.TryAdd(key, s)|]; } Use(s);", "Session? s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "if (!map.TryGetValue(key, out var s)) { s = new Session(); _ = [|map.TryAdd(key, s)|]; } Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "Session? s; if (!map.TryGetValue(key, out s)) { s = new Session(); [|map[key]|] = s; } Use(s);", "Session? s; s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "if (!map.TryGetValue(key, out var s)) { var made = new Session(); [|map[key]|] = made; s = made; } Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "if (map.TryGetValue(key, out var s)) return s; s = Make(key); [|map[key]|] = s; return s;", "return map.GetOrAdd(key, static (key, self) => self.Make(key), this);" },
        { "if (map.TryGetValue(key, out var s)) { return s; } var made = new Session(key); [|map[key]|] = made; return made;", "return map.GetOrAdd(key, static key => new Session(key));" },
        { "if (map.TryGetValue(key, out var s)) return s; return [|map[key]|] = new Session(key);", "return map.GetOrAdd(key, static key => new Session(key));" },
        { "if (map.TryGetValue(key, out var s)) return s; else { s = new Session(key); [|map[key]|] = s; return s; }", "return map.GetOrAdd(key, static key => new Session(key));" },
        { "if (!map.ContainsKey(key)) [|map[key]|] = new Session(); return map[key];", "return map.GetOrAdd(key, static _ => new Session());" },
        { "if (!map.ContainsKey(key)) [|map[key]|] = new Session(); var s = map[key]; Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "if (!map.ContainsKey(key)) { [|map[key]|] = new Session(); } map[key].Touch();", "map.GetOrAdd(key, static _ => new Session()).Touch();" },
        { "if (!map.ContainsKey(key)) [|map[key]|] = new Session(); Use(map[key]);", "map.GetOrAdd(key, static _ => new Session()); Use(map[key]);" },
        { "var exists = map.ContainsKey(key); if (!exists) [|map[key]|] = new Session();", "map.GetOrAdd(key, static _ => new Session());" },
        { "var s = map.TryGetValue(key, out var found) ? found : [|map[key]|] = new Session(); Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "var s = !map.TryGetValue(key, out var found) ? ([|map[key]|] = new Session()) : found; Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "var s = map.TryGetValue(key, out var found) switch { true => found!, false => [|map[key]|] = new Session() }; Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "var s = map.GetValueOrDefault(key) ?? ([|map[key]|] = new Session()); Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "var s = map.GetValueOrDefault(key); s ??= [|map[key]|] = new Session(); Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "var s = map.GetValueOrDefault(key); if (s is null) { s = new Session(); [|map[key]|] = s; } Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "map.TryGetValue(key, out var s); if (s == null) [|map[key]|] = s = new Session(); Use(s);", "var s = map.GetOrAdd(key, static _ => new Session()); Use(s);" },
        { "foreach (var k in keys) if (!map.ContainsKey(k)) [|map[k]|] = new Session();", "foreach (var k in keys) map.GetOrAdd(k, static _ => new Session());" },
        { "Func<string, Session> get = k => { if (!map.TryGetValue(k, out var s)) { s = Make(k); [|map[k]|] = s; } return s; }; Use(get(key));", "Func<string, Session> get = k => { var s = map.GetOrAdd(k, static (k, self) => self.Make(k), this); return s; }; Use(get(key));" },
        { "Session Get(string k) => map.TryGetValue(k, out var s) ? s : [|map[k]|] = Make(k); Use(Get(key));", "Session Get(string k) => map.GetOrAdd(k, static (k, self) => self.Make(k), this); Use(Get(key));" },
        { "int Twice(int n) => n * 2; if (!counts.TryGetValue(key, out var n)) { n = Twice(size); [|counts[key]|] = n; } Use(n);", "int Twice(int n) => n * 2; var n = counts.GetOrAdd(key, _ => Twice(size)); Use(n);" },

        // GetOrAdd with a value that cannot be made in a delegate: the check stays.
        { "if (!map.TryGetValue(key, out var s)) { s = await LoadAsync(key); [|map[key]|] = s; } Use(s);", "if (!map.TryGetValue(key, out var s)) { s = await LoadAsync(key); s = map.GetOrAdd(key, s); } Use(s);" },
        { "if (!map.TryGetValue(key, out var s)) [|map[key]|] = s = await LoadAsync(key); Use(s);", "if (!map.TryGetValue(key, out var s)) s = map.GetOrAdd(key, await LoadAsync(key)); Use(s);" },
        { "if (map.TryGetValue(key, out var s)) return s; s = await LoadAsync(key); [|map[key]|] = s; return s;", "if (map.TryGetValue(key, out var s)) return s; s = await LoadAsync(key); s = map.GetOrAdd(key, s); return s;" },
        { "if (!map.TryGetValue(key, out var s)) { s = new Session(); s.Count = 4; [|map[key]|] = s; } Use(s);", "if (!map.TryGetValue(key, out var s)) { s = new Session(); s.Count = 4; s = map.GetOrAdd(key, s); } Use(s);" },
        { "if (map.TryGetValue(key, out var s)) { Use(s); } else { s = new Session(); [|map[key]|] = s; } Use(s);", "if (map.TryGetValue(key, out var s)) { Use(s); } else { s = new Session(); s = map.GetOrAdd(key, s); } Use(s);" },

        // TryAdd: what follows the store is done by the thread that stores.
        { "if (!counts.ContainsKey(key)) { [|counts[key]|] = 1; Use(key); }", "if (counts.TryAdd(key, 1)) { Use(key); }" },
        { "if (!counts.ContainsKey(key)) { [|counts[key]|] = 1; Use(key); } else { Use(size); }", "if (counts.TryAdd(key, 1)) { Use(key); } else { Use(size); }" },
        { "if (counts.ContainsKey(key)) Use(size); else { [|counts[key]|] = 1; Use(key); }", "if (!counts.TryAdd(key, 1)) Use(size); else { Use(key); }" },
        { "if (counts.ContainsKey(key)) return null; [|counts[key]|] = 1; Use(key);", "if (!counts.TryAdd(key, 1)) return null; Use(key);" },
        { "if (size > 3 || counts.ContainsKey(key)) return null; [|counts[key]|] = 1; Use(key);", "if (size > 3 || !counts.TryAdd(key, 1)) return null; Use(key);" },
        { "if (map.ContainsKey(key)) return null; [|map[key]|] = new Session(); Use(key);", "if (map.ContainsKey(key) || !map.TryAdd(key, new Session())) return null; Use(key);" },
        { "if (!map.ContainsKey(key)) { [|map[key]|] = new Session(); Use(key); }", "if (!map.ContainsKey(key) && map.TryAdd(key, new Session())) { Use(key); }" },
        { "if (size > 3 && !map.ContainsKey(key)) [|map[key]|] = new Session();", "if (size > 3) map.GetOrAdd(key, static _ => new Session());" },

        // Nothing was lost: the check goes.
        { "if (!counts.ContainsKey(key)) {|#0:counts.TryAdd(key, size)|};", "counts.TryAdd(key, size);" },
        { "if (!map.ContainsKey(key)) {|#0:map.TryAdd(key, new Session())|};", "map.GetOrAdd(key, static _ => new Session());" },
        { "if (!stays.TryGetValue(key, out var t)) { t = key.ToUpper(); {|#0:stays[key]|} = t; } Use(t);", "var t = stays.GetOrAdd(key, static key => key.ToUpper()); Use(t);" },
        { "if (!stays.ContainsKey(key)) {|#0:stays[key]|} = \"x\"; else Use(size);", "if (!stays.TryAdd(key, \"x\")) Use(size);" },
        { "foreach (var k in keys) { if (stays.ContainsKey(k)) continue; {|#0:stays[k]|} = k; }", "foreach (var k in keys) { stays.TryAdd(k, k); }" },

        // AddOrUpdate, of a key that has to be there.
        { "[|counts[key]|]++;", "counts.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), static (_, old) => old + 1);" },
        { "--[|counts[key]|];", "counts.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), static (_, old) => old - 1);" },
        { "Use(++[|counts[key]|]);", "Use(counts.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), static (_, old) => old + 1));" },
        { "[|counts[key]|] += 2;", "counts.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), static (_, old) => old + 2);" },
        { "[|counts[key]|] -= size - 1;", "counts.AddOrUpdate(key, static (_, _) => throw new KeyNotFoundException(), static (_, old, size) => old - (size - 1), size);" },
        { "[|counts[key]|] += await Task.FromResult(4);", "counts.AddOrUpdate(key, static (_, _) => throw new KeyNotFoundException(), static (_, old, change) => old + change, await Task.FromResult(4));" },
        { "[|bytes[key]|]++;", "bytes.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), static (_, old) => ++old);" },
        { "[|bytes[key]|] += 3;", "bytes.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), static (_, old) => old += 3);" },
        { "[|counts[key]|] = counts[key] * 2 + size;", "counts.AddOrUpdate(key, static (_, _) => throw new KeyNotFoundException(), static (_, old, size) => old * 2 + size, size);" },
        { "[|counts[key]|] = Math.Max(3, counts[key]);", "counts.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), static (_, old) => Math.Max(3, old));" },
        { "var n = counts[key]; [|counts[key]|] = n + 1;", "counts.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), static (_, n) => n + 1);" },
        { "for (var i = 0; i < 3; [|counts[key]|]++, i++) Use(i);", "for (var i = 0; i < 3; counts.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), static (_, old) => old + 1), i++) Use(i);" },
        { "void Bump() => [|counts[key]|]++; Bump();", "void Bump() => counts.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), static (_, old) => old + 1); Bump();" },
        { "checked { [|counts[key]|]++; }", "checked { counts.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), static (_, old) => old + 1); }" },

        // AddOrUpdate, of a key that may be absent.
        { "counts.TryGetValue(key, out var n); [|counts[key]|] = n + 1;", "counts.AddOrUpdate(key, 1, static (_, n) => n + 1);" },
        { "[|counts[key]|] = counts.TryGetValue(key, out var n) ? n + 1 : 1;", "counts.AddOrUpdate(key, 1, static (_, n) => n + 1);" },
        { "[|counts[key]|] = counts.TryGetValue(key, out var n) ? n + size : size;", "counts.AddOrUpdate(key, static (_, size) => size, static (_, n, size) => n + size, size);" },
        { "[|counts[key]|] = counts.ContainsKey(key) ? counts[key] + 1 : 1;", "counts.AddOrUpdate(key, 1, static (_, old) => old + 1);" },
        { "[|counts[key]|] = counts.GetValueOrDefault(key) + 1;", "counts.AddOrUpdate(key, 1, static (_, old) => old + 1);" },
        { "[|counts[key]|] = counts.GetValueOrDefault(key, 5) + size;", "counts.AddOrUpdate(key, static (_, size) => 5 + size, static (_, old, size) => old + size, size);" },
        { "if (counts.TryGetValue(key, out var n)) [|counts[key]|] = n + 1; else counts.TryAdd(key, 1);", "counts.AddOrUpdate(key, 1, static (_, n) => n + 1);" },
        { "if (!counts.TryAdd(key, 1)) [|counts[key]|]++;", "counts.AddOrUpdate(key, 1, static (_, old) => old + 1);" },
        { "if (counts.ContainsKey(key)) [|counts[key]|]++; else counts.TryAdd(key, 1);", "counts.AddOrUpdate(key, 1, static (_, old) => old + 1);" },
        { "var n = counts.GetOrAdd(key, 0); [|counts[key]|] = n + 1;", "counts.AddOrUpdate(key, 1, static (_, n) => n + 1);" },
        { "var l = lists.GetOrAdd(key, ImmutableList<int>.Empty); [|lists[key]|] = l.Add(1);", "lists.AddOrUpdate(key, static _ => ImmutableList<int>.Empty.Add(1), static (_, l) => l.Add(1));" },
        { "[|lists[key]|] = lists.TryGetValue(key, out var l) ? l.Add(size) : ImmutableList.Create(size);", "lists.AddOrUpdate(key, static (_, size) => ImmutableList.Create(size), static (_, l, size) => l.Add(size), size);" },

        // TryGetValue: what is asked for is read as well.
        { "if (map.ContainsKey(key)) Use([|map[key]|]);", "if (map.TryGetValue(key, out var session)) Use(session);" },
        { "if (map.ContainsKey(key)) { Use([|map[key]|]); Use(map[key].Count); }", "if (map.TryGetValue(key, out var session)) { Use(session); Use(session.Count); }" },
        { "if (map.ContainsKey(key)) { var s = [|map[key]|]; Use(s); }", "if (map.TryGetValue(key, out var s)) { Use(s); }" },
        { "if (!map.ContainsKey(key)) return null; Use([|map[key]|]);", "if (!map.TryGetValue(key, out var session)) return null; Use(session);" },
        { "if (!map.ContainsKey(key)) { Use(key); } else { Use([|map[key]|]); }", "if (!map.TryGetValue(key, out var session)) { Use(key); } else { Use(session); }" },
        { "Use(map.ContainsKey(key) ? [|map[key]|] : null);", "Use(map.TryGetValue(key, out var session) ? session : null);" },
        { "Use(map.ContainsKey(key) && [|map[key]|].Count > 3);", "Use(map.TryGetValue(key, out var session) && session.Count > 3);" },
        { "if (map.TryGetValue(key, out _)) Use([|map[key]|]);", "if (map.TryGetValue(key, out var session)) Use(session);" },
        { "var s = new Session(); if (!map.TryAdd(key, s)) s = [|map[key]|]; Use(s);", "var s = new Session(); s = map.GetOrAdd(key, s); Use(s);" },
        { "var s = new Session(); return map.TryAdd(key, s) ? s : [|map[key]|];", "var s = new Session(); return map.GetOrAdd(key, s);" },
        { "var s = new Session(); if (!map.TryAdd(key, s)) return [|map[key]|]; return s;", "var s = new Session(); return map.GetOrAdd(key, s);" },
        { "var s = new Session(); if (map.TryAdd(key, s)) return s; return [|map[key]|];", "var s = new Session(); return map.GetOrAdd(key, s);" },
    };

    [Theory]
    [MemberData(nameof(Repaired))]
    public Task Repairs(string before, string after) => VerifyRepair(before, after);

    // What is repaired gives no other rule a reason to report.
    [Theory]
    [MemberData(nameof(Repaired))]
    public async Task Repairs_BringNoOtherReport(string before, string after)
    {
        var reported = await Reported(before);
        var left = await Reported(after);
        Assert.DoesNotContain("DICT204", left);
        Assert.Empty(left.Except(reported));
    }

    [Theory]

    // Others are told of a value that may not be the one that is kept.
    [InlineData("if (!map.TryGetValue(key, out var s)) { s = new Session(); Use(s); [|map[key]|] = s; } Use(s);")]
    [InlineData("if (!map.TryGetValue(key, out var s)) { s = new Session(); [|map[key]|] = s; Use(s); } Use(s);")]
    [InlineData("if (!map.TryGetValue(key, out var s)) { s = new Session(); Started?.Invoke(s); [|map[key]|] = s; } Use(s);")]
    [InlineData("if (!map.TryGetValue(key, out var s)) { s = Announce(key); [|map[key]|] = s; } Use(s);")]
    [InlineData("if (!map.TryGetValue(key, out var s)) { s = Register(key); [|map[key]|] = s; } Use(s);")]

    // What is told of all entries is over when one follows from it.
    [InlineData("if (!counts.TryGetValue(key, out var n)) { n = counts.Count; [|counts[key]|] = n; } Use(n);")]
    [InlineData("if (!counts.TryGetValue(key, out var n)) { n = counts.Values.Max() + 1; [|counts.TryAdd(key, n)|]; } Use(n);")]

    // More is asked for than the key.
    [InlineData("if (!map.TryGetValue(key, out var s) || s.Count > 3) [|map[key]|] = new Session();")]
    [InlineData("if (!map.ContainsKey(key)) { if (size > 3) { [|map[key]|] = new Session(); } }")]

    // A value of null is not an absent key.
    [InlineData("maybe.TryGetValue(key, out var s); if (s == null) [|maybe[key]|] = s = new Session(); Use(s);")]
    [InlineData("var s = maybe.GetValueOrDefault(key) ?? ([|maybe[key]|] = new Session()); Use(s);")]
    [InlineData("[|map[key]|] ??= new Session();")]

    // The old value is looked at, or the computation must not run twice.
    [InlineData("Use([|counts[key]|]++);")]
    [InlineData("counts.TryGetValue(key, out var n); [|counts[key]|] = n + 1; Use(n);")]
    [InlineData("[|counts[key]|] = Math.Min(counts[key], Next());")]
    [InlineData("[|counts[key]|] = counts.TryGetValue(key, out var n) ? n + Next() : 1;")]
    [InlineData("foreach (var p in counts) [|counts[p.Key]|] = p.Value + 1;")]

    // The entry is changed in between.
    [InlineData("if (map.ContainsKey(key)) { Drop(key); Use([|map[key]|]); }")]
    [InlineData("if (map.ContainsKey(key)) { await Task.Yield(); Use([|map[key]|]); }")]

    // No atomic call does this.
    [InlineData("if (map.ContainsKey(key)) [|map[key]|] = new Session();")]
    [InlineData("if (!table.ContainsKey(key)) [|table.Add(key, 1)|];")]
    [InlineData("if (!handlers.ContainsKey(key)) [|handlers[key]|] = n => Use(n);")]
    [InlineData("if (!map.ContainsKey(key)) [|map[key]|] = await LoadAsync(key);")]
    [InlineData("if (!dynamics.TryGetValue(key, out var x)) { x = new Session(); [|dynamics[key]|] = x; } Use((object)x);")]

    [InlineData("if (!map.TryGetValue(key, out var s)) { s = await LoadAsync(key); [|map[key]|] = s; }")]
    [InlineData("if (!map.ContainsKey(key)) { try { Use(key); } finally { [|map[key]|] = new Session(); } }")]

    // Others see the variable.
    [InlineData("if (!map.TryGetValue(key, out last!)) [|map[key]|] = new Session();")]
    [InlineData("void Get(ref Session? s) { if (!map.TryGetValue(key, out s)) [|map[key]|] = new Session(); }")]

    // A directive would be lost.
    [InlineData("if (!map.TryGetValue(key, out var s)) {\n#if true\ns = new Session();\n#endif\n[|map[key]|] = s; } Use(s);")]
    public Task Repair_IsNotOffered(string statements) => VerifyRepair(statements, statements);

    [Fact]
    public Task Repair_CapturesWhereTheFrameworkHasNoStateArgument()
    {
        var test = new CSharpCodeFixTest<DICT204CheckThenActAnalyzer, DICT204CheckThenActCodeFix, DefaultVerifier>
        {
            TestCode = WithoutImmutable(Program("if (!map.TryGetValue(key, out var s)) { s = Make(name); [|map[key]|] = s; } Use(s); [|counts[key]|] += size;")),
            FixedCode = WithoutImmutable(Program("var s = map.GetOrAdd(key, _ => Make(name)); Use(s); counts.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), (_, old) => old + size);")),
            ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20,
        };
        return test.RunAsync();
    }

    [Fact]
    public Task Repair_SpeaksAnOldLanguage()
    {
        const string Source = """
            using System.Collections.Concurrent;

            class C
            {
                private readonly ConcurrentDictionary<string, object> map = new ConcurrentDictionary<string, object>();
                private readonly ConcurrentDictionary<string, int> counts = new ConcurrentDictionary<string, int>();

                object M(string key, int size)
                {
                    $$$
                    return null;
                }

                void Drop(string key) { map.TryRemove(key, out _); }
            }
            """;
        var test = new CSharpCodeFixTest<DICT204CheckThenActAnalyzer, DICT204CheckThenActCodeFix, DefaultVerifier>
        {
            TestCode = Source.Replace("$$$", "[|counts[key]|] += size; if (map.ContainsKey(key)) return [|map[key]|]; if (!map.TryGetValue(key, out var y)) { y = new[] { key, size.ToString() }; [|map[key]|] = y; } return y;", StringComparison.Ordinal),
            FixedCode = Source.Replace("Concurrent;\n", "Concurrent;\nusing System.Collections.Generic;\n", StringComparison.Ordinal).Replace("$$$", "counts.AddOrUpdate(key, _ => throw new KeyNotFoundException(), (_, old) => old + size); if (map.TryGetValue(key, out var value)) return value; var y = map.GetOrAdd(key, key2 => new[] { key2, size.ToString() }); return y;", StringComparison.Ordinal),
        };
        test.Extra.LanguageVersion = LanguageVersion.CSharp7_3;
        test.Extra.NullableContextOptions = NullableContextOptions.Disable;
        return test.RunAsync();
    }

    [Fact]
    public Task Repair_KeepsCommentsAndLayout() => VerifyRepair(
        """
        // Ask first.
                if (!map.TryGetValue(key, out var s))
                {
                    // Make it.
                    s = new Session(key) // the session
                    {
                        Count = size,
                    };
                    /* keep */
                    [|map[key]|] = s; // stored
                }

                Use(s);

                // Count it.
                if (!counts.ContainsKey(key))
                {
                    // It is new.
                    [|counts[key]|] = 1; // one

                    // Tell.
                    Use(key);
                }

                Use(s);

                // The text.
                if (!stays.TryGetValue(key, out var text))
                    return null;

                // Of the session.
                if (map.ContainsKey(key))
                {
                    // Read it.
                    var last = [|map[key]|]; // now

                    Use(last);
                }
        """,
        """
        // Ask first.
                // Make it.
                /* keep */
                // stored
                var s = map.GetOrAdd(key, static (key, size) => new Session(key) // the session
                {
                    Count = size,
                }, size);

                Use(s);

                // Count it.
                if (counts.TryAdd(key, 1))
                {
                    // It is new.
                    // one
                    // Tell.
                    Use(key);
                }

                Use(s);

                // The text.
                if (!stays.TryGetValue(key, out var text))
                    return null;

                // Of the session.
                if (map.TryGetValue(key, out var last))
                {
                    // Read it.
                    // now
                    Use(last);
                }
        """);

    [Fact]
    public Task Repair_OfTopLevelStatements() => new CSharpCodeFixTest<DICT204CheckThenActAnalyzer, DICT204CheckThenActCodeFix, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Concurrent;
            using System.Threading.Tasks;

            var key = "a";
            if (!Shared.Map.TryGetValue(key, out var list))
            {
                list = new object();
                [|Shared.Map[key]|] = list;
            }

            System.Console.WriteLine(list);
            if (!Shared.Map.ContainsKey("b"))
            {
                [|Shared.Map["b"]|] = new object();
            }

            System.Console.WriteLine(Shared.Map["b"]);

            static class Shared
            {
                public static readonly ConcurrentDictionary<string, object> Map = new();
            }
            """,
        FixedCode = """
            using System.Collections.Concurrent;
            using System.Threading.Tasks;

            var key = "a";
            var list = Shared.Map.GetOrAdd(key, static _ => new object());

            System.Console.WriteLine(list);
            Shared.Map.GetOrAdd("b", static _ => new object());

            System.Console.WriteLine(Shared.Map["b"]);

            static class Shared
            {
                public static readonly ConcurrentDictionary<string, object> Map = new();
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Repair_OfGenericsPartialsAndExpressionBodies() => new CSharpCodeFixTest<DICT204CheckThenActAnalyzer, DICT204CheckThenActCodeFix, DefaultVerifier>
    {
        TestCode = """
            using System;
            using System.Collections.Concurrent;
            using System.Collections.Generic;

            partial class Cache<TKey, TValue>(Func<TKey, TValue> make)
                where TKey : notnull
                where TValue : class, new()
            {
                private readonly ConcurrentDictionary<TKey, TValue> map = new();
                private static readonly ConcurrentDictionary<TKey, int> Counts = new();

                public TValue New(TKey key) => map.TryGetValue(key, out var value) ? value : [|map[key]|] = new TValue();

                public void Count(TKey key) => [|Counts[key]|]++;

                public int Last
                {
                    get
                    {
                        [|Counts[default!]|] += 1;
                        return 0;
                    }
                }

                public TValue Made(TKey key)
                {
                    if (!map.TryGetValue(key, out var value))
                    {
                        value = make(key);
                        [|map[key]|] = value;
                    }

                    return value;
                }
            }

            struct Counter
            {
                private readonly ConcurrentDictionary<string, string> names;
                private int last;

                public Counter(ConcurrentDictionary<string, string> names) { this.names = names; last = 0; }

                public string Name(string key)
                {
                    if (!names.TryGetValue(key, out var name))
                    {
                        name = key + last;
                        [|names[key]|] = name;
                    }

                    names.TryRemove("", out _);
                    return name;
                }

                public void Reset() => names["x"] = "";
            }
            """,
        FixedCode = """
            using System;
            using System.Collections.Concurrent;
            using System.Collections.Generic;

            partial class Cache<TKey, TValue>(Func<TKey, TValue> make)
                where TKey : notnull
                where TValue : class, new()
            {
                private readonly ConcurrentDictionary<TKey, TValue> map = new();
                private static readonly ConcurrentDictionary<TKey, int> Counts = new();

                public TValue New(TKey key) => map.GetOrAdd(key, static _ => new TValue());

                public void Count(TKey key) => Counts.AddOrUpdate(key, static _ => throw new KeyNotFoundException(), static (_, old) => old + 1);

                public int Last
                {
                    get
                    {
                        Counts.AddOrUpdate(default!, static _ => throw new KeyNotFoundException(), static (_, old) => old + 1);
                        return 0;
                    }
                }

                public TValue Made(TKey key)
                {
                    var value = map.GetOrAdd(key, static (key, make) => make(key), make);

                    return value;
                }
            }

            struct Counter
            {
                private readonly ConcurrentDictionary<string, string> names;
                private int last;

                public Counter(ConcurrentDictionary<string, string> names) { this.names = names; last = 0; }

                public string Name(string key)
                {
                    if (!names.TryGetValue(key, out var name))
                    {
                        name = key + last;
                        name = names.GetOrAdd(key, name);
                    }

                    names.TryRemove("", out _);
                    return name;
                }

                public void Reset() => names["x"] = "";
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Repair_IsOfTheNearestCheck() => VerifyRepair(
        "if (map.TryGetValue(key, out var s)) return s; await Task.Yield(); if (!map.TryGetValue(key, out s)) { s = await LoadAsync(key); [|map[key]|] = s; } Use(s);",
        "if (map.TryGetValue(key, out var s)) return s; await Task.Yield(); if (!map.TryGetValue(key, out s)) { s = await LoadAsync(key); s = map.GetOrAdd(key, s); } Use(s);");

    // What two threads make must not be thrown away undisposed: DICT206 would say so of the factory.
    [Fact]
    public Task Repair_OffersNoFactoryThatIsReported() => new CSharpCodeFixTest<DICT204CheckThenActAnalyzer, DICT204CheckThenActCodeFix, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Concurrent;
            using System.Threading;

            class C
            {
                private readonly ConcurrentDictionary<string, CancellationTokenSource> map = new();

                public CancellationToken M(string key)
                {
                    if (!map.TryGetValue(key, out var source))
                    {
                        source = new CancellationTokenSource(1000);
                        [|map[key]|] = source;
                    }

                    return source.Token;
                }
            }
            """,
        FixedCode = """
            using System.Collections.Concurrent;
            using System.Threading;

            class C
            {
                private readonly ConcurrentDictionary<string, CancellationTokenSource> map = new();

                public CancellationToken M(string key)
                {
                    if (!map.TryGetValue(key, out var source))
                    {
                        source = new CancellationTokenSource(1000);
                        source = map.GetOrAdd(key, source);
                    }

                    return source.Token;
                }
            }
            """,
    }.RunAsync();

    // Of two repairs of the same statements the second waits for the next round.
    [Fact]
    public Task Repair_OfNestedChecks()
    {
        var test = Repair(
            "if (!map.TryGetValue(key, out var s)) { s = map.TryGetValue(name, out var t) ? t : [|map[name]|] = new Session(); [|map[key]|] = s; } Use(s);",
            "if (!map.TryGetValue(key, out var s)) { s = map.GetOrAdd(name, static _ => new Session()); s = map.GetOrAdd(key, s); } Use(s);");
        test.NumberOfFixAllIterations = -2;
        test.NumberOfIncrementalIterations = -3;
        return test.RunAsync();
    }

    [Fact]
    public Task Repair_OfAnInitializedCounter()
    {
        var test = Repair(
            "if (!counts.ContainsKey(key)) [|counts[key]|] = 0; [|counts[key]|]++; if (!counts.ContainsKey(name)) { [|counts[name]|] = 0; } [|counts[name]|] += size;",
            "counts.AddOrUpdate(key, 1, static (_, old) => old + 1); counts.AddOrUpdate(name, static (_, size) => size, static (_, old, size) => old + size, size);");
        return test.RunAsync();
    }

    private static string WithoutImmutable(string code) =>
        Regex.Replace(code, @"^.*(Immutable|\[key, key\]).*\n", "", RegexOptions.Multiline);

    private static async Task<string[]> Reported(string statements)
    {
        var code = Regex.Replace(Program(statements), @"\[\||\|\]|\{\|#0:|\|\}", "");
        var reports = await AllAnalyzers.ReportAsync(AllAnalyzers.Compile(AllAnalyzers.Modern, AllAnalyzers.Parse(code)), CancellationToken.None);
        return [.. reports.Select(report => Regex.Match(report, @"(DICT|AD)\d+").Value)];
    }

    private static Task VerifyRepair(string before, string after) => Repair(before, after).RunAsync();

    private static CSharpCodeFixTest<DICT204CheckThenActAnalyzer, DICT204CheckThenActCodeFix, DefaultVerifier> Repair(string before, string after)
    {
        var test = new CSharpCodeFixTest<DICT204CheckThenActAnalyzer, DICT204CheckThenActCodeFix, DefaultVerifier> { TestCode = Program(before), FixedCode = Program(after) };
        // Fixes are tried one by one.
        if (before.Split("[|").Length is > 2 and var parts)
        {
            test.NumberOfIncrementalIterations = 1 - parts;
        }

        if (before.Contains("{|#0:", StringComparison.Ordinal))
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("DICT204", DiagnosticSeverity.Info).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        }

        return test;
    }

    private static string Program(string statements) => $$"""
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using System.Threading.Tasks;

        class Session { public int Count; public Session() { } public Session(string name) => Name = name; public string Name { get; } = ""; public void Touch() => Count++; }

        class C
        {
            private readonly ConcurrentDictionary<string, Session> map = new();
            private readonly ConcurrentDictionary<string, Session?> maybe = new();
            private readonly ConcurrentDictionary<string, int> counts = new();
            private readonly ConcurrentDictionary<string, byte> bytes = new();
            private readonly ConcurrentDictionary<string, string> stays = new();
            private readonly ConcurrentDictionary<string, dynamic> dynamics = new();
            private readonly ConcurrentDictionary<string, Action<int>> handlers = new();
            private readonly ConcurrentDictionary<string, ImmutableList<int>> lists = new();
            private readonly IDictionary<string, int> table = new ConcurrentDictionary<string, int>();
            private readonly List<string> all = new();
            private readonly string prefix = "p";
            private int calls;
            private Session last = new();

            public event Action<Session>? Started;

            async Task<Session?> M(string key, string name, int size, List<string> keys)
            {
                await Task.Yield();
                {{statements}}
                return null;
            }

            void Drop(string key) { map.TryRemove(key, out _); counts[key] = 7; }
            Session Make(string key) => new(prefix + key);
            Session Announce(string key) { var made = new Session(key); Started?.Invoke(made); return made; }
            Session Register(string key) { all.Add(key); return new Session(key); }
            async Task<Session> LoadAsync(string key) { await Task.Yield(); return new Session(key); }
            int Next() => ++calls;
            void Use(object? x) { }
        }
        """;
}
