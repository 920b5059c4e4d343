using TrustBot.BackOffice;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Turns;

/// <summary>Asks the systems a turn needs, all at once, each with the same deadline; late or broken is "not known".</summary>
internal sealed class Gatherer(IEnumerable<IFactSource> sources, TurnOptions options, ILogger<Gatherer> log)
{
    private readonly Dictionary<string, IFactSource> _sources = sources.ToDictionary(s => s.Kind, StringComparer.Ordinal);

    /// <summary>The facts with an answer to every need.</summary>
    public async Task<Facts> Gather(Facts facts, IReadOnlyCollection<Need> needs)
    {
        var asked = needs.Distinct().ToList();
        var answers = await Task.WhenAll(asked.Select(Ask));
        return asked.Zip(answers).Aggregate(facts, (all, answer) => all.With(answer.First, answer.Second));
    }

    private async Task<Fact> Ask(Need need)
    {
        if (!_sources.TryGetValue(need.Kind, out var source)) return new Unavailable("no system answers this kind");
        using var deadline = new CancellationTokenSource(options.GatherWithin);
        try
        {
            // On a thread of its own: a source that blocks instead of awaiting is late like any other.
            Fact? fact = await Task.Run(() => source.Read(need.Key, deadline.Token)).WaitAsync(deadline.Token);
            // No answer at all would be asked for again without end.
            return fact ?? new Unavailable("empty");
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("{Kind} did not answer within {Milliseconds} ms.", need.Kind, options.GatherMilliseconds);
            return new Unavailable("late");
        }
        catch (Exception e)
        {
            log.LogWarning(e, "{Kind} failed.", need.Kind);
            return new Unavailable("failed");
        }
    }
}
