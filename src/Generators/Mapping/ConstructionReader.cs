using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>
/// How is an object made of the entries that its members become? The constructor that leaves the fewest members out is called, and of several the
/// one with the fewest parameters, which are found by name; what it does not take is set. The constructor that every structure has comes last.
/// </summary>
internal sealed class ConstructionReader(IMethodSymbol method, SourceMembers sourceMembers, bool nullsAreMissing)
{
    private const string JsonConstructor = "System.Text.Json.Serialization.JsonConstructorAttribute";
    private const string SetsRequiredMembers = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";

    /// <summary>The constructors that are called.</summary>
    public List<IMethodSymbol> Chosen { get; } = [];

    /// <summary>The same entries with what says how they get into the object; null, and a problem, where none can be made.</summary>
    public List<(EntryModel Model, SourceMember Member)>? Complete(
        ITypeSymbol type, List<(EntryModel Model, SourceMember Member)> entries, Func<SourceMember, bool> isWanted, MappingProblems problems)
    {
        if (type is not INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } named)
        {
            problems.Add(new MappingProblem(MappingProblemKind.NoConstructor, method) { Type = type, Text = "it is abstract" });
            return null;
        }

        var candidates = Candidates(named).Select(constructor => new Candidate(constructor, entries, sourceMembers)).ToArray();
        var best = candidates
            .Where(candidate => candidate.Reason is null)
            .OrderBy(candidate => candidate.Lost.Count(lost => isWanted(lost) || IsKept(lost)))
            .ThenBy(candidate => candidate.Constructor.IsImplicitlyDeclared && named.IsValueType)
            .ThenBy(candidate => candidate.Constructor.Parameters.Length)
            .FirstOrDefault();
        if (best is null)
        {
            var nearest = candidates.OrderBy(candidate => candidate.Constructor.Parameters.Length).FirstOrDefault();
            problems.Add(new MappingProblem(MappingProblemKind.NoConstructor, method)
            {
                Type = nearest?.Broken ?? type,
                Text = nearest?.Reason ?? "it has no constructor that can be called from here",
            });
            return null;
        }

        Chosen.Add(best.Constructor);
        foreach (var lost in best.Lost)
        {
            if (isWanted(lost) || IsKept(lost))
            {
                problems.Add(new MappingProblem(MappingProblemKind.MemberNotWritable, method) { Member = lost.Symbol, Type = type, Name = problems.PathTo(lost.Name) });
            }
        }

        return [.. entries.Select(entry => (entry.Model with { Target = Target(entry.Model, entry.Member, best, type) }, entry.Member))];
    }

    private TargetModel Target(EntryModel entry, SourceMember member, Candidate chosen, ITypeSymbol made)
    {
        var nullIsMissing = nullsAreMissing || entry.OmitsNull;
        if (chosen.ParameterOf(member) is { } parameter)
        {
            var taken = Taken(parameter, member);
            return new TargetModel
            {
                Kind = TargetKind.Argument,
                Type = TypeOf(taken),
                AllowsNull = AllowsNull(taken),
                IsRequired = !parameter.IsOptional && !(nullIsMissing && AllowsNull(taken)),
                Parameter = TypeNames.Identifier(parameter.Name),
                Default = parameter.IsOptional ? Default(parameter) : "default",
            };
        }

        var isRequired = IsRequired(member.Symbol) && !chosen.SetsRequired;
        var isInit = member.Symbol is IPropertySymbol property && SourceMembers.SetterOf(property) is { IsInitOnly: true };
        var set = Attributed(member.Type, member.Symbol);
        return new TargetModel
        {
            Kind = !sourceMembers.CanWrite(member, made) ? Filling(member) : isRequired || isInit ? TargetKind.Initializer : TargetKind.Setter,
            Type = TypeOf(set),
            AllowsNull = AllowsNull(set),
            IsAutomatic = AutomaticSetters.Sets(member.Symbol, made),
            IsRequired = isRequired && !(nullIsMissing && AllowsNull(set) && AllowsNull(member.Type)),
            Default = isRequired ? "default" : "",
        };
    }

    /// <summary>The type of what a parameter is given: the parameter's, or the member's where that is another, and null only where the parameter takes it.</summary>
    private static ITypeSymbol Taken(IParameterSymbol parameter, SourceMember member)
    {
        var isSame = SymbolEqualityComparer.Default.Equals(parameter.Type, member.Type);
        var type = isSame ? parameter.Type : member.Type;
        var takesNull = isSame || AllowsNull(parameter.Type);
        return Attributed(takesNull ? type : TypeNames.NonNull(type), parameter);
    }

    /// <summary>What attributes say that a member or parameter takes, whatever its type says.</summary>
    private static ITypeSymbol Attributed(ITypeSymbol type, ISymbol target) =>
        KnownAttributes.Find(target, KnownAttributes.DisallowNull) is not null ? TypeNames.NonNull(TypeShapes.Underlying(type))
        : KnownAttributes.Find(target, KnownAttributes.AllowNull) is not null && type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.Annotated)
        : type;

    /// <summary>What cannot be set can still be filled, where it is a collection.</summary>
    private TargetKind Filling(SourceMember member) => Fillings.Of(member.Type, sourceMembers.Converts);

    /// <summary>The type of a variable. Where nothing is said about null, it may be null.</summary>
    private static string TypeOf(ITypeSymbol type) => TypeNames.Of(type.IsReferenceType && AllowsNull(type) ? type.WithNullableAnnotation(NullableAnnotation.Annotated) : type);

    private static bool AllowsNull(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (!type.IsValueType && type.NullableAnnotation != NullableAnnotation.NotAnnotated)
        || type is ITypeParameterSymbol { IsValueType: false, IsReferenceType: false };

    private IEnumerable<IMethodSymbol> Candidates(INamedTypeSymbol type)
    {
        var all = type.InstanceConstructors
            .Where(constructor => sourceMembers.CanCall(constructor) && !IsCopy(constructor) && constructor.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In))
            .ToArray();
        var marked = all.Where(constructor => KnownAttributes.Find(constructor, JsonConstructor) is not null).ToArray();
        return marked.Length > 0 ? marked : all;
    }

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    /// <summary>Whether the object keeps the value itself, so that it would be lost. What is computed is not.</summary>
    private static bool IsKept(SourceMember member) =>
        member.Symbol is IFieldSymbol
        || member.Symbol.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, member.Symbol));

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static string Default(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } value)
        {
            return "default";
        }

        var literal = value switch
        {
            double.NaN => "double.NaN",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            float.NaN => "float.NaN",
            float.PositiveInfinity => "float.PositiveInfinity",
            float.NegativeInfinity => "float.NegativeInfinity",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
        };
        return value is string ? literal : $"({TypeNames.Of(TypeShapes.Underlying(parameter.Type))})({literal})";
    }

    /// <summary>A constructor, and which members its parameters are.</summary>
    private sealed class Candidate
    {
        private readonly Dictionary<ISymbol, IParameterSymbol> _parameters = new(SymbolEqualityComparer.Default);

        public Candidate(IMethodSymbol constructor, List<(EntryModel Model, SourceMember Member)> entries, SourceMembers sourceMembers)
        {
            Constructor = constructor;
            Broken = constructor.Parameters.Select(parameter => parameter.Type).FirstOrDefault(TypeShapes.IsBroken);
            SetsRequired = KnownAttributes.Find(constructor, SetsRequiredMembers) is not null;
            foreach (var parameter in constructor.Parameters)
            {
                var member = MemberOf(parameter, [.. entries.Select(entry => entry.Member)]);
                if (member is not null && !_parameters.ContainsKey(member.Symbol) && sourceMembers.Converts(member.Type, parameter.Type))
                {
                    _parameters.Add(member.Symbol, parameter);
                }
                else if (!parameter.IsOptional && !parameter.IsParams)
                {
                    Reason = member is null
                        ? $"the parameter '{parameter.Name}' of its constructor is no mapped member"
                        : $"the parameter '{parameter.Name}' of its constructor is not of the type of the member";
                    return;
                }
            }

            foreach (var required in SourceMembers.RequiredOf(constructor.ContainingType))
            {
                if (!SetsRequired && !entries.Any(entry => entry.Member.Name == required.Name))
                {
                    Reason = $"the required member '{required.Name}' is not mapped";
                    Broken ??= BrokenTypeOf(required);
                    return;
                }
            }

            Lost = [.. entries.Select(entry => entry.Member).Where(member => !_parameters.ContainsKey(member.Symbol) && !sourceMembers.CanWrite(member, constructor.ContainingType) && Fillings.Of(member.Type, sourceMembers.Converts) == TargetKind.None)];
        }

        public IMethodSymbol Constructor { get; }

        public bool SetsRequired { get; }

        /// <summary>Why it cannot be called; null when it can.</summary>
        public string? Reason { get; }

        /// <summary>A type of what it takes, or of what has to be set, that the compiler does not find.</summary>
        public ITypeSymbol? Broken { get; }

        /// <summary>The members that the object would not get.</summary>
        public IReadOnlyList<SourceMember> Lost { get; } = [];

        private static ITypeSymbol? BrokenTypeOf(ISymbol member) =>
            (member is IPropertySymbol property ? property.Type : (member as IFieldSymbol)?.Type) is { } type && TypeShapes.IsBroken(type) ? type : null;

        /// <summary>Its name decides: with a capital, as it is (of a record that comes first, whose members are called like the parameters), and at last whatever its case.</summary>
        private static SourceMember? MemberOf(IParameterSymbol parameter, SourceMember[] members)
        {
            var name = parameter.Name;
            var capital = char.ToUpperInvariant(name[0]) + name.Substring(1);
            var isRecord = parameter.ContainingType.IsRecord;
            return members.FirstOrDefault(member => member.Name == (isRecord ? name : capital))
                ?? members.FirstOrDefault(member => member.Name == (isRecord ? capital : name))
                ?? members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));
        }

        public IParameterSymbol? ParameterOf(SourceMember member) => _parameters.TryGetValue(member.Symbol, out var parameter) ? parameter : null;
    }
}
