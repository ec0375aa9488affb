// source: own, after the description: the field stands in an abstract base class, the registration names the derived one
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.R421;

public abstract class CachingReader
{
    private readonly Dictionary<int, string> _lines = new(); // MAY: A2

    public string Line(int number)
    {
        if (!_lines.TryGetValue(number, out var line)) // MAY: A2
            _lines[number] = line = ReadLine(number); // BUG: A2
        return line;
    }

    protected abstract string ReadLine(int number);
}

public sealed class NumberReader : CachingReader
{
    protected override string ReadLine(int number) => number.ToString();
}

public abstract class CachingReaderFixed
{
    private readonly ConcurrentDictionary<int, string> _lines = new();

    public string Line(int number) => _lines.GetOrAdd(number, ReadLine);

    protected abstract string ReadLine(int number);
}

public sealed class NumberReaderFixed : CachingReaderFixed
{
    protected override string ReadLine(int number) => number.ToString();
}

public static class Setup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<NumberReader>();
        services.AddSingleton<CachingReader>(provider => provider.GetRequiredService<NumberReader>());
        services.AddSingleton<NumberReaderFixed>();
    }
}
