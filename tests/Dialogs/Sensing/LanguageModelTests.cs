using TrustBot.Dialogs.Sensing;

namespace TrustBot.Dialogs.Tests.Sensing;

/// <summary>Sentences that the model has not learned from.</summary>
public sealed class LanguageModelTests
{
    private static (string Language, double Chance) Best(string text)
    {
        Span<double> chances = stackalloc double[LanguageModel.Width];
        LanguageModel.Shipped.Weigh(Normaliser.Plain(text), chances);
        var best = 0;
        for (var i = 1; i < LanguageModel.Shipped.Languages.Length; i++)
            if (chances[i] > chances[best]) best = i;
        return (LanguageModel.Shipped.Languages[best], chances[best]);
    }

    [Theory]
    [InlineData("could you tell me whether my sofa gets here before the weekend", "en")]
    [InlineData("Mein Sofa sollte schon vorgestern geliefert werden", "de")]
    [InlineData("mon canapé devait arriver avant le week-end", "fr")]
    [InlineData("el sofá tenía que llegar antes del fin de semana", "es")]
    [InlineData("o sofá devia ter chegado antes do fim de semana", "pt")]
    [InlineData("sofa saya sepatutnya sampai sebelum hujung minggu ni, bila nak hantar", "ms")]
    [InlineData("sofa saya harusnya sudah sampai sebelum akhir pekan, kapan dikirim ya", "id")]
    [InlineData("dapat nakarating na yung sofa ko bago mag-weekend", "fil")]
    [InlineData("ghế của tôi lẽ ra phải giao trước cuối tuần", "vi")]
    [InlineData("ghe cua toi le ra phai giao truoc cuoi tuan roi", "vi")]
    [InlineData("mera sofa weekend se pehle aana tha abhi tak nahi aaya", "hi")]
    [InlineData("enna sofa innum varala, eppo anuppuvinga sollunga", "ta")]
    public void ALanguageIsKnownByThePiecesOfItsWords(string text, string language) => Assert.Equal(language, Best(text).Language);

    [Fact]
    public void ChancesAddUpToOneAndAreTheSameEachTime()
    {
        Assert.InRange(Enumerable.Range(0, 3).Select(_ => Best("where is my parcel").Chance).Distinct().Single(), 0.5, 1);
        Span<double> chances = stackalloc double[LanguageModel.Width];
        Assert.Equal(2, LanguageModel.Shipped.Weigh("ok 1234 parcel", chances));
        var all = 0.0;
        foreach (var chance in chances[..LanguageModel.Shipped.Languages.Length]) all += chance;
        Assert.Equal(1, all, 9);
    }

    [Fact]
    public void OnlyTheBeginningOfALongMessageIsWeighed()
    {
        Span<double> chances = stackalloc double[LanguageModel.Width];
        Assert.InRange(LanguageModel.Shipped.Weigh(string.Concat(Enumerable.Repeat("parcel ", 50_000)), chances), 10, 100);
        Assert.Equal(0, LanguageModel.Shipped.Weigh(new string('e', 50_000), chances));
    }
}
