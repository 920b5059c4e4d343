using System.Collections.Frozen;

namespace TrustBot.Dialogs.Locales;

/// <summary>Checks that what a culture says is written in its own script: a pasted line of another language, a letter that only looks alike.</summary>
internal static class ScriptLint
{
    /// <summary>Signs of everyday words that only one of the two Chinese scripts has, in pairs: simplified, traditional.</summary>
    private static readonly FrozenSet<char> Simplified = "们这为时会对来说国过还后进没务单订员给问题电话请谢应开关现见话难让样点东车门间长经处从两费户线网发货验证码邮钱边变帮无错误实际银额".ToFrozenSet();
    private static readonly FrozenSet<char> Traditional = "們這為時會對來說國過還後進沒務單訂員給問題電話請謝應開關現見話難讓樣點東車門間長經處從兩費戶線網發貨驗證碼郵錢邊變幫無錯誤實際銀額".ToFrozenSet();

    public static void Check(Culture culture, Phrase phrase, List<LocaleFault> faults)
    {
        foreach (var text in phrase.All())
        {
            var (own, strange) = Read(culture.Script, text.Source);
            if (strange != '\0')
                faults.Add(LocaleLint.Fault(phrase, $"`{strange}` is not of the script {culture.Script}", "Write the word in the culture's script; a letter of another may only look alike"));
            else if (!own && text.Placeholders.IsEmpty && culture.Script != "Latn" && text.Source.Count(char.IsLetter) > 24)
                faults.Add(LocaleLint.Fault(phrase, $"nothing in it is written in {culture.Script}", "Write it in the culture's language"));
            else continue;
            return;
        }
    }

    private static (bool Own, char Strange) Read(string script, string source)
    {
        var own = false;
        foreach (var c in source)
        {
            if (!char.IsLetter(c) || IsLatin(c)) continue;
            if (!IsOf(script, c)) return (own, c);
            own = true;
        }
        return (own, '\0');
    }

    private static bool IsOf(string script, char c) => script switch
    {
        "Jpan" => IsHan(c) || c is >= '\u3040' and <= '\u30FF' or 'ー' or '々',
        "Hans" => IsHan(c) && !(Traditional.Contains(c) && !Simplified.Contains(c)),
        "Hant" => (IsHan(c) && !(Simplified.Contains(c) && !Traditional.Contains(c))) || c is >= '\u3100' and <= '\u312F',
        "Kore" => c is >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF' or >= '\u3130' and <= '\u318F',
        "Thai" => c is >= '\u0E00' and <= '\u0E7F',
        "Deva" => c is >= '\u0900' and <= '\u097F',
        "Taml" => c is >= '\u0B80' and <= '\u0BFF',
        "Arab" => c is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F',
        _ => false,
    };

    private static bool IsLatin(char c) => c < '\u0250' || c is >= '\u1E00' and <= '\u1EFF' or >= '\uFF21' and <= '\uFF5A';

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
