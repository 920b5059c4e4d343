using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Dialogs.Speaking;

/// <summary>A phrase to be said, with the values it needs.</summary>
public sealed record Line(string Key, ImmutableSortedDictionary<string, string> Values)
{
    /// <summary>A phrase without values.</summary>
    public static Line Of(string key) => new(key, ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>A phrase with values.</summary>
    public static Line Of(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var all = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values) all[name] = value;
        return new(key, all.ToImmutable());
    }
}

/// <summary>Finds the words for a phrase, in a style.</summary>
public static class Wording
{
    /// <summary>
    /// The words for a line. Which of several wordings is chosen follows from <paramref name="seed"/>, so that replay
    /// says the same; the wording used last is passed over.
    /// </summary>
    /// <param name="style">How to speak.</param>
    /// <param name="line">What to say.</param>
    /// <param name="last">Index of the wording used last; −1 when none was.</param>
    /// <param name="seed">Conversation id and sequence.</param>
    /// <exception cref="KeyNotFoundException">The culture has no such phrase; lint and start-up check prevent it.</exception>
    public static (string Text, int Index) Of(Style style, Line line, int last, string seed)
    {
        var phrase = style.Culture.Voice.Phrases[line.Key];
        var wordings = phrase.For(style.Register, style.Mood);
        var index = wordings.Length == 1 ? 0 : Pick(wordings.Length, last, $"{seed}|{line.Key}");
        return (wordings[index].Render(line.Values, style.Culture.Language), index);
    }

    /// <summary>The words of a phrase without values, first wording: labels, names, words.</summary>
    public static string Label(Style style, string key) => Of(style, Line.Of(key), -1, "").Text;

    /// <summary>A short hash that names a wording in the disclosure record (law: L2).</summary>
    public static string Version(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private static int Pick(int count, int last, string seed)
    {
        var chance = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(seed)), 0);
        if (last < 0 || last >= count) return (int)(chance % (uint)count);
        var pick = (int)(chance % (uint)(count - 1));
        return pick >= last ? pick + 1 : pick;
    }
}
