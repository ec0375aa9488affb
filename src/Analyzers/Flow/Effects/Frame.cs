using System.Linq;
using System.Threading;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// One activation on the way from a region of code into its callees: it says what <c>this</c> and the parameters of the
/// callee are in terms of the region.
/// </summary>
internal sealed class Frame
{
    private readonly PathReader paths;

    private Frame(PathReader paths, Frame? caller, CallSite? call, IMethodSymbol? callee, Frame? home, IOperation? receiver)
    {
        this.paths = paths;
        Caller = caller;
        Call = call;
        Callee = callee;
        Home = home;
        Receiver = receiver;
    }

    public Frame? Caller { get; }

    /// <summary>The call that led here; null for the region itself.</summary>
    public CallSite? Call { get; }

    /// <summary>The method that runs in this frame; null for the region itself.</summary>
    public IMethodSymbol? Callee { get; }

    /// <summary>Where captured variables and a lambda's <c>this</c> live; null where the callee has its own.</summary>
    private Frame? Home { get; }

    // What the registering body called the object that holds the delegate, and the activation in which that object is 'this'.
    private InstancePath? Holder { get; init; }

    private Frame? HolderFrame { get; init; }

    /// <summary>The object the callee runs on, as an expression of the frame <see cref="Home"/> or else <see cref="Caller"/>.</summary>
    private IOperation? Receiver { get; }

    /// <summary>The region itself, in whose terms all others are told.</summary>
    public static Frame OfRegion(PathReader paths) => new(paths, null, null, null, null, null);

    /// <summary>
    /// The body that gave a delegate to the object which it calls <paramref name="holder"/> and which is <c>this</c> in
    /// <paramref name="holding"/>. Of what that body names, only the holder is known.
    /// </summary>
    public static Frame OfRegistration(PathReader paths, InstancePath holder, Frame holding) =>
        new(paths, null, null, null, null, null) { Holder = holder, HolderFrame = holding };

    /// <summary>A method called on <paramref name="call"/>'s receiver.</summary>
    public Frame Into(CallSite call, IMethodSymbol callee) =>
        new(paths, this, call, callee, callee.MethodKind is MethodKind.LocalFunction ? this : null,
            call.Receiver ?? (call.Operation as IObjectCreationOperation));

    /// <summary>A delegate that was made in <paramref name="home"/> from a method on <paramref name="receiver"/>, or from a lambda.</summary>
    public Frame IntoDelegate(CallSite call, IMethodSymbol callee, Frame home, IOperation? receiver) =>
        new(paths, this, call, callee, home, receiver);

    /// <summary>Whether <paramref name="parameter"/> is one of the method that runs in this frame.</summary>
    public bool IsOf(IParameterSymbol parameter) => IsOwn(parameter);

    /// <summary>The path in terms of the region; null where the region cannot name the object.</summary>
    public InstancePath? Translate(InstancePath path, CancellationToken cancellationToken)
    {
        if (Holder is not null)
        {
            return path.StartsWith(Holder) && path.Rebased(Holder, InstancePath.This) is { } held ? HolderFrame!.Translate(held, cancellationToken) : null;
        }

        if (Caller is null)
        {
            return path;
        }

        // 'hub.Subscribe(() => hub.Subscribe(..))': the delegate's own name for the holder says which object is meant.
        if (Home?.Holder is not null && InTermsOfRegistration(path, cancellationToken) is { } registered
            && Home.Translate(registered, cancellationToken) is { } known)
        {
            return known;
        }

        // 'new Tagger(registry, id).Remove(..)': a member of the new object is the argument that went into it.
        if (path is { Root.Kind: PathRootKind.This, Segments: [{ Member: { } member }, ..] } && Receiver is not null
            && paths.Origin(Receiver) is IObjectCreationOperation creation
            && paths.ConstructorArgument(creation, member, cancellationToken) is { } argument
            && ReceiverFrame.Read(argument, cancellationToken) is { } stored)
        {
            return path.TranslatedAfter(1, stored, root => TranslateRoot(root, cancellationToken));
        }

        return path.Translated(root => TranslateRoot(root, cancellationToken));
    }

    /// <summary>The path of an expression of this frame, in terms of the region.</summary>
    public InstancePath? Read(IOperation? operation, CancellationToken cancellationToken) =>
        paths.Read(operation, cancellationToken) is { } path ? Translate(path, cancellationToken) : null;

    private InstancePath? InTermsOfRegistration(InstancePath path, CancellationToken cancellationToken) =>
        path.Root.Symbol is { } variable && IsOwn(variable) ? null
        : path.Root.Kind is PathRootKind.This && Receiver is not null ? paths.Read(Receiver, cancellationToken) is { } receiver ? path.Rebased(InstancePath.This, receiver) : null
        : path;

    private Frame ReceiverFrame => Home ?? Caller ?? this;

    private InstancePath? TranslateRoot(PathRoot root, CancellationToken cancellationToken)
    {
        switch (root)
        {
            case { Kind: PathRootKind.This }:
                var isLambdaOrLocalFunction = Callee?.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction;
                return isLambdaOrLocalFunction
                    ? ReceiverFrame.Translate(InstancePath.This, cancellationToken)
                    : Receiver is null ? null : ReceiverFrame.Read(Receiver, cancellationToken);
            case { Symbol: IParameterSymbol parameter } when IsOwn(parameter):
                // A method group that is the region itself gets the element at hand.
                return Call?.Operation is IMethodReferenceOperation { Method.Parameters: var parameters } && Caller!.Caller is null
                    ? parameter.Ordinal < parameters.Length ? InstancePath.OfSymbol(parameters[parameter.Ordinal]) : null
                    : Call?.ArgumentOf(parameter) is { } argument ? Caller!.Read(argument, cancellationToken) : null;
            // A lambda or local function sees the objects that the body around it made.
            case { Kind: PathRootKind.Creation, Value: SyntaxNode creation } when Home is not null && !IsWithinCallee(creation):
                return Home.Translate(InstancePath.OfCreation(creation), cancellationToken);
            case { Symbol: { } captured } when Home is not null && !IsOwn(captured):
                return Home.Translate(InstancePath.OfSymbol(captured), cancellationToken);
            default:
                return null;
        }
    }

    private bool IsWithinCallee(SyntaxNode node) =>
        Callee?.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == node.SyntaxTree && reference.Span.Contains(node.Span)) == true;

    private bool IsOwn(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol?.OriginalDefinition, Callee?.OriginalDefinition)
        || symbol is IParameterSymbol && symbol.ContainingSymbol is IMethodSymbol { PartialDefinitionPart: { } definition }
            && SymbolEqualityComparer.Default.Equals(definition, Callee);
}
