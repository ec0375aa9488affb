using System.Linq;
using System.Reflection;

namespace DictionaryAnalyzers;

/// <summary>
/// Where the pages of the rules are published: the build property <c>RulesUrl</c> (see Directory.Build.props). It stands in a
/// class of its own because descriptors are static fields, and no order between static fields of several files can be relied on.
/// </summary>
internal static class RulePages
{
    private static readonly string? Address = typeof(RulePages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "RulesUrl")?.Value?.TrimEnd('/');

    /// <summary>The address of a rule's page; null, rather than a made-up one, where the build was told none.</summary>
    public static string? LinkTo(string id) => string.IsNullOrEmpty(Address) ? null : $"{Address}/{id}.md";
}
