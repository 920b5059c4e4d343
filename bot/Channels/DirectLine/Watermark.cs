using System.Globalization;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Channels.DirectLine;

/// <summary>The last place in the log a client has seen. Opaque to clients, one meaning everywhere (DL-09).</summary>
internal static class Watermark
{
    public static string Of(long seq) => seq.ToString(CultureInfo.InvariantCulture);

    /// <summary>Null for one this conversation cannot have given; the beginning for an empty one, <c>-</c> and <c>0</c>.</summary>
    public static long? Read(string? text, Conversation conversation)
    {
        if (text is null or "" or "-") return 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) && seq <= conversation.Version ? seq : null;
    }
}
