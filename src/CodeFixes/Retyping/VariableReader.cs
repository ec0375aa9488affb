using System.Collections.Generic;
using System.Linq;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Retyping;

/// <summary>Translates every use of a variable that holds an element of the dictionary.</summary>
internal sealed class VariableReader(RetypingScope scope, ElementReader elements)
{
    public bool Read(ElementVariable variable)
    {
        var document = variable.Document;
        var reads = new List<(IOperation Operation, IdentifierNameSyntax Name)>();
        var writes = new List<IArgumentOperation>();
        foreach (var name in document.NamesOf(variable.Symbol, document.ScopeOf(variable.Declaration)))
        {
            if (document.IsOnlyNamed(name))
            {
                continue;
            }

            if (document.OperationOf(name) is not { } operation)
            {
                return false;
            }

            if (operation.Access() is AccessKind.Read)
            {
                reads.Add((operation, name));
            }
            else if (operation.Parent is IArgumentOperation argument && document.IsKnownWrite(argument.Syntax))
            {
                writes.Add(argument);
            }
            else
            {
                return false;
            }
        }

        if (variable.IsAssigned && variable.Declaration is SingleVariableDesignationSyntax
            && variable.Declaration.FirstAncestorOrSelf<ArgumentSyntax>() is { } declaring && document.OperationOf(declaring) is IArgumentOperation first)
        {
            writes.Add(first);
        }

        return reads.All(read => Read(variable, read.Operation, read.Name, writes));
    }

    private bool Read(ElementVariable variable, IOperation read, IdentifierNameSyntax name, List<IArgumentOperation> writes)
    {
        var document = variable.Document;
        if (variable.Role is not ElementRole.Value)
        {
            return elements.Read(document, read, variable.Role);
        }

        // The name that a member of an anonymous type or of a tuple takes from the variable stays.
        if (name.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null })
        {
            document.Edits.Wrap(name.Span, name.Identifier.Text + " = ", string.Empty, layer: 2);
        }
        else if (name.Parent is ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax })
        {
            document.Edits.Wrap(name.Span, name.Identifier.Text + ": ", string.Empty, layer: 2);
        }

        return scope.Translation.TakeValue(
            document, read, variable.IsAssigned && !KnownSuccess.Before(document.Facts, read, variable.Symbol, writes, document.CancellationToken));
    }
}
