// source: own, after the description: an IDictionary field that holds a ConcurrentDictionary, the indexer compared, then Remove(key)
// class: A3
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R345;

public sealed class Reservation
{
    public required int Seat { get; init; }
}

public sealed class SeatPlan
{
    private readonly IDictionary<int, Reservation> _seats = new ConcurrentDictionary<int, Reservation>();

    public void Take(Reservation reservation) => _seats[reservation.Seat] = reservation;

    public bool IsTaken(int seat) => _seats.ContainsKey(seat);

    public void Cancel(Reservation reservation)
    {
        if (_seats.TryGetValue(reservation.Seat, out var current) && ReferenceEquals(current, reservation)) // MAY: A3
        {
            _seats.Remove(reservation.Seat); // BUG: A3
        }
    }

    public void CancelFixed(Reservation reservation) =>
        _seats.Remove(new KeyValuePair<int, Reservation>(reservation.Seat, reservation));
}
