using System;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Options;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// <c>HashSet&lt;T&gt;</c> becomes <c>ConcurrentDictionary&lt;T, byte&gt;</c>, whose keys are the elements: the framework has no concurrent
/// set. Whoever wants the elements walks the pairs, because <c>Keys</c> copies all of them under all locks.
/// </summary>
internal sealed class ConcurrentSet : Translation
{
    private const string Generic = "System.Collections.Generic";

    /// <summary>The variant of a rule that has found a set, for those who have asked for it by the option.</summary>
    public static RetypingVariant Variant(string key, Func<RepairContext, Diagnostic, ISymbol?> declarationOf) => new(
        key, "Change to ConcurrentDictionary<T, byte>", (context, diagnostic) => IsAskedFor(context) ? declarationOf(context, diagnostic) : null, () => new ConcurrentSet());

    // A set may have null in it, a dictionary no such key.
    public override bool IsMap(ITypeSymbol? type, KnownTypes types) =>
        types.HasConcurrentDictionary
        && type is INamedTypeSymbol { TypeArguments: [var element] } named && types.IsKnown(named) && IsNeverNull(element)
        && (types.KindOf(named) is CollectionKind.HashSet || named.IsNamed(Generic, "ISet") || named.IsNamed(Generic, "IReadOnlySet"));

    public override bool Changes(ElementRole role) => role is ElementRole.Map;

    public override bool RewriteType(RetypedDocument document, TypeSyntax written, ITypeSymbol type, ElementRole role)
    {
        var bare = written is NullableTypeSyntax { ElementType: var inner } ? inner : written;
        if (role is not ElementRole.Map || type is not INamedTypeSymbol { TypeArguments: [var element] } || bare is not NameSyntax)
        {
            return false;
        }

        if (WrittenNames.GenericIn(bare) is { } generic)
        {
            document.Edits.Replace(TextSpan.FromBounds(bare.SpanStart, generic.Identifier.Span.End), ConcurrentMap.NameAt(document, bare));
            document.Edits.Append(generic.TypeArgumentList.Arguments[0].Span, ", byte");
        }
        else
        {
            document.Edits.Replace(bare.Span, SetCreation.TypeAt(document, element, bare));
        }

        return true;
    }

    public override bool Meets(RetypedDocument document, IOperation map)
    {
        var used = map;
        while (used.Parent is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
        {
            used = used.Parent;
        }

        return used.Parent switch
        {
            _ when ElementReader.QuerySource(map) is not null => SetElements.Take(document, map),
            IForEachLoopOperation loop when loop.Collection == used => SetElements.Walk(document, map, loop),
            ISpreadOperation => SetElements.Take(document, map),

            // How many there are is the same of elements and of pairs.
            IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { Instance: null } call }
                when DictionaryUse.TryGet(call, document.Facts.Types) is { Verb: Verb.Count } => true,
            IConversionOperation { Type: { } wanted } when IsSequence(wanted) => SetElements.Take(document, map),
            _ => used is not IConversionOperation { Type: { } target } || !IsSequence(target) || SetElements.Take(document, map),
        };
    }

    public override bool Converts(ITypeSymbol target, IOperation place) => IsSequence(target);

    public override bool? ReplaceMember(RetypedDocument document, IOperation member) => SetMembers.Replace(document, member);

    public override bool? TakeMethod(RetypedDocument document, IMethodReferenceOperation method) => SetMembers.TakeMethod(document, method);

    public override bool? ReplaceCreation(RetypedDocument document, IOperation creation) => SetCreation.Replace(document, creation, this);

    public override bool PutMap(RetypedDocument document, IOperation map) => SetCreation.Wrap(document, map);

    private static bool IsAskedFor(RepairContext context) => PackageOptions.IsOn(
        PackageOptions.RetypeSetsOption, context.Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(context.Root.SyntaxTree));

    private static bool IsSequence(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Collections_IEnumerable
        || type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T;

    private static bool IsNeverNull(ITypeSymbol element) => element switch
    {
        IErrorTypeSymbol => false,
        ITypeParameterSymbol parameter => parameter.HasNotNullConstraint || parameter.HasValueTypeConstraint
            || (parameter is { HasReferenceTypeConstraint: true, ReferenceTypeConstraintNullableAnnotation: NullableAnnotation.NotAnnotated } && element.NullableAnnotation is NullableAnnotation.NotAnnotated),
        { IsValueType: true } => element.OriginalDefinition.SpecialType is not SpecialType.System_Nullable_T,
        _ => element.NullableAnnotation is NullableAnnotation.NotAnnotated,
    };
}
