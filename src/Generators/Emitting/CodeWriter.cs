using System.Text;

namespace DictionaryAnalyzers.Generators.Emitting;

/// <summary>Code, line by line, indented by its blocks.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>A line that stands at the margin, such as a directive.</summary>
    public void Directive(string line) => _text.Append(line).Append('\n');

    /// <summary>A line and a block after it.</summary>
    public void Open(string line)
    {
        Line(line);
        Open();
    }

    /// <summary>What follows stands deeper, without a block.</summary>
    public void Indent() => _depth++;

    public void Outdent() => _depth--;

    public void Open()
    {
        Line("{");
        _depth++;
    }

    public void Close()
    {
        _depth--;
        Line("}");
    }

    public override string ToString() => _text.ToString();
}
