using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>The listed paths as a tree: a child for each name that can come next.</summary>
internal sealed class PathNode
{
    private readonly Dictionary<string, PathNode> _children = new(StringComparer.Ordinal);

    /// <summary>The paths that end here.</summary>
    public List<ListedPath> Ends { get; } = [];

    /// <summary>The names that can come next.</summary>
    public IEnumerable<string> Names => _children.Keys;

    /// <summary>The paths that end here or further on.</summary>
    public IEnumerable<ListedPath> All() => Ends.Concat(_children.Values.SelectMany(child => child.All()));

    public PathNode? Child(string name) => _children.TryGetValue(name, out var child) ? child : null;

    /// <summary>The paths of an argument, of the method's attribute or else of the class's; null when neither lists any.</summary>
    public static PathNode? Read(IReadOnlyList<ListedPath>? paths)
    {
        if (paths is null)
        {
            return null;
        }

        var root = new PathNode();
        foreach (var path in paths)
        {
            var node = root;
            foreach (var name in path.Text.Split('.'))
            {
                if (!node._children.TryGetValue(name, out var child))
                {
                    node._children.Add(name, child = new PathNode());
                }

                node = child;
            }

            node.Ends.Add(path);
        }

        return root;
    }

    /// <summary>The elements of an argument that is a list of paths; null when it is not given.</summary>
    public static IReadOnlyList<ListedPath>? Listed(AttributeData? attribute, string argument)
    {
        if (attribute is null || KnownAttributes.Argument(attribute, argument) is not { Kind: TypedConstantKind.Array, IsNull: false } list)
        {
            return null;
        }

        var paths = new List<ListedPath>();
        for (var i = 0; i < list.Values.Length; i++)
        {
            if (list.Values[i].Value is string text)
            {
                paths.Add(new ListedPath(text, attribute, argument, i));
            }
        }

        return paths;
    }
}
