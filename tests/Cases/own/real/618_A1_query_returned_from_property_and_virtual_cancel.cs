// source: structure of fluentscheduler/FluentScheduler issue #77 (AllSchedules hands out the live collection)
// class: A1
// note: property with a query over Values; cancel goes through an interface with one implementation; Sorted keeps failure on net10
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R618;

public sealed record Order(int Id, int DueDay);

public interface IOrderBook
{
    IEnumerable<Order> Overdue { get; }
    IEnumerable<Order> OverdueFixed { get; }
    int Today { get; set; }
    void Cancel(Order order);
}

public sealed class OrderBook : IOrderBook
{
    private readonly SortedDictionary<int, Order> _orders = new();

    public int Today { get; set; }

    public IEnumerable<Order> Overdue => from o in _orders.Values where o.DueDay < Today select o;

    public IEnumerable<Order> OverdueFixed => (from o in _orders.Values where o.DueDay < Today select o).ToArray();

    public void Place(Order order) => _orders.Add(order.Id, order);

    public void Cancel(Order order) => _orders.Remove(order.Id);
}

public sealed class NightlyRun(IOrderBook book)
{
    public int Run(int today)
    {
        book.Today = today;
        var count = 0;
        foreach (var order in book.Overdue) // MAY: A1
        {
            book.Cancel(order); // BUG: A1
            count++;
        }

        return count;
    }

    public int RunFixed(int today)
    {
        book.Today = today;
        var count = 0;
        foreach (var order in book.OverdueFixed)
        {
            book.Cancel(order);
            count++;
        }

        return count;
    }
}
