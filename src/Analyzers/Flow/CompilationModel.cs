using System.Runtime.CompilerServices;
using DictionaryAnalyzers.Options;
using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DictionaryAnalyzers.Flow;

/// <summary>
/// What is known of one compilation, computed on demand and shared by all rules that run on it: its types, its callees,
/// its derived types. It lives exactly as long as the compilation.
/// </summary>
internal sealed class CompilationModel
{
    // Weak keys: a model goes when its compilation goes. Sharing it keeps twenty rules from binding each callee twenty times.
    private static readonly ConditionalWeakTable<Compilation, CompilationModel> Models = new();

    private CompilationModel(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        var listed = PackageOptions.TypesListedFor(compilation, options);
        Compilation = compilation;
        Types = new KnownTypes(compilation, listed.Additional, listed.Locks, listed.SingletonAttributes);
        Rules = FrameworkDetection.Of(compilation);
        var files = Files = new SourceFiles(compilation);
        Bodies = new SourceBodies(compilation);
        Paths = new PathReader(Types, Bodies);
        Blocks = new CodeBlocks(Types);
        Graphs = new BodyGraphs();
        Texts = new SourceTexts();
        Members = new MemberUses(compilation, Bodies, Texts);
        Kinds = new ConcreteKinds(Types, Paths, Members);
        Hierarchy = new TypeHierarchy(compilation, files, Bodies);
        Sequences = new SequenceReader(Types, Bodies, Paths, Kinds, Members, Hierarchy);
        Effects = new EffectReader(Types, Paths, Bodies);
        Delegates = new DelegateTargets(Paths, Members);
        Contents = new CollectionContents(Types, Members);
        BackReferences = new BackReferences(Types, Contents, Paths, Members, Hierarchy);
        Escapes = new EscapeReader(Types, Paths, Sequences);
        KeyEvents = new KeyEventReader(Types, Bodies, Paths);
        Names = new NameSearch(files, Bodies);
        Callers = new Callers(this);
        Once = new OneTimeCode(this);
        Threading = new ProgramThreading(compilation);
        Concurrency = new ConcurrentDelegates(Types, Bodies, new StaticDelegates(Names, Threading));
        var uses = new ObjectUses(Types, Paths, Bodies);
        Exposures = new ExposureReader(Types, Paths, Bodies, Graphs, Concurrency, uses, new MemberExposure(Concurrency, new LocalState(Members, uses, Concurrency)));
        Gates = new InterlockedGates(Bodies);
        Locks = new HeldLocks(Types, Paths, Bodies, Graphs, Members, Contents);
        Lives = new ObjectLives(Members, Concurrency);
        Uses = new CollectionUses(Types, Paths, Bodies);
        AccessLocks = new AccessLocks(Locks, Members);
        Accesses = new MemberAccesses(Types, Paths, Bodies, Members, Uses, Lives);
        Instances = new SharedInstances(Types, Hierarchy, new Registrations(compilation, Bodies, Paths, Hierarchy), new StaticHolders(files, Bodies, Names));
        Threads = new CodeThreads(Members, Concurrency);
        Startup = new StartupCode(compilation, Concurrency, Names);
        Search = new EffectSearch(Bodies, Paths, Effects, Hierarchy, Delegates, Sequences, Contents, new Registrars(Names));
        Captured = new CapturedDictionaries(this);
        CapturedObjects = new CapturedObjects(this);
        Parts = new SharedParts(this);
        Outside = new OutsideAccesses(Types, Paths, Bodies, Hierarchy, Names, Uses, Lives);
        Straddles = new AwaitStraddles(this);
        Mappers = new Mappers(compilation, Types.DictionaryMapper, options);
    }

    public Compilation Compilation { get; }

    public KnownTypes Types { get; }

    /// <summary>Which files have a word.</summary>
    public SourceFiles Files { get; }

    /// <summary>What the framework of the compilation allows during an enumeration.</summary>
    public FrameworkRules Rules { get; }

    public SourceBodies Bodies { get; }

    public PathReader Paths { get; }

    public CodeBlocks Blocks { get; }

    public BodyGraphs Graphs { get; }

    public SourceTexts Texts { get; }

    public MemberUses Members { get; }

    public ConcreteKinds Kinds { get; }

    public SequenceReader Sequences { get; }

    public TypeHierarchy Hierarchy { get; }

    public EffectReader Effects { get; }

    public DelegateTargets Delegates { get; }

    public CollectionContents Contents { get; }

    public BackReferences BackReferences { get; }

    public EscapeReader Escapes { get; }

    public KeyEventReader KeyEvents { get; }

    public ConcurrentDelegates Concurrency { get; }

    public ExposureReader Exposures { get; }

    public InterlockedGates Gates { get; }

    public HeldLocks Locks { get; }

    public ObjectLives Lives { get; }

    public CollectionUses Uses { get; }

    public AccessLocks AccessLocks { get; }

    public MemberAccesses Accesses { get; }

    public NameSearch Names { get; }

    public Callers Callers { get; }

    public OneTimeCode Once { get; }

    public ProgramThreading Threading { get; }

    public SharedInstances Instances { get; }

    public CodeThreads Threads { get; }

    public StartupCode Startup { get; }

    public EffectSearch Search { get; }

    public CapturedDictionaries Captured { get; }

    public CapturedObjects CapturedObjects { get; }

    public SharedParts Parts { get; }

    public OutsideAccesses Outside { get; }

    public AwaitStraddles Straddles { get; }

    public Mappers Mappers { get; }

    /// <summary>The model of <paramref name="compilation"/>, made when it is first asked for.</summary>
    public static CompilationModel For(Compilation compilation, AnalyzerConfigOptionsProvider options) =>
        Models.TryGetValue(compilation, out var model) ? model : Models.GetValue(compilation, key => new CompilationModel(key, options));
}
