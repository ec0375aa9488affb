using System;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Retyping;

/// <summary>Is everything that can see a declaration in the solution? Only then may its type change.</summary>
internal static class Reach
{
    // Attributes that say nothing about what a member's type has to be.
    private static readonly string[] HarmlessAttributes =
    [
        "ThreadStaticAttribute", "ObsoleteAttribute", "NonSerializedAttribute", "CompilerGeneratedAttribute", "SuppressMessageAttribute",
        "DebuggerBrowsableAttribute", "NotNullAttribute", "MaybeNullAttribute", "AllowNullAttribute", "DisallowNullAttribute", "MemberNotNullAttribute",
        "JsonIgnoreAttribute", "IgnoreDataMemberAttribute", "XmlIgnoreAttribute", "NullableAttribute",
    ];

    private static readonly string[] SerializedTypes = ["SerializableAttribute", "DataContractAttribute", "MessagePackObjectAttribute", "ProtoContractAttribute"];

    /// <summary>
    /// Whether the type of a local, parameter, field, property or method result may change; with <paramref name="includesPublicApi"/> also where
    /// code outside of the solution can see it.
    /// </summary>
    public static bool IsWithin(Solution solution, ISymbol symbol, bool includesPublicApi)
    {
        if (symbol.DeclaringSyntaxReferences.Length != 1 || symbol.GetAttributes().Any(attribute => !IsHarmless(attribute)))
        {
            return false;
        }

        return symbol switch
        {
            ILocalSymbol local => local is { RefKind: RefKind.None, IsConst: false },
            IParameterSymbol parameter => parameter is { RefKind: RefKind.None, IsParams: false, ContainingSymbol: IMethodSymbol method }
                && method is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.Constructor, ContainingType.IsRecord: false }
                && IsMethodWithin(solution, method, includesPublicApi),
            IMethodSymbol method => method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction && method.RefKind is RefKind.None && IsMethodWithin(solution, method, includesPublicApi),
            IFieldSymbol field => field is { RefKind: RefKind.None, AssociatedSymbol: null } && IsMemberWithin(solution, field, includesPublicApi),
            IPropertySymbol property => property is { RefKind: RefKind.None, IsIndexer: false } && !IsDispatched(property) && IsMemberWithin(solution, property, includesPublicApi),
            _ => false,
        };
    }

    private static bool IsMethodWithin(Solution solution, IMethodSymbol method, bool includesPublicApi) =>
        method.MethodKind is MethodKind.LocalFunction
        || (!IsDispatched(method) && method.PartialDefinitionPart is null && method.PartialImplementationPart is null && !method.IsExtern && (includesPublicApi || IsVisibleWithin(solution, method)));

    private static bool IsMemberWithin(Solution solution, ISymbol member, bool includesPublicApi) =>
        (includesPublicApi || IsVisibleWithin(solution, member))

        // What serializers and binders find by reflection, however little of the type is public.
        && (includesPublicApi || member.IsStatic || member.DeclaredAccessibility is not Accessibility.Public)
        && !(member.ContainingType.GetAttributes().Any(attribute => SerializedTypes.Contains(attribute.AttributeClass?.Name))
            && !member.IsStatic && member.GetAttributes().All(attribute => attribute.AttributeClass?.Name is not ("NonSerializedAttribute" or "IgnoreDataMemberAttribute")))
        && !(member.ContainingType.IsRecord && member.DeclaringSyntaxReferences[0].GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax);

    private static bool IsDispatched(ISymbol member) =>
        member.IsVirtual || member.IsAbstract || member.IsOverride || member.ContainingType.TypeKind is TypeKind.Interface
        || member.ContainingType.AllInterfaces
            .SelectMany(implemented => implemented.GetMembers())
            .Any(declared => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(declared), member));

    private static bool IsVisibleWithin(Solution solution, ISymbol member)
    {
        var isPrivate = false;
        for (var candidate = member; candidate is not null and not INamespaceSymbol; candidate = candidate.ContainingSymbol)
        {
            isPrivate |= candidate.DeclaredAccessibility is Accessibility.Private;
        }

        if (isPrivate)
        {
            return true;
        }

        var isInternal = false;
        for (var candidate = member; candidate is not null and not INamespaceSymbol; candidate = candidate.ContainingSymbol)
        {
            isInternal |= candidate.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal;
        }

        return isInternal && member.ContainingAssembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass.IsNamed("System.Runtime.CompilerServices", "InternalsVisibleToAttribute"))
            .Select(attribute => attribute.ConstructorArguments is [{ Value: string friend }, ..] ? friend.Split(',')[0].Trim() : string.Empty)
            .All(friend => friend == "DynamicProxyGenAssembly2"
                || solution.Projects.Any(project => string.Equals(project.AssemblyName, friend, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsHarmless(AttributeData attribute) => HarmlessAttributes.Contains(attribute.AttributeClass?.Name);
}
