// source: idiom: a flag set before the loop makes the children's detach a no-op
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C600;

public sealed class Window : IDisposable
{
    private readonly SortedDictionary<int, Control> _controls = new();
    private bool _disposing;

    public Control Add(int id)
    {
        var control = new Control(this, id);
        _controls.Add(id, control);
        return control;
    }

    internal void Remove(Control control)
    {
        if (_disposing)
            return;
        _controls.Remove(control.Id);
    }

    public void Dispose()
    {
        _disposing = true;
        foreach (var control in _controls.Values)
            control.Dispose();
        _controls.Clear();
    }
}

public sealed class Control(Window window, int id) : IDisposable
{
    public int Id => id;

    public void Dispose() => window.Remove(this);
}
