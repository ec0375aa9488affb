using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// DICT210: a list, set, dictionary, queue or builder that a concurrent dictionary holds is changed without a lock. The
/// dictionary guards its own entries, and nothing of what lies in them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT210SharedValueModifiedAnalyzer : RuleAnalyzer
{
    /// <summary>Creates the rule.</summary>
    public DICT210SharedValueModifiedAnalyzer()
        : base(Descriptors.DICT210SharedValueModified)
    {
    }

    private protected override void Register(RuleRegistration registration)
    {
        var model = registration.Model;
        var changes = new UnsafeChanges(model);
        var values = new SharedValues(model);
        var holder = new SoleHolder(model);
        registration.OnUse((context, use) => Analyze(context, UnsafeChanges.ChangedBy(use), model, changes, values, holder));
        registration.OnOperation(
            context => Analyze(context, UnsafeChanges.ChangedBy(context.Operation), model, changes, values, holder), OperationKind.Invocation, OperationKind.PropertyReference);
    }

    private static void Analyze(OperationContext context, IOperation? changed, CompilationModel model, UnsafeChanges changes, SharedValues values, SoleHolder holder)
    {
        var cancellationToken = context.CancellationToken;
        var operation = context.Operation;
        if (changed is not { } value
            || values.Of(value, cancellationToken) is not { } shared
            || !changes.IsUnsafe(value, shared, cancellationToken)
            || model.Exposures.Of(shared.Dictionary, cancellationToken) is Exposure.Confined
            || holder.IsAt(operation, shared, cancellationToken)
            || IsLocked(operation, model, cancellationToken)
            || MayHoldItsLock(value, operation, model))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT210SharedValueModified,
            operation.Syntax.GetLocation(),
            [value.Syntax.GetLocation(), shared.Dictionary.Syntax.GetLocation()],
            operation.Syntax.Shortened(),
            value.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? string.Empty,
            shared.Dictionary.Syntax.Shortened()));
    }

    // 'if (..) { bucket = new(); bucket.Gate.EnterWriteLock(); } else bucket.Gate.EnterWriteLock();': of a variable that has had several objects
    // it is not known whose lock is held.
    private static bool MayHoldItsLock(IOperation value, IOperation operation, CompilationModel model)
    {
        if (value.Unwrapped() is not ILocalReferenceOperation { Local: var local } || model.Bodies.Around(operation).Locals.IsNeverReassigned(local))
        {
            return false;
        }

        LockUse? last = null;
        foreach (var call in operation.EnclosingBody().Executed().OfType<IInvocationOperation>())
        {
            if (call.Syntax.SpanStart < operation.Syntax.SpanStart && call.Syntax.SpanStart > (last?.Operation.Syntax.SpanStart ?? -1)
                && LockUse.TryGet(call, model.Types) is { } use
                && use.Target.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation named && SymbolEqualityComparer.Default.Equals(named.Local, local)))
            {
                last = use;
            }
        }

        return last is { Verb: LockVerb.Acquire or LockVerb.TryAcquire };
    }

    private static bool IsLocked(IOperation operation, CompilationModel model, CancellationToken cancellationToken)
    {
        if (!model.Locks.At(operation, cancellationToken).IsEmpty)
        {
            return true;
        }

        for (IOperation? around = operation; around is not null; around = around.Parent)
        {
            switch (around)
            {
                // A lambda that stands in a lock may run there, unless it is known to run elsewhere.
                case IAnonymousFunctionOperation when model.Concurrency.Of(around, cancellationToken).Any(run => run.IsConcurrent):
                    return false;
                case ILockOperation:
                case IAnonymousFunctionOperation when !model.Locks.At(around, cancellationToken).IsEmpty:
                    return true;
            }
        }

        return false;
    }
}
