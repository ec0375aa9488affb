using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Mapping;

/// <summary>
/// Answers which members of a known type a list made by reflection has, in its order, after the filters on its way: what
/// <c>typeof(T).GetProperties(..).Where(..)</c> gives at run time.
/// </summary>
internal sealed class ReflectedMembers(CompilationModel model, MemberTests tests)
{
    private const int DeclaredOnly = 2;
    private const int Instance = 4;
    private const int Static = 8;
    private const int Public = 16;
    private const int NonPublic = 32;

    /// <summary>The members; null where that is not known, and where reading one of them would fail.</summary>
    public IReadOnlyList<ISymbol>? Of(IOperation list, INamedTypeSymbol type)
    {
        list = list.Unwrapped();
        if (ReflectionMembers.Lists(list, out _))
        {
            return list is not IInvocationOperation { TargetMethod: { Name: "GetProperties" or "GetFields" } method } call ? null
                : method.ContainingType.Name == "TypeDescriptor" ? call.Arguments.Length == 1 && !DescribesItself(type) ? Listed(type, Instance | Public, isFields: false) : null
                : FlagsOf(call) is { } flags ? Listed(type, flags, method.Name == "GetFields") : null;
        }

        if (Source(list) is not { } source)
        {
            return null;
        }

        return list is IInvocationOperation { TargetMethod.Name: "Where" } where
            ? (where.Argument(1)?.Unwrapped() as IDelegateCreationOperation)?.Target is IAnonymousFunctionOperation { Symbol.Parameters.Length: 1 } filter ? Filtered(Of(source, type), filter) : null
            : Of(source, type);
    }

    /// <summary>The reflection call at the beginning of <paramref name="list"/>; null where it is not known.</summary>
    public IOperation? ListingOf(IOperation list)
    {
        list = list.Unwrapped();
        return ReflectionMembers.Lists(list, out _) ? list : Source(list) is { } source ? ListingOf(source) : null;
    }

    // What a list is made of that has the same members, or fewer.
    private IOperation? Source(IOperation list) => list switch
    {
        ITranslatedQueryOperation { Operation: var query } => query,
        ILocalReferenceOperation { Local.RefKind: RefKind.None } local => OwnValue.Of(local, model),
        IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: true } field } when model.Members.WritesOf(field, default) is { AreComplete: true, Values: [{ } value] } => value,
        IInvocationOperation { TargetMethod: { Name: "ToArray" or "ToList" or "AsEnumerable" or "Cast" or "Where" } method } call when KnownTypes.Is(method.ContainingType, model.Types.Enumerable) => call.Argument(0),
        _ => null,
    };

    /// <summary>Those of <paramref name="members"/> for which <paramref name="test"/> holds; null where one is not known.</summary>
    public IReadOnlyList<ISymbol>? Filtered(IReadOnlyList<ISymbol>? members, IOperation test, bool expected = true)
    {
        if (members is null)
        {
            return null;
        }

        var answers = members.Select(member => tests.Holds(test, member)).ToArray();
        return answers.Contains(null) ? null : [.. members.Where((_, index) => answers[index] == expected)];
    }

    /// <summary>Whether each of <paramref name="members"/> can be read through a public getter, and so without reflection too.</summary>
    public static bool AreReadable(IEnumerable<ISymbol> members) => members.All(member => member switch
    {
        IPropertySymbol { IsStatic: false, Parameters.Length: 0, ReturnsByRef: false, ReturnsByRefReadonly: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property => property.Type is not { IsRefLikeType: true } and not IPointerTypeSymbol,
        IFieldSymbol { IsStatic: false, RefKind: RefKind.None } field => field.Type is not IPointerTypeSymbol,
        _ => false,
    });

    private IReadOnlyList<ISymbol>? Filtered(IReadOnlyList<ISymbol>? members, IAnonymousFunctionOperation filter) =>
        filter.Body.Executed().OfType<IReturnOperation>().Where(candidate => candidate.Kind is OperationKind.Return).Take(2).ToArray() is [{ ReturnedValue: { } test }] ? Filtered(members, test) : null;

    private static int? FlagsOf(IInvocationOperation call)
    {
        var arguments = call.Arguments.Where(argument => argument.Parameter?.Type.Name == "BindingFlags").ToArray();
        return arguments.Length == 0 ? Instance | Static | Public
            : arguments is [{ Value.ConstantValue: { HasValue: true, Value: int flags } }] && (flags & NonPublic) == 0 ? flags
            : null;
    }

    // The members that a type declares come before those of its base.
    private static IReadOnlyList<ISymbol>? Listed(INamedTypeSymbol type, int flags, bool isFields)
    {
        var found = new List<ISymbol>();
        if ((flags & Public) == 0)
        {
            return found;
        }

        for (var declaring = type; declaring is { SpecialType: not SpecialType.System_Object and not SpecialType.System_ValueType }; declaring = declaring.BaseType)
        {
            foreach (var member in declaring.GetMembers())
            {
                var isListed = isFields
                    ? member is IFieldSymbol { IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public }
                    : member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public };

                // Static members of a base are not listed without FlattenHierarchy.
                if (isListed && (member.IsStatic ? (flags & Static) != 0 && SymbolEqualityComparer.Default.Equals(declaring, type) : (flags & Instance) != 0))
                {
                    if (found.FirstOrDefault(other => other.Name == member.Name) is not { } other)
                    {
                        found.Add(member);
                    }
                    else if (!Overrides(other, member))
                    {
                        // One that hides another is listed beside it.
                        return null;
                    }
                }
            }

            if ((flags & DeclaredOnly) != 0)
            {
                break;
            }
        }

        return found;
    }

    private static bool Overrides(ISymbol member, ISymbol overridden)
    {
        for (var candidate = (member as IPropertySymbol)?.OverriddenProperty; candidate is not null; candidate = candidate.OverriddenProperty)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, overridden.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static bool DescribesItself(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(implemented => implemented.Name == "ICustomTypeDescriptor") || type.BaseType is { SpecialType: not SpecialType.System_Object and not SpecialType.System_ValueType }
        || type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "TypeDescriptionProviderAttribute" or "MetadataTypeAttribute");
}
