using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Sensing;
using TrustBot.Dialogs.Topics;
using TrustBot.Dialogs.Triage;

namespace TrustBot.Dialogs;

/// <summary>What a turn is run by: one immutable snapshot of locales and policy, compiled once.</summary>
public sealed record Settings(LocaleSet Locales, Policy Policy, Sense Sense, TopicIndex Topics)
{
    /// <summary>Compiles a checked set and policy.</summary>
    public static Settings Of(LocaleSet locales, Policy policy) => new(locales, policy, new(locales), new(locales));

    /// <summary>
    /// Reads and checks the files of <c>locales/</c>, policy included. Settings are null when a fault is an error.
    /// </summary>
    public static (Settings? Settings, IReadOnlyList<LocaleFault> Faults) Read(IReadOnlyList<LocaleFile> files)
    {
        var (locales, faults) = LocaleReader.Read(files, out var reference);
        var (policy, policyFaults) = PolicyReader.Read(files.FirstOrDefault(f => f.Path == PolicyReader.FileName));
        var all = faults.Concat(policyFaults).Concat(PhraseCheck.Of(reference)).Concat(PhraseCheck.Of(locales, policy)).Concat(PhraseCheck.Unanswered(locales)).ToList();
        return all.Any(f => f.Level == FaultLevel.Error) || locales is null || policy is null ? (null, all) : (Of(locales, policy), all);
    }
}
