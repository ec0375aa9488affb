// source: own, after the description: a constant key, a static property, the inverted condition and an else branch
// class: A3
using System.Collections.Concurrent;

namespace Corpus.Own.R335;

public sealed class Session
{
    public ConcurrentQueue<string> Log { get; } = new();
}

public static class Sessions
{
    private const string Default = "default";

    private static ConcurrentDictionary<string, Session> Open { get; } = new();

    public static Session Current()
    {
        if (Open.ContainsKey(Default) == false) // MAY: A3
        {
            var session = new Session();
            session.Log.Enqueue("opened");
            Open[Default] = session; // BUG: A3
            return session;
        }
        else
        {
            return Open[Default]; // MAY: A3
        }
    }

    public static Session CurrentFixed() => Open.GetOrAdd(Default, static _ => new Session());
}
