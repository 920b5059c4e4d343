using System.Text.Json;
using System.Text.Json.Nodes;
using TrustBot.BackOffice;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using ChannelIds = TrustBot.Dialogs.Activities.Channels;

namespace TrustBot.Turns;

/// <summary>Does the deeds a turn asked for, after the append, once per key; the outcome comes back as an activity.</summary>
internal sealed class EffectRunner(IConversationStore store, IEnumerable<IDeed> deeds, FrontDoor door, TimeProvider clock, ILogger<EffectRunner> log)
{
    private const int Tries = 3;
    private readonly Dictionary<string, IDeed> _deeds = deeds.ToDictionary(d => d.Kind, StringComparer.Ordinal);

    public async Task RunOpen(string conversationId)
    {
        if (await store.Load(conversationId, CancellationToken.None) is not { Effects.Length: > 0 } conversation) return;
        foreach (var effect in conversation.Effects)
        {
            var (done, detail) = await Do(effect);
            await door.Accept(conversationId, $"effect:{effect.Key}", Outcome(effect, done, detail), CancellationToken.None);
        }
    }

    private async Task<(bool Done, string Detail)> Do(Effect effect)
    {
        if (!_deeds.TryGetValue(effect.Kind, out var deed)) return (false, $"nothing does {effect.Kind}");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return (true, await deed.Do(effect, CancellationToken.None));
            }
            catch (Exception e) when (attempt < Tries)
            {
                log.LogWarning(e, "{Kind} failed, try {Attempt} of {Tries}.", effect.Kind, attempt, Tries);
                await Task.Delay(TimeSpan.FromMilliseconds(250 * attempt), clock);
            }
            catch (Exception e)
            {
                log.LogError(e, "{Kind} failed for good; a human is told.", effect.Kind);
                return (false, "failed");
            }
        }
    }

    private static Activity Outcome(Effect effect, bool done, string detail) => new()
    {
        Type = ActivityTypes.Event,
        Name = InternalEvents.EffectOutcome,
        ChannelId = ChannelIds.Effect,
        Value = JsonSerializer.SerializeToElement(new JsonObject { ["key"] = effect.Key, ["done"] = done, ["detail"] = detail }),
    };
}
