using System;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether code only speaks of the program's state: a log call, a message of an exception, a gauge, <c>ToString</c>, a test.</summary>
internal static class SeldomCode
{
    /// <summary>Whether <paramref name="operation"/> is there for people to read, or runs when all is over.</summary>
    public static bool Is(IOperation operation)
    {
        for (var candidate = operation; candidate is not (null or IAnonymousFunctionOperation); candidate = candidate.Parent)
        {
            if (candidate is IThrowOperation || (candidate is IArgumentOperation { Parent: IInvocationOperation call } && Tells(call.TargetMethod)))
            {
                return true;
            }
        }

        return operation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax) switch
        {
            MethodDeclarationSyntax method => IsSeldom(method),
            DestructorDeclarationSyntax => true,
            _ => false,
        };
    }

    // A scope is opened for each request, whoever writes something in it.
    private static bool Tells(IMethodSymbol method) =>
        method.Name.StartsWith("Log", StringComparison.Ordinal)
        || method is { ContainingType: { } type, Name: not "BeginScope" }
            && (type.Name is "Console" or "Debug" or "Trace" or "Meter" or "Assert" || type.Name.StartsWith("ILog", StringComparison.Ordinal)
                || type.Name.EndsWith("Logger", StringComparison.Ordinal) || type.Name.StartsWith("Logger", StringComparison.Ordinal)
                || type.IsOrDerivesFrom("System.Diagnostics.Tracing", "EventSource")
                || type.ContainingNamespace?.Name is "Metrics" or "Serilog" or "NLog");

    private static bool IsSeldom(MethodDeclarationSyntax method) =>
        method.Identifier.ValueText is "ToString" or "Dispose" or "DisposeAsync" or "DisposeAsyncCore"
        || method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => LastName(attribute.Name)
            is "Fact" or "Theory" or "Test" or "TestCase" or "TestMethod" or "DataTestMethod" or "Benchmark");

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => string.Empty,
    };
}
