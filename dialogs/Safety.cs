using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;

namespace TrustBot.Dialogs;

/// <summary>Danger and what might be danger: the safe message with the territory's own line, and a human.</summary>
internal static class Safety
{
    /// <summary>The safe message, once; then short warm lines while a human comes.</summary>
    public static ImmutableArray<Need> Crisis(Scribe scribe, Reading reading, Decision decision, Facts facts, bool reopened, long replyTo)
    {
        if (facts[Handover.QueueNeed(scribe)] is null) return [Handover.QueueNeed(scribe)];
        var repeated = scribe.Snapshot is { Custody: Custody.Waiting, Queue.Reason: ReasonCodes.Crisis };
        var queue = Handover.QueueIn(scribe, facts);
        // That a person comes is said only when it is true.
        var lines = repeated ? [StillThere(queue)] : new List<Line> { CrisisLine(scribe, reading), Line.Of(queue.AgentsOnline > 0 ? "crisis-person" : "crisis-nobody") };
        if (!repeated && scribe.Snapshot.Territory is null) lines.Add(Line.Of("crisis-ask-territory"));
        // Whoever begins in danger gets one short message that carries both: who speaks, and help.
        var owed = reopened || scribe.Snapshot.Disclosures.IsEmpty || Disclose.OwedInThisLanguage(scribe);
        if (owed) lines.Insert(0, Line.Of("disclosure-crisis"));
        var text = scribe.Say(lines, [], replyTo, mayRepeat: true);
        if (owed) Disclose.Record(scribe, text, "crisis");
        Handover.Queue(scribe, Tier.High, ReasonCodes.Crisis, decision.Reasons);
        Handover.Told(scribe, queue.Place);
        scribe.Timer(Handover.QueueTimer, scribe.Now + scribe.Settings.Policy.Times["crisis-update"]);
        return [];
    }

    /// <summary>A warm line while help is on the way, or the truth that nobody is there yet.</summary>
    public static Line StillThere(QueueFact queue) => Line.Of(queue.AgentsOnline > 0 ? "crisis-waiting" : "crisis-nobody");

    /// <summary>A kind line, the local line of help, an offer of a human, without alarm.</summary>
    public static ImmutableArray<Need> Care(Scribe scribe, Decision decision, long replyTo)
    {
        var waits = scribe.Snapshot.Custody == Custody.Waiting;
        var line = Help(scribe, "crisis") is { IsOpen: true, Line: { } h } ? Line.Of("care", ("line", Name(scribe, h)), ("contact", Contact(h))) : Line.Of("care-no-line", ("web", Directory(scribe)));
        scribe.Say([line], waits ? [] : ["chip-yes", "chip-no"], replyTo, mayRepeat: true);
        if (waits) Handover.Queue(scribe, Tier.High, ReasonCodes.Care, decision.Reasons);
        scribe.Set(c => c with { Friction = c.Friction with { LastAct = "handoff_offer" }, LastGrounds = [] });
        if (scribe.Snapshot.Custody != Custody.Bot) return [];
        scribe.Move(Custody.Offered, decision.Reasons[0].Code);
        scribe.Timer(Handover.OfferTimer, scribe.Now + scribe.Settings.Policy.Times["offer"]);
        return [];
    }

    /// <summary>A clear "I did not mean that" lowers the danger by one step; a human who is coming still comes.</summary>
    public static bool Denied(Scribe scribe, Reading reading, long replyTo)
    {
        if (scribe.Snapshot.Danger == Danger.None || reading.PDeniesDanger < scribe.Settings.Policy.At("denies-danger", scribe.Snapshot.Culture)) return false;
        scribe.Set(c => c with { Danger = c.Danger - 1 });
        scribe.Say([Line.Of("danger-denied")], [], replyTo);
        return true;
    }

    /// <summary>
    /// Where someone in danger is, when nothing but their own words tells: whether they have just told it. Asked for only
    /// then; at any other time nobody needs to say where they are.
    /// </summary>
    public static bool LearnsTerritory(Scribe scribe, string words)
    {
        if (scribe.Snapshot.Territory is not null || scribe.Settings.Sense.TerritoryNamed(words, scribe.Snapshot.Culture) is not { } named
            || !scribe.Settings.Locales.Territories.ContainsKey(named)) return false;
        scribe.Set(c => c with { Territory = named });
        return true;
    }

    /// <summary>The line of help of the territory just told.</summary>
    public static ImmutableArray<Need> TellLine(Scribe scribe, long replyTo)
    {
        var (territory, help, isOpen) = Help(scribe, "crisis");
        var emergency = ("emergency", Emergency(scribe, territory!));
        scribe.Say([help is null
            ? Line.Of("crisis-territory-closed", emergency)
            : Line.Of(isOpen ? "crisis-territory" : "crisis-line-unsure", ("line", Name(scribe, help)), ("contact", Contact(help)), emergency)], [], replyTo, mayRepeat: true);
        return [];
    }

    private static Line CrisisLine(Scribe scribe, Reading reading)
    {
        var kind = reading.Risk.GetValueOrDefault("abuse_at_home") >= 0.5 ? "domestic-violence" : "crisis";
        var (territory, help, isOpen) = Help(scribe, kind);
        if (territory is null) return Line.Of("crisis-no-line", ("web", Directory(scribe)));
        if (help is null) return Line.Of("crisis-line-closed", ("emergency", Emergency(scribe, territory)));
        return Line.Of(isOpen ? "crisis" : "crisis-line-unsure", ("line", Name(scribe, help)), ("contact", Contact(help)), ("emergency", Emergency(scribe, territory)));
    }

    /// <summary>The first line of a kind that is open now; else the first whose hours nobody knows, which is told with that doubt.</summary>
    private static (Territory? Territory, HelpLine? Line, bool IsOpen) Help(Scribe scribe, string kind)
    {
        var locales = scribe.Settings.Locales;
        if (scribe.Snapshot.Territory is not { } code || !locales.Territories.TryGetValue(code, out var territory)) return (null, null, false);
        var line = First(true) ?? First(null);
        return (territory, line, line?.OpenAt(scribe.Now) == true);

        HelpLine? First(bool? open)
        {
            var lines = territory.Lines.Where(l => Contact(l).Length > 0 && l.OpenAt(scribe.Now) == open).ToList();
            return lines.FirstOrDefault(l => l.Kind == kind) ?? lines.FirstOrDefault(l => l.Kind == "crisis");
        }
    }

    private static string Directory(Scribe scribe) => scribe.Settings.Locales.Territories[Territory.International].Lines[0].Web;

    private static string Contact(HelpLine line) => line.Phone.Length > 0 ? line.Phone : line.Text;

    /// <summary>The line's name in the customer's script.</summary>
    private static string Name(Scribe scribe, HelpLine line) => line.LocalName.Length > 0 && WritesLocally(scribe) ? line.LocalName : line.Name;

    private static string Emergency(Scribe scribe, Territory territory) =>
        territory.LocalEmergency.GetValueOrDefault(LocaleSet.LanguageOf(scribe.Snapshot.Culture), territory.Emergency);

    private static bool WritesLocally(Scribe scribe) => scribe.Settings.Locales[scribe.Snapshot.Culture].Script != "Latn";
}
