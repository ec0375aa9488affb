using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>What was found wrong with a method so far, and which path of members leads to where it is read now?</summary>
internal sealed class MappingProblems(ISymbol method)
{
    private readonly List<MappingProblem> _found = [];
    private readonly List<string> _path = [];

    public IReadOnlyList<MappingProblem> Found => _found;

    /// <summary>The path to the member that is read.</summary>
    public string Path => string.Join(".", _path);

    /// <summary>How many members it has.</summary>
    public int PathLength => _path.Count;

    public string PathTo(string name) => string.Join(".", _path.Append(name));

    public void Enter(string name) => _path.Add(name);

    public void Leave() => _path.RemoveAt(_path.Count - 1);

    public void Add(MappingProblem problem) => _found.Add(problem);

    public void AddRange(IEnumerable<MappingProblem> problems) => _found.AddRange(problems);

    /// <summary>Something wrong with a type, at the path that is read.</summary>
    public void AddHere(MappingProblemKind kind, ITypeSymbol type, ISymbol? member = null) =>
        _found.Add(new MappingProblem(kind, method) { Member = member, Type = type, Name = Path });

    /// <summary>The same, where once is enough for the method.</summary>
    public void AddOnce(MappingProblemKind kind, ITypeSymbol type)
    {
        if (!_found.Any(problem => problem.Kind == kind))
        {
            AddHere(kind, type);
        }
    }
}
