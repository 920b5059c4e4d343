namespace TrustBot.Privacy;

/// <summary>
/// Finds payment cards: 13 to 19 digits, in groups with spaces or dashes between them, that begin like an issuer's
/// numbers, have a length that issuer uses and pass the Luhn check (ISO/IEC 7812). A card begins and ends where a
/// group does, so that no part of a longer number is taken for one.
/// </summary>
internal static class Cards
{
    private const int Shortest = 13, Longest = 19, MostBetween = 3;

    // Ranges of leading digits with the lengths in use: https://en.wikipedia.org/wiki/Payment_card_number
    private static readonly (int Low, int High, int Shortest, int Longest)[] Issuers =
    [
        (4, 4, 13, 13), (4, 4, 16, 16), (4, 4, 19, 19),
        (51, 55, 16, 16), (2221, 2720, 16, 16), (34, 34, 15, 15), (37, 37, 15, 15),
        (300, 305, 14, 19), (3095, 3095, 14, 19), (36, 36, 14, 19), (38, 39, 14, 19),
        (6011, 6011, 16, 19), (644, 649, 16, 19), (65, 65, 16, 19), (62, 62, 16, 19), (81, 82, 16, 19), (3528, 3589, 16, 19),
        (508, 508, 16, 16), (60, 60, 16, 16), (2200, 2204, 16, 19), (9792, 9792, 16, 16), (506099, 506198, 16, 19),
        (5018, 5018, 13, 19), (5020, 5020, 13, 19), (5038, 5038, 13, 19), (5893, 5893, 13, 19), (6304, 6304, 13, 19),
        (6759, 6759, 13, 19), (6761, 6763, 13, 19),
    ];

    public static void Find(string folded, List<Found> found)
    {
        var groups = new List<(int Start, int End)>();
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsAsciiDigit(folded[i])) continue;
            groups.Clear();
            while (i < folded.Length)
            {
                var start = i;
                while (i < folded.Length && char.IsAsciiDigit(folded[i])) i++;
                groups.Add((start, i));
                var next = i;
                while (next < folded.Length && next - i < MostBetween && IsBetween(folded[next])) next++;
                if (next == folded.Length || !char.IsAsciiDigit(folded[next])) break;
                i = next;
            }
            FindIn(folded, groups, found);
        }
    }

    /// <summary>The digits alone.</summary>
    public static string Digits(ReadOnlySpan<char> folded)
    {
        Span<char> digits = stackalloc char[Longest];
        var count = 0;
        foreach (var c in folded)
            if (char.IsAsciiDigit(c) && count < Longest) digits[count++] = c;
        return new string(digits[..count]);
    }

    private static void FindIn(string folded, List<(int Start, int End)> groups, List<Found> found)
    {
        Span<char> digits = stackalloc char[Longest];
        for (var first = IsPhoneOrFraction(folded, groups[0].Start) ? 1 : 0; first < groups.Count; first++)
        {
            var (length, last) = (0, -1);
            for (var g = first; g < groups.Count; g++)
            {
                var group = folded.AsSpan(groups[g].Start..groups[g].End);
                if (length + group.Length > Longest) break;
                group.CopyTo(digits[length..]);
                length += group.Length;
                if (length >= Shortest && IsCard(digits[..length])) last = g;
            }
            if (last < 0) continue;
            found.Add(new(groups[first].Start, groups[last].End, Found.Card));
            first = last;
        }
    }

    private static bool IsBetween(char c) => c is ' ' or '-' or 'ー';

    private static bool IsPhoneOrFraction(string folded, int start) =>
        start > 0 && (folded[start - 1] == '+' || (start > 1 && folded[start - 1] is '.' or ',' && char.IsAsciiDigit(folded[start - 2])));

    private static bool IsCard(ReadOnlySpan<char> digits) => PassesLuhn(digits) && HasIssuer(digits);

    private static bool HasIssuer(ReadOnlySpan<char> digits)
    {
        foreach (var issuer in Issuers)
        {
            if (digits.Length < issuer.Shortest || digits.Length > issuer.Longest) continue;
            var (prefix, reach) = (0, 1);
            for (var i = 0; reach <= issuer.High; i++, reach *= 10) prefix = (prefix * 10) + (digits[i] - '0');
            if (prefix >= issuer.Low && prefix <= issuer.High) return true;
        }
        return false;
    }

    private static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
