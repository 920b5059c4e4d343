using System.Collections.Frozen;

namespace TrustBot.Dialogs.Locales;

/// <summary>Which signs belong to the scripts that cultures are written in (ISO 15924).</summary>
public static class Scripts
{
    /// <summary>The script nearly all of our signs of other scripts stand beside.</summary>
    public const string Latin = "Latn";

    /// <summary>Signs of everyday words that only one of the two Chinese scripts has, in pairs: simplified, traditional.</summary>
    private static readonly FrozenSet<char> Simplified = "们这为时会对来说国过还后进没务单订员给问题电话请谢应开关现见话难让样点东车门间长经处从两费户线网发货验证码邮钱边变帮无错误实际银额".ToFrozenSet();
    private static readonly FrozenSet<char> Traditional = "們這為時會對來說國過還後進沒務單訂員給問題電話請謝應開關現見話難讓樣點東車門間長經處從兩費戶線網發貨驗證碼郵錢邊變幫無錯誤實際銀額".ToFrozenSet();

    /// <summary>Whether a letter belongs to a script; false for a script that is not known here.</summary>
    public static bool Has(string script, char c) => script switch
    {
        Latin => IsLatin(c),
        "Jpan" => IsHan(c) || IsKana(c) || c is '々',
        "Hans" => IsHan(c) && !(Traditional.Contains(c) && !Simplified.Contains(c)),
        "Hant" => (IsHan(c) && !(Simplified.Contains(c) && !Traditional.Contains(c))) || c is >= '\u3100' and <= '\u312F',
        "Kore" => c is >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF' or >= '\u3130' and <= '\u318F',
        "Thai" => c is >= '\u0E00' and <= '\u0E7F',
        "Deva" => c is >= '\u0900' and <= '\u097F',
        "Taml" => c is >= '\u0B80' and <= '\u0BFF',
        "Arab" => c is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F',
        _ => false,
    };

    /// <summary>Whether a letter is Latin, accents and full width included.</summary>
    public static bool IsLatin(char c) => c < '\u0250' || c is >= '\u1E00' and <= '\u1EFF' or >= '\uFF21' and <= '\uFF5A';

    /// <summary>Whether a sign is kana.</summary>
    public static bool IsKana(char c) => c is >= '\u3040' and <= '\u30FF';

    /// <summary>Whether a sign is a Chinese character, of whatever language.</summary>
    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
