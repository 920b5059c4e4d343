using System.Globalization;
using TrustBot.BackOffice.Sample;
using TrustBot.Dialogs;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Workbench;

using Channels = Dialogs.Activities.Channels;

/// <summary>How a customer's message is read, and what would be answered in each register, with the sample business behind it.</summary>
internal static class SaidPreview
{
    public static async Task<IReadOnlyList<string>> Of(Settings settings, Culture culture, string words, DateTimeOffset now)
    {
        var lines = new List<string>();
        var (reading, friction, _) = settings.Sense.Read(words, Friction.None, false, now, culture.Tag);
        lines.Add($"language      {reading.Language} ({Percent(reading.PLanguage)}){(reading.Uncertain.IsEmpty ? "" : $", uncertain: {string.Join(", ", reading.Uncertain)}")}");
        lines.Add($"sentiment     {reading.Sentiment.ToString("0.00", CultureInfo.InvariantCulture)}, friction after {friction.Level.ToString("0.00", CultureInfo.InvariantCulture)}");
        foreach (var (name, p) in Claims(reading)) lines.Add($"{name,-13} {Percent(p)}");
        foreach (var e in reading.Evidence) lines.Add($"  {e.Claim,-18} {e.Source,-8} {e.Weight.ToString("+0.00;-0.00", CultureInfo.InvariantCulture)}  \"{e.Quote}\"");
        foreach (var register in culture.Voice.Registers.Spoken)
        {
            var (answer, act) = await Answer(settings, culture, register, words, now);
            lines.Add("");
            lines.Add($"{register.ToString().ToLowerInvariant()} ({act})");
            lines.Add($"  {answer.ReplaceLineEndings("\n  ")}");
        }
        return lines;
    }

    private static IEnumerable<(string, double)> Claims(Reading r) => new[]
    {
        ("frustration", r.PFrustration), ("dissatisfied", r.PDissatisfaction), ("asks human", r.PAsksHuman), ("distress", r.PDistress.Moderate), ("crisis", r.PCrisis), ("abuse", r.PAbuse), ("sarcasm", r.PSarcasm),
    }.Concat(r.Risk.Select(risk => (risk.Key, risk.Value))).Where(c => c.Item2 >= 0.05);

    private static async Task<(string Answer, string Act)> Answer(Settings settings, Culture culture, Register register, string words, DateTimeOffset now)
    {
        var territory = settings.Locales.Territories.GetValueOrDefault(culture.Tag.Split('-')[^1]);
        var opened = Conversation.Open("preview", new() { ChannelId = Channels.DirectLine, ConversationId = "preview" }, culture.Tag, now) with
        {
            Culture = culture.Tag,
            Zone = territory?.Zones.FirstOrDefault(),
            Territory = territory?.Code,
            RegisterWished = register,
            Register = register,
            Disclosures = [new("preview", culture.Tag, Channels.DirectLine, now, "first")],
        };
        var asked = opened.Accept(new("k", new() { Type = ActivityTypes.Message, ChannelId = Channels.DirectLine, Locale = culture.Tag, Text = words, From = new() { Id = "c", Role = Roles.User } }, []), now);
        var departments = new SampleBusiness(TimeProvider.System).Departments().ToDictionary(d => d.Kind, StringComparer.Ordinal);
        var facts = Facts.None;
        while (true)
        {
            switch (Turn.Run(asked, facts, settings, now))
            {
                case TurnResult.Done done:
                    var act = done.Events.OfType<Decided>().LastOrDefault()?.Decision.Act.ToString() ?? "none";
                    return (string.Join("\n", done.Events.OfType<Said>().Select(s => s.Activity.Text)), act);
                case TurnResult.Needs needs:
                    foreach (var need in needs.Reads)
                        facts = facts.With(need, departments.TryGetValue(need.Kind, out var department) ? await department.Read(need.Key, default) : new QueueFact(1, TimeSpan.FromMinutes(4), 1));
                    break;
            }
        }
    }

    private static string Percent(double p) => p.ToString("0 %", CultureInfo.InvariantCulture);
}
