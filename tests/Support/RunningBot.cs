using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace TrustBot.Tests.Support;

/// <summary>
/// The built bot as a process of its own, in a fresh folder: it can be killed as a power cut kills, and started
/// again on the same data and the same port.
/// </summary>
internal sealed partial class RunningBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string[] _arguments;
    private readonly List<string> _output = [];
    private Process? _process;
    private TaskCompletionSource<string> _deskLink = new();

    private RunningBot(string[] arguments)
    {
        _arguments = arguments;
        Folder = Directory.CreateTempSubdirectory("trustbot-").FullName;
        Url = $"http://127.0.0.1:{FreePort()}";
    }

    /// <summary>Where it runs and keeps its data.</summary>
    public string Folder { get; }

    public string Url { get; }

    public int ProcessId => _process!.Id;

    /// <summary>All it has written to its standard output and error, over all its starts.</summary>
    public string Output
    {
        get { lock (_output) return string.Join('\n', _output); }
    }

    /// <summary>Starts it and returns when its page answers.</summary>
    /// <param name="arguments">More of the command line, for example <c>--Store:Sync=off</c>.</param>
    public static async Task<RunningBot> Start(params string[] arguments)
    {
        var bot = new RunningBot(arguments);
        try
        {
            await bot.StartAgain();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it once more on the same data and port, after <see cref="Kill"/> or <see cref="Stop"/>.</summary>
    public async Task StartAgain()
    {
        _deskLink = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(Command()) ?? throw new InvalidOperationException("dotnet could not be started.");
        _process.OutputDataReceived += (_, e) => Hear(e.Data);
        _process.ErrorDataReceived += (_, e) => Hear(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Answering();
    }

    /// <summary>The one-time link to the agent desk that it printed at its last start.</summary>
    public async Task<string> DeskLink()
    {
        try
        {
            return new Uri(new Uri(Url), await _deskLink.Task.WaitAsync(Patience)).ToString();
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"No desk link was printed within {Patience.TotalSeconds} s.\n{Output}");
        }
    }

    /// <summary>SIGKILL: nothing is flushed, nobody is told.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM, as an orchestrator stops a process. Returns its exit code.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) Kill();
        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private ProcessStartInfo Command()
    {
        var built = Repository.FullPath($"bot/bin/{Repository.Configuration}/net10.0/TrustBot.dll");
        if (!File.Exists(built)) throw new InvalidOperationException($"{built} is not there. Build the solution first.");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [built, "--urls", Url, "--Listening:CuesOnly=true", .. _arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Only what it needs: a developer's own settings must not decide a test.
        start.Environment.Clear();
        foreach (var name in new[] { "PATH", "DOTNET_ROOT" })
            if (Environment.GetEnvironmentVariable(name) is { } value) start.Environment[name] = value;
        start.Environment["HOME"] = Folder;
        start.Environment["LANG"] = "C.UTF-8";
        return start;
    }

    private async Task Answering()
    {
        using var http = new HttpClient { BaseAddress = new(Url), Timeout = Patience };
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var started = Stopwatch.StartNew();
        while (started.Elapsed < Patience)
        {
            if (_process!.HasExited) throw new InvalidOperationException($"The bot ended at its start with exit code {_process.ExitCode}.\n{Output}");
            try
            {
                using var page = await http.GetAsync("/");
                if (page.IsSuccessStatusCode) return;
                throw new InvalidOperationException($"The bot's page answered {(int)page.StatusCode}.\n{Output}");
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await again.WaitForNextTickAsync();
            }
        }
        throw new InvalidOperationException($"The bot did not answer within {Patience.TotalSeconds} s.\n{Output}");
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_output) _output.Add(line);
        if (SignInLink().Match(line) is { Success: true } link) _deskLink.TrySetResult(link.Value);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"(?:https?://[^\s/]+)?/desk/sign-in\?\S+")]
    private static partial Regex SignInLink();
}
