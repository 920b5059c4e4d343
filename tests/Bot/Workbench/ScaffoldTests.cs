using TrustBot.CommandLine;
using TrustBot.Locales;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Workbench;

/// <summary>What <c>new</c> makes: files that lint takes as they are, and that say what is left to do.</summary>
public sealed class ScaffoldTests : IDisposable
{
    private readonly string _folder = ShippedLocales.Copy("en", "ja-JP");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private int New(string tag, string from) => NewCommand.Run([$"--Locales:Path={_folder}"], tag, from);

    [Fact]
    public void ARegionBeginsWithNothingButDifferencesAndWorksAtOnce()
    {
        Assert.Equal(0, New("en-NZ", "en"));
        var (read, faults) = LocaleFolder.Read(_folder);
        Assert.DoesNotContain(faults, f => f.Path.StartsWith("en-NZ/", StringComparison.Ordinal));
        Assert.Equal("en", read!.Locales["en-NZ"].Over);
        Assert.Equal(read.Locales["en"].Voice.Phrases["greeting"], read.Locales["en-NZ"].Voice.Phrases["greeting"]);
    }

    [Fact]
    public void AnotherLanguageBeginsFromTheBaseAndLintNamesEachLineLeft()
    {
        Assert.Equal(0, New("fr-FR", "en"));
        var (read, faults) = LocaleFolder.Read(_folder);
        Assert.Null(read);
        Assert.Contains(faults, f => f is { Path: "fr-FR/voice.yaml", Key: "phrases.disclosure" } && f.Problem.Contains("still in the language of en", StringComparison.Ordinal));
        Assert.DoesNotContain(File.ReadAllLines(Path.Combine(_folder, "fr-FR", "voice.yaml")), l => l.StartsWith("  desk-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xx-QQ", "en", "not a BCP 47 culture")]
    [InlineData("en-NZ", "kl-GL", "no culture `kl-GL` to begin from")]
    [InlineData("ja-JP", "en", "is there already")]
    public void WhatCannotBeMadeIsSaidAndNothingIsWritten(string tag, string from, string problem)
    {
        var before = LocaleFolder.Files(_folder).Count;
        Assert.Contains(problem, Assert.Throws<StartUpException>(() => New(tag, from)).Message, StringComparison.Ordinal);
        Assert.Equal(before, LocaleFolder.Files(_folder).Count);
    }
}
