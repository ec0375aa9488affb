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
    /// <summary>The object that <paramref name="operation"/> might convert, if it is one of these: an object in place of a first parameter that takes any; null for all else.</summary>
    public static IOperation? GivenTo(IOperation operation, KnownTypes types)
    {
        var arguments = operation switch
        {
            IObjectCreationOperation creation => creation.Arguments,
            IInvocationOperation { TargetMethod.ReturnsVoid: false } call => call.Arguments,
            _ => [],
        };
        return !arguments.IsDefaultOrEmpty && arguments[0] is { Parameter: { Ordinal: 0, Type.SpecialType: SpecialType.System_Object }, Value: var value } && value.Unwrapped() is var given && IsObject(given, types)
            ? given
            : null;
    }

    /// <summary>Whether <paramref name="operation"/> is one of them. <paramref name="listed"/> are full names separated by commas.</summary>
    public static bool Converts(IOperation operation, string listed) => operation switch
    {
        IObjectCreationOperation { Constructor: { } constructor } => IsKnown(constructor) || IsListed(constructor, listed),
        IInvocationOperation { TargetMethod: var method } => IsListed(method, listed),
        _ => false,
    };

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
