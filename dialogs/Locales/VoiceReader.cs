using System.Collections.Immutable;
using System.Globalization;

namespace TrustBot.Dialogs.Locales;

/// <summary>Reads one culture's <c>voice.yaml</c>.</summary>
internal static class VoiceReader
{
    private static readonly string[] MoodNames = ["calm", "strained", "distressed"];
    internal static readonly string[] RegisterNames = ["casual", "polite", "formal"];

    public static CultureHead ReadHead(YamlPart file)
    {
        file.Knows("culture", "name", "over", "also-answers", "direction", "script", "human-word", "register", "address", "day", "manner", "disclosure-says", "formats", "phrases");
        var tag = file.Required("culture");
        if (tag.Length > 0 && !IsKnownTag(tag)) file.Error($"`{tag}` is not a BCP 47 culture", "Write it like `ja-JP`", "culture");
        var direction = file.Optional("direction", "ltr");
        if (direction is not ("ltr" or "rtl")) file.Error($"direction `{direction}` is not known", "Write ltr or rtl", "direction");
        return new(tag, file.Required("name"), file.Optional("over"), [.. file.Texts("also-answers")], direction, file.Optional("script", "Latn"));
    }

    public static Voice? Read(YamlPart file, string path, Voice? over)
    {
        var own = ReadPhrases(file["phrases"], path);
        var phrases = over is null ? own : own.Aggregate(over.Phrases, (all, p) => all.SetItem(p.Key, p.Value));
        var registers = ReadRegisters(file, over);
        var formats = ReadFormats(file, over);
        var word = file.Optional("human-word", over?.HumanWord ?? "");
        if (word.Length == 0) file.Error("`human-word` is missing", "Name the word customers type to reach a person", "human-word");
        return registers is null || formats is null ? null : new()
        {
            HumanWord = word,
            Registers = registers,
            Address = MannerReader.ReadAddress(file, over?.Address),
            Day = MannerReader.ReadDay(file, over?.Day),
            Manner = MannerReader.ReadManner(file, over?.Manner),
            DisclosureSays = MannerReader.ReadDisclosureSays(file, over?.DisclosureSays),
            Formats = formats,
            Phrases = phrases,
        };
    }

    private static RegisterHabits? ReadRegisters(YamlPart file, Voice? over)
    {
        if (file["register"] is not { IsMap: true } part)
        {
            if (over is not null) return over.Registers;
            file.Error("`register` is missing", "Say which register to begin with: default: polite", "register");
            return null;
        }
        part.Knows("default", "strained", "distressed", "follows");
        var start = One(part, "default", over?.Registers.Default ?? Register.Polite);
        var follows = part.Texts("follows").Select(t => Parse(part, "follows", t)).OfType<Register>().ToImmutableArray();
        return new(start, One(part, "strained", over?.Registers.Strained ?? start), One(part, "distressed", over?.Registers.Distressed ?? start), follows.IsEmpty ? over?.Registers.Follows ?? [start] : follows);
    }

    private static Register One(YamlPart part, string name, Register otherwise) =>
        part[name] is { } value ? Parse(part, name, value.Text) ?? otherwise : otherwise;

    private static Register? Parse(YamlPart part, string name, string text)
    {
        var i = Array.IndexOf(RegisterNames, text);
        if (i >= 0) return (Register)i;
        part.Error($"register `{text}` is not known", "Use casual, polite or formal", name);
        return null;
    }

    private static Formats? ReadFormats(YamlPart file, Voice? over)
    {
        if (file["formats"] is not { IsMap: true } part)
        {
            if (over is not null) return over.Formats;
            file.Error("`formats` is missing", "Give date, time, join and calendar-culture", "formats");
            return null;
        }
        part.Knows("date", "time", "join", "calendar-culture", "money", "currencies");
        var was = over?.Formats;
        var formats = new Formats(
            part.Optional("date", was?.Date ?? "yyyy-MM-dd"), part.Optional("time", was?.Time ?? "HH:mm"),
            part.Optional("join", was?.Join ?? " "), part.Optional("calendar-culture", was?.CalendarCulture ?? "en-GB"),
            part.Optional("money", was?.Money ?? "{currency} {amount}"), ReadCurrencies(part, was?.Currencies));
        if (!formats.Money.Contains("{amount}", StringComparison.Ordinal) || !formats.Money.Contains("{currency}", StringComparison.Ordinal))
            part.Error("`money` does not say {amount} and {currency}", "Write it like \"{amount} {currency}\"", "money");
        if (!IsKnownTag(formats.CalendarCulture))
            part.Error($"`{formats.CalendarCulture}` is not a culture .NET knows", "Write it like `en-GB`", "calendar-culture");
        CheckPattern(part, "date", formats.Date);
        CheckPattern(part, "time", formats.Time);
        return formats;
    }

    private static ImmutableSortedDictionary<string, string> ReadCurrencies(YamlPart part, ImmutableSortedDictionary<string, string>? over)
    {
        var signs = (over ?? ImmutableSortedDictionary<string, string>.Empty).ToBuilder();
        foreach (var (code, sign) in part["currencies"]?.Entries() ?? [])
        {
            if (code.Length != 3 || !code.All(char.IsAsciiLetterUpper)) sign.Error($"`{code}` is not an ISO 4217 code", "Write it like JPY: \"¥\"");
            signs[code] = sign.Text;
        }
        return signs.ToImmutable();
    }

    private static void CheckPattern(YamlPart part, string name, string pattern)
    {
        try
        {
            _ = DateTimeOffset.UnixEpoch.ToString(pattern, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            part.Error($"`{pattern}` is not a pattern .NET can write", "Write it like \"dddd d MMMM\" or \"HH:mm\"", name);
        }
    }

    private static ImmutableSortedDictionary<string, Phrase> ReadPhrases(YamlPart? part, string path)
    {
        var phrases = ImmutableSortedDictionary.CreateBuilder<string, Phrase>(StringComparer.Ordinal);
        foreach (var (key, value) in part?.Entries() ?? [])
            if (ReadPhrase(key, value, path) is { } phrase)
                phrases[key] = phrase;
        return phrases.ToImmutable();
    }

    internal static Phrase? ReadPhrase(string key, YamlPart part, string path)
    {
        var wordings = ImmutableDictionary.CreateBuilder<(Register, Mood), ImmutableArray<Template>>();
        Template? sms = null;
        var moods = false;
        if (!part.IsMap) Fill(part, [Register.Casual, Register.Polite, Register.Formal]);
        else
        {
            part.Knows([.. RegisterNames, "any", "sms", .. MoodNames]);
            foreach (var (name, value) in part.Entries())
            {
                var i = Array.IndexOf(RegisterNames, name);
                if (name == "sms") sms = Parse(value);
                else if (name == "any") Fill(value, [Register.Casual, Register.Polite, Register.Formal]);
                else if (i >= 0) Fill(value, [(Register)i]);
                else if (Array.IndexOf(MoodNames, name) >= 0) value.Error("moods stand under a register", "Write `any:` or a register above them");
            }
        }
        if (wordings.Count > 0)
            return new() { Key = key, Wordings = wordings.ToImmutable(), Sms = sms, KnowsMoods = moods, Path = path, Line = part.Line };
        part.Error("the phrase has no wording", "Write its text after the colon");
        return null;

        void Fill(YamlPart value, Register[] registers)
        {
            if (!value.IsMap) Put(value, Mood.Calm);
            else
            {
                moods = true;
                value.Knows(MoodNames);
                foreach (var (name, byMood) in value.Entries())
                    if (Array.IndexOf(MoodNames, name) is >= 0 and var m)
                        Put(byMood, (Mood)m);
                if (value["calm"] is null) value.Error("the mood `calm` is missing", "Write it first; the others may be left out", "calm");
            }

            void Put(YamlPart texts, Mood mood)
            {
                var parsed = (texts.IsList ? texts.Items() : [texts]).Select(Parse).OfType<Template>().ToImmutableArray();
                if (parsed.IsEmpty) return;
                foreach (var register in registers) wordings[(register, mood)] = parsed;
            }
        }
    }

    private static Template? Parse(YamlPart part)
    {
        if (!part.IsText || part.Text.Trim().Length == 0)
        {
            part.Error("the wording is empty", "Write its text, or take the line out");
            return null;
        }
        try
        {
            return Template.Parse(part.Text.Trim());
        }
        catch (FormatException e)
        {
            part.Error(e.Message, "Compare with the examples in locales/README.md");
            return null;
        }
    }

    private static bool IsKnownTag(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true) is not null;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
