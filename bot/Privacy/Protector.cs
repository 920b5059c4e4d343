using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TrustBot.Dialogs.Activities;

namespace TrustBot.Privacy;

using Channels = Dialogs.Activities.Channels;

/// <summary>
/// Replaces what must never be kept before anything else sees the words. A card's token is the same wherever the card
/// comes again in the conversation, so that people can still tell which one is meant; tokens of passwords and codes
/// carry nothing.
/// </summary>
/// <param name="secret">Keys the tokens; see <see cref="TokenSecret"/>.</param>
/// <param name="words">The words that announce secrets, as the locale files have them now.</param>
internal sealed class Protector(byte[] secret, Func<ProtectionWords> words)
{
    // No field's name that means something is longer, and a long one would be read again with each item of a list.
    private const int LongestName = 64;
    private static readonly string[] IdEndings = ["Id", "ID", "_id", "-id"];

    private volatile Secrets _secrets = new(words());

    /// <summary>The text without cards, passwords and one-time codes, and the kinds that were hidden.</summary>
    public (string? Text, ImmutableArray<string> Hidden) Protect(string conversationId, string? text)
    {
        var hidden = new List<string>();
        var kept = Protect(conversationId, text, hidden);
        return (kept, [.. hidden.Distinct()]);
    }

    /// <summary>
    /// The activity, protected wherever words of a customer or an agent stand in it. Ids stay as they are: channels
    /// find their messages by them.
    /// </summary>
    public (Activity Activity, ImmutableArray<string> Hidden) ProtectActivity(string conversationId, Activity activity)
    {
        // Timers and outcomes of effects are our own and hold no one's words.
        if (activity.ChannelId is Channels.Timer or Channels.Effect) return (activity, []);
        var hidden = new List<string>();
        var kept = activity with
        {
            Text = Words(activity.Text),
            Speak = Words(activity.Speak),
            Value = Json(activity.Value),
            ChannelData = Json(activity.ChannelData),
            Attachments = activity.Attachments?.Select(a => a with { Name = Words(a.Name), Content = Json(a.Content) }).ToArray(),
            Entities = activity.Entities?.Select(e => Json(e)!.Value).ToArray(),
            Unknown = activity.Unknown?.ToDictionary(p => p.Key, p => Json(p.Value, p.Key)!.Value),
        };
        return (kept, [.. hidden.Distinct()]);

        string? Words(string? text) => Protect(conversationId, text, hidden);

        JsonElement? Json(JsonElement? json, string? name = null) =>
            json is { } element ? JsonWords.Rewrite(element, name, (field, text) => Field(conversationId, field, text, hidden)) : null;
    }

    /// <summary>In a form the name of the field announces what is in it, as words do in a sentence.</summary>
    private string Field(string conversationId, string? name, string text, List<string> hidden) =>
        name is null || name.Length > LongestName ? Protect(conversationId, text, hidden)!
        : IsId(name) ? text
        : Protect(conversationId, text, hidden, $"{name}: ")!;

    private static bool IsId(string name) =>
        name.Equals("id", StringComparison.OrdinalIgnoreCase)
        || IdEndings.Any(e => name.EndsWith(e, StringComparison.Ordinal));

    private string? Protect(string conversationId, string? text, List<string> hidden, string announced = "")
    {
        if (string.IsNullOrEmpty(text)) return text;
        var folded = Fold.Of(announced + text);
        var found = new List<Found>();
        Cards.Find(folded, found);
        Secrets().Find(folded, found);
        found.RemoveAll(f => f.Start < announced.Length);
        if (found.Count == 0) return text;

        var kept = new StringBuilder(text.Length);
        var from = 0;
        foreach (var one in Apart(found))
        {
            var start = one.Start - announced.Length;
            kept.Append(text, from, start - from).Append(Token(conversationId, one, folded));
            hidden.Add(one.Kind);
            from = start + one.Length;
        }
        return kept.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>What overlaps is hidden as one, under the name of the longest.</summary>
    private static IEnumerable<Found> Apart(List<Found> found)
    {
        Found? open = null;
        foreach (var one in found.OrderBy(f => f.Start).ThenByDescending(f => f.End))
        {
            if (open is { } before && one.Start < before.End)
            {
                open = new Found(before.Start, Math.Max(before.End, one.End), one.Length > before.Length ? one.Kind : before.Kind);
                continue;
            }
            if (open is { } done) yield return done;
            open = one;
        }
        if (open is { } last) yield return last;
    }

    private string Token(string conversationId, Found found, string folded)
    {
        if (found.Kind != Found.Card) return $"[{found.Kind}]";
        var digits = Cards.Digits(folded.AsSpan(found.Start..found.End));
        // Two bytes tell a customer's cards apart and leave far too many numbers possible to guess one back.
        var hash = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{conversationId}\n{digits}"));
        return $"[card:{Convert.ToHexStringLower(hash.AsSpan(0, 2))}]";
    }

    private Secrets Secrets()
    {
        var now = words();
        return ReferenceEquals(_secrets.Words, now) ? _secrets : _secrets = new(now);
    }
}
