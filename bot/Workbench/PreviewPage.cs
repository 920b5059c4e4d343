using TrustBot.Dialogs.Locales;
using TrustBot.Pages;

namespace TrustBot.Workbench;

/// <summary>A preview as one HTML file, side by side with the base culture. It needs no server and asks for nothing.</summary>
internal static class PreviewPage
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#1c2024;background:#fff}
        h1{font-size:1.5rem;margin:0 0 .5rem} h2{font:600 1rem/1.4 ui-monospace,monospace;margin:2rem 0 .4rem;border-top:1px solid #d5dae0;padding-top:.6rem}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0 0 1rem} dt{color:#5a6572} dd{margin:0}
        table{border-collapse:collapse;width:100%;table-layout:fixed} td{vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #eef0f3;overflow-wrap:anywhere}
        td:first-child{width:13rem;color:#5a6572;font-size:.85rem} td.base{color:#5a6572} small{display:block;color:#8a5a00}
        """;

    public static string Of(LocaleSet locales, Culture culture)
    {
        var rows = PreviewRow.Of(locales, culture).GroupBy(r => r.Key, StringComparer.Ordinal);
        var reference = locales[LocaleSet.Base];
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{culture.Tag} · preview</title><style>{new Html(Style)}</style></head>
            <body><h1>{culture.Tag} · <span lang="{culture.Tag}" dir="{culture.Direction}">{culture.Name}</span></h1>
            <dl>{Facts(culture)}</dl>
            {Html.Join(rows.Select(g => Html.Of($"<h2 id=\"{g.Key}\">{g.Key}</h2><table>{Html.Join(g.Select(r => Row(culture, reference, r)))}</table>")))}
            </body></html>
            """).Text;
    }

    private static Html Facts(Culture culture)
    {
        var voice = culture.Voice;
        (string Name, string Value)[] facts =
        [
            ("Stands over", culture.Over.Length > 0 ? culture.Over : "nothing: a root"), ("Also answers to", string.Join(", ", culture.AlsoAnswers)),
            ("Registers", $"begins {voice.Registers.Default}, strained {voice.Registers.Strained}, distressed {voice.Registers.Distressed}, follows {string.Join(", ", voice.Registers.Follows)}".ToLowerInvariant()),
            ("Address", string.Join("; ", voice.Address.OrderBy(a => a.Key).Select(a => $"{a.Key.ToString().ToLowerInvariant()}: {a.Value.Call} ({string.Join(", ", a.Value.Marks)})"))),
            ("Trouble", voice.Manner.ApologyFirst ? "apology first" : "understanding first"), ("Directness", voice.Manner.Directness), ("Apology", voice.Manner.Apology), ("Empathy", voice.Manner.Empathy),
        ];
        return Html.Join(facts.Where(f => f.Value.Length > 0).Select(f => Html.Of($"<dt>{f.Name}</dt><dd>{f.Value}</dd>")));
    }

    private static Html Row(Culture culture, Culture reference, PreviewRow row) => Html.Of(
        $"<tr><td>{row.How}<small>{row.Note}</small></td><td lang=\"{culture.Tag}\" dir=\"{culture.Direction}\">{row.Text}</td><td class=\"base\" lang=\"{reference.Tag}\" dir=\"ltr\">{row.Base}</td></tr>");
}
