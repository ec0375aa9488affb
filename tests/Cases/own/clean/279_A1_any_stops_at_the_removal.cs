// source: own, after the description: Any ends with the first true, and the predicate is true exactly when something was removed
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C279;

public sealed class RetryBudget
{
    private readonly OrderedDictionary<string, int> _budgets = new();

    public void Set(string service, int left) => _budgets[service] = left;

    public bool DropOneExhausted() => _budgets.Any(b => b.Value <= 0 && _budgets.Remove(b.Key));
}
