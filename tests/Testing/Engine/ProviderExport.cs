using System;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DictionaryAnalyzers.Testing.Engine;

/// <summary>Would an editor find a code fix provider and use it for the diagnostics under test?</summary>
internal static class ProviderExport
{
    public static void Verify(CodeFixProvider provider, ImmutableArray<DiagnosticDescriptor> descriptors, IVerifier verifier)
    {
        var type = provider.GetType();
        var export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>(inherit: false);
        if (export is null || !export.Languages.Contains(LanguageNames.CSharp))
        {
            verifier.Fail($"{type.Name} is not exported, no editor finds it. Put [ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof({type.Name})), Shared] on it.");
        }

        if (export.Name != type.Name)
        {
            verifier.Fail($"{type.Name} is exported under the name '{export.Name}'. Write Name = nameof({type.Name}): the name tells providers apart.");
        }

        if (type.GetCustomAttribute<SharedAttribute>(inherit: false) is null)
        {
            verifier.Fail($"{type.Name} is not shared. Put [Shared] of System.Composition on it, so that one instance serves all.");
        }

        var known = descriptors.Select(descriptor => descriptor.Id).ToImmutableHashSet();
        if (provider.FixableDiagnosticIds.IsDefaultOrEmpty || !provider.FixableDiagnosticIds.Any(id => known.Contains(id) || id.StartsWith("CS", StringComparison.Ordinal)))
        {
            verifier.Fail($"{type.Name} repairs none of the diagnostics under test: it repairs [{string.Join(", ", provider.FixableDiagnosticIds)}], the analyzer reports [{string.Join(", ", known)}].");
        }
    }
}
