using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>One phrase of a culture: its wordings by register and mood, and its short form for text messages.</summary>
public sealed record Phrase
{
    /// <summary>The key it is called by.</summary>
    public required string Key { get; init; }
    /// <summary>Wordings by register and mood; registers left out take the nearest one spoken.</summary>
    public required ImmutableDictionary<(Register, Mood), ImmutableArray<Template>> Wordings { get; init; }
    /// <summary>Wording for text messages; null when the ordinary one serves.</summary>
    public Template? Sms { get; init; }
    /// <summary>Whether it is worded for moods apart.</summary>
    public bool KnowsMoods { get; init; }
    /// <summary>File it stands in.</summary>
    public required string Path { get; init; }
    /// <summary>Line it begins at.</summary>
    public int Line { get; init; }

    /// <summary>The wordings for a register and mood; never empty.</summary>
    public ImmutableArray<Template> For(Register register, Mood mood)
    {
        // The nearest register that was worded, so that a culture may speak two of the three.
        ReadOnlySpan<Register> order = register switch
        {
            Register.Casual => [Register.Casual, Register.Polite, Register.Formal],
            Register.Polite => [Register.Polite, Register.Formal, Register.Casual],
            _ => [Register.Formal, Register.Polite, Register.Casual],
        };
        foreach (var r in order)
            for (var m = mood; m >= Mood.Calm; m--)
                if (Wordings.TryGetValue((r, m), out var found))
                    return found;
        return Wordings.First().Value;
    }

    /// <summary>Every wording it has.</summary>
    public IEnumerable<Template> All() => Wordings.Values.SelectMany(w => w).Concat(Sms is null ? [] : [Sms]);
}

/// <summary>How a culture moves between registers.</summary>
/// <param name="Default">Where we begin.</param>
/// <param name="Strained">Where we go when patience wears thin.</param>
/// <param name="Distressed">Where we go when someone suffers.</param>
/// <param name="Follows">Registers a customer's own way of writing may lead us into.</param>
public sealed record RegisterHabits(Register Default, Register Strained, Register Distressed, ImmutableArray<Register> Follows)
{
    /// <summary>Every register the culture speaks, from casual to formal.</summary>
    public IEnumerable<Register> Spoken => Follows.Append(Default).Append(Strained).Append(Distressed).Distinct().Order();
}

/// <summary>How a culture writes dates and joins sentences.</summary>
/// <param name="Date">.NET pattern of a date.</param>
/// <param name="Time">.NET pattern of a time of day.</param>
/// <param name="Join">What stands between two sentences of one reply.</param>
/// <param name="CalendarCulture">.NET culture of month and day names and of grouping; dates are Gregorian in every culture.</param>
/// <param name="Money">How an amount stands to its currency, with <c>{amount}</c> and <c>{currency}</c>.</param>
/// <param name="Currencies">Signs by ISO 4217 code; a currency without one is written as its code.</param>
public sealed record Formats(string Date, string Time, string Join, string CalendarCulture, string Money, ImmutableSortedDictionary<string, string> Currencies);

/// <summary>What a culture says.</summary>
public sealed record Voice
{
    /// <summary>The word to type to reach a person.</summary>
    public required string HumanWord { get; init; }
    /// <summary>Register habits.</summary>
    public required RegisterHabits Registers { get; init; }
    /// <summary>Forms of address by register; a register without one has no marks.</summary>
    public required ImmutableDictionary<Register, Address> Address { get; init; }
    /// <summary>When each greeting of the day begins.</summary>
    public required DayHours Day { get; init; }
    /// <summary>What comes first in trouble, and advice for human agents.</summary>
    public required Manner Manner { get; init; }
    /// <summary>Formats.</summary>
    public required Formats Formats { get; init; }
    /// <summary>Which words of the disclosure say each fact it must say: ai, does, does-not, kept.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> DisclosureSays { get; init; }
    /// <summary>Phrases by key, those of the culture it stands over included.</summary>
    public required ImmutableSortedDictionary<string, Phrase> Phrases { get; init; }
}
