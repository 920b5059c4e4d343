using System.Collections.Frozen;

namespace TrustBot.Dialogs.Locales;

/// <summary>
/// How long a text message is. Source: 3GPP TS 23.038 §6.2.1 (GSM 7-bit default alphabet and its extension table) and
/// TS 23.040 §9.2.3.24 (the header that joined parts carry).
/// </summary>
public static class TextMessage
{
    /// <summary>The default alphabet beside ASCII, by code point; of ASCII it lacks the grave accent, and the extension has eight signs.</summary>
    private static readonly FrozenSet<char> BeyondAscii =
        new[] { 0xA1, 0xA3, 0xA4, 0xA5, 0xA7, 0xBF, 0xC4, 0xC5, 0xC6, 0xC7, 0xC9, 0xD1, 0xD6, 0xD8, 0xDC, 0xDF, 0xE0, 0xE4, 0xE5, 0xE6, 0xE8, 0xE9, 0xEC, 0xF1, 0xF2, 0xF6, 0xF8, 0xF9, 0xFC, 0x393, 0x394, 0x398, 0x39B, 0x39E, 0x3A0, 0x3A3, 0x3A6, 0x3A8, 0x3A9 }
            .Select(c => (char)c).ToFrozenSet();

    private static readonly FrozenSet<char> Extended = new[] { '\f', '^', '{', '}', '\\', '[', '~', ']', '|', '\u20AC' }.ToFrozenSet();

    /// <summary>Units in the only part of a message, and in each of several: septets in GSM-7, UTF-16 units in UCS-2.</summary>
    public const int GsmAlone = 160, GsmJoined = 153, UcsAlone = 70, UcsJoined = 67;

    /// <summary>Whether every sign is in the GSM 7-bit alphabet; one that is not makes the whole message UCS-2.</summary>
    public static bool IsGsm(string text) => text.All(c => c is '\n' or '\r' or >= ' ' and < '`' or > '`' and <= '~' || BeyondAscii.Contains(c) || Extended.Contains(c));

    /// <summary>Units of a text: septets, where signs of the extension table take two; else UTF-16 units.</summary>
    public static int Units(string text) => IsGsm(text) ? text.Length + text.Count(Extended.Contains) : text.Length;

    /// <summary>How many parts a text is sent in.</summary>
    public static int Parts(string text)
    {
        var (units, gsm) = (Units(text), IsGsm(text));
        var (alone, joined) = gsm ? (GsmAlone, GsmJoined) : (UcsAlone, UcsJoined);
        return units <= alone ? 1 : (units + joined - 1) / joined;
    }

    /// <summary>What stands in the first part.</summary>
    public static string First(string text) => Parts(text) == 1 ? text : text[..Math.Min(text.Length, IsGsm(text) ? GsmJoined : UcsJoined)];
}
