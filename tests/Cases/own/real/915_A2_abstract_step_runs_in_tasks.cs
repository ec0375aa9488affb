// source: structure of build pipelines (steps run in tasks through an abstract method)
// class: A2
// note: the task calls a virtual method; the override writes a dictionary of a context object that all steps share
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Corpus.Own.R915;

public sealed class BuildContext
{
    public Dictionary<string, string> Outputs { get; } = new(); // MAY: A2

    public ConcurrentDictionary<string, string> OutputsFixed { get; } = new();
}

public abstract class BuildStep
{
    public abstract void Run(BuildContext context);
}

public sealed class CompileStep : BuildStep
{
    public override void Run(BuildContext context)
    {
        context.Outputs["compile"] = "a.dll"; // BUG: A2
    }
}

public sealed class CopyStepFixed : BuildStep
{
    public override void Run(BuildContext context) => context.OutputsFixed["copy"] = "b.dll";
}

public sealed class Pipeline(IReadOnlyList<BuildStep> steps)
{
    public async Task<BuildContext> RunAsync()
    {
        var context = new BuildContext();
        await Task.WhenAll(steps.Select(step => Task.Run(() => step.Run(context)))); // MAY: A2
        return context;
    }
}
