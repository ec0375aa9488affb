using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Flow;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Rules.Sharing;

/// <summary>
/// Silences the SDK's suggestions to write a collection expression where that would make of an atomic copy of a concurrent
/// dictionary the spread that DICT207 reports (dotnet/runtime#120794).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DICT207CollectionExpressionSuppressor : DiagnosticSuppressor
{
    private const string Justification =
        "Spreading a ConcurrentDictionary asks for its count and then copies: it can throw where another thread adds an entry in between (DICT207)";

    /// <summary>The suppression of IDE0305, "use a collection expression for a fluent chain".</summary>
    public static readonly SuppressionDescriptor Fluent = new("DICTSPR0305", "IDE0305", Justification);

    /// <summary>The suppression of IDE0306, "use a collection expression for new".</summary>
    public static readonly SuppressionDescriptor New = new("DICTSPR0306", "IDE0306", Justification);

    /// <summary>The suppression of IDE0028, "use a collection initializer or expression".</summary>
    public static readonly SuppressionDescriptor Initializer = new("DICTSPR0028", "IDE0028", Justification);

    /// <inheritdoc />
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [Fluent, New, Initializer];

    /// <inheritdoc />
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        var types = CompilationModel.For(context.Compilation, context.Options.AnalyzerConfigOptionsProvider).Types;
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            // The SDK reports one token; the expression that it would rewrite is the first additional location.
            if (diagnostic.AdditionalLocations is not [{ SourceTree: { } tree } place, ..])
            {
                continue;
            }

            var expression = tree.GetRoot(context.CancellationToken).FindNode(place.SourceSpan, getInnermostNodeForTie: true);
            var reader = new Reader(context.GetSemanticModel(tree), types, context.CancellationToken);
            if (SupportedSuppressions.FirstOrDefault(suppression => suppression.SuppressedDiagnosticId == diagnostic.Id) is { } suppression
                && reader.WouldSpread(expression))
            {
                context.ReportSuppression(Suppression.Create(suppression, diagnostic));
            }
        }
    }

    private sealed class Reader(SemanticModel model, KnownTypes types, CancellationToken cancellationToken)
    {
        /// <summary>Whether a collection expression instead of <paramref name="expression"/> would spread a concurrent dictionary.</summary>
        public bool WouldSpread(SyntaxNode expression) => expression switch
        {
            InvocationExpressionSyntax call => IsChainOverDictionary(call),
            BaseObjectCreationExpressionSyntax creation => IsList(creation)
                && (creation.ArgumentList?.Arguments.Any(argument => IsDictionary(argument.Expression)) == true || IsFilledFromDictionary(creation)),
            _ => false,
        };

        // The SDK leaves out every 'ToArray' and 'ToList' on the way, also the one that made the copy atomic.
        private bool IsChainOverDictionary(ExpressionSyntax expression) =>
            Bare(expression) is var bare
            && (IsDictionary(bare)
                || (bare is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access } call
                    && (IsCopy(name) || name is "Append" or "Prepend" or "Concat" or "AsEnumerable")
                    && (IsChainOverDictionary(access.Expression)
                        || (name == "Concat" && call.ArgumentList.Arguments.Any(argument => IsDictionary(argument.Expression))))));

        private static bool IsCopy(string name) => name is "ToArray" or "ToList" or "ToImmutableArray" or "ToImmutableList" or "ToImmutableHashSet" or "ToFrozenSet";

        // 'var list = new List<..>(); list.AddRange(cd); foreach (var pair in cd) list.Add(pair);'
        private bool IsFilledFromDictionary(BaseObjectCreationExpressionSyntax creation) =>
            creation.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax block } statement
            && block.Statements.SkipWhile(candidate => candidate != statement).Skip(1).TakeWhile(Fills).Any(FillsFromDictionary);

        private static bool Fills(StatementSyntax statement) => statement
            is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "AddRange" } } }
            or ForEachStatementSyntax { Statement: ExpressionStatementSyntax or BlockSyntax { Statements.Count: 1 } };

        private bool FillsFromDictionary(StatementSyntax statement) => statement switch
        {
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => call.ArgumentList.Arguments.Any(argument => IsDictionary(argument.Expression)),
            ForEachStatementSyntax loop => IsDictionary(loop.Expression),
            _ => false,
        };

        // Any other collection that has a constructor is filled element by element, which is as good as it was.
        private bool IsList(BaseObjectCreationExpressionSyntax creation) =>
            model.GetTypeInfo(creation, cancellationToken).Type is { Name: "List" } type && types.KindOf(type) is CollectionKind.List;

        private bool IsDictionary(ExpressionSyntax expression) =>
            types.KindOf(model.GetTypeInfo(Bare(expression), cancellationToken).Type) is CollectionKind.ConcurrentDictionary;

        private static ExpressionSyntax Bare(ExpressionSyntax expression)
        {
            while (true)
            {
                switch (expression)
                {
                    case ParenthesizedExpressionSyntax parenthesized:
                        expression = parenthesized.Expression;
                        break;
                    case CastExpressionSyntax cast:
                        expression = cast.Expression;
                        break;
                    case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven:
                        expression = forgiven.Operand;
                        break;
                    default:
                        return expression;
                }
            }
        }
    }
}
