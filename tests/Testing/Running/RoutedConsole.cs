using System;
using System.IO;
using System.Text;
using System.Threading;

namespace DictionaryAnalyzers.Testing.Running;

/// <summary>
/// Takes what a program inside the test prints, on its threads and tasks too, and leaves alone what everybody else prints at the same time.
/// </summary>
internal sealed class RoutedConsole : TextWriter
{
    private static readonly AsyncLocal<BoundedText?> s_output = new();
    private static readonly AsyncLocal<BoundedText?> s_error = new();
    private static readonly Lazy<bool> s_installed = new(Install);

    private readonly AsyncLocal<BoundedText?> _target;
    private readonly TextWriter _others;

    private RoutedConsole(AsyncLocal<BoundedText?> target, TextWriter others)
    {
        _target = target;
        _others = others;
        NewLine = "\n";
    }

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Sends what the calling thread prints from now on, and all that it starts, to these texts.</summary>
    public static void Capture(BoundedText output, BoundedText error)
    {
        _ = s_installed.Value;
        s_output.Value = output;
        s_error.Value = error;
    }

    public override void Write(char value)
    {
        if (_target.Value is { } text)
        {
            text.Append([value]);
        }
        else
        {
            _others.Write(value);
        }
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (_target.Value is { } text)
        {
            text.Append(buffer);
        }
        else
        {
            _others.Write(buffer);
        }
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Flush() => _others.Flush();

    private static bool Install()
    {
        Console.SetOut(new RoutedConsole(s_output, Console.Out));
        Console.SetError(new RoutedConsole(s_error, Console.Error));
        return true;
    }
}
