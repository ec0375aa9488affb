using System.Collections.Generic;
using System.Collections.Immutable;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// What is there for rules to look at in the code of one member? All of them look at the same calls, most of which have nothing to
/// do with a collection: they are looked through once for all rules.
/// </summary>
internal sealed class CodeBlock
{
    private static readonly List<IOperation> None = [];

    private readonly KnownTypes types;
    private readonly ImmutableArray<IOperation> roots;
    private readonly List<IOperation> calls = [];
    private readonly List<IOperation> properties = [];
    private List<IOperation>? fields;
    private List<IOperation>? creations;
    private List<IOperation>? loops;
    private List<IOperation>? others;
    private List<IOperation>? locals;
    private List<DictionaryUse>? uses;
    private List<IOperation>? handovers;

    public CodeBlock(ImmutableArray<IOperation> roots, KnownTypes types)
    {
        this.roots = roots;
        this.types = types;
        foreach (var root in roots)
        {
            foreach (var operation in root.DescendantsAndSelf())
            {
                switch (operation.Kind)
                {
                    case OperationKind.Invocation:
                        calls.Add(operation);
                        break;
                    case OperationKind.PropertyReference:
                        properties.Add(operation);
                        break;
                    case OperationKind.FieldReference:
                        (fields ??= []).Add(operation);
                        break;
                    case OperationKind.ObjectCreation:
                        (creations ??= []).Add(operation);
                        break;
                    case OperationKind.Loop:
                        (loops ??= []).Add(operation);
                        break;
                    case OperationKind.Spread or OperationKind.Lock or OperationKind.DynamicInvocation:
                        (others ??= []).Add(operation);
                        break;
                }
            }
        }
    }

    /// <summary>Whether this is the code of <paramref name="blocks"/>.</summary>
    public bool IsOf(ImmutableArray<IOperation> blocks) => roots == blocks || (roots.Length == blocks.Length && ReferenceEquals(roots[0], blocks[0]));

    /// <summary>The calls and property references that do something with a collection, in the order of the source each.</summary>
    public List<DictionaryUse> Uses => uses ??= FindUses();

    /// <summary>The calls of methods of this compilation that are given a collection, without those that <see cref="Uses"/> has.</summary>
    public List<IOperation> Handovers
    {
        get
        {
            uses ??= FindUses();
            return handovers!;
        }
    }

    /// <summary>The operations of a kind, in the order of the source.</summary>
    public List<IOperation> OfKind(OperationKind kind) => kind switch
    {
        OperationKind.Invocation => calls,
        OperationKind.PropertyReference => properties,
        OperationKind.FieldReference => fields ?? None,
        OperationKind.ObjectCreation => creations ?? None,
        OperationKind.Loop => loops ?? None,

        // There are many, and hardly anybody asks for them.
        OperationKind.LocalReference => locals ??= Find(kind),
        _ => others is null ? None : others.FindAll(operation => operation.Kind == kind),
    };

    private List<IOperation> Find(OperationKind kind)
    {
        List<IOperation> found = [];
        foreach (var root in roots)
        {
            foreach (var operation in root.DescendantsAndSelf())
            {
                if (operation.Kind == kind)
                {
                    found.Add(operation);
                }
            }
        }

        return found;
    }

    private List<DictionaryUse> FindUses()
    {
        List<DictionaryUse> found = [];
        List<IOperation> givers = [];
        foreach (var operation in calls)
        {
            if (DictionaryUse.TryGet(operation, types) is { } use)
            {
                found.Add(use);
            }
            else if (GivesCollection((IInvocationOperation)operation))
            {
                givers.Add(operation);
            }
        }

        foreach (var operation in properties)
        {
            if (DictionaryUse.TryGet(operation, types) is { } use)
            {
                found.Add(use);
            }
        }

        handovers = givers;
        return found;
    }

    private bool GivesCollection(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (types.KindOf(argument.Value.Unwrapped().Type) is not CollectionKind.None)
            {
                return !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty;
            }
        }

        return false;
    }
}
