// source: own, after the description: the loop's own key of a Dictionary is overwritten
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C217;

public sealed class Cooldowns
{
    private readonly Dictionary<string, float> _cooldowns = new();

    public void Start(string skill, float seconds) => _cooldowns[skill] = seconds;

    public void Tick(float delta)
    {
        foreach (var (skill, left) in _cooldowns)
        {
            if (left > delta)
                _cooldowns[skill] = left - delta;
            else
                _cooldowns.Remove(skill);
        }
    }
}
