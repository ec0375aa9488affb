// source: own, after the description: a collection expression spreads a lazy Select whose lambda removes
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R167;

public sealed class Mailbox
{
    private readonly SortedDictionary<int, string> _unread = new();

    public void Deliver(int id, string text) => _unread.Add(id, text);

    private string Pop(int id)
    {
        _unread.Remove(id, out var text);
        return text ?? "";
    }

    public string[] ReadAll() => [.. _unread.Keys.Select(id => Pop(id))]; // BUG: A1

    public string[] ReadAllFixed()
    {
        string[] all = [.. _unread.Values];
        _unread.Clear();
        return all;
    }
}
