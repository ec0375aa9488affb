using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>On the way back: is a value made again of what it became? On the way forward nobody asks.</summary>
internal sealed class ValueRestoration(SourceMembers sourceMembers, bool readsBack, MappingProblems problems)
{
    /// <summary>How a collection is made of a list or dictionary.</summary>
    public string Build(ITypeSymbol type)
    {
        if (!readsBack)
        {
            return "";
        }

        var build = TypeShapes.BuildOf(type);
        if (build.Length == 0)
        {
            problems.AddHere(MappingProblemKind.MemberNotRestorable, type);
        }

        return build;
    }

    /// <summary>Whether a value that was written in a form of its own says how that is read.</summary>
    public ValueModel FromText(ValueModel basis, ITypeSymbol type, ISymbol? member)
    {
        if (!readsBack || basis.Scalar is not (ScalarKind.Formattable or ScalarKind.Printable))
        {
            return basis;
        }

        var isParsable = sourceMembers.CanParse(type);
        if (!isParsable)
        {
            problems.AddHere(MappingProblemKind.MemberNotRestorable, type, member);
        }

        return basis with { IsParsable = isParsable };
    }
}
