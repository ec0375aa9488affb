using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Testing.Engine;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Testing.Running;

/// <summary>A program as an image, and the files of the assemblies that it needs besides the framework.</summary>
internal sealed record CompiledProgram(byte[] Image, ImmutableArray<string> Libraries)
{
    public static CompiledProgram Emit(Compilation compilation, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: cancellationToken);
        if (!result.Success)
        {
            throw new VerificationException(
                "The program does not compile:\n" + DiagnosticText.List(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        }

        // The framework's references are resources; what they call their path is only a file name.
        ImmutableArray<string> libraries = [.. compilation.References.OfType<PortableExecutableReference>().Select(reference => reference.FilePath).OfType<string>().Where(Path.IsPathFullyQualified)];
        return new CompiledProgram(image.ToArray(), libraries);
    }
}
