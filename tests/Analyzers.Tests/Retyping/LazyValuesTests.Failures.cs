using System.Threading.Tasks;
using Xunit;

namespace DictionaryAnalyzers.Tests.Retyping;

// What becomes of a factory that can throw: it was run again for the next caller, and Lazy keeps the exception.
public partial class LazyValuesTests
{
    [Theory]
    [InlineData(
        "return files.[|GetOrAdd|](path, key => Load(key));",
        """
        return files.GetOrAdd(path, key => new Lazy<string>(() =>
                {
                    try
                    {
                        return Load(key);
                    }
                    catch
                    {
                        files.TryRemove(key, out _);
                        throw;
                    }
                })).Value;
        """)]
    [InlineData(
        "return files.[|GetOrAdd|](path, static _ => Load(\"x\"));",
        """
        return files.GetOrAdd(path, key => new Lazy<string>(() =>
                {
                    try
                    {
                        return Load("x");
                    }
                    catch
                    {
                        files.TryRemove(key, out _);
                        throw;
                    }
                })).Value;
        """)]
    [InlineData(
        "return files.[|GetOrAdd|](path, Load);",
        """
        return files.GetOrAdd(path, key => new Lazy<string>(() =>
                {
                    try
                    {
                        return Load(key);
                    }
                    catch
                    {
                        files.TryRemove(key, out _);
                        throw;
                    }
                })).Value;
        """)]
    [InlineData(
        """
        return files.[|GetOrAdd|](path, key =>
                {
                    // Slow.
                    var text = Load(key);

                    return text;
                });
        """,
        """
        return files.GetOrAdd(path, key => new Lazy<string>(() =>
                {
                    try
                    {
                        // Slow.
                        var text = Load(key);

                        return text;
                    }
                    catch
                    {
                        files.TryRemove(key, out _);
                        throw;
                    }
                })).Value;
        """)]
    [InlineData(
        """
        return files.[|GetOrAdd|](
                    path,
                    key => Load(
                        key));
        """,
        """
        return files.GetOrAdd(
                    path,
                    key => new Lazy<string>(() =>
                    {
                        try
                        {
                            return Load(
                                key);
                        }
                        catch
                        {
                            files.TryRemove(key, out _);
                            throw;
                        }
                    })).Value;
        """)]
    [InlineData(
        "return files.[|GetOrAdd|](path, key => { return Load(key); });",
        """
        return files.GetOrAdd(path, key => new Lazy<string>(() =>
                {
                    try
                    { return Load(key); }
                    catch
                    {
                        files.TryRemove(key, out _);
                        throw;
                    }
                })).Value;
        """)]
    [InlineData(
        "return files.[|GetOrAdd|](path, static /* s */ key /* k */ => /* b */ { return Load(key); /* r */ } /* e */);",
        """
        return files.GetOrAdd(path, /* s */ key /* k */ => new Lazy<string>(() =>
                {
                    try
                    /* b */ { return Load(key); /* r */ }
                    catch
                    {
                        files.TryRemove(key, out _);
                        throw;
                    }
                }) /* e */).Value;
        """)]
    [InlineData(
        """
        return files.[|GetOrAdd|](path, key =>
                {
                    var text = $@"
        {key} of
        {path}";
                    return Load($"{text
                        }");
                });
        """,
        """
        return files.GetOrAdd(path, key => new Lazy<string>(() =>
                {
                    try
                    {
                        var text = $@"
        {key} of
        {path}";
                        return Load($"{text
                        }");
                    }
                    catch
                    {
                        files.TryRemove(key, out _);
                        throw;
                    }
                })).Value;
        """)]
    public Task TakesOutTheEntryOfAFactoryThatThrew(string before, string after) => VerifyFix(Loading(before), Loading(after, "Lazy<string>"));

    [Fact]
    public Task KeepsTheException_WhenThatIsChosen() => VerifyFix(
        Loading("return files.[|GetOrAdd|](path, key => Load(key));"),
        Loading("return files.GetOrAdd(path, key => new Lazy<string>(() => Load(key))).Value;", "Lazy<string>"),
        LazyValuesFix.KeepExceptionsKey);

    // Nothing can go wrong here, or it is in the task: it was kept before, too.
    [Theory]
    [InlineData("System.Threading.Tasks.Task<string>", "async key => Load(await Later(key))", "key => new Lazy<System.Threading.Tasks.Task<string>>(async () => Load(await Later(key)))")]
    [InlineData("System.Threading.Tasks.Task<string>", "static async key => { return Load(await Later(key)); }", "static key => new Lazy<System.Threading.Tasks.Task<string>>(async () => { return Load(await Later(key)); })")]
    [InlineData("System.Threading.Tasks.Task<string>", "Later", "static key => new Lazy<System.Threading.Tasks.Task<string>>(() => Later(key))")]
    [InlineData("System.Threading.SemaphoreSlim", "_ => new(1, 1)", "_ => new Lazy<System.Threading.SemaphoreSlim>(() => new(1, 1))")]
    [InlineData("System.Collections.Generic.List<string?>?", "_ => null", "_ => new Lazy<System.Collections.Generic.List<string?>?>(() => null)")]
    [InlineData("(int Count, string? Name)", "_ => (1, null)", "_ => new Lazy<(int Count, string? Name)>(() => (1, null))")]
    [InlineData("Func<string>", "_ => () => Load(\"x\")", "_ => new Lazy<Func<string>>(() => () => Load(\"x\"))")]
    public Task Offers_OneRepairWhereNothingIsThrown(string type, string before, string after) => new Test206
    {
        TestCode = Loading($"return files.[|GetOrAdd|](path, {before});", type, type),
        FixedCode = Loading($"return files.GetOrAdd(path, {after}).Value;", $"Lazy<{type}>", type),
        Extra = { OfferedEquivalenceKeys = [LazyValuesFix.Key] },
    }.RunAsync();

    // Naming the dictionary again could mean another one; the choice that does not need it is there.
    [Fact]
    public Task DoesNotTakeOut_FromAnotherDictionary() => new Test206
    {
        TestCode = Loading("return Other().files.[|GetOrAdd|](path, key => Load(key));"),
        FixedCode = Loading("return Other().files.GetOrAdd(path, key => new Lazy<string>(() => Load(key))).Value;", "Lazy<string>"),
        CodeActionEquivalenceKey = LazyValuesFix.KeepExceptionsKey,
        Extra = { OfferedEquivalenceKeys = [LazyValuesFix.KeepExceptionsKey] },
    }.RunAsync();

    // The key that the entry is under is not the one that the factory went on with.
    [Fact]
    public Task DoesNotTakeOut_ByAKeyThatTheFactoryChanges() => new Test206
    {
        TestCode = Loading("return files.[|GetOrAdd|](path, key => { key = key.Trim(); return Load(key); });"),
        FixedCode = Loading("return files.GetOrAdd(path, key => new Lazy<string>(() => { key = key.Trim(); return Load(key); })).Value;", "Lazy<string>"),
        CodeActionEquivalenceKey = LazyValuesFix.KeepExceptionsKey,
        Extra = { OfferedEquivalenceKeys = [LazyValuesFix.KeepExceptionsKey] },
    }.RunAsync();

    private static string Loading(string body, string value = "string", string result = "string") => $$"""
        using System;
        using System.Collections.Concurrent;

        class Files
        {
            private readonly ConcurrentDictionary<string, {{value}}> files = new();

            {{result}} Of(string path)
            {
                {{body}}
            }

            Files Other() => new();
            static string Load(string path) => System.IO.File.ReadAllText(path);
            static async System.Threading.Tasks.Task<string> Later(string path) { await System.Threading.Tasks.Task.Yield(); return path; }
        }
        """;
}
