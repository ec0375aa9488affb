// source: own, after the description: the constructor of the new object registers it in the dictionary that is enumerated
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R150;

public sealed class Assembly3D
{
    internal Dictionary<string, Part> Parts { get; } = new();

    public void Duplicate(string suffix)
    {
        foreach (var part in Parts.Values) // MAY: A1
        {
            var copy = new Part(this, part.Name + suffix); // BUG: A1
            copy.Mass = part.Mass;
        }
    }

    public void DuplicateFixed(string suffix)
    {
        foreach (var part in Parts.Values.ToList())
        {
            var copy = new Part(this, part.Name + suffix);
            copy.Mass = part.Mass;
        }
    }
}

public sealed class Part
{
    public Part(Assembly3D owner, string name)
    {
        Name = name;
        owner.Parts[name] = this;
    }

    public string Name { get; }
    public double Mass { get; set; }
}
