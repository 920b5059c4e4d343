using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using TrustBot.Dialogs.Activities;

namespace TrustBot.Pages;

/// <summary>One line of the plain transcript: who speaks, what was said, and its buttons while it is the newest.</summary>
internal static class PlainLine
{
    public static Html Of(Activity line, PageText words, string? locale, AntiforgeryTokenSet guard)
    {
        var speaker = Speaker(line);
        var name = speaker == Roles.User ? words.Phrase("page-you") : line.From?.Name ?? words.Phrase("ai-name");
        var language = line.Locale is { } tag ? Html.Of($" lang=\"{tag}\"") : Html.None;
        return Html.Of($"""
            <article class="line {speaker}"><h2>{name}</h2><p{language}>{line.Text}</p>{Chips(line, locale, guard)}</article>

            """);
    }

    /// <summary>user, bot or agent.</summary>
    private static string Speaker(Activity line) =>
        line.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("trustbot", out var ours) && ours.TryGetProperty("speaker", out var speaker)
            ? speaker.GetString() ?? Roles.Bot
            : Roles.Bot;

    private static Html Chips(Activity line, string? locale, AntiforgeryTokenSet guard) =>
        line.SuggestedActions is not { Actions.Count: > 0 } chips
            ? Html.None
            : Html.Of($"""
                <form method="post" action="{Layout.Address("/plain", locale)}" target="_top">{PlainPage.Hidden(guard, line.Id ?? "")}{Html.Join(chips.Actions.Select(Chip))}</form>
                """);

    private static Html Chip(CardAction chip) => Html.Of($"""
        <button name="say" value="{(chip.Value is { ValueKind: JsonValueKind.String } value ? value.GetString() : chip.Title)}">{chip.Title}</button>
        """);
}
