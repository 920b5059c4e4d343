using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Chats;

/// <summary>
/// The main conversations in every culture. A chat stands in the culture's folder, else in that of the culture it stands
/// over. Whatever is said is in the culture's language and one register, without holes, and true where a life hangs on it.
/// </summary>
public sealed class CultureTests
{
    private static readonly string[] Main =
        ["order-and-refund", "asks-for-a-person", "anger-rises", "crisis", "care", "complaint", "callback", "bill-outage-hours", "what-and-why", "not-understood", "idiom-is-no-danger", "register"];

    /// <summary>Where people of a culture that names no country are taken to be.</summary>
    private static readonly ImmutableDictionary<string, string> Home = new Dictionary<string, string> { ["en"] = "SG", ["ta"] = "IN" }.ToImmutableDictionary();

    public static TheoryData<string, string> Chats()
    {
        var data = new TheoryData<string, string>();
        foreach (var culture in Shipped.ByCues.Locales.Cultures.Keys)
            foreach (var chat in Main) data.Add(culture, chat);
        return data;
    }

    public static TheoryData<string> Cultures() => [.. Shipped.ByCues.Locales.Cultures.Keys];

    [Theory]
    [MemberData(nameof(Chats))]
    public void TheMainConversationsGoWellInEveryCulture(string tag, string name)
    {
        var bot = new TurnBot(Shipped.ByCues, At(tag, 10));
        ChatRun.Play(Chat(tag, name), bot);
        var culture = Shipped.ByCues.Locales[tag];
        Assert.Equal(tag, bot.Conversation.Culture);
        Assert.All(bot.Spoken, line =>
        {
            Assert.DoesNotMatch("[{}]", line.Text);
            Assert.True(IsIn(culture, line.Text), $"{tag}: \"{line.Text}\" is not in its language");
            if (!line.Phrases.Any(p => p.StartsWith("register-", StringComparison.Ordinal)))
                Assert.Empty(RegisterLint.Strangers(culture, line.Register, line.Text).Select(s => $"{line.Register}: {s.Mark} in \"{line.Text}\""));
        });
        Discloses(culture, bot.Spoken[0].Text);
    }

    /// <summary>
    /// The same with the listener that ships: what is answered stays, whatever kind words it adds; danger and a request for
    /// a person are never missed, and a calm conversation never ends at a person nobody asked for.
    /// </summary>
    [Theory]
    [MemberData(nameof(Chats))]
    public void WithTheShippedListenerNothingIsMissedAndNobodyIsTakenOver(string tag, string name)
    {
        var bot = new TurnBot(Shipped.Settings, At(tag, 10));
        ChatRun.Loosely(Chat(tag, name), bot);
    }

    /// <summary>The territory's line where one is open at that hour, else one whose hours nobody knows; the emergency number always, a closed line never.</summary>
    [Theory]
    [MemberData(nameof(Cultures))]
    public void InDangerTheLineIsTheTerritorysAndOpenAtThatHour(string tag)
    {
        var chat = Chat(tag, "crisis");
        var territory = Shipped.ByCues.Locales.Territories[Territory(tag)];
        var words = chat.Steps.OfType<ChatStep.UserSays>().First().Words;
        for (var hour = 0; hour < 24; hour += 3)
        {
            var bot = new TurnBot(Shipped.ByCues, At(tag, hour));
            bot.Open(chat);
            bot.User(words);
            var (text, _, _, at) = bot.Spoken[^1];
            Assert.Contains(territory.LocalEmergency.GetValueOrDefault(Shipped.ByCues.Locales[tag].Language, territory.Emergency), text, StringComparison.Ordinal);
            var crisis = territory.Lines.Where(l => l.Kind == "crisis" && Contact(l).Length > 0).ToList();
            if ((crisis.FirstOrDefault(l => l.OpenAt(at) == true) ?? crisis.FirstOrDefault(l => l.OpenAt(at) is null)) is { } line) Assert.Contains(Contact(line), text, StringComparison.Ordinal);
            Assert.All(territory.Lines.Where(l => l.OpenAt(at) == false), l => Assert.DoesNotContain(l.Phone, text, StringComparison.Ordinal));
        }
    }

    private static string Contact(HelpLine line) => line.Phone.Length > 0 ? line.Phone : line.Text;

    private static Chat Chat(string tag, string name)
    {
        for (var at = Shipped.ByCues.Locales[tag]; ; at = Shipped.ByCues.Locales[at.Over])
        {
            var path = Path.Combine(AppContext.BaseDirectory, "Chats", at.Tag, name + ".chat");
            if (File.Exists(path))
                return ChatFile.Parse($"{at.Tag}/{name}.chat", File.ReadAllText(path)) with { Culture = tag, Zone = Shipped.ByCues.Locales.Territories[Territory(tag)].Zones[0] };
            Assert.True(at.Over.Length > 0, $"tests/Chats/{tag}/{name}.chat is missing: each culture plays the main conversations");
        }
    }

    /// <summary>An hour of a day in November, where the culture is at home.</summary>
    private static DateTimeOffset At(string tag, int hour)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Shipped.ByCues.Locales.Territories[Territory(tag)].Zones[0]);
        var local = new DateTime(2026, 11, 23, hour, 5, 0, DateTimeKind.Unspecified);
        return new(local, zone.GetUtcOffset(local));
    }

    private static string Territory(string tag) => Home.GetValueOrDefault(tag) ?? tag.Split('-')[^1];

    private static void Discloses(Culture culture, string text)
    {
        Assert.Contains(culture.Voice.HumanWord, text, StringComparison.Ordinal);
        foreach (var fact in DisclosureLint.Facts)
            Assert.True(culture.Voice.DisclosureSays[fact].Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)), $"{culture.Tag}: the disclosure does not say {fact}: {text}");
    }

    /// <summary>Scripts tell where they can; among those written in Latin, the language whose words most of them are.</summary>
    private static bool IsIn(Culture culture, string text)
    {
        if (culture.Script != Scripts.Latin)
            return !text.Any(c => char.IsLetter(c) && !Scripts.IsLatin(c) && !Scripts.Has(culture.Script, c))
                && text.Count(c => char.IsLetter(c) && Scripts.Has(culture.Script, c)) is var own && own > text.Count(c => char.IsAsciiLetter(c)) / 4;
        var (language, sure) = Shipped.Settings.Sense.Read(text, Friction.None, true, default).Reading is var reading ? (reading.Language, reading.PLanguage) : default;
        return language == culture.Language || sure < 0.5 || (language is "id" or "ms" && culture.Language is "id" or "ms");
    }
}
