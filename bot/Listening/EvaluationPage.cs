using System.Globalization;
using System.Net;
using System.Text;

namespace TrustBot.Listening;

/// <summary>An evaluation as a page that needs nothing else: tables, ROC curves and calibration as SVG, readable without colour.</summary>
internal static class EvaluationPage
{
    private const int Side = 220;

    private static readonly string[] Plotted = ["asks_human", "frustration", "dissatisfaction", "crisis", "abuse", "sarcasm"];

    public static string Of(IReadOnlyList<(Evaluation Figures, IReadOnlyList<Judged> Judged)> evaluations)
    {
        var page = new StringBuilder("""
            <!doctype html><html lang="en"><meta charset="utf-8"><title>How well the bot listens</title>
            <style>body{font:16px/1.5 system-ui;margin:2rem;max-width:70rem}pre{overflow-x:auto}figure{display:inline-block;margin:0 1rem 1rem 0}figcaption{font-weight:600}svg{background:#fff;border:1px solid #888}</style>
            <h1>How well the bot listens</h1>

            """);
        foreach (var (figures, judged) in evaluations)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(figures.Way)}</h2><pre>{Text(string.Join('\n', EvaluationText.Of(figures).Skip(1)))}</pre>");
            foreach (var claim in Claims.All.Where(c => Plotted.Contains(c.Name)))
            {
                var cases = Claims.Cases(claim, judged);
                if (!cases.Any(c => c.Yes)) continue;
                page.Append(CultureInfo.InvariantCulture, $"<figure><figcaption>{Text(claim.Name)}</figcaption>{Plot(Roc(cases), "false alarms", "found")}{Plot(Calibration(cases), "said", "so")}</figure>");
            }
            if (figures.Timing is { Mistakes: var mistakes }) List(page, "Hand-offs early, late, missed or needless", mistakes);
            List(page, "Danger heard as nothing", figures.Missed);
        }
        return page.Append("</html>").ToString();
    }

    private static void List(StringBuilder page, string title, IReadOnlyList<string> lines)
    {
        page.Append(CultureInfo.InvariantCulture, $"<details><summary>{Text(title)} ({lines.Count})</summary><ul>");
        foreach (var line in lines) page.Append(CultureInfo.InvariantCulture, $"<li>{Text(line)}</li>");
        page.Append("</ul></details>");
    }

    private static List<(double X, double Y)> Roc(List<(double Score, bool Yes)> cases)
    {
        double yes = cases.Count(c => c.Yes), no = cases.Count - yes, found = 0, alarms = 0;
        var points = new List<(double, double)> { (0, 0) };
        foreach (var band in cases.GroupBy(c => Math.Round(c.Score, 3)).OrderByDescending(g => g.Key))
        {
            found += band.Count(c => c.Yes);
            alarms += band.Count(c => !c.Yes);
            points.Add((alarms / Math.Max(1, no), found / yes));
        }
        return points;
    }

    private static List<(double X, double Y)> Calibration(List<(double Score, bool Yes)> cases) =>
        [.. cases.GroupBy(c => Math.Min(9, (int)(c.Score * 10))).OrderBy(g => g.Key).Select(g => (g.Average(c => c.Score), g.Average(c => c.Yes ? 1.0 : 0)))];

    private static string Plot(List<(double X, double Y)> points, string x, string y)
    {
        var line = string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X * Side:F1},{(1 - p.Y) * Side:F1}")));
        return $"""<svg viewBox="-24 -4 {Side + 32} {Side + 28}" width="{Side + 32}" role="img" aria-label="{x} against {y}"><path d="M0 {Side}L{Side} 0" stroke="#999" stroke-dasharray="4"/><path d="M0 0V{Side}H{Side}" fill="none" stroke="#000"/><polyline points="{line}" fill="none" stroke="#0b5" stroke-width="2"/><text x="{Side / 2}" y="{Side + 18}" font-size="12" text-anchor="middle">{x}</text><text x="-8" y="{Side / 2}" font-size="12" text-anchor="middle" transform="rotate(-90 -8 {Side / 2})">{y}</text></svg>""";
    }

    private static string Text(string words) => WebUtility.HtmlEncode(words);
}
