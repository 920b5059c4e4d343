using System.Text.Json;

namespace TrustBot.Dialogs.Activities;

/// <summary>What is wrong with an activity, for the sender's developer: the field, the problem and how to mend it.</summary>
public sealed record ActivityFault(string Field, string Problem, string Mend)
{
    /// <inheritdoc />
    public override string ToString() => $"{Field}: {Problem}. {Mend}";
}

/// <summary>Reads an activity from the wire and says plainly what is wrong with one that cannot be read.</summary>
public static class ActivityReader
{
    /// <summary>The deepest nesting accepted; the same limit as the SDKs (channel facts §3.3).</summary>
    public const int MaxDepth = 128;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    /// <summary>Reads one activity. Exactly one of the two results is null. Never throws on bad input.</summary>
    public static (Activity? Activity, ActivityFault? Fault) Read(ReadOnlySpan<byte> utf8)
    {
        utf8 = Surrogates.Mend(utf8);
        try
        {
            var reader = new Utf8JsonReader(utf8, ReaderOptions);
            var activity = JsonSerializer.Deserialize(ref reader, ActivityJson.Default.Activity);
            if (activity is null)
                return (null, new("activity", "the body is JSON null", "Send one JSON object"));
            if (reader.Read())
                return (null, new("activity", "there is more than one JSON value", "Send one JSON object"));
            return Check(activity) is { } fault ? (null, fault) : (activity, null);
        }
        catch (JsonException e)
        {
            return (null, LacksType(utf8) ? NoType : new(Where(e), "the JSON cannot be read as an activity", "Check quotes, commas and the field's type"));
        }
    }

    /// <summary>What every activity must have before a channel adds its own rules; null when nothing is wrong.</summary>
    public static ActivityFault? Check(Activity activity)
    {
        if (string.IsNullOrWhiteSpace(activity.Type)) return NoType;
        if (activity.Type is ActivityTypes.Event or ActivityTypes.Invoke && string.IsNullOrEmpty(activity.Name))
            return new("name", $"an activity of type {activity.Type} needs one", "Give the event or invoke its name");
        return NullIn("attachments", activity.Attachments)
            ?? NullIn("membersAdded", activity.MembersAdded)
            ?? NullIn("membersRemoved", activity.MembersRemoved)
            ?? NullIn("suggestedActions.to", activity.SuggestedActions?.To)
            ?? NullIn("suggestedActions.actions", activity.SuggestedActions?.Actions);
    }

    private static ActivityFault NoType => new("type", "it is missing or empty", "Name the activity type, for example \"message\"");

    private static ActivityFault? NullIn<T>(string field, IReadOnlyList<T>? items)
    {
        for (var i = 0; i < items?.Count; i++)
            if (items[i] is null) return new($"{field}[{i}]", "it is null", "Leave it out of the list");
        return null;
    }

    private static bool LacksType(ReadOnlySpan<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8.ToArray(), new() { MaxDepth = MaxDepth });
            return json.RootElement.ValueKind == JsonValueKind.Object && !json.RootElement.TryGetProperty("type"u8, out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Where(JsonException e)
    {
        var field = e.Path is { Length: > 2 } path ? path[2..] : "activity";
        return e.LineNumber is { } line ? $"{field} (line {line + 1}, byte {e.BytePositionInLine + 1})" : field;
    }
}
