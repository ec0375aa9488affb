// source: own, after the description: a property setter of the element re-indexes it in its form
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R149;

public sealed class Form
{
    private readonly Dictionary<string, Widget> _widgets = new(StringComparer.Ordinal);

    public void Add(Widget widget)
    {
        widget.Parent = this;
        _widgets.Add(widget.Name, widget);
    }

    internal void Reindex(string from, Widget widget)
    {
        _widgets.Remove(from);
        _widgets[widget.Name] = widget;
    }

    public void Prefix(string prefix)
    {
        foreach (var widget in _widgets.Values) // MAY: A1
            widget.Name = prefix + widget.Name; // BUG: A1
    }

    public void PrefixFixed(string prefix)
    {
        foreach (var widget in _widgets.Values.ToArray())
            widget.Name = prefix + widget.Name;
    }
}

public sealed class Widget
{
    private string _name;

    public Widget(string name) => _name = name;

    public Form? Parent { get; set; }

    public string Name
    {
        get => _name;
        set
        {
            if (_name == value)
                return;
            var old = _name;
            _name = value;
            Parent?.Reindex(old, this);
        }
    }
}
