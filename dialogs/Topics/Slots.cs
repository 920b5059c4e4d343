using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrustBot.Dialogs.Topics;

/// <summary>Finds what a customer tells in passing: order and account numbers, a phone number. Told once, kept.</summary>
public static partial class Slots
{
    /// <summary>Slot names, the same in the log, the desk and the packet.</summary>
    public const string Order = "order", Account = "account", Phone = "phone", Daypart = "daypart", Area = "area", Complaint = "complaint";

    /// <summary>Whoever tells a number tells it here; what is longer would only cost time.</summary>
    private const int MostRead = 4000;

    private const int MostKept = 500;

    /// <summary>What a text tells. Full-width digits and letters count as what they look like.</summary>
    public static ImmutableSortedDictionary<string, string> In(string text)
    {
        var plain = Plain(text);
        var found = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (OrderNumber().Match(plain) is { Success: true } order) found[Order] = "LN-" + order.Groups[1].Value;
        if (AccountNumber().Match(plain) is { Success: true } account) found[Account] = "AC-" + account.Groups[1].Value;
        if (PhoneIn(plain) is { } phone) found[Phone] = phone;
        return found.ToImmutable();
    }

    /// <summary>
    /// The beginning of a long text, for the snapshot, which stays small; the log keeps the whole.
    /// </summary>
    public static string Beginning(string text)
    {
        if (text.Length <= MostKept) return text;
        return text[..(char.IsHighSurrogate(text[MostKept - 1]) ? MostKept - 1 : MostKept)];
    }

    /// <summary>A phone number in a text, as written; null when there is none.</summary>
    public static string? PhoneIn(string text)
    {
        var plain = Date().Replace(OrderNumber().Replace(AccountNumber().Replace(Plain(text), " "), " "), " ");
        var match = PhoneNumber().Match(plain);
        var digits = match.Value.Count(char.IsAsciiDigit);
        // E.164 allows fifteen digits; shorter than seven is no subscriber number anywhere we serve.
        return match.Success && digits is >= 7 and <= 15 ? match.Value.Trim() : null;
    }

    private static string Plain(string text)
    {
        if (text.Length > MostRead) text = text[..MostRead];
        try
        {
            return string.Concat(text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Select(AsciiDigit));
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    [GeneratedRegex(@"(?<![A-Z0-9])LN[-\s‐‑–ー]?(\d{4})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OrderNumber();

    [GeneratedRegex(@"(?<![A-Z0-9])AC[-\s‐‑–ー]?(\d{4})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AccountNumber();

    /// <summary>Digits of any script as those that systems know.</summary>
    private static char AsciiDigit(char c) => c > '9' && CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c;

    [GeneratedRegex(@"\+?\(?\d[\d ()\-‐‑–ー]{5,22}\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"(?<!\d)(?:(?:19|20)\d\d-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-(?:19|20)\d\d)(?![\d-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();
}
