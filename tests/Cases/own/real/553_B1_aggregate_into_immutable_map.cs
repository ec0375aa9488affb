// source: structure of functional mappers
// class: B1
using System.Linq;
using System.Reflection;

namespace Corpus.Own.R553;

public static class Facts
{
    public static System.Collections.Immutable.ImmutableDictionary<string, object> Of<T>(T subject) where T : class =>
        typeof(T).GetTypeInfo().DeclaredProperties // MAY: B1
            .Where(p => p.GetMethod is { IsPublic: true, IsStatic: false })
            .Aggregate(
                System.Collections.Immutable.ImmutableDictionary<string, object>.Empty,
                (facts, p) => p.GetValue(subject) is { } value ? facts.SetItem(p.Name, value) : facts); // BUG: B1

    public static System.Collections.Immutable.ImmutableDictionary<string, object> OfFixed(Engine subject) =>
        System.Collections.Immutable.ImmutableDictionary<string, object>.Empty.SetItem(nameof(Engine.Power), subject.Power);
}

public sealed class Engine { public int Power { get; init; } }
