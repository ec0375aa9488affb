using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DictionaryAnalyzers.Testing.Running;

/// <summary>Runs a program in a process of its own on the runtime of this one, and ends it when its time is over.</summary>
internal static class ChildProcessHost
{
    public static async Task<ProgramResult> RunAsync(
        CompiledProgram program, IReadOnlyList<string> arguments, TimeSpan timeLimit, long? heapLimit, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("program-");
        try
        {
            var path = await WriteAsync(program, folder.FullName, cancellationToken).ConfigureAwait(false);
            return await RunAsync(StartInfo(path, arguments, heapLimit), timeLimit, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Delete(folder);
        }
    }

    private static async Task<string> WriteAsync(CompiledProgram program, string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "Program.dll");
        await File.WriteAllBytesAsync(path, program.Image, cancellationToken).ConfigureAwait(false);
        foreach (var library in program.Libraries)
        {
            File.Copy(library, Path.Combine(folder, Path.GetFileName(library)), overwrite: true);
        }

        var config = $$"""
            {
              "runtimeOptions": {
                "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" }
              }
            }
            """;
        await File.WriteAllTextAsync(Path.ChangeExtension(path, ".runtimeconfig.json"), config, cancellationToken).ConfigureAwait(false);
        return path;
    }

    private static ProcessStartInfo StartInfo(string path, IReadOnlyList<string> arguments, long? heapLimit)
    {
        var start = new ProcessStartInfo(DotnetPath(), ["exec", path, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetDirectoryName(path)!,
        };

        // What a test host or a coverage tool sets for itself is not meant for the program.
        foreach (var name in new[] { "DOTNET_STARTUP_HOOKS", "DOTNET_ADDITIONAL_DEPS", "CORECLR_ENABLE_PROFILING", "DOTNET_gcServer" })
        {
            start.Environment.Remove(name);
        }

        // An expected crash should not leave a dump, nor wait for a debugger.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        if (heapLimit is { } limit)
        {
            start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("X", CultureInfo.InvariantCulture);
        }

        return start;
    }

    private static async Task<ProgramResult> RunAsync(ProcessStartInfo start, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{start.FileName}' did not start.");
        process.StandardInput.Close();
        var output = BoundedText.ReadAsync(process.StandardOutput);
        var error = BoundedText.ReadAsync(process.StandardError);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(timeLimit);
        int? exitCode = null;
        try
        {
            await process.WaitForExitAsync(time.Token).ConfigureAwait(false);
            exitCode = process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return new ProgramResult(await output.ConfigureAwait(false), await error.ConfigureAwait(false), exitCode, clock.Elapsed);
    }

    /// <summary>The host that belongs to the runtime of this process: <c>dotnet/shared/Microsoft.NETCore.App/10.0.0/</c> and three up.</summary>
    private static string DotnetPath()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var path = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(path) ? path : "dotnet";
    }

    private static void Delete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Windows can hold a file of an ended process for a moment; the system cleans up its temporary folder.
        }
    }
}
