// source: own, after the description: AddRange, a Queue and a spread with a first element
// class: A4
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Corpus.Own.R365;

public static class Report
{
    private static readonly ConcurrentDictionary<string, int> s_today = new();
    private static readonly ConcurrentDictionary<string, int> s_yesterday = new();

    public static void Sold(string article) => s_today.AddOrUpdate(article, 1, static (_, sold) => sold + 1);

    public static void Return(string article) => s_today.TryRemove(article, out _);

    public static List<KeyValuePair<string, int>> Rows()
    {
        var rows = new List<KeyValuePair<string, int>>();
        rows.AddRange(s_today); // BUG: A4
        return rows;
    }

    public static Queue<KeyValuePair<string, int>> Work()
    {
        return new Queue<KeyValuePair<string, int>>(s_today); // BUG: A4
    }

    public static KeyValuePair<string, int>[] WithTotal(int total)
    {
        return [new("total", total), .. s_today]; // BUG: A4
    }

    public static List<KeyValuePair<string, int>> RowsFixed()
    {
        var rows = new List<KeyValuePair<string, int>>();
        rows.AddRange(s_today.ToArray());
        return rows;
    }

    public static KeyValuePair<string, int>[] WithTotalFixed(int total) => [new("total", total), .. s_today.ToArray()];

    public static Dictionary<string, int> YesterdayFixed() => new(s_yesterday);
}
