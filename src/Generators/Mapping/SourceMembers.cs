using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>The members of a type that a mapper can read, those of base types first, in the order of their declaration.</summary>
internal sealed class SourceMembers(Compilation compilation, INamedTypeSymbol mapper)
{
    private readonly Dictionary<ITypeSymbol, IReadOnlyList<SourceMember>> _known = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<ISymbol, bool> _global = new(SymbolEqualityComparer.Default);

    public IReadOnlyList<SourceMember> Of(ITypeSymbol type)
    {
        type = TypeNames.NonNull(type);
        if (!_known.TryGetValue(type, out var members))
        {
            _known.Add(type, members = Read(type));
        }

        return members;
    }

    /// <summary>Whether the mapper can read a property or field, whoever else can.</summary>
    public bool CanRead(ISymbol member, ITypeSymbol through) => !IsRefused(member) && member switch
    {
        IPropertySymbol { IsIndexer: false, IsStatic: false, CanBeReferencedByName: true, GetMethod: { } getter } => !IsRefused(getter) && compilation.IsSymbolAccessibleWithin(getter, mapper, through),
        IFieldSymbol { IsStatic: false, CanBeReferencedByName: true } => compilation.IsSymbolAccessibleWithin(member, mapper, through),
        _ => false,
    };

    /// <summary>Whether the mapper can set a member of an object of just this type, at least while the object is made.</summary>
    public bool CanWrite(SourceMember member, ITypeSymbol made) => member.Symbol switch
    {
        IPropertySymbol property => SetterOf(property) is { } setter && !IsRefused(setter) && compilation.IsSymbolAccessibleWithin(setter, mapper, made),
        IFieldSymbol field => !field.IsReadOnly && !field.IsConst,
        _ => false,
    };

    /// <summary>What sets a property: where it overrides the getter alone, that is the setter of what it overrides.</summary>
    public static IMethodSymbol? SetterOf(IPropertySymbol property)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            if (current.SetMethod is { } setter)
            {
                return setter;
            }
        }

        return null;
    }

    /// <summary>Whether the mapper can call a constructor. One that is protected is there for who derives, not for who makes an object.</summary>
    public bool CanCall(IMethodSymbol constructor) => !IsRefused(constructor) && compilation.IsSymbolAccessibleWithin(constructor, mapper, constructor.ContainingType);

    /// <summary>Whether a value of one type can be given where another is asked for.</summary>
    public bool Converts(ITypeSymbol from, ITypeSymbol to) => compilation.ClassifyCommonConversion(from, to) is { IsImplicit: true, IsUserDefined: false };

    /// <summary>Whether generated code can write a type down: not where one that it is made of is in a library that only an <c>extern alias</c> leads to.</summary>
    public bool CanName(ITypeSymbol? type) => type switch
    {
        null => true,
        IArrayTypeSymbol array => CanName(array.ElementType),
        INamedTypeSymbol named => IsGlobal(named.ContainingAssembly) && named.TypeArguments.All(CanName) && CanName(named.ContainingType),
        _ => true,
    };

    /// <summary>Whether generated code can repeat a signature.</summary>
    public bool CanName(IMethodSymbol method) =>
        CanName(method.ReturnType) && method.Parameters.All(parameter => CanName(parameter.Type)) && method.TypeParameters.All(parameter => parameter.ConstraintTypes.All(CanName));

    /// <summary>Whether two types are one to the compiler, whatever the elements of their tuples are called.</summary>
    public bool IsSame(ITypeSymbol one, ITypeSymbol other) => compilation.ClassifyCommonConversion(one, other).IsIdentity;

    /// <summary>Whether a type says itself how it is read from text: <c>IParsable&lt;T&gt;</c>.</summary>
    public bool CanParse(ITypeSymbol type) =>
        compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp11 }
        && type.AllInterfaces.Any(face => TypeNames.Is(face.OriginalDefinition, "System.IParsable`1") && SymbolEqualityComparer.Default.Equals(face.TypeArguments[0], type));

    /// <summary>The members of a type that have to be set when it is made. They can be overridden, and then come twice, and not be hidden.</summary>
    public static IEnumerable<ISymbol> RequiredOf(ITypeSymbol type) =>
        Declaring(type).SelectMany(declaring => declaring.GetMembers()).Where(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });

    private bool IsGlobal(IAssemblySymbol? assembly)
    {
        if (assembly is null || SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly))
        {
            return true;
        }

        if (!_global.TryGetValue(assembly, out var isGlobal))
        {
            var aliases = compilation.GetMetadataReference(assembly)?.Properties.Aliases ?? [];
            _global.Add(assembly, isGlobal = aliases.IsDefaultOrEmpty || aliases.Contains(MetadataReferenceProperties.GlobalAlias));
        }

        return isGlobal;
    }

    private IReadOnlyList<SourceMember> Read(ITypeSymbol type)
    {
        var members = new List<SourceMember?>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var declaring in Declaring(type))
        {
            foreach (var symbol in declaring.GetMembers())
            {
                var value = symbol switch
                {
                    IPropertySymbol property => property.Type,
                    IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
                    _ => null,
                };
                if (value is null || !CanRead(symbol, type))
                {
                    if (Takes(symbol, type))
                    {
                        Take(symbol, members, places);
                        taken.Add(symbol.Name);
                    }

                    continue;
                }

                var cast = type.TypeKind == TypeKind.Interface && taken.Contains(symbol.Name) ? declaring as INamedTypeSymbol : null;
                var member = new SourceMember(symbol, value, cast, IsByDefault(symbol));
                if (!places.TryGetValue(symbol.Name, out var place))
                {
                    places.Add(symbol.Name, members.Count);
                    members.Add(member);
                }
                else if (type.TypeKind == TypeKind.Interface && !declaring.AllInterfaces.Contains(members[place]!.Symbol.ContainingType, SymbolEqualityComparer.Default))
                {
                    // Two interfaces that know nothing of each other have a member of this name: the first is meant, and said so.
                    members[place] = members[place]! with { Cast = members[place]!.Symbol.ContainingType };
                }
                else
                {
                    members[place] = member;
                }
            }
        }

        return [.. members.OfType<SourceMember>()];
    }

    /// <summary>Whether what cannot be read takes the name of what could, a method that of a property of a base type.</summary>
    private bool Takes(ISymbol symbol, ITypeSymbol type) =>
        symbol switch
        {
            IPropertySymbol property => property is { IsIndexer: false, IsOverride: false },
            INamedTypeSymbol nested => nested.Arity == 0 && type.TypeKind != TypeKind.Interface,
            _ => true,
        }
        && symbol.CanBeReferencedByName
        && compilation.IsSymbolAccessibleWithin(symbol, mapper, symbol is INamedTypeSymbol ? null : type);

    /// <summary>The name no longer means the member that it meant; of two interfaces that know nothing of each other it means both, and the one is said.</summary>
    private static void Take(ISymbol symbol, List<SourceMember?> members, Dictionary<string, int> places)
    {
        if (!places.TryGetValue(symbol.Name, out var place) || members[place] is not { } member)
        {
            return;
        }

        if (symbol.ContainingType is { TypeKind: TypeKind.Interface } face && !face.AllInterfaces.Contains(member.Symbol.ContainingType, SymbolEqualityComparer.Default))
        {
            members[place] = member with { Cast = member.Symbol.ContainingType };
            return;
        }

        members[place] = null;
        places.Remove(symbol.Name);
    }

    /// <summary>Whether the compiler refuses whoever uses it: [Obsolete("..", error: true)].</summary>
    public static bool IsRefused(ISymbol member) =>
        KnownAttributes.Find(member, KnownAttributes.Obsolete) is { ConstructorArguments: [_, { Value: true }] };

    private static bool IsByDefault(ISymbol symbol) =>
        symbol is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public };

    private static IEnumerable<ITypeSymbol> Declaring(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Interface } face)
        {
            var faces = new List<ITypeSymbol>();
            AddBasesFirst(face, faces);
            return faces;
        }

        var types = new Stack<ITypeSymbol>();
        for (var current = type; current is { SpecialType: not SpecialType.System_Object and not SpecialType.System_ValueType }; current = current.BaseType)
        {
            types.Push(current);
        }

        return types;
    }

    private static void AddBasesFirst(INamedTypeSymbol face, List<ITypeSymbol> faces)
    {
        foreach (var basis in face.Interfaces)
        {
            AddBasesFirst(basis, faces);
        }

        if (!faces.Contains(face, SymbolEqualityComparer.Default))
        {
            faces.Add(face);
        }
    }
}
