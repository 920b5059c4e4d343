using System.Collections.Immutable;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Sensing;
using TrustBot.Dialogs.Speaking;
using TrustBot.Dialogs.Topics;
using TrustBot.Dialogs.Triage;

namespace TrustBot.Dialogs;

/// <summary>A customer's turn: sense, triage, topic, review, speak, or hand off.</summary>
internal static class CustomerTurn
{
    /// <summary>The channel announces the customer: the disclosure comes before anything else, once.</summary>
    public static ImmutableArray<Need> Announced(Scribe scribe, PendingActivity pending)
    {
        var activity = pending.Accepted.Activity;
        var announces = activity.Type is ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate
            || activity is { Type: ActivityTypes.Event, Name: "webchat/join" };
        if (announces && scribe.Snapshot.Custody is Custody.Bot) Disclose.First(scribe, pending.Seq);
        return [];
    }

    /// <summary>The words of a burst, read as one.</summary>
    public static string Words(ImmutableArray<PendingActivity> batch) =>
        string.Join('\n', batch.Select(p => p.Accepted.Activity.Text).Where(t => !string.IsNullOrWhiteSpace(t)));

    public static ImmutableArray<Need> Run(Scribe scribe, ImmutableArray<PendingActivity> batch, Facts facts)
    {
        var words = Words(batch);
        var last = batch[^1].Seq;
        var (reading, friction, hits) = Sensed(scribe, batch, words);
        if (Context.Switched(scribe, reading) is { } culture) Context.Speak(scribe, culture, fromWords: true);
        var heard = hits.Where(h => !h.Negated && !(h.Cue.Weak && h.Group == "asks-human")).Select(h => h.Group).ToImmutableHashSet(StringComparer.Ordinal);
        var decision = Decide.What(reading, friction, scribe.Snapshot, scribe.Settings.Policy);
        // Who asks to be called back has said how a person is to come; who asks whether we are one wants the truth first.
        if (decision is { Act: Act.HandOffNow, Reasons: [{ Code: ReasonCodes.AskedForHuman }, ..] } && !heard.Contains("asks-human")
            && (heard.Contains("are-you-human") || Choose.AsksForACall(Topic(scribe, words, heard, facts), scribe.Settings.Topics)))
            decision = decision with { Act = Act.Continue };
        scribe.Add(new Sensed(batch[0].Seq, last, reading, Math.Round(friction.Level, 4)));
        scribe.Add(new Decided(decision));
        Remember(scribe, reading, friction, decision, words);
        if (decision.Act == Act.Silent) return [];
        var told = scribe.Snapshot.Danger > Danger.None && Safety.LearnsTerritory(scribe, words);
        var reopened = scribe.Snapshot.Custody == Custody.Closed;
        if (reopened) scribe.Move(Custody.Bot, "reopened");
        if (decision.Act == Act.Crisis) return Safety.Crisis(scribe, reading, decision, facts, reopened, last);
        if (reopened) Disclose.Again(scribe, "reopened", last);
        // A request for a human is honoured in the same turn, whatever else is said in it.
        if (Safety.Denied(scribe, reading, last) && decision.Act != Act.HandOffNow) return [];
        if (told && decision.Act is not (Act.HandOffNow or Act.Care)) return Safety.TellLine(scribe, last);
        Disclose.First(scribe, last);
        if (Disclose.OwedInThisLanguage(scribe)) Disclose.Again(scribe, "language", last);
        foreach (var kind in batch.SelectMany(p => p.Accepted.Hidden).Distinct()) scribe.Say([Line.Of($"hidden-{kind}")], [], last);
        if (StopsScoring(scribe, reading, last) && decision.Act != Act.HandOffNow) return [];
        var wished = Wishes(scribe, heard, last);
        if (wished && decision.Act is Act.Continue or Act.Soften && !Choose.IsAsked(Topic(scribe, words, heard, facts), scribe.Settings.Topics)) return [];
        return scribe.Snapshot.Custody == Custody.Waiting
            ? Waiting.Run(scribe, words, heard, decision, facts, last)
            : Answer(scribe, words, heard, decision, facts, last);
    }

    private static (Reading, Friction, ImmutableArray<CueHit>) Sensed(Scribe scribe, ImmutableArray<PendingActivity> batch, string words) =>
        scribe.Settings.Sense.Read(words, scribe.Snapshot.Friction, scribe.Snapshot.ScoringOff, batch[^1].At, scribe.Snapshot.Culture);

    /// <summary>What the turn leaves in the snapshot, whatever is answered: friction, mood, register, slots.</summary>
    private static void Remember(Scribe scribe, Reading reading, Friction friction, Decision decision, string words)
    {
        var policy = scribe.Settings.Policy;
        var culture = scribe.Settings.Locales[scribe.Snapshot.Culture];
        scribe.Set(c => c with
        {
            LastCustomerAt = scribe.Now,
            Friction = friction,
            LastDecision = decision.Act is Act.Continue or Act.Silent ? c.LastDecision : decision,
            RegisterLed = Style.Led(culture, c.RegisterLed, reading.Register),
            Mood = Style.MoodAfter(c.Mood,
                distressed: decision.Tier == Tier.High && decision.Act is Act.Crisis or Act.Care || reading.Distress >= Distress.Moderate || c.Danger > Danger.None,
                strained: friction.Level >= policy.At("soften", c.Culture),
                calmAgain: friction.Level < policy.At("calm-again", c.Culture)),
            Danger = decision.Act == Act.Crisis || (decision.Act == Act.Silent && reading.PCrisis >= policy.At("crisis", c.Culture)) ? Danger.Crisis
                : decision.Act == Act.Care ? (Danger)Math.Max((int)c.Danger, (int)Danger.Care)
                : c.Danger,
            Slots = c.Slots.SetItems(Slots.In(words)),
            Territory = c.Territory ?? scribe.Settings.Locales.TerritoryOfPhone(Slots.In(words).GetValueOrDefault(Slots.Phone)),
        });
        scribe.Set(c => c with { Register = Style.Of(c, scribe.Settings.Locales).Register });
    }

    private static bool StopsScoring(Scribe scribe, Reading reading, long replyTo)
    {
        if (scribe.Snapshot.ScoringOff || reading.PStopScoring < scribe.Settings.Policy.At("stop-scoring", scribe.Snapshot.Culture)) return false;
        scribe.Set(c => c with { ScoringOff = true, Friction = Friction.None, Mood = Locales.Mood.Calm });
        scribe.Say([Line.Of("scoring-off")], [], replyTo);
        return true;
    }

    private static TopicTurn Topic(Scribe scribe, string words, ImmutableHashSet<string> heard, Facts facts) =>
        new(scribe.Snapshot, Style.Of(scribe.Snapshot, scribe.Settings.Locales), words, heard, facts, scribe.Settings.Policy, scribe.Seed, scribe.Now);

    /// <summary>A wish how to be spoken to ("duzen wir uns") holds from this reply on.</summary>
    private static bool Wishes(Scribe scribe, ImmutableHashSet<string> heard, long replyTo)
    {
        if (Style.Wished(scribe.Settings.Locales[scribe.Snapshot.Culture], heard) is not { } register || register == scribe.Snapshot.RegisterWished) return false;
        scribe.Set(c => c with { RegisterWished = register, Register = register });
        scribe.Say([Line.Of($"register-{register.ToString().ToLowerInvariant()}")], [], replyTo);
        return true;
    }

    private static ImmutableArray<Need> Answer(Scribe scribe, string words, ImmutableHashSet<string> heard, Decision decision, Facts facts, long replyTo)
    {
        if (decision.Act == Act.HandOffNow) return HandOff(scribe, decision, facts, replyTo);
        if (decision.Act == Act.Care) return Safety.Care(scribe, decision, replyTo);
        if (scribe.Snapshot.Custody == Custody.Offered && Offered(scribe, heard, facts, replyTo) is { } settled) return settled;
        var outcome = Choose.Run(Topic(scribe, words, heard, facts), scribe.Settings.Topics);
        if (outcome is TopicOutcome.Needs needs) return needs.Reads;
        var draft = ((TopicOutcome.Answered)outcome).Draft;
        if (decision.Act is Act.Soften or Act.OfferHuman && draft.IsLost)
        {
            // Words that vent are not a question: guessing at a topic now would be the next failure.
            decision = decision with { Act = Act.OfferHuman };
            draft = new() { Lines = [], Act = "apologise", Topic = scribe.Snapshot.Topic, NotUnderstood = draft.NotUnderstood };
        }
        if (decision.Act is Act.Continue or Act.Soften && draft.Answer.Length > 0 && draft.Answer == scribe.Snapshot.Friction.LastAnswer)
        {
            // Asked again, the same answer is none: a person may have another (CFPB chatbot spotlight, 2023: no doom loops).
            decision = decision with { Act = Act.OfferHuman, Tier = Tier.Medium, Reasons = [new(ReasonCodes.NotUnderstood, 1, 0, [])] };
        }
        var lost = draft.NotUnderstood ? scribe.Snapshot.Friction.NotUnderstood + 1 : 0;
        if (lost >= scribe.Settings.Policy.Counts["not-understood-hand-off"])
            return HandOff(scribe, decision with { Act = Act.HandOffNow, Tier = Tier.Medium, Reasons = [new(ReasonCodes.NotUnderstood, 1, 0, [])] }, facts, replyTo);
        Speak(scribe, draft, decision, replyTo);
        return [];
    }

    private static ImmutableArray<Need> HandOff(Scribe scribe, Decision decision, Facts facts, long replyTo)
    {
        if (facts[Handover.QueueNeed(scribe)] is null) return [Handover.QueueNeed(scribe)];
        scribe.Set(c => c with { LastDecision = decision });
        Handover.Start(scribe, decision, facts, replyTo);
        return [];
    }

    /// <summary>Yes or no to the offer of a human; null when the customer talks of something else.</summary>
    private static ImmutableArray<Need>? Offered(Scribe scribe, ImmutableHashSet<string> heard, Facts facts, long replyTo)
    {
        if (heard.Contains("yes"))
        {
            var tier = scribe.Snapshot.LastDecision?.Tier ?? Tier.Medium;
            var reasons = (scribe.Snapshot.LastDecision?.Reasons ?? []).Insert(0, new(ReasonCodes.OfferAccepted, 1, 0, []));
            return HandOff(scribe, new(Act.HandOffNow, tier, reasons, [], scribe.Settings.Policy.Version), facts, replyTo);
        }
        scribe.NoTimer(Handover.OfferTimer);
        scribe.Move(Custody.Bot, "offer-passed");
        if (!heard.Contains("no") && !heard.Contains("declines-human")) return null;
        scribe.Say([Line.Of("offer-declined")], [], replyTo);
        return [];
    }

    /// <summary>Where we failed, and where the culture expects it first, an apology comes before understanding; who suffers is understood, for we are not what they suffer from.</summary>
    private static bool Apologises(Scribe scribe, Draft draft) =>
        draft.Act == "fallback" || scribe.Snapshot.Friction.Turns > 2
        || (scribe.Snapshot.Mood != Locales.Mood.Distressed && Style.Of(scribe.Snapshot, scribe.Settings.Locales).Culture.Voice.Manner.ApologyFirst);

    /// <summary>Review, then say it: trouble heard comes first, then the answer, then the offer.</summary>
    private static void Speak(Scribe scribe, Draft draft, Decision decision, long replyTo)
    {
        var offers = draft.OffersHuman || decision.Act == Act.OfferHuman;
        var lines = new List<Line>();
        if (decision is { Act: Act.Soften or Act.OfferHuman, Reasons: [{ Code: ReasonCodes.Abuse }, ..] }) lines.Add(Line.Of("abuse-boundary"));
        else if (decision.Act is Act.Soften or Act.OfferHuman) lines.Add(Line.Of(Apologises(scribe, draft) ? "apology" : "empathy"));
        lines.AddRange(draft.Lines);
        if (offers && !draft.OffersHuman) lines.Add(Line.Of("offer-human", ("human_word", Style.Of(scribe.Snapshot, scribe.Settings.Locales).Culture.Voice.HumanWord)));
        scribe.Set(c => c with
        {
            Topic = draft.Topic,
            Slots = c.Slots.SetItems(draft.Slots),
            LastGrounds = draft.Grounds.IsEmpty ? c.LastGrounds : draft.Grounds,
            Friction = Exchange.Answered(c.Friction, draft.Act, draft.Answer, draft.NotUnderstood, draft.IsLost),
        });
        scribe.Told(draft.Facts);
        foreach (var promise in draft.Promises) scribe.Promise(promise);
        foreach (var effect in draft.Effects) scribe.Request(effect);
        scribe.Say(lines, offers ? ["chip-yes", "chip-no"] : draft.Chips, replyTo);
        if (!offers || scribe.Snapshot.Custody != Custody.Bot) return;
        // What a yes will be about: the offer's own reason, not that of some trouble before it.
        var why = draft.OffersHuman ? [new(draft.NotUnderstood ? ReasonCodes.NotUnderstood : ReasonCodes.HighRisk, 1, 0, [])] : decision.Reasons;
        var tier = (Tier)Math.Max((int)decision.Tier, (int)(draft.NotUnderstood ? Tier.Medium : draft.Tier));
        scribe.Set(c => c with { LastDecision = decision with { Act = Act.OfferHuman, Tier = tier, Reasons = why } });
        scribe.Move(Custody.Offered, why[0].Code);
        scribe.Timer(Handover.OfferTimer, scribe.Now + scribe.Settings.Policy.Times["offer"]);
    }
}
