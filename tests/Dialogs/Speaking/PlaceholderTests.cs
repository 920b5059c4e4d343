using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Speaking;

public sealed class PlaceholderTests
{
    [Fact]
    public void EveryValueThatCanBePutInIsUsedAndNoOtherIs()
    {
        var used = Shipped.Settings.Locales[LocaleSet.Base].Voice.Phrases.Values.SelectMany(p => p.All()).SelectMany(t => t.Placeholders).Distinct();
        Assert.Equal(Phrases.Values, used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AMisspeltPlaceholderIsFoundInTheBaseCultureAsWell()
    {
        var files = Shipped.Files.Select(f => f.Path == "en/voice.yaml" ? f with { Text = f.Text.Replace("{human_word}", "{human_wrd}", StringComparison.Ordinal) } : f).ToList();
        var (settings, faults) = Settings.Read(files);
        Assert.Null(settings);
        var fault = Assert.Single(faults, f => f.Path == "en/voice.yaml" && f.Key == "phrases.disclosure" && f.Problem.Contains("never filled", StringComparison.Ordinal));
        Assert.True(fault.Line > 0);
        Assert.Contains("Did you mean `human_word`?", fault.ToString(), StringComparison.Ordinal);
    }
}
