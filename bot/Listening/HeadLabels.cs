using TrustBot.Dialogs.Sensing;

namespace TrustBot.Listening;

/// <summary>What labels say of each head.</summary>
internal static class HeadLabels
{
    private static readonly string[] Levels = ["none", "low", "moderate", "high", "imminent"];

    /// <summary>How far the person's own suffering or danger goes, 0 to 4.</summary>
    public static int Level(string distress) => Array.IndexOf(Levels, distress);

    /// <summary>A bit per head that is true.</summary>
    public static ulong True(TurnLabels labels)
    {
        var bits = 0UL;
        Set("negative_1", labels.Sentiment <= -1);
        Set("negative_2", labels.Sentiment <= -2);
        Set("positive_1", labels.Sentiment >= 1);
        Set("positive_2", labels.Sentiment >= 2);
        for (var level = 1; level <= 3; level++)
        {
            Set($"frustration_{level}", labels.Frustration >= level);
            Set($"dissatisfaction_{level}", labels.Dissatisfaction >= level);
        }
        Set("indirect", labels.Indirect);
        Set("asks_human", labels.AsksHuman);
        for (var level = 1; level <= 4; level++) Set($"distress_{Levels[level]}", Level(labels.Distress) >= level);
        Set("danger", IsDanger(labels));
        Set("abuse_1", labels.Abuse >= 1);
        Set("abuse_2", labels.Abuse >= 2);
        Set("sarcasm", labels.Sarcasm);
        Set("hyperbole", labels.Tags.Contains("idiom_false_alarm"));
        Set("denial", labels.Tags.Contains("negation"));
        foreach (var risk in labels.Risk) Set("risk_" + risk, true);
        Set("casual", labels.Register == "casual");
        Set("formal", labels.Register == "formal");
        return bits;

        void Set(string head, bool value)
        {
            if (value) bits |= 1UL << Heads.Of(head);
        }
    }

    /// <summary>A bit per head that the labels judge. A message that cannot be read alone says nothing of distress.</summary>
    public static ulong Known(TurnLabels labels)
    {
        var bits = (1UL << Heads.Names.Length) - 1;
        if (!labels.Tags.Contains("ambiguous")) return bits;
        foreach (var head in new[] { "distress_low", "distress_moderate", "distress_high", "distress_imminent", "danger" }) bits &= ~(1UL << Heads.Of(head));
        return bits;
    }

    /// <summary>Danger to life or limb, of the person or from them.</summary>
    public static bool IsDanger(TurnLabels labels) => Level(labels.Distress) >= 3 || labels.Risk.Contains("harm_to_others");
}
