using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// Recognises the constructors and methods that make a dictionary of any object by reflection, each time: those of the framework,
/// and those that the user lists.
/// </summary>
internal static class ReflectingCalls
{
    /// <summary>The object that <paramref name="operation"/> converts; null where it converts none. <paramref name="listed"/> are full names separated by commas.</summary>
    public static IOperation? ConvertedBy(IOperation operation, string listed, KnownTypes types)
    {
        var (method, given) = operation switch
        {
            IObjectCreationOperation { Constructor: { } constructor, Arguments: [var first, ..] } => (constructor, first),
            IInvocationOperation { TargetMethod: { } called, Arguments: [var first, ..] } => (called, first),
            _ => (null, null),
        };
        return given is { Parameter: { Ordinal: 0, Type.SpecialType: SpecialType.System_Object } } && (IsKnown(method!) || IsListed(method!, listed)) && IsObject(given.Value.Unwrapped(), types)
            ? given.Value.Unwrapped()
            : null;
    }

    // ASP.NET Core has a class of the same name that compiles and keeps its accessors.
    private static bool IsKnown(IMethodSymbol method) => method.MethodKind is MethodKind.Constructor && method.ContainingType.IsNamed("System.Web.Routing", "RouteValueDictionary");

    private static bool IsListed(IMethodSymbol method, string listed)
    {
        var name = method.MethodKind is MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        if (listed.IndexOf(name, StringComparison.Ordinal) < 0)
        {
            return false;
        }

        var full = method.ContainingType.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithGenericsOptions(SymbolDisplayGenericsOptions.None));
        full = method.MethodKind is MethodKind.Constructor ? full : $"{full}.{name}";
        return listed.Split(',').Any(candidate => candidate.Trim().Replace('+', '.') == full);
    }

    // What is a dictionary already is copied; of what is only an object nothing is known.
    private static bool IsObject(IOperation given, KnownTypes types) =>
        given is { ConstantValue.HasValue: false, Type: { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } type } && !NamedPairs.IsDictionary(type, types)
        && types.KindOf(type) is CollectionKind.None;
}
