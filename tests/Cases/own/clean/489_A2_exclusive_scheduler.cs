// source: own, after the description: all work runs on the exclusive scheduler of a pair
// class: A2
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Own.C489;

public sealed class Serial
{
    private readonly TaskFactory _factory = new(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

    public async Task<Dictionary<int, int>> SquareAsync(int[] numbers)
    {
        var squares = new Dictionary<int, int>();
        var work = new List<Task>();
        foreach (var number in numbers)
            work.Add(_factory.StartNew(() => squares[number] = number * number));
        await Task.WhenAll(work);
        return squares;
    }
}
