// source: dynamicexpresso/DynamicExpresso issue #288
// class: A2
// note: the loop captures an object; the object's own method writes its dictionary
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.R902;

public sealed class Interpreter
{
    private readonly Dictionary<string, object> _identifiers = new(StringComparer.Ordinal); // MAY: A2

    public Interpreter SetVariable(string name, object value)
    {
        _identifiers[name] = value; // BUG: A2
        return this;
    }

    public object Eval(string name) =>
        _identifiers.TryGetValue(name, out var value) ? value : throw new ArgumentException(name); // MAY: A2
}

public static class Grid
{
    public static object[] Compute(int rows)
    {
        var interpreter = new Interpreter();
        var results = new object[rows];
        Parallel.For(0, rows, i =>
        {
            interpreter.SetVariable("row" + i, i); // MAY: A2
            results[i] = interpreter.Eval("row" + i);
        });
        return results;
    }

    public static object[] ComputeFixed(int rows)
    {
        var results = new object[rows];
        Parallel.For(0, rows, i =>
        {
            var interpreter = new Interpreter();
            interpreter.SetVariable("row", i);
            results[i] = interpreter.Eval("row");
        });
        return results;
    }
}
