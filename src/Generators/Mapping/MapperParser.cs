using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Generators.Mapping;

/// <summary>
/// Reads a class that is marked [DictionaryMapper]: what is to be generated for it, and what is wrong with it. The generator and
/// the analyzers read with the same eyes: this folder is compiled into both.
/// </summary>
internal static class MapperParser
{
    /// <summary>What the generated methods are marked with, so that they are known again.</summary>
    public const string Tool = "DictionaryAnalyzers.Generators";

    /// <summary>What the compiler says of type parameters that are called otherwise in the other half of a partial method.</summary>
    private const string DifferentNames = "CS8826";

    /// <summary>Names without the @ of keywords, for the name of a file.</summary>
    private static readonly SymbolDisplayFormat Plain = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Reads a mapper.</summary>
    /// <param name="mapper">The class.</param>
    /// <param name="compilation">The compilation that it is declared in.</param>
    /// <param name="isSensitive">Which members are sensitive; null asks nothing of that kind.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static MapperParse Read(INamedTypeSymbol mapper, Compilation compilation, Func<ISymbol, bool>? isSensitive, CancellationToken cancellationToken)
    {
        // A class without a name is being typed.
        if (mapper.Name.Length == 0 || KnownAttributes.Find(mapper, KnownAttributes.Mapper) is not { } attribute)
        {
            return new MapperParse(null, []);
        }

        var problems = ImmutableArray.CreateBuilder<MappingProblem>();
        if (!mapper.IsStatic)
        {
            problems.Add(new MappingProblem(MappingProblemKind.ClassNotStatic, mapper) { Attribute = attribute });
        }

        for (var type = mapper; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                problems.Add(new MappingProblem(MappingProblemKind.TypeOfOneFile, mapper) { Type = type, Attribute = attribute });
            }

            if (!IsPartial(type, cancellationToken))
            {
                problems.Add(new MappingProblem(MappingProblemKind.TypeNotPartial, mapper) { Type = type, Attribute = attribute });
            }
        }

        var methods = new List<MethodModel>();
        var refused = new List<IMethodSymbol>();
        var ours = new List<IMethodSymbol>();
        var declared = new HashSet<string>(StringComparer.Ordinal);
        var suppressed = new SortedSet<string>(StringComparer.Ordinal);
        var sourceMembers = new SourceMembers(compilation, mapper);
        var include = PathNode.Listed(attribute, OptionsReader.Include);
        var exclude = PathNode.Listed(attribute, OptionsReader.Exclude);
        foreach (var method in mapper.GetMembers().OfType<IMethodSymbol>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mapping = KnownAttributes.Find(method, KnownAttributes.Mapping);
            if (!method.IsPartialDefinition)
            {
                if (mapping is not null && method is { MethodKind: MethodKind.Ordinary, PartialDefinitionPart: null })
                {
                    problems.Add(new MappingProblem(MappingProblemKind.MethodNotPartial, method) { Attribute = mapping });
                }

                continue;
            }

            // Declared twice is an error of the compiler's; it is generated once all the same.
            if (!IsOurs(method, mapping) || !declared.Add(SignatureOf(method)))
            {
                continue;
            }

            var ownInclude = PathNode.Listed(mapping, OptionsReader.Include);
            var ownExclude = PathNode.Listed(mapping, OptionsReader.Exclude);
            var reader = new MethodReader(method, attribute, sourceMembers, ownInclude ?? include, ownExclude ?? exclude, isSensitive, cancellationToken);
            var model = reader.Read();
            problems.AddRange(reader.Problems);
            var lost = (ownInclude ?? []).Concat(ownExclude ?? []).Where(path => path is { IsFound: false, Failure: not null }).ToArray();
            problems.AddRange(lost.Select(path => path.Failure!));
            if (model is not null && lost.Length == 0)
            {
                methods.Add(model);
                suppressed.UnionWith(reader.Suppressed);
            }
            else if (sourceMembers.CanName(method) && (reader.Problems.Count == 0 || reader.Problems.Any(problem => !TypeShapes.IsBroken(problem.Type))))
            {
                refused.Add(method);
            }

            if (method.TypeParameters.Any(TypeNames.IsRenamed))
            {
                suppressed.Add(DifferentNames);
            }

            ours.Add(method);
        }

        // What the class lists holds for all its methods: a path is wrong when it leads nowhere in any of them.
        var lostByAll = (include ?? []).Concat(exclude ?? []).Where(path => path is { IsFound: false, Failure: not null }).Select(path => path.Failure!).ToArray();
        problems.AddRange(lostByAll);

        var found = problems.ToImmutable();
        if (!mapper.IsStatic || lostByAll.Length > 0)
        {
            methods.Clear();
            refused = ours;
        }

        // Nothing can be added to what is not partial, and what need not be implemented is not.
        var signatures = refused.Where(method => IsPromise(method) && Signatures.IsWhole(method, cancellationToken)).Select(method => Signatures.Of(method, cancellationToken)).ToArray();
        return methods.Count + signatures.Length == 0 || found.Any(problem => problem is { Kind: MappingProblemKind.TypeNotPartial or MappingProblemKind.TypeOfOneFile })
            ? new MapperParse(null, found)
            : new MapperParse(Model(mapper, methods, signatures, suppressed), found);
    }

    private static MapperModel Model(INamedTypeSymbol mapper, List<MethodModel> methods, SignatureModel[] refused, SortedSet<string> suppressed)
    {
        var types = new List<INamedTypeSymbol>();
        for (var type = mapper; type is not null; type = type.ContainingType)
        {
            types.Insert(0, type);
        }

        var space = mapper.ContainingNamespace.IsGlobalNamespace ? "" : mapper.ContainingNamespace.ToDisplayString(Plain);
        return new MapperModel
        {
            HintName = (space.Length > 0 ? space + "." : "") + string.Join(".", types.Select(type => type.MetadataName)),
            Namespace = mapper.ContainingNamespace.IsGlobalNamespace ? "" : mapper.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)),
            TypeHeaders = new EquatableArray<string>(types.Select((type, i) => (i == types.Count - 1 && mapper.IsStatic ? "static " : "") + Signatures.Header(type))),
            Methods = new EquatableArray<MethodModel>(methods),
            Refused = new EquatableArray<SignatureModel>(refused),
            Suppressed = new EquatableArray<string>(suppressed),
        };
    }

    /// <summary>What tells the methods of a class apart.</summary>
    private static string SignatureOf(IMethodSymbol method) =>
        $"{method.Name}`{method.Arity}({string.Join(", ", method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))})";

    /// <summary>Whether a partial method waits for this generator: marked, or of a known shape, or at least nobody else's.</summary>
    private static bool IsOurs(IMethodSymbol method, AttributeData? mapping)
    {
        if (method.PartialImplementationPart is { } written && !IsGeneratedByUs(written))
        {
            return false;
        }

        return mapping is not null || MethodReader.HasKnownShape(method) || (IsPromise(method) && method.GetAttributes().All(attribute => IsGeneratedCode(attribute)));
    }

    /// <summary>Whether a partial method has to have an implementation.</summary>
    private static bool IsPromise(IMethodSymbol method) => !method.ReturnsVoid || method.DeclaredAccessibility != Accessibility.Private;

    private static bool IsGeneratedByUs(IMethodSymbol method) =>
        method.GetAttributes().Any(attribute => IsGeneratedCode(attribute) && attribute.ConstructorArguments is [{ Value: Tool }, ..]);

    private static bool IsGeneratedCode(AttributeData attribute) => TypeNames.Is(attribute.AttributeClass, KnownAttributes.GeneratedCode);

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
