using System;

namespace DictionaryAnalyzers.Generators.Consumer;

public readonly struct Point(int x, int y) : IEquatable<Point>
{
    public int X { get; } = x;

    public int Y { get; } = y;

    public static bool operator ==(Point left, Point right) => left.Equals(right);

    public static bool operator !=(Point left, Point right) => !left.Equals(right);

    public bool Equals(Point other) => X == other.X && Y == other.Y;

    public override bool Equals(object? obj) => obj is Point other && Equals(other);

    public override int GetHashCode() => unchecked((X * 397) ^ Y);
}
