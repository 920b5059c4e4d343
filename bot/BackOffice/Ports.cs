using TrustBot.Dialogs.Conversations;

namespace TrustBot.BackOffice;

/// <summary>
/// One system the bot may ask. A read changes nothing and may be asked again. What it throws, and what comes after the
/// deadline, counts as not known and is said so to the customer; it never stops a turn.
/// </summary>
internal interface IFactSource
{
    /// <summary>The kind of need it answers, see FactKinds.</summary>
    string Kind { get; }

    /// <summary>The fact, or <see cref="NotFound"/>.</summary>
    Task<Fact> Read(string key, CancellationToken cancel);
}

/// <summary>
/// One deed the bot may ask for. It is done once per key: a key that comes again, after a crash or a doubt, must answer
/// as the first time and do nothing more.
/// </summary>
internal interface IDeed
{
    /// <summary>The kind of effect it carries out.</summary>
    string Kind { get; }

    /// <summary>Does it; throws when it cannot be done now.</summary>
    /// <returns>What the desk may show about it.</returns>
    Task<string> Do(Effect effect, CancellationToken cancel);
}
