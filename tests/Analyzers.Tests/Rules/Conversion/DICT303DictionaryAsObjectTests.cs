using System.Threading.Tasks;
using DictionaryAnalyzers.Rules.Conversion;
using DictionaryAnalyzers.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DictionaryAnalyzers.Tests.Rules.Conversion;

public class DICT303DictionaryAsObjectTests
{
    private const string Map = "Dictionary<string, object>";

    // Filled with two members.
    private const string Made = "[|new " + Map + "|] { [\"name\"] = \"n\", [\"age\"] = 3 }";

    private const string Innocent = "new " + Map + " { [\"name\"] = \"n\", [\"age\"] = 3 }";

    [Theory]

    // In one method.
    [InlineData("string M() { var d = " + Made + "; return (string)d[\"name\"]; }")]
    [InlineData("string M() { " + Map + " d = [|new|]() { { \"name\", \"n\" }, { \"age\", 3 } }; return (string)d[\"name\"]; }")]
    [InlineData("string M() { IDictionary<string, object> d = " + Made + "; return (string)d[\"name\"]; }")]
    [InlineData("string M() { var d = [|new " + Map + "|](2); d[\"name\"] = \"n\"; d.Add(\"age\", 3); return (string)d[\"name\"]; }")]
    [InlineData("string M() { " + Map + " d; d = " + Made + "; return (string)d[\"name\"]; }")]
    [InlineData("string M() { var d = " + Made + "; d[\"age\"] = (int)d[\"age\"] + 1; return d[\"age\"].ToString(); }")]
    [InlineData("object M() { var d = " + Made + "; d.Add(\"more\", 4); return d[\"age\"]; }")]
    [InlineData("object M() { var d = " + Made + "; return d.TryGetValue(\"age\", out var age) ? age : null; }")]
    [InlineData("object M() { var d = " + Made + "; return d.ContainsKey(\"age\") ? d.GetValueOrDefault(\"name\") : null; }")]
    [InlineData("const string Name = \"name\"; object M() { var d = [|new " + Map + "|] { [Name] = 1, [nameof(M)] = 2 }; return d[Name]; }")]
    [InlineData("object M() { var d = [|new " + Map + "|](StringComparer.OrdinalIgnoreCase) { [\"Name\"] = 1, [\"age\"] = 2 }; return d[\"NAME\"]; }")]
    [InlineData("int M() { var d = [|new Dictionary<string, dynamic>|] { [\"a\"] = 1, [\"b\"] = 2 }; return d[\"a\"] + d[\"b\"]; }")]
    [InlineData("object M(bool b) { var d = " + Made + "; if (b) { d[\"mail\"] = \"m\"; } return d.TryGetValue(\"mail\", out var mail) ? mail : d[\"name\"]; }")]
    [InlineData("object M() { var d = " + Made + "; var e = d; if (e != null && e is not null) { Func<object> f = () => e?[\"name\"]; return f(); } return null; }")]
    [InlineData("object M() { var d = " + Made + "; return Local(); object Local() => d[\"name\"]; }")]

    // Returned, and handed over, inside of the type.
    [InlineData("private " + Map + " Get() => " + Made + "; string M() => (string)Get()[\"name\"];")]
    [InlineData("private " + Map + " Get() { var d = " + Made + "; return d; } string M() { var e = Get(); return (string)e[\"name\"]; }")]
    [InlineData("private " + Map + " Get(bool b) { if (b) return null; return " + Made + "; } string M() { var e = Get(true); return e == null ? null : (string)e[\"name\"]; }")]
    [InlineData("private static string Name(" + Map + " d) => (string)d[\"name\"]; string M() => Name(" + Made + ");")]
    [InlineData("private static string Name(IReadOnlyDictionary<string, object> d) => (string)d[\"name\"]; string M() { var d = " + Made + "; return Name(d); }")]
    [InlineData("private async Task<" + Map + "> Get() { await Task.Yield(); return " + Made + "; } async Task<string> M() => (string)(await Get())[\"name\"];")]
    [InlineData("private async Task<" + Map + "> Get() { await Task.Yield(); return " + Made + "; } async Task<string> M() { var d = await Get().ConfigureAwait(false); return (string)d[\"name\"]; }")]
    [InlineData("internal " + Map + " Get() => " + Made + "; string M() => (string)Get()[\"name\"];")]
    [InlineData("private " + Map + " Get(bool b) => b ? " + Made + " : " + Innocent + "; string M() => (string)Get(true)[\"name\"];")]
    [InlineData("object M() { return Get()[\"name\"]; " + Map + " Get() => " + Made + "; }")]

    // Nested.
    [InlineData("object M() { var d = [|new " + Map + "|] { [\"name\"] = 1, [\"inner\"] = " + Innocent + " }; return ((" + Map + ")d[\"inner\"])[\"age\"]; }")]
    [InlineData("object M() { var inner = " + Innocent + "; var d = [|new " + Map + "|] { [\"name\"] = 1, [\"inner\"] = inner }; var again = (" + Map + ")d[\"inner\"]; return again[\"age\"]; }")]
    public Task Reports_OnlyConstants(string members) => VerifyAsync(members);

    [Theory]

    // Keys that are not constants.
    [InlineData("object M(string k) { var d = " + Innocent + "; return d[k]; }")]
    [InlineData("object M(string k) { var d = " + Innocent + "; d[k] = 1; return d[\"name\"]; }")]
    [InlineData("object M(string k) { var d = new " + Map + " { [\"name\"] = 1, [k] = 2 }; return d[\"name\"]; }")]

    // Keys that are never filled, one member only, nothing read.
    [InlineData("object M() { var d = " + Innocent + "; return d[\"other\"]; }")]
    [InlineData("object M() { var d = new " + Map + " { [\"name\"] = 1 }; return d[\"name\"]; }")]
    [InlineData("void M() { var d = " + Innocent + "; d[\"name\"] = 2; }")]
    [InlineData("bool M() { var d = " + Innocent + "; return d.ContainsKey(\"name\"); }")]
    [InlineData("object M(bool b) { var d = new " + Map + "(); if (b) { d[\"a\"] = 1; d[\"b\"] = 2; } return d[\"a\"]; }")]

    // Used as a dictionary.
    [InlineData("object M() { var d = " + Innocent + "; foreach (var p in d) { Console.WriteLine(p.Key); } return d[\"name\"]; }")]
    [InlineData("object M() { var d = " + Innocent + "; return d.Count > 1 ? d[\"name\"] : null; }")]
    [InlineData("object M() { var d = " + Innocent + "; d.Remove(\"name\"); return d[\"age\"]; }")]
    [InlineData("object M() { var d = " + Innocent + "; return d.Keys.First() + d[\"age\"]; }")]
    [InlineData("object M() { var d = " + Innocent + "; return d.Where(p => p.Key != \"a\").Count() + (int)d[\"age\"]; }")]
    [InlineData("object M() { var d = " + Innocent + "; d.TryAdd(\"age\", 4); return d[\"age\"]; }")]
    [InlineData("object M(bool b) { var d = " + Innocent + "; if (b) { d.Add(\"more\", 4); } return d[\"age\"]; }")]

    // Handed to others.
    [InlineData("object M() { var d = " + Innocent + "; System.Text.Json.JsonSerializer.Serialize(d); return d[\"name\"]; }")]
    [InlineData("public " + Map + " M() { var d = " + Innocent + "; d[\"sum\"] = d[\"age\"]; return d; }")]
    [InlineData("protected " + Map + " Get() => " + Innocent + "; string M() => (string)Get()[\"name\"];")]
    [InlineData(Map + " field; object M() { var d = " + Innocent + "; field = d; return d[\"name\"]; }")]
    [InlineData("readonly " + Map + " field = " + Innocent + "; object M() => field[\"name\"];")]
    [InlineData("object M(ICollection<" + Map + "> rows) { var d = " + Innocent + "; rows.Add(d); return d[\"name\"]; }")]
    [InlineData("object M() { var d = " + Innocent + "; object o = d; return d[\"name\"]; }")]
    [InlineData("object M() { var d = " + Innocent + "; var copy = new " + Map + "(d); return d[\"name\"]; }")]
    [InlineData("object M() { var d = " + Innocent + "; Change(ref d); return d[\"name\"]; } private void Change(ref " + Map + " d) { }")]
    [InlineData("object M() { var d = " + Innocent + "; if (d.Equals(null)) return null; return d[\"name\"]; }")]
    [InlineData("object M() { var d = " + Innocent + "; if (d == this.Other()) return null; return d[\"name\"]; } object Other() => null;")]
    [InlineData("private " + Map + " Get() => " + Innocent + "; Func<" + Map + "> F() => Get; string M() => (string)Get()[\"name\"];")]
    [InlineData("private IEnumerable<" + Map + "> Rows() { yield return " + Innocent + "; } object M() => Rows().First()[\"name\"];")]
    [InlineData("object M() { var rows = new[] { " + Innocent + " }; return rows[0][\"name\"]; }")]
    [InlineData("object M() { Func<" + Map + "> f = () => " + Innocent + "; return f()[\"name\"]; }")]
    [InlineData(Map + " P => " + Innocent + "; object M() => P[\"name\"];")]
    [InlineData("public virtual " + Map + " Get() => " + Innocent + "; object M() => Get()[\"name\"];")]
    [InlineData("void M(Action<string, object> log) { var d = " + Innocent + "; log(\"{Name}\", d); log(\"\", d[\"name\"]); }")]
    [InlineData("object M() { var d = " + Innocent + "; return $\"{d} {d[\"name\"]}\"; }")]

    // Not known what else it is.
    [InlineData("public object M(" + Map + " other, bool b) { var d = b ? other : " + Innocent + "; return d[\"name\"]; }")]
    [InlineData("object M(" + Map + " other) { var d = new " + Map + "(other) { [\"name\"] = 1, [\"age\"] = 2 }; return d[\"name\"]; }")]
    [InlineData("object M(IEqualityComparer<string> own) { var d = new " + Map + "(own) { [\"name\"] = 1, [\"age\"] = 2 }; return d[\"name\"]; }")]
    [InlineData("object M() { var d = new Dictionary<string, string> { [\"name\"] = \"n\", [\"city\"] = \"c\" }; return d[\"name\"]; }")]
    [InlineData("object M() { var d = new Dictionary<int, object> { [1] = \"n\", [2] = \"c\" }; return d[1]; }")]
    [InlineData("object M() { var d = new SortedDictionary<string, object> { [\"a\"] = \"n\", [\"b\"] = \"c\" }; return d[\"a\"]; }")]
    [InlineData("object M() { var d = new Own { [\"a\"] = \"n\", [\"b\"] = \"c\" }; return d[\"a\"]; } class Own : " + Map + " { }")]
    public Task DoesNotReport_OtherUses(string members) => VerifyAsync(members);

    [Fact]
    public Task Reports_TheMembers() => new CSharpAnalyzerTest<DICT303DictionaryAsObjectAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;

            class C
            {
                private static Dictionary<string, object?> Load() => {|#0:new Dictionary<string, object?>|}
                {
                    ["a"] = 1, ["b"] = 2, ["c"] = 3, ["d"] = 4, ["e"] = 5,
                };

                int M() => (int)Load()["a"]!;
            }
            """,
        ExpectedDiagnostics =
        {
            new DiagnosticResult("DICT303", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
                "The dictionary of 'Load' is filled and read by the constants \"a\", \"b\", \"c\", \"d\", .. only: each member is hashed and boxed, "
                + "a misspelt name or a wrong cast fails at run time, and a record would have the compiler check both"),
        },
    }.RunAsync();

    [Fact]
    public Task DoesNotReport_WhatFriendsMayCall() => new CSharpAnalyzerTest<DICT303DictionaryAsObjectAnalyzer, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;

            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Friend")]

            class C
            {
                internal static Dictionary<string, object?> Load() => new Dictionary<string, object?> { ["a"] = 1, ["b"] = 2 };

                int M() => (int)Load()["a"]!;
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Fixes_WithARecord() => VerifyFixAsync(
        """
        using System;
        using System.Collections.Generic;

        class C
        {
            string M(string name)
            {
                // who it is
                var person = new Dictionary<string, object?>
                {
                    ["name"] = name, // given
                    ["age"] = 3,

                    // may be missing
                    ["e-mail"] = Mail(),
                };
                person["age"] = (int)person["age"]! + 1;
                return $"{person["name"]} {person["age"]}" + ((string)person["name"]!).Length + (string?)person["e-mail"];
            }

            static string? Mail() => null;
        }
        """,
        """
        using System;
        using System.Collections.Generic;

        class C
        {
            string M(string name)
            {
                // who it is
                var person = new Person
                {
                    Name = name, // given
                    Age = 3,

                    // may be missing
                    EMail = Mail(),
                };
                person.Age = person.Age + 1;
                return $"{person.Name} {person.Age}" + person.Name.Length + person.EMail;
            }

            static string? Mail() => null;

            private sealed record Person
            {
                public required string Name { get; init; }
                public required int Age { get; set; }
                public required string? EMail { get; init; }
            }
        }
        """);

    [Fact]
    public Task Fixes_WhatIsConvertedToText_AsAnObject() => VerifyFixAsync(
        """
        using System;
        using System.Collections.Generic;

        class C
        {
            string M(string? name)
            {
                var order = new Dictionary<string, object?> { ["name"] = name, ["sku"] = "x", ["amounts"] = new List<int> { 1 }, ["id"] = 1 };
                return Convert.ToString(order["name"]) + Convert.ToString(order["sku"]) + Convert.ToString(order["id"]) + string.Join(",", order["amounts"]) + string.Concat(order["amounts"]);
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;

        class C
        {
            string M(string? name)
            {
                var order = new Order { Name = name, Sku = "x", Amounts = new List<int> { 1 }, Id = 1 };
                return Convert.ToString((object?)order.Name) + Convert.ToString(order.Sku) + Convert.ToString(order.Id) + string.Join(",", (object)order.Amounts) + string.Concat((object)order.Amounts);
            }

            private sealed record Order
            {
                public required string? Name { get; init; }
                public required string Sku { get; init; }
                public required List<int> Amounts { get; init; }
                public required int Id { get; init; }
            }
        }
        """);

    [Fact]
    public Task Fixes_StatementsAsOneExpression() => VerifyFixAsync(
        """
        using System.Collections.Generic;

        class C
        {
            private static Dictionary<string, object?> BuildSummary(int count)
            {
                var d = new Dictionary<string, object?>(2);
                // how many
                d["count"] = count; // all of them
                d.Add("label", count
                    .ToString());
                return d;
            }

            public static string Text()
            {
                Dictionary<string, object?> summary = BuildSummary(3);
                return summary["label"] + " " + (int)summary["count"]!;
            }
        }
        """,
        """
        using System.Collections.Generic;

        class C
        {
            private static Summary BuildSummary(int count)
            {
                var d = new Summary
                {
                    // how many
                    Count = count, // all of them
                    Label = count
                        .ToString(),
                };
                return d;
            }

            public static string Text()
            {
                Summary summary = BuildSummary(3);
                return summary.Label + " " + summary.Count;
            }

            private sealed record Summary
            {
                public required int Count { get; init; }
                public required string Label { get; init; }
            }
        }
        """);

    [Fact]
    public Task Fixes_NestedDictionaries() => VerifyFixAsync(
        """
        using System.Collections.Generic;

        class C
        {
            public static string M(string street)
            {
                var order = new Dictionary<string, object?>
                {
                    { "id", 7 },
                    { "address", new Dictionary<string, object?> { { "street", street }, { "zip", 123 } } },
                };
                var address = (Dictionary<string, object?>)order["address"]!;
                return (string)address["street"]! + ((IDictionary<string, object?>)order["address"]!)["zip"] + order["id"]!.ToString();
            }
        }
        """,
        """
        using System.Collections.Generic;

        class C
        {
            public static string M(string street)
            {
                var order = new Order
                {
                    Id = 7,
                    Address = new Address { Street = street, Zip = 123 },
                };
                var address = order.Address;
                return address.Street + order.Address.Zip + order.Id.ToString();
            }

            private sealed record Order
            {
                public required int Id { get; init; }
                public required Address Address { get; init; }
            }

            private sealed record Address
            {
                public required string Street { get; init; }
                public required int Zip { get; init; }
            }
        }
        """);

    [Fact]
    public Task Fixes_TestsForMembers() => VerifyFixAsync(
        """
        using System;
        using System.Collections.Generic;

        class C
        {
            public static void M(bool withMail)
            {
                var user = new Dictionary<string, object?> { ["name"] = "n", ["age"] = 3 };
                if (withMail)
                {
                    user["mail"] = "m";
                }

                if (user.TryGetValue("name", out var name) && name is string text)
                {
                    Console.WriteLine(text);
                }

                if (user.TryGetValue("mail", out var mail))
                {
                    Console.WriteLine(mail);
                }

                if (user.ContainsKey("mail") && user.ContainsKey("age") && !user.ContainsKey("mail"))
                {
                    Console.WriteLine(user.ContainsKey("age") ? user["age"] : null);
                }

                Console.WriteLine(user.GetValueOrDefault("age"));
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;

        class C
        {
            public static void M(bool withMail)
            {
                var user = new User { Name = "n", Age = 3 };
                if (withMail)
                {
                    user.Mail = "m";
                }

                if (user.Name is var name && name is string text)
                {
                    Console.WriteLine(text);
                }

                if (user.Mail is { } mail)
                {
                    Console.WriteLine(mail);
                }

                if (user.Mail is not null && user.Mail is null)
                {
                    Console.WriteLine((object)user.Age);
                }

                Console.WriteLine(user.Age);
            }

            private sealed record User
            {
                public required string Name { get; init; }
                public required int Age { get; init; }
                public string? Mail { get; set; }
            }
        }
        """);

    [Fact]
    public Task Fixes_WhereTheTypeWouldChooseSomethingElse() => VerifyFixAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        class C
        {
            private async Task<Dictionary<string, object>> LoadAsync()
            {
                await Task.Yield();
                return new() { ["text"] = "t", ["number"] = 1, ["mixed"] = 1L, ["none"] = new { A = 1 } };
            }

            public async Task<object> M(object other)
            {
                var d = await LoadAsync().ConfigureAwait(false);
                var number = d["number"];
                Over(d["number"]);
                One(d["number"]);
                var same = d["text"] == other;
                d["mixed"] = 2;
                var list = new List<object> { d["text"] };
                var typed = d["number"] is int n ? n : 0;
                var words = d["text"] as string;
                var hash = d["number"].GetHashCode();
                var text = d["number"]?.ToString();
                Console.WriteLine("{0} {1}", d["text"], d["mixed"]);
                return d["none"];
            }

            private static void Over(object o) { }

            private static void Over(int i) { }

            private static void One(object o) { }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        class C
        {
            private async Task<CValues> LoadAsync()
            {
                await Task.Yield();
                return new() { Text = "t", Number = 1, Mixed = 1L, None = new { A = 1 } };
            }

            public async Task<object> M(object other)
            {
                var d = await LoadAsync().ConfigureAwait(false);
                object? number = d.Number;
                Over((object)d.Number);
                One(d.Number);
                var same = (object)d.Text == other;
                d.Mixed = 2;
                var list = new List<object> { (object)d.Text };
                var typed = d.Number is int n ? n : 0;
                var words = d.Text;
                var hash = ((object)d.Number).GetHashCode();
                var text = d.Number.ToString();
                Console.WriteLine("{0} {1}", d.Text, d.Mixed);
                return d.None;
            }

            private static void Over(object o) { }

            private static void Over(int i) { }

            private static void One(object o) { }

            private sealed record CValues
            {
                public required string Text { get; init; }
                public required int Number { get; init; }
                public required object Mixed { get; set; }
                public required object None { get; init; }
            }
        }
        """);

    [Fact]
    public Task FixAll_InOneType() => VerifyFixAsync(
        """
        using System.Collections.Generic;

        class C
        {
            int M()
            {
                var point = new Dictionary<string, object> { ["x"] = 1, ["y"] = 2 };
                return (int)point["x"] + (int)point["y"];
            }

            int N()
            {
                var point = new Dictionary<string, object> { ["x"] = 1, ["y"] = 2 };
                var size = new Dictionary<string, object> { ["w"] = 1, ["h"] = (int)point["y"] };
                return (int)size["h"];
            }
        }
        """,
        """
        using System.Collections.Generic;

        class C
        {
            int M()
            {
                var point = new Point { X = 1, Y = 2 };
                return point.X + point.Y;
            }

            int N()
            {
                var point = new PointData { X = 1, Y = 2 };
                var size = new Size { W = 1, H = point.Y };
                return size.H;
            }

            private sealed record Point
            {
                public required int X { get; init; }
                public required int Y { get; init; }
            }

            private sealed record PointData
            {
                public required int X { get; init; }
                public required int Y { get; init; }
            }

            private sealed record Size
            {
                public required int W { get; init; }
                public required int H { get; init; }
            }
        }
        """);

    [Fact]
    public Task Fixes_TopLevelPrograms() => VerifyFixAsync(
        """
        using System;
        using System.Collections.Generic;

        var box = Make(3);
        Console.WriteLine((int)box["width"]! * (int)box["height"]!);

        static Dictionary<string, object?> Make(int size) => new() { ["width"] = size, ["height"] = size + 1 };
        """,
        """
        using System;
        using System.Collections.Generic;

        var box = Make(3);
        Console.WriteLine(box.Width * box.Height);

        static Box Make(int size) => new() { Width = size, Height = size + 1 };

        internal sealed record Box
        {
            public required int Width { get; init; }
            public required int Height { get; init; }
        }

        """);

    [Theory]

    // A cast that fails, and has to go on failing.
    [InlineData("object M() { var d = [|new Dictionary<string, object>|] { [\"a\"] = 1, [\"b\"] = 2 }; return (long)d[\"a\"]; }")]

    // Two names that make one; a name that makes none.
    [InlineData("object M() { var d = [|new Dictionary<string, object>|] { [\"a b\"] = 1, [\"a-b\"] = 2 }; return d[\"a b\"]; }")]
    [InlineData("object M() { var d = [|new Dictionary<string, object>|] { [\"$\"] = 1, [\"b\"] = 2 }; return d[\"b\"]; }")]

    // It may not be there, and nobody asks.
    [InlineData("object M(bool c) { var d = [|new Dictionary<string, object>|] { [\"a\"] = 1, [\"b\"] = 2 }; if (c) { d[\"c\"] = 3; } return d[\"c\"]; }")]

    // Whether null or nothing is stored makes a difference.
    [InlineData("object M(bool c, string s) { var d = [|new Dictionary<string, object>|] { [\"a\"] = 1, [\"b\"] = 2 }; if (c) { d[\"c\"] = null; } return d.ContainsKey(\"c\") ? 1 : d[\"a\"]; }")]

    // A test of what is always there.
    [InlineData("object M() { var d = [|new Dictionary<string, object>|] { [\"a\"] = 1, [\"b\"] = 2 }; if (d.ContainsKey(\"a\")) { return d[\"b\"]; } return null; }")]

    // The variable would be of another type where that matters.
    [InlineData("object M(object o) { var d = [|new Dictionary<string, object>|] { [\"a\"] = \"\", [\"b\"] = 2 }; return d.TryGetValue(\"a\", out var a) && a == o; }")]
    [InlineData("object M(object o) { var d = [|new Dictionary<string, object>|] { [\"a\"] = \"\", [\"b\"] = 2 }; object a; return d.TryGetValue(\"a\", out a) ? a : null; }")]

    // Whether it is the same box.
    [InlineData("object M(object o) { var d = [|new Dictionary<string, object>|] { [\"a\"] = 1, [\"b\"] = 2 }; return o == d[\"a\"]; }")]
    [InlineData("object M(object o) { var d = [|new Dictionary<string, object>|] { [\"a\"] = 1, [\"b\"] = 2 }; return ReferenceEquals(o, d[\"a\"]); }")]

    // Dynamic operations.
    [InlineData("object M() { var d = [|new Dictionary<string, dynamic>|] { [\"a\"] = 1, [\"b\"] = 2 }; return d[\"a\"] + d[\"b\"]; }")]

    // Code that is not compiled here.
    [InlineData("object M() { var d = [|new Dictionary<string, object>|] { [\"a\"] = 1, [\"b\"] = 2 };\n#if OTHER\nM(d);\n#endif\nreturn d[\"a\"]; }")]
    public Task Fixes_NothingThatWouldChangeMeaning(string members)
    {
        var source = $$"""
            using System;
            using System.Collections.Generic;

            class C
            {
                {{members}}
            }
            """;
        return new CSharpCodeFixTest<DICT303DictionaryAsObjectAnalyzer, DICT303DictionaryAsObjectCodeFix, DefaultVerifier>
        {
            TestCode = source,
            FixedCode = source,
            Extra = { NullableContextOptions = NullableContextOptions.Disable, OfferedEquivalenceKeys = [] },
        }.RunAsync();
    }

    [Fact]
    public Task Fixes_WithoutRequiredMembers() => new CSharpCodeFixTest<DICT303DictionaryAsObjectAnalyzer, DICT303DictionaryAsObjectCodeFix, DefaultVerifier>
    {
        TestCode = """
            using System.Collections.Generic;

            class C
            {
                public static int M(string s)
                {
                    var pair = {|DICT303:new Dictionary<string, object>|} { ["text"] = s, ["length"] = s.Length };
                    return (int)pair["length"] + ((string)pair["text"]).Length;
                }
            }
            """,
        FixedCode = """
            using System.Collections.Generic;

            class C
            {
                public static int M(string s)
                {
                    var pair = new Pair { Text = s, Length = s.Length };
                    return pair.Length + pair.Text.Length;
                }

                private sealed record Pair
                {
                    public string Text { get; set; } = null!;
                    public int Length { get; set; }
                }
            }
            """,
        ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20,
    }.RunAsync();

    private static Task VerifyFixAsync(string source, string repaired) => new CSharpCodeFixTest<DICT303DictionaryAsObjectAnalyzer, DICT303DictionaryAsObjectCodeFix, DefaultVerifier>
    {
        TestCode = Marked(source),
        FixedCode = repaired,
        CodeActionEquivalenceKey = DICT303DictionaryAsObjectCodeFix.RecordKey,
    }.RunAsync();

    // What is reported: each 'new' of the outermost dictionaries.
    private static string Marked(string source)
    {
        var marked = System.Text.RegularExpressions.Regex.Replace(source, @"(?<=(= |=> |return ))new( Dictionary<string, object\??>)?(?=[\s(;])", match => "{|DICT303:" + match.Value + "|}");
        return marked.Replace("return {|DICT303:new|} Exception", "return new Exception").Replace("{|DICT303:new|} {", "new {").Replace("{|DICT303:new|} List", "new List");
    }

    private static Task VerifyAsync(string members) => new CSharpAnalyzerTest<DICT303DictionaryAsObjectAnalyzer, DefaultVerifier>
    {
        TestCode = $$"""
            using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;

            public class C
            {
                {{members}}
            }
            """,
        Extra = { NullableContextOptions = NullableContextOptions.Disable },
    }.RunAsync();
}
