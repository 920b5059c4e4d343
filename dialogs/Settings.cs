using System.Collections.Immutable;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Sensing;
using TrustBot.Dialogs.Topics;
using TrustBot.Dialogs.Triage;

namespace TrustBot.Dialogs;

/// <summary>What a turn is run by: one immutable snapshot of locales and policy, compiled once.</summary>
public sealed record Settings(LocaleSet Locales, Policy Policy, Sense Sense, TopicIndex Topics)
{
    private ImmutableSortedDictionary<string, string> Words { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Compiles a checked set and policy.</summary>
    public static Settings Of(LocaleSet locales, Policy policy) => Of(locales, policy, LanguageGuess.Learn(locales));

    /// <summary>
    /// Reads and checks the files of <c>locales/</c>, policy included. Settings are null when a fault is an error.
    /// </summary>
    public static (Settings? Settings, IReadOnlyList<LocaleFault> Faults) Read(IReadOnlyList<LocaleFile> files)
    {
        var (locales, faults) = LocaleReader.Read(files, out var reference);
        var (policy, policyFaults) = ReadPolicy(files);
        var all = faults.Concat(policyFaults).Concat(PhraseCheck.Of(reference)).Concat(PhraseCheck.Of(locales, policy)).Concat(PhraseCheck.Unanswered(locales)).ToList();
        return all.Any(f => f.Level == FaultLevel.Error) || locales is null || policy is null ? (null, all) : (Of(locales, policy), all);
    }

    /// <summary>
    /// The same from files that passed every check before: <paramref name="digest"/> is what was kept of that. The faults
    /// are those of territories and policy alone. Null settings: the files are others than the digest's, and must be read.
    /// </summary>
    public static (Settings? Settings, IReadOnlyList<LocaleFault> Faults) Trust(IReadOnlyList<LocaleFile> files, LocaleDigest digest)
    {
        if (LocaleReader.Hash(files) != digest.Hash) return (null, []);
        var (locales, faults) = LocaleReader.Trust(files, digest);
        var (policy, policyFaults) = ReadPolicy(files);
        return (policy is null ? null : Of(locales, policy, digest.Words), [.. faults, .. policyFaults]);
    }

    /// <summary>The same with another listener.</summary>
    public Settings With(Listener listener) => this with { Sense = Sense.With(listener) };

    /// <summary>What to keep of a set that passed every check, for <see cref="Trust"/>.</summary>
    public LocaleDigest Digest() => new(Locales.Hash, [.. Ordered()], Words);

    private static (Policy? Policy, IReadOnlyList<LocaleFault> Faults) ReadPolicy(IReadOnlyList<LocaleFile> files) =>
        PolicyReader.Read(files.FirstOrDefault(f => f.Path == PolicyReader.FileName));

    private static Settings Of(LocaleSet locales, Policy policy, ImmutableSortedDictionary<string, string> words) =>
        new(locales, policy, new(locales, words), new(locales)) { Words = words };

    /// <summary>Each culture after the one it stands over.</summary>
    private IEnumerable<CultureHead> Ordered() => Locales.Cultures.Values
        .OrderBy(Depth).Select(c => new CultureHead(c.Tag, c.Name, c.Over, c.AlsoAnswers, c.Direction, c.Script));

    private int Depth(Culture culture) => culture.Over.Length == 0 ? 0 : 1 + Depth(Locales.Cultures[culture.Over]);
}
