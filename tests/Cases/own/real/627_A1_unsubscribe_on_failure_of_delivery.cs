// source: jonnii/chinchilla issue #31 (listeners cleared when a delivery fails inside the loop)
// class: A1
// note: catch block calls a method that clears the collection the loop walks; Sorted keeps failure on net10
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R627;

public interface IDeliveryListener
{
    void OnAccept(ulong tag);
}

public sealed class Delivery(ulong tag)
{
    private readonly SortedDictionary<int, IDeliveryListener> _listeners = new();

    public void Register(int order, IDeliveryListener listener) => _listeners[order] = listener;

    public void Accept()
    {
        foreach (var listener in _listeners.Values) // MAY: A1
        {
            try
            {
                listener.OnAccept(tag);
            }
            catch (TimeoutException)
            {
                Failed(); // BUG: A1
            }
        }
    }

    public void AcceptFixed()
    {
        foreach (var listener in _listeners.Values.ToArray())
        {
            try
            {
                listener.OnAccept(tag);
            }
            catch (TimeoutException)
            {
                Failed();
            }
        }
    }

    private void Failed()
    {
        Console.Error.WriteLine("failed " + tag);
        _listeners.Clear();
    }
}
