// source: own, after the description: a PLINQ filter remembers in a set what it has seen
// class: A2
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.R476;

public static class Codes
{
    public static int CountDistinct(IEnumerable<string> codes)
    {
        var seen = new HashSet<string>();
        return codes.AsParallel().Where(code => seen.Add(code)).Count(); // BUG: A2
    }

    public static int CountDistinctFixed(IEnumerable<string> codes) => codes.AsParallel().Distinct().Count();
}
