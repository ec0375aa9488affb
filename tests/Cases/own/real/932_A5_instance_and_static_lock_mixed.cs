// source: structure of license managers (lock(this) here, lock(typeof) there)
// class: A5
using System.Collections.Generic;

namespace Corpus.Own.R932;

public class LicenseManager
{
    private readonly Dictionary<string, int> _seats = new();

    public void Take(string feature)
    {
        lock (this)
        {
            _seats.TryGetValue(feature, out var n);
            _seats[feature] = n + 1;
        }
    }

    public void Give(string feature)
    {
        lock (typeof(LicenseManager))
        {
            _seats[feature]--; // BUG: A5
        }
    }

    public void GiveFixed(string feature)
    {
        lock (this)
            _seats[feature]--;
    }
}
