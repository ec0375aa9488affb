// source: own, after the description: the awaited callee removes, then the method returns
// class: A1
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.C257;

public sealed class ReservationDesk
{
    private readonly SortedDictionary<string, int> _tables = new();

    public void Free(string table, int seats) => _tables[table] = seats;

    private async Task<string> SeatAsync(string table)
    {
        await Task.Yield();
        _tables.Remove(table);
        return table;
    }

    public async Task<string?> FindAsync(int guests)
    {
        foreach (var (table, seats) in _tables)
        {
            if (seats >= guests)
            {
                var seated = await SeatAsync(table);
                return seated;
            }
        }

        return null;
    }
}
