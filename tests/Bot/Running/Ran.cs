using System.Diagnostics;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Running;

/// <summary>The built program, run once to its end.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Out">What it wrote to its standard output.</param>
/// <param name="Error">What it wrote to its standard error.</param>
internal sealed record Ran(int Code, string Out, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string All => Out + "\n" + Error;

    /// <summary>Runs it in a folder with something on its standard input.</summary>
    public static async Task<Ran> Program(string folder, string input, params string[] arguments)
    {
        var built = Repository.FullPath($"bot/bin/{Repository.Configuration}/net10.0/TrustBot.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [built, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment["HOME"] = folder;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw new InvalidOperationException($"{string.Join(' ', arguments)} did not end.\n{await output}\n{await error}");
        }
        return new(process.ExitCode, await output, await error);
    }
}
