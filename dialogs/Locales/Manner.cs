using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>How a register addresses the customer.</summary>
/// <param name="Call">How a known name is said, with <c>{name}</c>: <c>Herr/Frau {name}</c>, <c>{name}様</c>.</param>
/// <param name="Marks">
/// Words that belong to this register alone, such as du and Sie; a final <c>*</c> takes any ending. No wording of another
/// register may hold one, so that a reply never mixes them. Case counts: Sie is not sie.
/// </param>
public sealed record Address(string Call, ImmutableArray<string> Marks);

/// <summary>Parts of the day as far as a greeting knows them.</summary>
public enum DayPart
{
    /// <summary>No part of its own: night, or a culture that greets alike all day.</summary>
    Neutral,
    /// <summary>Morning.</summary>
    Morning,
    /// <summary>The hours around noon, where they have a greeting of their own (Indonesian <c>siang</c>).</summary>
    Midday,
    /// <summary>Afternoon.</summary>
    Afternoon,
    /// <summary>Evening.</summary>
    Evening,
}

/// <summary>When each part of the day begins, in minutes of the customer's own day, rising.</summary>
public sealed record DayHours(ImmutableArray<(int FromMinute, DayPart Part)> Parts)
{
    /// <summary>The same greeting at every hour.</summary>
    public static DayHours Alike { get; } = new([]);

    /// <summary>The part of the day at a minute of it, 0 to 1439; before the first part of the list the last one goes on.</summary>
    public DayPart At(int minute) =>
        Parts.IsEmpty ? DayPart.Neutral : Parts.LastOrDefault(p => p.FromMinute <= minute, Parts[^1]).Part;
}

/// <summary>What comes first when trouble is heard, and what a human agent should know about the culture.</summary>
/// <param name="ApologyFirst">Whether an apology comes before any word of understanding (Japan, Korea); else understanding comes first.</param>
/// <param name="Directness">How directly people say what they want, for the agent, in the agents' language.</param>
/// <param name="Apology">How an apology works there.</param>
/// <param name="Empathy">How understanding is shown there.</param>
public sealed record Manner(bool ApologyFirst, string Directness, string Apology, string Empathy)
{
    /// <summary>Understanding first, and nothing to advise.</summary>
    public static Manner Plain { get; } = new(false, "", "", "");
}
