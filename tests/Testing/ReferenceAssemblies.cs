using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Sets = Basic.Reference.Assemblies;

namespace DictionaryAnalyzers.Testing;

/// <summary>The reference set of a target framework. It comes with this library: no network, and not what the test process happens to have loaded.</summary>
public sealed class ReferenceAssemblies
{
    private readonly Lazy<ImmutableArray<MetadataReference>> _references;

    private ReferenceAssemblies(string targetFramework, Func<IEnumerable<MetadataReference>> load)
    {
        TargetFramework = targetFramework;
        _references = new(() => [.. load()]);
    }

    /// <summary>The short name of the framework, <c>net10.0</c>.</summary>
    public string TargetFramework { get; }

    /// <summary>The references; loaded once for all tests.</summary>
    public Task<ImmutableArray<MetadataReference>> ResolveAsync(string? language, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_references.Value);
    }

    /// <inheritdoc />
    public override string ToString() => TargetFramework;

    /// <summary>.NET.</summary>
    public static class Net
    {
        /// <summary>.NET 8.</summary>
        public static ReferenceAssemblies Net80 { get; } = new("net8.0", static () => Sets.Net80.References.All);

        /// <summary>.NET 10.</summary>
        public static ReferenceAssemblies Net100 { get; } = new("net10.0", static () => EmbeddedReferences.Load("net10.0/"));
    }

    /// <summary>.NET Standard.</summary>
    public static class NetStandard
    {
        /// <summary>.NET Standard 2.0.</summary>
        public static ReferenceAssemblies NetStandard20 { get; } = new("netstandard2.0", static () => Sets.NetStandard20.References.All);
    }

    /// <summary>.NET Framework.</summary>
    public static class NetFramework
    {
        /// <summary>.NET Framework 4.7.2.</summary>
        public static class Net472
        {
            /// <summary>All of its assemblies.</summary>
            public static ReferenceAssemblies Default { get; } = new("net472", static () => Sets.Net472.References.All);
        }
    }
}
