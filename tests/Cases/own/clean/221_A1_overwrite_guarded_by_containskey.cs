// source: own, after the description: another key is overwritten only where ContainsKey says that it is there
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C221;

public sealed class SpriteFrames
{
    private readonly Dictionary<string, int> _frames = new();

    public void Set(string name, int frame) => _frames[name] = frame;

    public void SyncShadows()
    {
        foreach (var (name, frame) in _frames)
        {
            var shadow = name + ".shadow";
            if (_frames.ContainsKey(shadow))
                _frames[shadow] = frame;
        }

        foreach (var (name, frame) in _frames)
        {
            var glow = name + ".glow";
            if (!_frames.ContainsKey(glow))
                continue;
            _frames[glow] = frame + 1;
        }
    }
}
