using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>Answers whether anything is lost when an object is dropped without being disposed.</summary>
internal sealed class DisposalCosts(CompilationModel model)
{
    private const int MaximumDepth = 3;

    /// <summary>Whether the object that <paramref name="creation"/> makes has to be disposed.</summary>
    public bool Of(IObjectCreationOperation creation, CancellationToken cancellationToken) =>
        creation.Type is { } type
        && !(type.IsNamed("System.Threading", "CancellationTokenSource") && creation.Arguments.IsEmpty)
        && Of(type, cancellationToken);

    /// <summary>Whether an object of exactly <paramref name="type"/> has to be disposed.</summary>
    public bool Of(ITypeSymbol type, CancellationToken cancellationToken) => Of(type, 0, cancellationToken);

    private bool Of(ITypeSymbol type, int depth, CancellationToken cancellationToken)
    {
        if (!IsDisposable(type))
        {
            return false;
        }

        // From the type itself down to its bases: the first that says what disposing does decides.
        for (var candidate = type; candidate is not null && candidate.SpecialType is SpecialType.None; candidate = candidate.BaseType)
        {
            if (IsListed(candidate))
            {
                return false;
            }

            var disposers = candidate.GetMembers().OfType<IMethodSymbol>()
                .Where(method => method.Name is "Dispose" or "DisposeAsync" or "DisposeAsyncCore" or "System.IDisposable.Dispose" or "System.IAsyncDisposable.DisposeAsync")
                .ToArray();
            if (candidate.DeclaringSyntaxReferences.IsEmpty)
            {
                return true;
            }

            if (disposers.Length > 0)
            {
                return disposers.Any(disposer => Releases(disposer, depth, cancellationToken))
                    || (candidate.BaseType is { SpecialType: SpecialType.None } inherited && Of(inherited, depth, cancellationToken));
            }
        }

        return false;
    }

    // Only what is known to release nothing does: setting members, clearing collections, disposing of what costs nothing itself.
    private bool Releases(IMethodSymbol disposer, int depth, CancellationToken cancellationToken)
    {
        if (disposer.IsAbstract)
        {
            return false;
        }

        return depth == MaximumDepth
            || model.Bodies.Of(disposer, cancellationToken) is not { } body
            || body.Operation.Executed().Any(operation => operation switch
            {
                IInvocationOperation call => Releases(call, depth, cancellationToken),
                IEventAssignmentOperation or IAwaitOperation or IUsingOperation or IUsingDeclarationOperation or IDynamicInvocationOperation => true,
                _ => false,
            });
    }

    private bool Releases(IInvocationOperation call, int depth, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        if (method.ContainingType.IsNamed("System", "GC") || method.ContainingType.IsNamed("System.Threading", "Interlocked")
            || method.ContainingType.IsNamed("System.Threading", "Volatile"))
        {
            return false;
        }

        if (method.Name is "Dispose" or "DisposeAsync")
        {
            return call.Instance is IInstanceReferenceOperation
                ? !IsDisposable(method.ContainingType) || Releases(method, depth + 1, cancellationToken)
                : call.Instance?.ResolvedReceiver().Unwrapped().Type is not { } type || type.TypeKind is TypeKind.Interface || Of(type, depth + 1, cancellationToken);
        }

        return DictionaryUse.TryGet(call, model.Types) is not { Verb: Verb.Clear };
    }

    private bool IsDisposable(ITypeSymbol type) =>
        type.AllInterfaces.Any(candidate => KnownTypes.Is(candidate, model.Types.Disposable) || KnownTypes.Is(candidate, model.Types.AsyncDisposable));

    // Types of the framework that are disposable by contract, and of which nothing is left when they are not.
    private static bool IsListed(ITypeSymbol type) => type.Name switch
    {
        "Task" => type.IsNamed("System.Threading.Tasks", "Task"),
        "MemoryStream" or "StringReader" or "StringWriter" => type.IsNamed("System.IO", type.Name),
        "DataTable" or "DataSet" or "DataView" or "DataColumn" => type.IsNamed("System.Data", type.Name),
        "StringContent" or "ByteArrayContent" => type.IsNamed("System.Net.Http", type.Name),
        "Subject" or "BehaviorSubject" or "ReplaySubject" or "AsyncSubject" => type.IsNamed("System.Reactive.Subjects", type.Name),
        _ => type.ContainingNamespace is { Name: "Disposables", ContainingNamespace.Name: "Reactive" },
    };
}
