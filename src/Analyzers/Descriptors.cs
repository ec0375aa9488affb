using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers;

/// <summary>
/// Every diagnostic of the package: id, title, message, level and help link, one file a family.
/// Analyzers and code fixes refer to these fields, so that an id is written once.
/// </summary>
public static partial class Descriptors
{
    /// <summary>All descriptors of the package, ordered by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All =>
    [
        .. typeof(Descriptors)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(declared => declared.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(descriptor => descriptor.Id, System.StringComparer.Ordinal),
    ];

#pragma warning disable RS0030 // the one place that may construct a descriptor
    private static DiagnosticDescriptor Create(
        string id, string title, string message, string category, RuleLevel level, string description) =>
        new(
            id,
            title,
            message,
            category,
            level is RuleLevel.Suggestion ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            isEnabledByDefault: level is not RuleLevel.Optional,
            description,
            helpLinkUri: RulePages.LinkTo(id));
#pragma warning restore RS0030
}
