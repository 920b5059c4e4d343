using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TrustBot.Pages;

/// <summary>Markup. What is put into it is encoded, unless it is markup already.</summary>
internal readonly record struct Html(string Text)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Markup with values in it, each encoded for text and quoted attributes.</summary>
    public static Html Of(FormattableString markup) =>
        new(string.Format(CultureInfo.InvariantCulture, markup.Format, [.. markup.GetArguments().Select(Safe)]));

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(p => p.Text)));

    public static Html None { get; } = new("");

    public override string ToString() => Text;

    private static object Safe(object? value) =>
        value is Html html ? html.Text : Encoder.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
}
