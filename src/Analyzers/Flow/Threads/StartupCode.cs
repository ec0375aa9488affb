using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Answers whether code only runs while the program starts, before anything runs beside it: in <c>Main</c> before something is
/// started, in what configures a container or a pipeline, in a module initializer, or in what only these call. Also what a
/// <c>Lazy</c> runs, which lets one thread in and once, is of this kind.
/// </summary>
internal sealed class StartupCode(Compilation compilation, ConcurrentDelegates delegates, NameSearch names)
{
    private const int MaximumDepth = 3;

    private readonly ConcurrentDictionary<IMethodSymbol, bool> known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether <paramref name="place"/> runs only then.</summary>
    public bool Contains(IOperation place, CancellationToken cancellationToken) => Contains(place, MaximumDepth, cancellationToken);

    private bool Contains(IOperation place, int depth, CancellationToken cancellationToken)
    {
        var body = place.EnclosingBody();
        for (; body.Parent is not null; body = body.Parent.EnclosingBody())
        {
            if (IsLazyFactory(body))
            {
                return true;
            }

            var runs = delegates.Of(body, cancellationToken);
            if (runs.IsEmpty || runs.Any(run => run.Concurrency is not DelegateConcurrency.OnTheSpot))
            {
                return IsConfiguration(body)
                    || (body is IAnonymousFunctionOperation && runs.All(run => run.Concurrency is DelegateConcurrency.Unknown) && IsGivenToConfiguration(body));
            }
        }

        if (body.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart, cancellationToken) is not { } symbol)
        {
            return false;
        }

        return symbol.OutOfFunctions() is IMethodSymbol method
            && (IsMain(method, cancellationToken) ? !ThreadingWords.Of(place.Syntax.SyntaxTree).StartSomethingBefore(place.Syntax, body.Syntax, cancellationToken) : Is(method, depth, cancellationToken))
            && (IsConfiguration(method) || !IsLate(place, body, cancellationToken));
    }

    // Whether what the body has started may be running where it comes to the place: before it, in an earlier round of a loop, in a method that it has called.
    private static bool IsLate(IOperation place, IOperation body, CancellationToken cancellationToken)
    {
        var code = (SyntaxNode?)(body.Syntax as BaseMethodDeclarationSyntax)?.Body ?? (body.Syntax as BaseMethodDeclarationSyntax)?.ExpressionBody ?? body.Syntax;
        var round = place.Syntax.AncestorsAndSelf().TakeWhile(node => node != code).LastOrDefault(node => node is StatementSyntax and (CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax));
        var before = TextSpan.FromBounds(code.SpanStart, System.Math.Max(code.SpanStart, round?.Span.End ?? place.Syntax.SpanStart));
        return ThreadingWords.Of(code.SyntaxTree).StartSomethingLasting(before, cancellationToken)
            || body.Executed().OfType<IInvocationOperation>().Any(call => before.Contains(call.Syntax.SpanStart) && !place.IsWithin(call) && !TaskWaits.IsAwaitedAtOnce(call)
                && call.TargetMethod.DeclaringSyntaxReferences.Any(declaration => ThreadingWords.Of(declaration.SyntaxTree).StartSomethingLasting(declaration.Span, cancellationToken)));
    }

    private bool Is(IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        method = method.OriginalDefinition;
        if (IsConfiguration(method))
        {
            return true;
        }

        if (depth == 0 || method is { DeclaredAccessibility: Accessibility.Public, ContainingType.DeclaredAccessibility: Accessibility.Public } && !IsProgram
            || method.IsVirtual || method.IsOverride || method.AssociatedSymbol is not null
            || method.ContainingType.AllInterfaces.Any(implemented => implemented.GetMembers(method.Name).Length > 0))
        {
            return false;
        }

        return known.TryGetValue(method, out var isStartup) ? isStartup : known.GetOrAdd(method, IsCalledOnlyBy(method, depth, cancellationToken));
    }

    private bool IsCalledOnlyBy(IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        if (names.Of(method, cancellationToken) is not { } uses)
        {
            return false;
        }

        var calls = uses.Where(use => use.Parent is not INameOfOperation).ToArray();
        return calls.Length > 0 && calls.All(call => call is IInvocationOperation or IMethodReferenceOperation && (IsInLazy(call) || (call is IInvocationOperation && Contains(call, depth - 1, cancellationToken))));
    }

    private bool IsProgram => compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;

    private bool IsMain(IMethodSymbol method, CancellationToken cancellationToken) =>
        SymbolEqualityComparer.Default.Equals(method, compilation.GetEntryPoint(cancellationToken)) || method.Name is "<Main>$";

    /// <summary>Whether a method configures a container, a pipeline or a model, or the runtime runs it first.</summary>
    public static bool IsConfiguration(IMethodSymbol method) =>
        method.MethodKind is MethodKind.StaticConstructor
        || method.Parameters.Any(parameter => IsBuilder(parameter.Type))
        || method.GetAttributes().Any(attribute => attribute.AttributeClass.IsNamed("System.Runtime.CompilerServices", "ModuleInitializerAttribute"));

    private static bool IsConfiguration(IOperation body) => body is IAnonymousFunctionOperation { Symbol.Parameters: var parameters } && parameters.Any(parameter => IsBuilder(parameter.Type));

    // 'services.Configure<T>(options => ..)', 'builder.ConfigureServices(..)'
    private static bool IsGivenToConfiguration(IOperation lambda) =>
        LambdaRuns.ReceiverOf(lambda) is { Parent: IInvocationOperation { TargetMethod: var target } } && target.Name.StartsWith("Configure", System.StringComparison.Ordinal)
        && target.Parameters.Concat(target.ReducedFrom?.Parameters ?? []).Any(parameter => IsBuilder(parameter.Type));

    private static bool IsBuilder(ITypeSymbol type) => type.Name switch
    {
        "IServiceCollection" or "ServiceCollection" => type.IsNamed("Microsoft.Extensions.DependencyInjection", type.Name),
        "IApplicationBuilder" or "WebApplicationBuilder" or "WebApplication" => type.IsNamed("Microsoft.AspNetCore.Builder", type.Name),
        "IHostBuilder" or "IHostApplicationBuilder" or "HostApplicationBuilder" => type.IsNamed("Microsoft.Extensions.Hosting", type.Name),
        "IEndpointRouteBuilder" => type.IsNamed("Microsoft.AspNetCore.Routing", type.Name),
        "IWebHostBuilder" => type.IsNamed("Microsoft.AspNetCore.Hosting", type.Name),
        "ContainerBuilder" => type.IsNamed("Autofac", type.Name),
        "ModelBuilder" => type.IsNamed("Microsoft.EntityFrameworkCore", type.Name),
        _ => false,
    };

    private static bool IsInLazy(IOperation operation)
    {
        for (var body = operation.EnclosingBody(); body.Parent is not null; body = body.Parent.EnclosingBody())
        {
            if (IsLazyFactory(body))
            {
                return true;
            }
        }

        return operation is IMethodReferenceOperation && IsLazyFactory(operation);
    }

    /// <summary>Whether a delegate is the one of a <c>new Lazy&lt;T&gt;(() => ..)</c> as it is by default.</summary>
    public static bool IsLazyFactory(IOperation made) =>
        LambdaRuns.ReceiverOf(made) is { Parent: IObjectCreationOperation creation } && creation.Type.IsNamed("System", "Lazy")
        && creation.Arguments.Skip(1).All(argument => argument.Value.ConstantValue is { HasValue: true, Value: true or (int)LazyThreadSafetyMode.ExecutionAndPublication });
}
