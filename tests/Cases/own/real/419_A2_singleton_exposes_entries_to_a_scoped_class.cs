// source: own, after the description: the singleton only holds the dictionary; a scoped class adds to it through the interface
// class: A2
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Corpus.Own.R419;

public interface IVisits
{
    Dictionary<string, int> Counts { get; }
}

public sealed class Visits : IVisits
{
    public Dictionary<string, int> Counts { get; } = new(); // MAY: A2
}

public sealed class VisitRecorder
{
    private readonly IVisits _visits;

    public VisitRecorder(IVisits visits) => _visits = visits;

    public void Record(string page)
    {
        if (_visits.Counts.ContainsKey(page)) // MAY: A2
            _visits.Counts[page]++; // MAY: A2
        else
            _visits.Counts.Add(page, 1); // BUG: A2
    }
}

public sealed class VisitsFixed
{
    public ConcurrentDictionary<string, int> Counts { get; } = new();
}

public sealed class VisitRecorderFixed(VisitsFixed visits)
{
    public void Record(string page) => visits.Counts.AddOrUpdate(page, 1, static (_, old) => old + 1);
}

public static class Setup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<IVisits, Visits>();
        services.AddScoped<VisitRecorder>();
        services.AddSingleton<VisitsFixed>();
        services.AddScoped<VisitRecorderFixed>();
    }
}
