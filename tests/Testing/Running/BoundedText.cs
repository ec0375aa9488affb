using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DictionaryAnalyzers.Testing.Running;

/// <summary>Text of which only the beginning is kept: a program that prints without end must not fill the memory of the test.</summary>
internal sealed class BoundedText
{
    private const int Limit = 1_000_000;
    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();

    public static async Task<string> ReadAsync(StreamReader reader)
    {
        var text = new BoundedText();
        var buffer = new char[4096];
        int count;
        while ((count = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            text.Append(buffer.AsSpan(0, count));
        }

        return text.ToString();
    }

    public void Append(ReadOnlySpan<char> characters)
    {
        lock (_lock)
        {
            _text.Append(characters[..Math.Min(characters.Length, Limit - _text.Length)]);
        }
    }

    public override string ToString()
    {
        lock (_lock)
        {
            return _text.ToString().ReplaceLineEndings("\n");
        }
    }
}
