using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// Which key an expression gives: by the object it denotes, or else by how it is computed, so that <c>d.ContainsKey(n + 1)</c>
/// speaks of the same key as <c>d[n + 1]</c>.
/// </summary>
/// <param name="Path">What the key denotes; null where it is computed.</param>
/// <param name="Operation">The expression, where it stands in the body at hand.</param>
internal readonly record struct KeyIdentity(InstancePath? Path, IOperation? Operation)
{
    private const int MaximumDepth = 2;

    /// <summary>Whether both give the same key, evaluated at two places of one body.</summary>
    public bool IsSame(KeyIdentity other, SourceBodies bodies)
    {
        if (Path is not null && Path.Equals(other.Path))
        {
            return true;
        }

        if ((Path is not null || other.Path is not null) && !(IsNew(Path) && IsNew(other.Path)))
        {
            return false;
        }

        return Operation is not null && other.Operation is not null
            && Operation.Syntax.IsEquivalentTo(other.Operation.Syntax, topLevel: false)
            && IsRepeatable(Operation, bodies);
    }

    // Two objects that may be equal all the same.
    private static bool IsNew(InstancePath? path) => path is { Root.Kind: PathRootKind.Creation, Segments.IsEmpty: true };

    // Computing it again gives the same: from constants, variables that stay, and operators and methods that have no state.
    private static bool IsRepeatable(IOperation computation, SourceBodies bodies, int depth = 0) =>
        computation.Executed().All(operation => operation switch
        {
            ILocalReferenceOperation local => bodies.Around(local).Locals.IsNeverReassigned(local.Local),
            IParameterReferenceOperation parameter => bodies.Around(parameter).Locals.IsNeverReassigned(parameter.Parameter),
            IInvocationOperation call => IsStateless(call.TargetMethod) || Computes(call.TargetMethod, bodies, depth),
            IObjectCreationOperation creation => IsEqualByParts(creation),
            IAssignmentOperation or IIncrementOrDecrementOperation or IAnonymousFunctionOperation or IAwaitOperation => false,
            _ => true,
        });

    private static bool IsStateless(IMethodSymbol method) =>
        method.ContainingType?.SpecialType is SpecialType.System_String
        || method is { Name: "ToString", Parameters.IsEmpty: true } or { Name: "ToString", ContainingType.IsValueType: true }
            or { Name: "GetType", ContainingType.SpecialType: SpecialType.System_Object }
        || (method.Name == "Create" && (method.ContainingType.IsNamed("System", "Tuple") || method.ContainingType.IsNamed("System", "ValueTuple")))
        || (method.ContainingType.IsNamed("System.IO", "Path") && method.Name is "Combine" or "Join" or "GetFileName" or "GetFullPath" or "GetDirectoryName" or "GetExtension" or "ChangeExtension");

    // 'static string KeyOf(string tenant, int id) => $"{tenant}:{id}";'
    private static bool Computes(IMethodSymbol method, SourceBodies bodies, int depth) =>
        depth < MaximumDepth && !method.IsAsync && !method.MayBeOverridden() && !method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty
        && bodies.Of(method, CancellationToken.None) is { IsIterator: false, SoleReturnValue: not null } body && IsRepeatable(body.Operation, bodies, depth + 1);

    // A struct or record of the same parts, whose constructor has no code.
    private static bool IsEqualByParts(IObjectCreationOperation creation) =>
        creation is { Type: INamedTypeSymbol { IsValueType: true } or INamedTypeSymbol { IsRecord: true }, Constructor: { } constructor }
        && constructor.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() is TypeDeclarationSyntax);
}
