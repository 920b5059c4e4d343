using TrustBot.Tests.Support;

namespace TrustBot.Dialogs.Tests.House;

/// <summary>The wall around <c>dialogs/</c>: pure libraries inside, nothing that waits.</summary>
internal static class Walls
{
    /// <summary>Libraries that only compute.</summary>
    private static readonly string[] Pure = ["YamlDotNet", "Humanizer"];

    private static readonly string[] Impure =
    [
        "System.Net", "System.Data", "System.Console", "System.IO.FileSystem", "System.IO.Pipes", "System.IO.Pipelines",
        "System.Diagnostics", "System.Threading.Channels", "System.Threading.Tasks", "System.Threading.Thread", "System.Threading.Timer",
    ];

    private static readonly string[] Waiting =
        ["IAsyncStateMachine", "IAsyncEnumerable`1", "IAsyncEnumerator`1", "IAsyncDisposable", "INotifyCompletion", "IThreadPoolWorkItem"];

    /// <summary>References to assemblies that are not known to be pure.</summary>
    public static IEnumerable<string> Breaches(Stream assembly) => Uses.References(assembly).Where(name =>
        !Pure.Contains(name)
        && (!(name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard") || Impure.Any(i => name == i || name.StartsWith(i + ".", StringComparison.Ordinal))));

    /// <summary>Everything that returns, takes or makes a task, awaits, or is awaited.</summary>
    public static IEnumerable<string> Awaits(Stream assembly) => Uses.In(assembly)
        .Where(u => u.Namespace is "System.Threading.Tasks" or "System.Threading.Tasks.Sources"
            || Waiting.Contains(u.Type)
            || (u.Namespace == "System.Runtime.CompilerServices" && u.Type.Contains("Async", StringComparison.Ordinal)))
        .Select(u => u.ToString());
}
