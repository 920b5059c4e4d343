using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TrustBot.Dialogs;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Speaking;
using TrustBot.Tests.Support;

namespace TrustBot.Browser.Tests;

/// <summary>What the AI may say, from the locale files: a translator who changes a wording breaks no journey.</summary>
internal static class Words
{
    private const string Gap = "\u0001";

    public static LocaleSet Locales { get; } = Read();

    /// <summary>The culture a browser with this language is spoken to in.</summary>
    public static Culture Of(string locale) => Locales.Find(locale) ?? Locales[LocaleSet.Base];

    /// <summary>The words of a label or button.</summary>
    public static string Label(string locale, string key) =>
        Wording.Label(new(Of(locale), Of(locale).Voice.Registers.Default, Mood.Calm), key);

    /// <summary>A message made of these phrases, in any wording, and of nothing else.</summary>
    public static Regex Message(string locale, params string[] keys) =>
        Whole(keys.Select(k => Any(Of(locale), Of(locale).Voice.Phrases[k].All())));

    /// <summary>A greeting, at whatever hour the journey is walked.</summary>
    public static Regex Greeting(string locale) =>
        Whole([Any(Of(locale), Of(locale).Voice.Phrases.Where(p => p.Key.StartsWith("greeting", StringComparison.Ordinal)).SelectMany(p => p.Value.All()))]);

    /// <summary>These phrases, in any wording, with whatever else around them.</summary>
    public static Regex Part(string locale, params string[] keys) =>
        new(string.Join(".*", keys.Select(k => Any(Of(locale), Of(locale).Voice.Phrases[k].All()))), RegexOptions.Singleline);

    /// <summary>As <see cref="Message(string, string[])"/>, worded for one register and mood.</summary>
    public static Regex Message(string locale, Register register, Mood mood, params string[] keys) =>
        Whole(keys.Select(k => Any(Of(locale), Of(locale).Voice.Phrases[k].For(register, mood))));

    private static Regex Whole(IEnumerable<string> phrases) => new($"^{string.Join(@"\s*", phrases)}$", RegexOptions.Singleline);

    private static string Any(Culture culture, IEnumerable<Template> wordings) =>
        $"(?:{string.Join('|', wordings.Select(w => Pattern(culture, w)))})";

    private static string Pattern(Culture culture, Template wording)
    {
        var values = wording.Placeholders.ToImmutableDictionary(p => p, _ => Gap);
        return Regex.Escape(wording.Render(values, culture.Language)).Replace(Gap, ".+", StringComparison.Ordinal);
    }

    private static LocaleSet Read()
    {
        var folder = Repository.FullPath("locales");
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => new LocaleFile(Path.GetRelativePath(folder, f), File.ReadAllText(f))).ToList();
        return Settings.Read(files).Settings?.Locales ?? throw new InvalidOperationException("The locale files have errors; `dotnet run --project bot -- lint` names them.");
    }
}
