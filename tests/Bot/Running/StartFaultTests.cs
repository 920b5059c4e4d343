using System.Net;
using System.Net.Sockets;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Running;

/// <summary>A start that fails says what to mend, and nothing that helps nobody.</summary>
public sealed class StartFaultTests : IDisposable
{
    private const string Anywhere = "--urls=http://127.0.0.1:0";
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task AnOccupiedPort()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await Refused([$"--urls=http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"], "already in use", "--urls");
    }

    [Theory]
    [InlineData("nonsense", "nonsense", "--urls")]
    [InlineData("http://127.0.0.1:99999", "port", "65535")]
    [InlineData("http://192.0.2.1:5000", "cannot listen", "--urls")]
    [InlineData("https://127.0.0.1:0", "certificate", "http")]
    public async Task AnAddressThatCannotBeListenedTo(string url, string why, string mend) => await Refused(["--urls", url], why, mend);

    [Theory]
    [InlineData("Store:Path", "file/data/bot.db")]
    [InlineData("KeyRing:Path", "file/keys")]
    public async Task AFolderThatCannotBeWritten(string key, string path)
    {
        // Even an administrator writes no folder where a file stands.
        await File.WriteAllTextAsync(_scratch.File("file"), "");
        await Refused([Anywhere, $"--{key}={path}"], "cannot be written", key);
    }

    [Fact]
    public async Task AFileThatIsNoDatabase()
    {
        await File.WriteAllTextAsync(_scratch.File("bot.db"), new string('x', 5000));
        await Refused([Anywhere, "--Store:Path=bot.db"], "not a database", "Store:Path");
    }

    [Fact]
    public async Task ABrokenLocaleFileIsNamedWithLineAndKey()
    {
        var line = BreakLocales();
        await Refused([Anywhere, "--Locales:Path=locales"], $"en/voice.yaml:{line}", "phrases.disclosure", "lint");
    }

    [Fact]
    public async Task AMissingLocaleFolder() => await Refused([Anywhere, "--Locales:Path=nowhere"], "nowhere", "Locales:Path");

    [Theory]
    [InlineData("--bogus")]
    [InlineData("bogus")]
    [InlineData("lint", "--bogus")]
    [InlineData("run", "--emulato")]
    public async Task AnOptionNobodyKnows(params string[] arguments) => await Refused(arguments, arguments[^1], "--help");

    [Theory]
    [InlineData("--urls")]
    [InlineData("--Store:Path", "--urls", "http://127.0.0.1:0")]
    public async Task ASettingWithoutAValue(params string[] arguments) => await Refused(arguments, arguments[0], "needs a value");

    [Theory]
    [InlineData("Turns:SettleMilliseconds", "9999")]
    [InlineData("Turns:SettleMilliseconds", "abc")]
    [InlineData("Store:Path", "")]
    [InlineData("Store:Sync", "sometimes")]
    [InlineData("DirectLine:Secret", "short")]
    public async Task ASettingThatCannotBeUsedIsNamed(string key, string value) => await Refused([Anywhere, $"--{key}={value}"], key);

    [Fact]
    public async Task AnEmulatorsEndpointOnAnOpenAddress() => await Refused(["--emulator", "--urls=http://0.0.0.0:0"], "--urls");

    [Fact]
    public async Task ASecondProcessOnTheSameDataAndTheFirstGoesOn()
    {
        await using var first = await RunningBot.Start("--Store:Sync=off");
        var second = await Ran.Program(first.Folder, "", Anywhere);
        Check(second, "Another process", "Store:Path");
        using var http = new HttpClient { BaseAddress = new(first.Url) };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task TheCheckOfTheLocaleFilesTellsGoodFromBad()
    {
        var good = await Ran.Program(_scratch.Folder, "", "lint");
        Assert.Equal((0, true), (good.Code, good.Out.Contains(" 0 errors", StringComparison.Ordinal)));

        var line = BreakLocales();
        var bad = await Ran.Program(_scratch.Folder, "", "lint", "--Locales:Path=locales");
        Assert.Equal(1, bad.Code);
        Assert.Contains($"en/voice.yaml:{line}", bad.Out, StringComparison.Ordinal);
        Assert.Contains("phrases.disclosure", bad.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bad.All, StringComparison.Ordinal);

        var missing = await Ran.Program(_scratch.Folder, "", "lint", "--Locales:Path=nowhere");
        Check(missing, "nowhere", "Locales:Path");
    }

    [Fact]
    public async Task AChatThroughAPipeSaysFirstWhatItIsAndThenAnswers()
    {
        var chat = await Ran.Program(_scratch.Folder, "hello\nwhere is my order LN-1001\n", "chat");
        Assert.Equal(0, chat.Code);
        var lines = chat.Out.Split('\n');
        Assert.Contains("not a person", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines[1..], l => l.Contains("LN-1001", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_scratch.Folder));
    }

    private async Task Refused(string[] arguments, params string[] says) => Check(await Ran.Program(_scratch.Folder, "", arguments), says);

    private static void Check(Ran ran, params string[] says)
    {
        Assert.True(ran.Code == 2, $"Exit code {ran.Code}: {ran.All}");
        Assert.All(says, s => Assert.Contains(s, ran.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ran.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", ran.All, StringComparison.Ordinal);
    }

    /// <summary>A copy of the locale files with one value misspelt; its line.</summary>
    private int BreakLocales()
    {
        var from = Repository.FullPath("locales");
        foreach (var file in Directory.EnumerateFiles(from, "*.yaml", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_scratch.File("locales"), Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        var voice = Path.Combine(_scratch.File("locales"), "en", "voice.yaml");
        var lines = File.ReadAllLines(voice);
        var line = Array.FindIndex(lines, l => l.StartsWith("  disclosure:", StringComparison.Ordinal));
        for (var i = line; i < line + 20; i++) lines[i] = lines[i].Replace("{human_word}", "{human_wrd}", StringComparison.Ordinal);
        File.WriteAllLines(voice, lines);
        // A phrase that is worded in several ways begins on the line after its key.
        return line + 2;
    }
}
