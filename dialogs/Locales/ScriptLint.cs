namespace TrustBot.Dialogs.Locales;

/// <summary>Checks that what a culture says is written in its own script: a pasted line of another language, a letter that only looks alike.</summary>
internal static class ScriptLint
{
    public static void Check(Culture culture, Phrase phrase, List<LocaleFault> faults)
    {
        foreach (var text in phrase.All())
        {
            var (own, strange) = Read(culture.Script, text.Source);
            if (strange != '\0')
                faults.Add(LocaleLint.Fault(phrase, $"`{strange}` is not of the script {culture.Script}", "Write the word in the culture's script; a letter of another may only look alike"));
            else if (!own && text.Placeholders.IsEmpty && culture.Script != Scripts.Latin && text.Source.Count(char.IsLetter) > 24)
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
            if (!char.IsLetter(c) || Scripts.IsLatin(c)) continue;
            if (!Scripts.Has(script, c)) return (own, c);
            own = true;
        }
        return (own, '\0');
    }
}
