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
        registration.OnOperation(context => Analyze(context, model, changes, values), OperationKind.Invocation, OperationKind.PropertyReference);
    }

    private static void Analyze(OperationAnalysisContext context, CompilationModel model, UnsafeChanges changes, SharedValues values)
    {
        var cancellationToken = context.CancellationToken;
        var operation = context.Operation;
        if (changes.ChangedBy(operation) is not { } value
            || values.Of(value, cancellationToken) is not { } shared
            || ThreadIdentity.IsIn(shared.Key, model.Paths)
            || !changes.IsUnsafe(value, shared, cancellationToken)
            || model.Exposures.Of(shared.Dictionary, cancellationToken) is Exposure.Confined
            || IsTakenOut(operation, shared, model, cancellationToken)
            || IsLocked(operation, model, cancellationToken))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DICT210SharedValueModified,
            operation.Syntax.GetLocation(),
            [value.Syntax.GetLocation(), shared.Dictionary.Syntax.GetLocation()],
            Shortened(operation.Syntax.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.ConditionalAccessExpressionSyntax access ? access : operation.Syntax),
            value.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) ?? string.Empty,
            Shortened(shared.Dictionary.Syntax)));
    }

    private static bool IsLocked(IOperation operation, CompilationModel model, CancellationToken cancellationToken)
    {
        // A lambda that stands in a lock may run there.
        for (IOperation? around = operation; around is not null; around = around.Parent)
        {
            if (around is ILockOperation || (around is IAnonymousFunctionOperation && !model.Locks.At(around, cancellationToken).IsEmpty))
            {
                return true;
            }
        }

        return !model.Locks.At(operation, cancellationToken).IsEmpty;
    }

    // 'if (d.TryRemove(pair)) pair.Value.Clear()': who has removed it has it alone.
    private static bool IsTakenOut(IOperation operation, SharedValue shared, CompilationModel model, CancellationToken cancellationToken)
    {
        for (var (inner, outer) = (operation, operation.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            if (outer is IConditionalOperation choice && inner == choice.WhenTrue
                && choice.Condition.DescendantsAndSelf().Any(part => DictionaryUse.TryGet(part, model.Types) is { Verb: Verb.Remove } removal
                    && Equals(model.Paths.Read(removal.Receiver, cancellationToken), model.Paths.Read(shared.Dictionary, cancellationToken))))
            {
                return true;
            }
        }

        return false;
    }

    private static string Shortened(SyntaxNode node)
    {
        var text = string.Join(" ", node.ToString().Split((char[]?)null, System.StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }
}
