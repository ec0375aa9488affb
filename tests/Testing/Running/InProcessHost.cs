using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using System.Threading.Tasks;

namespace DictionaryAnalyzers.Testing.Running;

/// <summary>Runs a program inside the test process, and forgets its code afterwards.</summary>
internal static class InProcessHost
{
    /// <summary>What a process ends with that has an unhandled exception.</summary>
    private const int UnhandledException = 134;

    public static async Task<ProgramResult> RunAsync(
        CompiledProgram program, IReadOnlyList<string> arguments, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var output = new BoundedText();
        var error = new BoundedText();
        var clock = Stopwatch.StartNew();
        var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);

        // A thread that is not waited for: a program that hangs can only be left behind.
        var thread = new Thread(() =>
        {
            RoutedConsole.Capture(output, error);
            ended.SetResult(Run(program, arguments, error));
        })
        {
            IsBackground = true,
            Name = "program",
        };
        thread.Start();

        int? exitCode = null;
        try
        {
            exitCode = await ended.Task.WaitAsync(timeLimit, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
        }

        return new ProgramResult(output.ToString(), error.ToString(), exitCode, clock.Elapsed);
    }

    private static int Run(CompiledProgram program, IReadOnlyList<string> arguments, BoundedText error)
    {
        var context = new AssemblyLoadContext("program", isCollectible: true);
        context.Resolving += (loader, name) =>
            program.Libraries.FirstOrDefault(path => Path.GetFileNameWithoutExtension(path) == name.Name) is { } path ? loader.LoadFromAssemblyPath(path) : null;
        try
        {
            using var image = new MemoryStream(program.Image);
            var main = context.LoadFromStream(image).EntryPoint!;
            object?[] parameters = main.GetParameters().Length == 0 ? [] : [arguments.ToArray()];
            return main.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, parameters, culture: null) as int? ?? 0;
        }
#pragma warning disable CA1031 // whatever the program throws is its result
        catch (Exception exception)
#pragma warning restore CA1031
        {
            error.Append($"Unhandled exception. {exception}\n");
            return UnhandledException;
        }
        finally
        {
            context.Unload();
        }
    }
}
