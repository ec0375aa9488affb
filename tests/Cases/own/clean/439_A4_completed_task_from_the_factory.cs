// source: own, after the description: a task that is made, not started
// class: A4
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Corpus.Own.C439;

public sealed class Answers
{
    private readonly ConcurrentDictionary<int, Task<string>> _answers = new();

    public Task<string> Of(int question) => _answers.GetOrAdd(question, static number => Task.FromResult(number.ToString()));
}
