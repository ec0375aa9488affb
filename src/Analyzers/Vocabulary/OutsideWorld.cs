using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Vocabulary;

/// <summary>
/// The table of framework calls that reach beyond the memory of the caller: which read or write files, sockets and
/// databases, and which leave something running. What is not listed is not known, and nothing is said of it.
/// </summary>
internal static class OutsideWorld
{
    /// <summary>Whether a call of <paramref name="method"/>, or a creation by it, does input or output that costs or changes something.</summary>
    public static bool IsInputOutput(IMethodSymbol method) => method.ContainingType is { } type && (
        method.MethodKind is MethodKind.Constructor ? Opens(type, method)
        : IsFile(type, method.Name) || IsNetwork(type, method.Name) || IsDatabase(type, method.Name)
            || IsMachine(type, method.Name) || IsXml(type, method));

    /// <summary>What a call of <paramref name="method"/> leaves running; null where it leaves nothing.</summary>
    public static string? Starts(IMethodSymbol method) => method.Name switch
    {
        "Run" when method.IsStatic && method.ContainingType.IsNamed("System.Threading.Tasks", "Task") => "a task",
        "StartNew" when method.ContainingType.IsNamed("System.Threading.Tasks", "TaskFactory") => "a task",
        "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" or "RegisterWaitForSingleObject"
            when method.ContainingType.IsNamed("System.Threading", "ThreadPool") => "work on the thread pool",
        "Start" when method.ContainingType.IsOrDerivesFrom("System.Threading.Tasks", "Task") => "a task",
        "Start" or "UnsafeStart" when method.ContainingType.IsNamed("System.Threading", "Thread") => "a thread",
        "Start" when method.ContainingType.IsNamed("System.Timers", "Timer") || method.ContainingType.IsNamed("System.Windows.Threading", "DispatcherTimer")
            || method.ContainingType.IsNamed("System.Windows.Forms", "Timer") => "a timer",
        "RunWorkerAsync" when method.ContainingType.IsNamed("System.ComponentModel", "BackgroundWorker") => "a background worker",
        _ => null,
    };

    /// <summary>Whether a call of <paramref name="method"/> gives a new object that the caller has to dispose.</summary>
    public static bool GivesOwnedDisposable(IMethodSymbol method) => method.Name switch
    {
        "CreateLinkedTokenSource" => method.ContainingType.IsNamed("System.Threading", "CancellationTokenSource"),
        "BuildServiceProvider" or "CreateScope" or "CreateAsyncScope" =>
            method.ContainingType.ContainingNamespace is { Name: "DependencyInjection", ContainingNamespace.Name: "Extensions" },
        "Create" when method.IsStatic => method.ContainingType.ContainingNamespace is { Name: "Cryptography", ContainingNamespace.Name: "Security" }
            || method.ContainingType.IsNamed("Microsoft.Extensions.Logging", "LoggerFactory"),
        _ => false,
    };

    /// <summary>Whether <paramref name="method"/> changes a variable that it is given by reference, other than publishing a first value in it.</summary>
    public static bool ChangesReference(IMethodSymbol method) =>
        (method.ContainingType.IsNamed("System.Threading", "Interlocked") && method.Name is not ("CompareExchange" or "Read"))
        || (method.ContainingType.IsNamed("System.Threading", "Volatile") && method.Name == "Write");

    /// <summary>Whether <paramref name="method"/> adds to a queue, bag, stack, channel or text; those take the same element twice.</summary>
    public static bool AppendsTo(IMethodSymbol method) => method.ContainingType is { } type && method.Name switch
    {
        "Enqueue" or "Push" or "PushRange" or "Add" or "TryAdd" or "AddLast" or "AddFirst" =>
            type.IsNamed("System.Collections.Concurrent", "ConcurrentQueue") || type.IsNamed("System.Collections.Concurrent", "ConcurrentStack")
            || type.IsNamed("System.Collections.Concurrent", "ConcurrentBag") || type.IsNamed("System.Collections.Concurrent", "BlockingCollection")
            || UnsafeContainers.IsContainer(type),
        "Append" or "AppendLine" or "AppendFormat" or "AppendJoin" => type.IsNamed("System.Text", "StringBuilder"),
        "TryWrite" or "WriteAsync" => type.IsNamed("System.Threading.Channels", "ChannelWriter"),
        _ => false,
    };

    private static bool Opens(INamedTypeSymbol type, IMethodSymbol constructor) =>
        (type.IsNamed("System.IO", "FileStream") || type.IsNamed("System.IO", "StreamReader") || type.IsNamed("System.IO", "StreamWriter"))
        && constructor.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..];

    // Asking whether a file is there, and making sure that a directory is, may be done twice by anybody.
    private static bool IsFile(INamedTypeSymbol type, string name)
    {
        if (type.IsNamed("System.IO", "File"))
        {
            return name != "Exists" && !StartsWith(name, "Get");
        }

        if (type.IsNamed("System.IO", "Directory"))
        {
            return name is "Delete" or "Move" or "GetFiles" or "GetDirectories" or "GetFileSystemEntries" or "CreateTempSubdirectory" || StartsWith(name, "Enumerate");
        }

        if (type.IsNamed("System.IO", "FileInfo") || type.IsNamed("System.IO", "DirectoryInfo") || type.IsNamed("System.IO", "FileSystemInfo"))
        {
            return StartsWith(name, "Open") || StartsWith(name, "Append") || StartsWith(name, "Copy") || StartsWith(name, "Move") || StartsWith(name, "Enumerate")
                || name is "Delete" or "Replace" or "CreateText" or "GetFiles" or "GetDirectories" or "GetFileSystemInfos"
                || (name == "Create" && type.Name == "FileInfo");
        }

        return (name == "GetTempFileName" && type.IsNamed("System.IO", "Path"))
            || type.IsNamed("System.IO.Compression", "ZipFile")
            || (type.IsNamed("System.IO.MemoryMappedFiles", "MemoryMappedFile") && (StartsWith(name, "Create") || name == "OpenExisting") && name != "CreateViewAccessor");
    }

    private static bool IsNetwork(INamedTypeSymbol type, string name)
    {
        if (type.IsNamed("System.Net.Http", "HttpClient") || type.IsNamed("System.Net.Http", "HttpMessageInvoker"))
        {
            return name == "Send" || EndsWithAsync(name);
        }

        if (type.IsNamed("System.Net.Http.Json", "HttpClientJsonExtensions") || type.IsNamed("System.Net", "Dns"))
        {
            return name != "GetHostName";
        }

        if (type.ContainingNamespace is { Name: "Sockets", ContainingNamespace.Name: "Net" })
        {
            return StartsWith(name, "Connect") || StartsWith(name, "Send") || StartsWith(name, "Receive") || StartsWith(name, "Accept") || name is "Bind" or "Listen" or "Start";
        }

        return (type.IsNamed("System.Net", "WebClient") && (StartsWith(name, "Download") || StartsWith(name, "Upload") || StartsWith(name, "Open")))
            || (type.IsOrDerivesFrom("System.Net", "WebRequest") && (StartsWith(name, "GetResponse") || StartsWith(name, "GetRequestStream")))
            || (type.IsNamed("System.Net.Mail", "SmtpClient") && StartsWith(name, "Send"));
    }

    private static bool IsDatabase(INamedTypeSymbol type, string name)
    {
        if (StartsWith(name, "Execute"))
        {
            return type.IsOrDerivesFrom("System.Data.Common", "DbCommand") || type.IsNamed("System.Data", "IDbCommand")
                || type.IsNamed("Microsoft.EntityFrameworkCore", "RelationalDatabaseFacadeExtensions") || type.IsNamed("Dapper", "SqlMapper");
        }

        return (name is "Open" or "OpenAsync" && (type.IsOrDerivesFrom("System.Data.Common", "DbConnection") || type.IsNamed("System.Data", "IDbConnection")))
            || (StartsWith(name, "SaveChanges") && type.IsOrDerivesFrom("Microsoft.EntityFrameworkCore", "DbContext"))
            || (StartsWith(name, "Query") && type.IsNamed("Dapper", "SqlMapper"))
            || (EndsWithAsync(name) && type.IsNamed("Microsoft.EntityFrameworkCore", "EntityFrameworkQueryableExtensions"));
    }

    private static bool IsMachine(INamedTypeSymbol type, string name) =>
        (name == "Start" && type.IsNamed("System.Diagnostics", "Process"))
        || (type.IsNamed("System", "Console") && StartsWith(name, "Read"))
        || ((type.IsNamed("Microsoft.Win32", "RegistryKey") || type.IsNamed("Microsoft.Win32", "Registry"))
            && (StartsWith(name, "Delete") || name is "GetValue" or "SetValue" or "OpenSubKey" or "CreateSubKey"));

    private static bool IsXml(INamedTypeSymbol type, IMethodSymbol method) =>
        method is { Name: "Load", Parameters: [{ Type.SpecialType: SpecialType.System_String }, ..] }
        && (type.IsNamed("System.Xml.Linq", "XDocument") || type.IsNamed("System.Xml.Linq", "XElement") || type.IsNamed("System.Xml", "XmlDocument"));

    private static bool StartsWith(string name, string beginning) => name.StartsWith(beginning, System.StringComparison.Ordinal);

    private static bool EndsWithAsync(string name) => name.EndsWith("Async", System.StringComparison.Ordinal);
}
