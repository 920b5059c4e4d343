using System.Collections.Immutable;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Sensing;

/// <summary>What there is to hear in a message, before anybody weighs it: also what a listener is taught from.</summary>
/// <param name="Normal">The words, made comparable.</param>
/// <param name="Hits">Cues.</param>
/// <param name="Pieces">Pieces of the words.</param>
/// <param name="Traits">Places in <see cref="Sensing.Traits.Names"/>.</param>
/// <param name="Cues">What the cues that speak for a head weigh.</param>
/// <param name="Against">What the cues that speak against a head weigh, 0 or less.</param>
/// <param name="Exchange">One number for each of <see cref="Sensing.Exchange.Names"/>.</param>
public sealed record Heard(NormalText Normal, ImmutableArray<CueHit> Hits, ReadOnlyMemory<Piece> Pieces, int[] Traits, float[] Cues, float[] Against, float[] Exchange);
