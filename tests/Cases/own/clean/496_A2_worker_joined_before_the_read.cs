// source: own, after the description: the thread that fills the field is joined before anybody reads it
// class: A2
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Own.C496;

public sealed class Parser
{
    private readonly Dictionary<string, int> _lines = new();
    private readonly Thread _worker;

    public Parser(string[] lines)
    {
        _worker = new Thread(() =>
        {
            for (var i = 0; i < lines.Length; i++)
                _lines[lines[i]] = i;
        });
        _worker.Start();
    }

    public int LineOf(string text)
    {
        _worker.Join();
        return _lines[text];
    }
}
