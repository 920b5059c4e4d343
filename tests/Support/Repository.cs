using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace TrustBot.Tests.Support;

/// <summary>The tree the tests were built from.</summary>
internal static class Repository
{
    private static readonly Lazy<IReadOnlyList<string>> Tree = new(ReadTree);

    /// <summary>The root folder.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>Debug or Release: what these tests, and the bot beside them, were built as.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Paths from the root, with forward slashes, of all files git tracks or would add.</summary>
    public static IReadOnlyList<string> Files => Tree.Value;

    public static string FullPath(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(FullPath(path));

    /// <summary>A folder under <c>artifacts/</c>, made if need be: for what a person looks at after a failure.</summary>
    public static string Artifacts(string folder) => Directory.CreateDirectory(Path.Combine(Root, "artifacts", folder)).FullName;

    private static List<string> ReadTree()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using var git = Process.Start(start)!;
            var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
            return git.ExitCode == 0
                ? [.. paths.Distinct().Where(p => File.Exists(FullPath(p))).Order(StringComparer.Ordinal)]
                : throw new InvalidOperationException($"git ls-files failed in {Root}: the house tests read the tracked files. Run them in a clone.");
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("git is not installed: the house tests read the tracked files. Install git.", e);
        }
    }

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
