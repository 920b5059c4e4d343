using System.Collections.Frozen;

namespace TrustBot.Dialogs.Sensing;

/// <summary>
/// Signs of feeling: emoji, and faces made of letters and marks. All of one feeling are read as the same emoji, so that
/// a cue that listens for one of them hears T_T and :'( too. What a laugh or a smile means beside a complaint differs by
/// culture (hence 🙂, 🙃 and 👏 are only themselves) and is for the locale files to say, as are www, XD, ㅋㅋ and 555.
/// </summary>
internal static class Faces
{
    /// <summary>The emoji a feeling is read as, then what else says it.</summary>
    private static readonly string[] Feelings =
    [
        // sad
        "😢 😭 😞 😔 😟 🙁 ☹ 😥 😿 🥲 😓 💔 :( :-( =( :[ :'( :'-( :,( </3 T_T T.T T-T T__T ToT TAT TдT Q_Q Q.Q QAQ ;_; ;-; ；_； ；＿； ;ω; ；ω； ´Д｀ ´д｀ ಥ_ಥ ಥ﹏ಥ ╥_╥ ╥﹏╥ ㅠㅠ ㅜㅜ ㅠ_ㅠ ㅜ_ㅜ",
        // angry
        "😠 😡 🤬 👿 💢 😤 😾 >:( >:-( >:[ `Д´ `д´ ｀Д´ ｀д´ ಠ益ಠ ┻━┻",
        // weary
        "😩 😫 😖 😣 >_< >.< ＞_＜ ＞＜",
        // annoyed
        "🙄 😒 😑 😐 :/ :-/ :| :-| -_- -__- -.- ಠ_ಠ ￣_￣ ーー;",
        // afraid
        "😨 😱 😰 😧 😦",
        // laughing
        "😂 🤣 😹 😆",
        // happy
        "😊 😀 😃 😄 😁 ☺ 🤗 😌 😺 😸 :) :-) =) :] :D :-D =D ;) ;-) ^^ ^_^ ^-^ ^o^ ^ω^ ´∀` ´∀｀ ≧▽≦ ◕‿◕ ・∀・",
        // loving
        "❤ ♥ 💕 💖 💗 💓 💘 💝 💞 😍 🥰 😘",
        // pleading
        "🥺 🙏 🙇 (_ _) (__) (._.)",
    ];

    private static readonly FrozenDictionary<string, string> Signs = Feelings.Select(f => f.Replace("_ _", "_\t_", StringComparison.Ordinal).Split(' '))
        .SelectMany(f => f.Select(s => KeyValuePair.Create(s.Replace('\t', ' '), f[0]))).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Signs.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<char> Firsts = Signs.Keys.Select(s => s[0]).ToFrozenSet();

    private static readonly int Longest = Signs.Keys.Max(s => s.Length);

    /// <summary>Whether a sign may begin with a character.</summary>
    public static bool MayBegin(char c) => Firsts.Contains(c);

    /// <summary>The sign of feeling at a place, as it is read, and how long it is as written; length 0 when there is none.</summary>
    public static (string Sign, int Length) At(string text, int at, int end)
    {
        for (var length = Math.Min(Longest, end - at); length > 0; length--)
            if (Lookup.TryGetValue(text.AsSpan(at, length), out var sign) && StandsAlone(text, at, length, end)) return (sign, length);
        return ("", 0);
    }

    /// <summary>Whether what could be a face is no part of a word, a time of day or an address.</summary>
    private static bool StandsAlone(string text, int at, int length, int end)
    {
        var (first, last) = (text[at], text[at + length - 1]);
        if (!char.IsAscii(first) || first is '`' or '(') return true;
        var before = at == 0 ? ' ' : text[at - 1];
        var after = at + length == end ? ' ' : text[at + length];
        if (last is '/' or '|' && after == last) return false;
        // Brackets and ^ are set right behind a word, and not behind a number.
        if (last is ')' or '(' or '[' or ']' && first != '=') return !char.IsDigit(before);
        if (char.IsAsciiLetterOrDigit(after) || after == '_' || after == first || before == '_' || before == first) return false;
        return first == '^' ? !char.IsDigit(before) : !char.IsAsciiLetterOrDigit(before);
    }
}
