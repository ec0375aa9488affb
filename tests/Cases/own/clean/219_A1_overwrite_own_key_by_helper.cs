// source: own, after the description: the own key is handed to a setter method, which overwrites it
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C219;

public sealed class StateMachinePool
{
    private readonly Dictionary<string, int> _states = new();

    public void SetState(string machine, int state)
    {
        _states[machine] = state;
    }

    public void StepAll()
    {
        foreach (var machine in _states.Keys)
            SetState(machine, 0);

        foreach (var (machine, state) in _states)
        {
            if (state < 3)
                SetState(machine, state + 1);
        }
    }
}
