// source: own, after the description: every branch after the change returns or throws
// class: A1
using System;
using System.Collections.Generic;

namespace Corpus.Own.C205;

public sealed class ApprovalBoard
{
    private readonly SortedDictionary<int, string> _votes = new();

    public void Vote(int member, string choice) => _votes[member] = choice;

    public string Resolve(int chair)
    {
        foreach (var (member, choice) in _votes)
        {
            if (member != chair)
                continue;
            _votes[member] = "closed";
            switch (choice)
            {
                case "yes":
                    return "accepted";
                case "no":
                    return "rejected";
                default:
                    throw new FormatException(choice);
            }
        }

        return "open";
    }
}
