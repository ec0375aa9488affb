// source: own, after the description: a snapshot by ToArray protects the additions
// class: A1
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C208;

public sealed class SpawnTable
{
    private readonly Dictionary<int, int> _hitPoints = new();

    public void Spawn(int hitPoints) => _hitPoints.Add(_hitPoints.Count, hitPoints);

    public void Split()
    {
        foreach (var (id, hitPoints) in _hitPoints.ToArray())
        {
            if (hitPoints < 2)
                continue;
            _hitPoints[id] = hitPoints / 2;
            Spawn(hitPoints / 2);
        }
    }
}
