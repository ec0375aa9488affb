// source: structure of solvers (a memo that lives for one call)
// class: A2
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.C911;

public static class Solver
{
    public static long Ways(int n)
    {
        var memo = new Dictionary<int, long>();
        Func<int, long> ways = null!;
        ways = k =>
        {
            if (k < 2)
                return 1;
            if (memo.TryGetValue(k, out var known))
                return known;
            return memo[k] = ways(k - 1) + ways(k - 2);
        };
        return ways(n);
    }

    public static Task<long[]> ManyAsync(int[] inputs)
    {
        var tasks = new Task<long>[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            var n = inputs[i];
            tasks[i] = Task.Run(() => Ways(n));
        }

        return Task.WhenAll(tasks);
    }
}
