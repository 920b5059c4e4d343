using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs;

/// <summary>
/// The disclosure: once per conversation before anything else, once more in another language or after a human. No
/// setting reaches this place (law: L1, L3).
/// </summary>
internal static class Disclose
{
    /// <summary>Discloses in full if this conversation has not been told yet.</summary>
    public static void First(Scribe scribe, long replyTo)
    {
        if (scribe.Snapshot.Disclosures.IsEmpty) Say(scribe, "disclosure", "first", replyTo);
    }

    /// <summary>Discloses shortly: another language, a human who left, a conversation opened again.</summary>
    public static void Again(Scribe scribe, string why, long replyTo) => Say(scribe, "disclosure-again", why, replyTo);

    /// <summary>Whether the culture spoken now has not been disclosed in yet, though another one has.</summary>
    public static bool OwedInThisLanguage(Scribe scribe)
    {
        var language = Locales.LocaleSet.LanguageOf(scribe.Snapshot.Culture);
        return !scribe.Snapshot.Disclosures.IsEmpty && scribe.Snapshot.Disclosures.All(d => Locales.LocaleSet.LanguageOf(d.Culture) != language);
    }

    /// <summary>Records a disclosure that was part of another message.</summary>
    public static void Record(Scribe scribe, string text, string why)
    {
        var disclosure = new Disclosure(Wording.Version(text), scribe.Snapshot.Culture, scribe.Snapshot.Reference.ChannelId, scribe.Now, why);
        scribe.Add(new Disclosed(disclosure));
        scribe.Set(c => c with { Disclosures = [.. c.Disclosures.Append(disclosure).TakeLast(20)] });
    }

    public static Line Line(Scribe scribe, string key) =>
        Speaking.Line.Of(key, ("human_word", Style.Of(scribe.Snapshot, scribe.Settings.Locales).Culture.Voice.HumanWord));

    private static void Say(Scribe scribe, string key, string why, long replyTo) =>
        Record(scribe, scribe.Say([Line(scribe, key)], why == "first" ? ["chip-human"] : [], replyTo, mayRepeat: true), why);
}
