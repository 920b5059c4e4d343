using System.Globalization;

namespace TrustBot.Dialogs.Activities;

/// <summary>
/// Halves of surrogate pairs in JSON escapes. The grammar allows them, but they are no text: an activity with one,
/// in whatever field, could be neither stored nor written again. Each becomes the replacement character.
/// </summary>
internal static class Surrogates
{
    private const int EscapeLength = 6;

    /// <summary>The same JSON with each lone <c>\ud83d</c> written as <c>\ufffd</c>; copied only when there is one.</summary>
    public static ReadOnlySpan<byte> Mend(ReadOnlySpan<byte> json)
    {
        byte[]? mended = null;
        for (var at = 0; at < json.Length;)
        {
            var next = json[at..].IndexOf((byte)'\\');
            if (next < 0) break;
            at += next;
            if (Unit(json[at..]) is not { } unit || !char.IsSurrogate(unit))
            {
                at += 2;
            }
            else if (char.IsHighSurrogate(unit) && Unit(json[(at + EscapeLength)..]) is { } low && char.IsLowSurrogate(low))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                mended ??= json.ToArray();
                "fffd"u8.CopyTo(mended.AsSpan(at + 2));
                at += EscapeLength;
            }
        }
        return mended ?? json;
    }

    /// <summary>The UTF-16 unit of the escape that begins here; null when none does.</summary>
    private static char? Unit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json[0] == '\\' && json[1] == 'u'
        && ushort.TryParse(json[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
