// source: own, after the description: the loop is told to run one iteration at a time
// class: A2
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Own.C490;

public static class OneByOne
{
    public static Dictionary<string, int> Measure(IEnumerable<string> words)
    {
        var lengths = new Dictionary<string, int>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 1 };
        Parallel.ForEach(words, options, word => lengths[word] = word.Length);
        return lengths;
    }
}
