using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>Reads how a culture addresses, greets and apologises: the parts <c>address</c>, <c>day</c> and <c>manner</c> of <c>voice.yaml</c>.</summary>
internal static class MannerReader
{
    private static readonly string[] Parts = ["neutral", "morning", "midday", "afternoon", "evening"];

    public static ImmutableDictionary<Register, Address> ReadAddress(YamlPart file, ImmutableDictionary<Register, Address>? over)
    {
        var address = (over ?? ImmutableDictionary<Register, Address>.Empty).ToBuilder();
        file["address"]?.Knows(VoiceReader.RegisterNames);
        foreach (var (name, value) in file["address"]?.Entries() ?? [])
        {
            var register = Array.IndexOf(VoiceReader.RegisterNames, name);
            if (register < 0) continue;
            value.Knows("call", "marks");
            var call = value.Optional("call", "{name}");
            if (!call.Contains("{name}", StringComparison.Ordinal)) value.Error("the form of address does not say `{name}`", "Write it like \"Mr {name}\"", "call");
            address[(Register)register] = new(call, [.. value.Texts("marks")]);
        }
        return address.ToImmutable();
    }

    public static DayHours ReadDay(YamlPart file, DayHours? over)
    {
        if (file["day"] is not { } day) return over ?? DayHours.Alike;
        day.Knows(Parts);
        var parts = ImmutableArray.CreateBuilder<(int, DayPart)>();
        foreach (var (name, value) in day.Entries())
            if (Array.IndexOf(Parts, name) is >= 0 and var part && value.Minute() is { } from)
                parts.Add((from, (DayPart)part));
        parts.Sort();
        return new(parts.ToImmutable());
    }

    public static ImmutableSortedDictionary<string, ImmutableArray<string>> ReadDisclosureSays(YamlPart file, ImmutableSortedDictionary<string, ImmutableArray<string>>? over)
    {
        var says = (over ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty).ToBuilder();
        file["disclosure-says"]?.Knows([.. DisclosureLint.Facts]);
        foreach (var (fact, words) in file["disclosure-says"]?.Entries() ?? []) says[fact] = words.IsText ? [words.Text] : [.. words.Items().Select(i => i.Text)];
        return says.ToImmutable();
    }

    public static Manner ReadManner(YamlPart file, Manner? over)
    {
        var was = over ?? Manner.Plain;
        if (file["manner"] is not { IsMap: true } part) return was;
        part.Knows("trouble-first", "directness", "apology", "empathy");
        var first = part.Optional("trouble-first", was.ApologyFirst ? "apology" : "empathy");
        if (first is not ("apology" or "empathy")) part.Error($"`{first}` is not known here", "Write apology or empathy", "trouble-first");
        return new(first == "apology", part.Optional("directness", was.Directness), part.Optional("apology", was.Apology), part.Optional("empathy", was.Empathy));
    }
}
