// source: own, after the description: removal loop over Keys.ToList() of a sorted dictionary
// class: A1
using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Own.C209;

public sealed class CertificateStore
{
    private readonly SortedDictionary<string, DateTime> _expiry = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string thumbprint, DateTime expiry) => _expiry[thumbprint] = expiry;

    public void DropExpired(DateTime now)
    {
        foreach (var thumbprint in _expiry.Keys.ToList())
        {
            if (_expiry[thumbprint] < now)
                _expiry.Remove(thumbprint);
        }
    }
}
