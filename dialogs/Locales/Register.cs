namespace TrustBot.Dialogs.Locales;

/// <summary>How formally something is said. A reply never mixes registers.</summary>
public enum Register
{
    /// <summary>As among people who know each other: contractions, first names, plain form.</summary>
    Casual,
    /// <summary>Everyday courtesy between strangers: です・ます, complete sentences.</summary>
    Polite,
    /// <summary>The courtesy of a counter or a letter: 敬語, titles.</summary>
    Formal,
}

/// <summary>The customer's state as far as it changes how something is said.</summary>
public enum Mood
{
    /// <summary>Nothing presses.</summary>
    Calm,
    /// <summary>Patience is wearing thin: shorter, concrete, no cheer.</summary>
    Strained,
    /// <summary>Suffering or in danger: slow, plain, short, warm.</summary>
    Distressed,
}
