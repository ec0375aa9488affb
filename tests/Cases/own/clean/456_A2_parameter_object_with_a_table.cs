// source: own, after the description: a static method fills the object that it is given
// class: A2
using System.Collections.Generic;

namespace Corpus.Own.C456;

public sealed class Options
{
    public Dictionary<string, string> Extras { get; } = new();
}

public static class OptionParser
{
    public static Options Parse(string[] arguments)
    {
        var options = new Options { Extras = { ["source"] = "command line" } };
        foreach (var argument in arguments)
            Apply(options, argument);
        return options;
    }

    private static void Apply(Options options, string argument)
    {
        var parts = argument.Split('=');
        options.Extras[parts[0]] = parts[1];
    }
}
