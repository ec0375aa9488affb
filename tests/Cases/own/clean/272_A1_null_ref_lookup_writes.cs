// source: own, after the description: GetValueRefOrNullRef of the own key never adds
// class: A1
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Corpus.Own.C272;

public sealed class ParticleAges
{
    private readonly Dictionary<int, (float Age, bool Dead)> _particles = new();

    public void Emit(int id) => _particles[id] = (0, false);

    public void Advance(float delta, float lifetime)
    {
        foreach (var id in _particles.Keys)
        {
            ref var particle = ref CollectionsMarshal.GetValueRefOrNullRef(_particles, id);
            particle.Age += delta;
            particle.Dead = particle.Age > lifetime;
        }
    }
}
