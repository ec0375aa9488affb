// source: idiom: children are moved by their setter, the walk is over a copied list, or over a stack
// class: A1
using System.Collections.Generic;

namespace Corpus.Own.C622;

public sealed class Item
{
    private readonly SortedDictionary<int, Item> _children = new();
    private Item? _parent;

    public int Id { get; init; }

    public Item? Parent
    {
        get => _parent;
        set
        {
            _parent?._children.Remove(Id);
            _parent = value;
            _parent?._children.Add(Id, this);
        }
    }

    public void MoveAllTo(Item target)
    {
        foreach (var child in new List<Item>(_children.Values))
            child.Parent = target;
    }

    public int CountAll()
    {
        var count = 0;
        var stack = new Stack<Item>();
        stack.Push(this);
        while (stack.TryPop(out var item))
        {
            count++;
            foreach (var child in item._children.Values)
                stack.Push(child);
        }

        return count;
    }

    public void Rename(int offset)
    {
        foreach (var child in _children.Values)
            child.Rename(offset + 1);
    }
}
