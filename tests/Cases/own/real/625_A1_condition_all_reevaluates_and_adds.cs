// source: GuOrg/Gu.Reactive issue #64 (All over prerequisites while a property change adds)
// class: A1
// note: All with a predicate that reads a property; its getter registers another prerequisite
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R625;

public sealed class Condition(ConditionSet owner, string name)
{
    public string Name => name;

    public bool? IsSatisfied
    {
        get
        {
            if (name.Length > 3)
                owner.Require("base." + name);
            return name.Length % 2 == 0;
        }
    }
}

public sealed class ConditionSet
{
    private readonly Dictionary<string, Condition> _conditions = new();

    public void Require(string name)
    {
        if (!_conditions.ContainsKey(name))
            _conditions.Add(name, new Condition(this, name));
    }

    public bool Evaluate() => _conditions.Values.All(c => c.IsSatisfied == true); // BUG: A1

    public bool EvaluateFixed() => _conditions.Values.ToArray().All(c => c.IsSatisfied == true);
}
