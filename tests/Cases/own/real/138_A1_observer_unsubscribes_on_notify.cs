// source: own, after the description: a List of observers; an observer disposes its own subscription inside the notification
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.R138;

public interface IReading
{
    void OnValue(double value);
}

public sealed class Sensor
{
    private readonly List<IReading> _readers = new();

    public void Subscribe(IReading reader) => _readers.Add(reader);

    public void Unsubscribe(IReading reader) => _readers.Remove(reader);

    public void Push(double value)
    {
        foreach (var reader in _readers) // MAY: A1
            reader.OnValue(value); // BUG: A1
    }

    public void PushFixed(double value)
    {
        foreach (var reader in _readers.ToArray())
            reader.OnValue(value);
    }
}

public sealed class ThresholdReader : IReading
{
    private readonly Sensor _sensor;
    private readonly double _limit;

    public ThresholdReader(Sensor sensor, double limit)
    {
        _sensor = sensor;
        _limit = limit;
        sensor.Subscribe(this);
    }

    public bool Reached { get; private set; }

    public void OnValue(double value)
    {
        if (value < _limit)
            return;
        Reached = true;
        _sensor.Unsubscribe(this);
    }
}
