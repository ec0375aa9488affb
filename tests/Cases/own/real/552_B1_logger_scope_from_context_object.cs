// source: structure of request middlewares that open a scope from a context object
// class: B1
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace Corpus.Own.R552;

public sealed class CommandPipeline(ILogger<CommandPipeline> logger)
{
    public async Task<TResult> RunAsync<TCommand, TResult>(TCommand command, Func<TCommand, Task<TResult>> handler) where TCommand : notnull
    {
        using (logger.BeginScope(StateOf(command)))
            return await handler(command);
    }

    private static Dictionary<string, object> StateOf<T>(T command) where T : notnull
    {
        var state = new Dictionary<string, object> { ["command"] = typeof(T).Name };
        foreach (var property in typeof(T).GetProperties()) // MAY: B1
        {
            if (property.PropertyType.IsPrimitive || property.PropertyType == typeof(string) || property.PropertyType == typeof(Guid))
                state["command." + property.Name] = property.GetValue(command) ?? "null"; // BUG: B1
        }
        return state;
    }

    public async Task<int> RunFixedAsync(ImportFile command, Func<ImportFile, Task<int>> handler)
    {
        using (logger.BeginScope("import of {Path}", command.Path))
            return await handler(command);
    }
}

public sealed record ImportFile(string Path);
