using System.Linq;
using DictionaryAnalyzers.Editing;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>
/// <c>ConcurrentDictionary&lt;K, V&gt;</c> becomes <c>ConcurrentDictionary&lt;K, Lazy&lt;V&gt;&gt;</c>: of the factories that race for a
/// key only the one whose <c>Lazy</c> was added runs, and it runs once.
/// </summary>
/// <param name="keepsExceptions">
/// Whether an exception of a factory may stay in the dictionary, as <c>Lazy</c> keeps it; else the entry goes when its factory throws, so
/// that the next caller tries again as before.
/// </param>
internal sealed class LazyValues(bool keepsExceptions) : Translation
{
    // '.Value' belongs to the expression before anything is put around it.
    private const int InnerLayer = 0;
    private const int ValueLayer = 1;
    private const int StatementLayer = 3;

    private readonly LazyFactories factories = new(keepsExceptions);

    /// <summary>Keeping exceptions is a choice only where a factory can throw.</summary>
    public override bool IsWanted => !keepsExceptions || factories.MetFailure;

    public override bool IsMap(ITypeSymbol? type, KnownTypes types) =>
        type is INamedTypeSymbol { TypeArguments: [_, var value] } named && types.IsKnown(named)
        && types.KindOf(named) is CollectionKind.ConcurrentDictionary
        && value is not (IDynamicTypeSymbol or IErrorTypeSymbol) && !IsLazy(value);

    public override bool Changes(ElementRole role) => role
        is ElementRole.Map or ElementRole.Value or ElementRole.Pair or ElementRole.Values or ElementRole.Pairs;

    // 'TryUpdate' compares the value with another: no two Lazies are equal.
    public override bool Accepts(DictionaryUse use) => use is not { Verb: Verb.Overwrite, Operation: IInvocationOperation };

    public override bool RewriteType(RetypedDocument document, TypeSyntax written, ITypeSymbol type, ElementRole role)
    {
        var bare = written is NullableTypeSyntax { ElementType: var element } && type.IsReferenceType ? element : written;
        if (role is ElementRole.Value)
        {
            return RewriteValueType(document, written, type);
        }

        if (role is ElementRole.Map or ElementRole.Pair && WrittenNames.GenericIn(bare) is { TypeArgumentList.Arguments: [_, var value] })
        {
            document.Edits.Wrap(value.Span, LazyNameAt(document, value) + "<", ">", ValueLayer);
            return true;
        }

        // An alias has the old type; the new one is written in full.
        if (role is ElementRole.Map or ElementRole.Pair && type is INamedTypeSymbol { TypeArguments: [var key, var old] } && bare is NameSyntax)
        {
            var name = document.NameOf(type.ContainingNamespace.ToDisplayString(), type.Name, 2, bare);
            document.Edits.Replace(bare.Span, $"{name}<{document.TextOf(key, bare)}, {LazyTextAt(document, old, bare)}>");
            return true;
        }

        return false;
    }

    public override bool PutValue(RetypedDocument document, IOperation value, ITypeSymbol type)
    {
        value = Written(value);
        if (value.Syntax is not ExpressionSyntax expression)
        {
            return false;
        }

        while (expression.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
        {
            expression = (ExpressionSyntax)expression.Parent;
        }

        var lazy = LazyTextAt(document, type, expression);
        if (TakesValue(document))
        {
            var name = NeedsParameterName(value, type) ? "value: " : string.Empty;
            document.Edits.Wrap(expression.Span, $"new {lazy}({name}", ")", ValueLayer);
            return true;
        }

        // Older frameworks have no constructor for a value that is there. A delegate does, for what cannot change until it runs.
        var constant = value.Unwrapped();
        if (constant.ConstantValue.HasValue || document.IsNeverReassigned(constant))
        {
            document.Edits.Wrap(expression.Span, $"new {lazy}(() => ", ")", ValueLayer);
            return true;
        }

        return false;
    }

    public override bool PutFactory(RetypedDocument document, FactoryUse factory) =>
        factories.Rewrite(document, factory, LazyTextAt(document, factory.ValueType, factory.Delegate.Syntax));

    public override bool TakeValue(RetypedDocument document, IOperation value, bool mayBeAbsent)
    {
        if (value.Syntax is not ExpressionSyntax expression || value.Type is not { } type)
        {
            return false;
        }

        if (mayBeAbsent)
        {
            return TakeValueThatMayBeAbsent(document, value, expression, type);
        }

        if (!UnusedResults.TryKeep(document, value, StatementLayer))
        {
            return false;
        }

        document.Edits.Append(expression.Span, ".Value", InnerLayer);
        return true;
    }

    public override bool TakeValues(RetypedDocument document, IOperation values)
    {
        var written = Written(values);
        if (written.Syntax is not ExpressionSyntax expression || !expression.IsPrimary())
        {
            return false;
        }

        var name = document.FreeName("lazy", expression);
        document.Edits.Append(expression.Span, $".Select({name} => {name}.Value)", InnerLayer);
        if (!document.Model.LookupNamespacesAndTypes(expression.SpanStart, name: "Enumerable").Any())
        {
            document.Require("System.Linq", expression);
        }

        return true;
    }

    private static bool RewriteValueType(RetypedDocument document, TypeSyntax written, ITypeSymbol type)
    {
        // Where the key may be absent the variable may be null, as it may not have been when it was a number.
        var mayBeNull = document.Model.GetNullableContext(written.SpanStart).AnnotationsEnabled()
            && written.Parent is not ParameterSyntax && !IsElementOfLoop(written)
            && (written is NullableTypeSyntax || type.IsValueType);
        document.Edits.Replace(written.Span, LazyTextAt(document, type, written) + (mayBeNull ? "?" : string.Empty));
        return true;
    }

    // What a loop gives is there.
    private static bool IsElementOfLoop(TypeSyntax written) =>
        written.Parent is ForEachStatementSyntax || written.FirstAncestorOrSelf<TupleExpressionSyntax>() is not null;

    private static bool TakeValueThatMayBeAbsent(RetypedDocument document, IOperation value, ExpressionSyntax expression, ITypeSymbol type)
    {
        if (type.IsReferenceType || type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T)
        {
            // What fails on null has to go on failing, and 'v?.Value.M()' does not.
            if (IsDereferenced(value))
            {
                return false;
            }

            document.Edits.Append(expression.Span, "?.Value", InnerLayer);
            return true;
        }

        if (!type.IsValueType || value.Parent is IExpressionStatementOperation)
        {
            return false;
        }

        document.Edits.Wrap(expression.Span, "(", "?.Value ?? default)", InnerLayer);
        return true;
    }

    private static bool IsDereferenced(IOperation value)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Syntax.Parent is PostfixUnaryExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax or AwaitExpressionSyntax
            || value.Parent is IForEachLoopOperation or IAwaitOperation or IExpressionStatementOperation;
    }

    // 'Lazy(T value)' came with .NET Core 2.0.
    private static bool TakesValue(RetypedDocument document) =>
        document.Facts.Types.LazyOf is { } lazy
        && lazy.InstanceConstructors.Any(constructor => constructor.Parameters is [{ Type: ITypeParameterSymbol, Name: "value" }] && constructor.DeclaredAccessibility is Accessibility.Public);

    // 'new Lazy<object>(x)' could mean the constructor that takes a delegate, a Boolean or a mode, and 'new Lazy<long>(0)' the one that takes a mode.
    private static bool NeedsParameterName(IOperation value, ITypeSymbol type)
    {
        var own = value.Unwrapped();
        var isTyped = own.Type is { TypeKind: not TypeKind.Error } && own is not (IDelegateCreationOperation or IAnonymousFunctionOperation or IDefaultValueOperation)
            && own.Syntax is not (ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax or SwitchExpressionSyntax or ConditionalExpressionSyntax)
            && own.ConstantValue is not { HasValue: true, Value: null };
        var isZero = own is ILiteralOperation { ConstantValue: { HasValue: true, Value: 0 } } && type.SpecialType is not SpecialType.System_Int32;
        return !isTyped || isZero || type.SpecialType is SpecialType.System_Object or SpecialType.System_Boolean or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate
            or SpecialType.System_ValueType or SpecialType.System_Enum
            || type.TypeKind is TypeKind.Interface or TypeKind.Delegate || type.IsNamed("System.Threading", "LazyThreadSafetyMode")
            || type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;
    }

    private static bool IsLazy(ITypeSymbol type) => type.IsNamed("System", "Lazy");

    // The conversions that the compiler adds have the syntax of what they convert.
    private static IOperation Written(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    private static string LazyNameAt(RetypedDocument document, SyntaxNode place) => document.NameOf("System", "Lazy", 1, place);

    private static string LazyTextAt(RetypedDocument document, ITypeSymbol type, SyntaxNode place) =>
        $"{LazyNameAt(document, place)}<{document.TextOf(type, place)}>";
}
