using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>Answers whether a property is nothing but a field: no accessor of it, nor of a derived type's, has code.</summary>
internal static class AutoProperties
{
    public static bool IsAutomatic(this IPropertySymbol property, CancellationToken cancellationToken) =>
        property is { IsAbstract: false, IsVirtual: false, IsOverride: false, DeclaringSyntaxReferences: [var reference] }
        && reference.GetSyntax(cancellationToken) is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors }
        && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });
}
