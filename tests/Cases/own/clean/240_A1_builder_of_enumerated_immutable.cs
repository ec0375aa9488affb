// source: own, after the description: the immutable dictionary is enumerated, its builder is changed
// class: A1
using System.Collections.Immutable;

namespace Corpus.Own.C240;

public sealed class ThemeEditor
{
    private ImmutableDictionary<string, string> _colors = ImmutableDictionary<string, string>.Empty;

    public void Set(string name, string color) => _colors = _colors.SetItem(name, color);

    public void Darken()
    {
        var builder = _colors.ToBuilder();
        foreach (var (name, color) in _colors)
        {
            if (color.Length == 0)
                builder.Remove(name);
            else
                builder[name + ".dark"] = "dark " + color;
        }

        _colors = builder.ToImmutable();
    }
}
