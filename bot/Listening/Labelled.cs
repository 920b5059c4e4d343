using System.Collections.Immutable;

namespace TrustBot.Listening;

/// <summary>A customer's message with what a person said of it.</summary>
/// <param name="Id">Its id; of a dialogue, the dialogue's id and the turn's number.</param>
/// <param name="Culture">Whose words.</param>
/// <param name="Text">The words.</param>
/// <param name="Labels">What they say.</param>
/// <param name="Judges">The one claim that was judged, see <see cref="Claims"/>; empty when all were.</param>
internal sealed record LabelledTurn(string Id, string Culture, string Text, TurnLabels Labels, string Judges = "");

/// <summary>Labels of our corpus, see tests/Data/ServiceTurns/README.md.</summary>
internal sealed record TurnLabels
{
    public string Register { get; init; } = "casual";
    public int Sentiment { get; init; }
    public int Frustration { get; init; }
    public int Dissatisfaction { get; init; }
    public bool Indirect { get; init; }
    public bool AsksHuman { get; init; }
    public string Distress { get; init; } = "none";
    public ImmutableArray<string> Risk { get; init => field = value.IsDefault ? [] : value; } = [];
    public int Abuse { get; init; }
    public bool Sarcasm { get; init; }
    public string Topic { get; init; } = "";
    public ImmutableArray<string> Tags { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>A conversation with its labels.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Culture">Whose.</param>
/// <param name="Turns">What was said, oldest first.</param>
/// <param name="HandoffAt">The place among <paramref name="Turns"/> after which a good service person would have taken over; null when none.</param>
/// <param name="HandoffReason">asked, frustration, dissatisfaction, distress, risk, loop or none.</param>
internal sealed record LabelledDialogue(string Id, string Culture, ImmutableArray<DialogueTurn> Turns, int? HandoffAt = null, string HandoffReason = "none");

/// <summary>One line of a dialogue.</summary>
internal sealed record DialogueTurn(string Role, string Text, TurnLabels? Labels = null, string? BotAct = null);
