using System.Text.Json;
using System.Text.Json.Nodes;
using TrustBot.BackOffice;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using ChannelIds = TrustBot.Dialogs.Activities.Channels;

namespace TrustBot.Turns;

/// <summary>Does the deeds a turn asked for, after the append, once per key; the outcome comes back as an activity.</summary>
internal sealed class EffectRunner
{
    private const int Tries = 3;
    private readonly Dictionary<string, IDeed> _deeds;
    private readonly Rounds _rounds;
    private readonly (IConversationStore Store, FrontDoor Door, TurnOptions Options, TimeProvider Clock, ILogger Log) _with;

    public EffectRunner(IConversationStore store, IEnumerable<IDeed> deeds, FrontDoor door, TurnOptions options, TimeProvider clock, ILogger<EffectRunner> log)
    {
        _with = (store, door, options, clock, log);
        _deeds = deeds.ToDictionary(d => d.Kind, StringComparer.Ordinal);
        _rounds = new(RunOpen, log);
    }

    /// <summary>Does what is open in a conversation, in the background: a slow back office holds up no answer.</summary>
    public void Wake(string conversationId) => _rounds.Wake(conversationId);

    public bool Busy => _rounds.Busy;

    private async Task RunOpen(string conversationId)
    {
        var tried = new HashSet<string>(StringComparer.Ordinal);
        while (await _with.Store.Load(conversationId, CancellationToken.None) is { } now && now.Effects.FirstOrDefault(e => !HasOutcome(now, e) && tried.Add(e.Key)) is { } effect)
        {
            var (done, detail) = await Do(effect);
            await _with.Door.Accept(conversationId, OutcomeKey(effect), Outcome(effect, done, detail), CancellationToken.None);
        }
    }

    private static string OutcomeKey(Effect effect) => $"effect:{effect.Key}";

    /// <summary>Whether its outcome is accepted and only the turn is not over yet.</summary>
    private static bool HasOutcome(Conversation now, Effect effect) => now.Pending.Any(p => p.Accepted.Key == OutcomeKey(effect));

    private async Task<(bool Done, string Detail)> Do(Effect effect)
    {
        if (!_deeds.TryGetValue(effect.Kind, out var deed)) return (false, $"nothing does {effect.Kind}");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var deadline = new CancellationTokenSource(_with.Options.DeedWithin, _with.Clock);
                return (true, await Task.Run(() => deed.Do(effect, deadline.Token)).WaitAsync(deadline.Token));
            }
            catch (Exception e) when (attempt < Tries)
            {
                _with.Log.LogWarning(e, "{Kind} failed, try {Attempt} of {Tries}.", effect.Kind, attempt, Tries);
                await Task.Delay(TimeSpan.FromMilliseconds(250 * attempt), _with.Clock);
            }
            catch (Exception e)
            {
                _with.Log.LogError(e, "{Kind} failed for good; a human is told.", effect.Kind);
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
