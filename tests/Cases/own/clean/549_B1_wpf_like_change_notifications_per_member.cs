// source: structure of view models that subscribe to their members
// class: B1
using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace Corpus.Own.C549;

public sealed class ChildWatcher
{
    private readonly Dictionary<INotifyPropertyChanged, string> _children = [];

    public void Watch(object parent)
    {
        foreach (var property in parent.GetType().GetProperties())
        {
            if (property.GetValue(parent) is not INotifyPropertyChanged child)
                continue;
            child.PropertyChanged += OnChanged;
            _children[child] = property.Name;
        }
    }

    private void OnChanged(object? sender, PropertyChangedEventArgs e) => Console.WriteLine(e.PropertyName);
}
