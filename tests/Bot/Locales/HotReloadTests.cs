using Microsoft.Extensions.Logging.Abstractions;
using TrustBot.Locales;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Locales;

/// <summary>A designer saves a file while the bot runs.</summary>
public sealed class HotReloadTests : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    private readonly string _folder = ShippedLocales.Copy("en");

    private string Voice => Path.Combine(_folder, "en", "voice.yaml");

    private LastGoodLocales LastGood => new(Path.Combine(_folder, "kept", "good.zip"), NullLogger<LastGoodLocales>.Instance);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ASavedFileSpeaksFromTheNextTurnOn()
    {
        await using var bot = await WholeBot.Start(null, ("Locales:Path", _folder));
        await bot.Open("c");
        var before = bot.Of<LocaleFolder>().Current.Locales.Hash;
        Change("page-new: Start a new chat", "page-new: Begin again");
        await bot.Until(() => Task.FromResult(bot.Of<LocaleFolder>().Current.Locales.Hash != before), Tick);
        Assert.Equal("Begin again", bot.Of<LocaleFolder>().Current.Locales["en"].Voice.Phrases["page-new"].All().First().Source);
        await bot.Say("c", "hello");
        await bot.Finished("c");
        Assert.Equal(bot.Of<LocaleFolder>().Current.Locales.Hash, (await bot.Log<Dialogs.Conversations.TurnFinished>("c")).Last().Locales);
    }

    [Fact]
    public async Task ABrokenFileChangesNothingAndIsToldUntilItIsMended()
    {
        await using var bot = await WholeBot.Start(null, ("Locales:Path", _folder));
        var before = bot.Of<LocaleFolder>().Current;
        Change("human-word: human", "human-wrod: human");
        await bot.Until(() => Task.FromResult(bot.Of<LocaleFolder>().Broken.Count > 0), Tick);
        Assert.Same(before, bot.Of<LocaleFolder>().Current);
        Assert.Contains(bot.Of<LocaleFolder>().Broken, f => f.ToString().Contains("Did you mean `human-word`?", StringComparison.Ordinal));
        Change("human-wrod: human", "human-word: human");
        await bot.Until(() => Task.FromResult(bot.Of<LocaleFolder>().Broken.Count == 0), Tick);
    }

    [Fact]
    public void AStartWithABrokenFileSpeaksTheLastGoodSet()
    {
        var good = LocaleFolder.Open(_folder, LastGood).Current.Locales.Hash;
        Change("human-word: human", "human-wrod: human");
        var started = LocaleFolder.Open(_folder, LastGood);
        Assert.Equal(good, started.Current.Locales.Hash);
        Assert.NotEmpty(started.Broken);
        Assert.Throws<StartUpException>(() => LocaleFolder.Open(_folder));
    }

    [Fact]
    public void AStartWithTheSameFilesChecksNothingAgain()
    {
        var first = LocaleFolder.Open(_folder, LastGood);
        var again = LocaleFolder.Open(_folder, LastGood);
        Assert.Equal(first.Current.Locales.Hash, again.Current.Locales.Hash);
        Assert.Equal(first.Protection.PasswordBefore.AsEnumerable(), again.Protection.PasswordBefore.AsEnumerable());
        Assert.Equal(first.Warnings.Where(w => w.Path.StartsWith("territories/", StringComparison.Ordinal)), again.Warnings);
        Change("page-new: Start a new chat", "page-new: Begin again");
        Assert.Equal("Begin again", LocaleFolder.Open(_folder, LastGood).Current.Locales["en"].Voice.Phrases["page-new"].All().First().Source);
    }

    [Fact]
    public void ALastGoodSetThatIsDamagedHelpsNobodyAndHidesNothing()
    {
        LocaleFolder.Open(_folder, LastGood);
        File.WriteAllText(Path.Combine(_folder, "kept", "good.zip"), "no archive");
        Change("human-word: human", "human-wrod: human");
        Assert.Contains("Did you mean `human-word`?", Assert.Throws<StartUpException>(() => LocaleFolder.Open(_folder, LastGood)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ANewCultureIsAFolderAndNothingElse()
    {
        var folder = LocaleFolder.Open(_folder);
        Assert.Equal("en", folder.Current.Locales.Find("en-NZ")?.Tag ?? "en");
        Directory.CreateDirectory(Path.Combine(_folder, "en-NZ"));
        File.WriteAllText(Path.Combine(_folder, "en-NZ", "voice.yaml"), "culture: en-NZ\nname: English (New Zealand)\nover: en\nphrases:\n  goodbye: Ka kite.\n");
        folder.Reload();
        Assert.Empty(folder.Broken);
        Assert.Equal("en-NZ", folder.Current.Locales.Find("en-NZ")!.Tag);
    }

    private void Change(string was, string now)
    {
        var text = File.ReadAllText(Voice);
        Assert.Contains(was, text, StringComparison.Ordinal);
        File.WriteAllText(Voice, text.Replace(was, now, StringComparison.Ordinal));
    }
}
