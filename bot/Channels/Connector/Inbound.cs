using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TrustBot.Dialogs.Activities;

namespace TrustBot.Channels.Connector;

/// <summary>What a Connector channel must send, and how its names become ours.</summary>
internal static class Inbound
{
    /// <summary>What is missing or wrong; null when nothing is.</summary>
    public static ActivityFault? Check(Activity activity) => activity switch
    {
        { ChannelId: null or "" } => new("channelId", "it is missing or empty", "Name the channel, for example \"emulator\""),
        { Conversation.Id: null or "" } or { Conversation: null } => new("conversation.id", "it is missing or empty", "Send the channel's id of the conversation"),
        { From.Id: null or "" } or { From: null } => new("from.id", "it is missing or empty", "Send the sender's id on the channel"),
        _ when Outsider.ClaimsInside(activity) => new(Dialogs.Activities.Channels.IsInternal(activity.ChannelId) ? "channelId" : "name", "it belongs to the inside of this bot", "Choose another one"),
        _ when !IsHere(activity.ServiceUrl) => new("serviceUrl", "it is missing or names another machine", "With --emulator, replies go to this machine only: send for example \"http://localhost:56150\""),
        _ => null,
    };

    /// <summary>Our id: the channel's ids can be guessed and hold any sign, ours neither.</summary>
    public static string ConversationId(Activity activity) =>
        "c-" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.ChannelId}|{activity.Conversation!.Id}")));

    public static ConversationReference Reference(Activity activity) => new()
    {
        ChannelId = activity.ChannelId!,
        ConversationId = activity.Conversation!.Id!,
        ServiceUrl = activity.ServiceUrl,
        User = activity.From! with { Role = Roles.User },
        Bot = activity.Recipient is { } bot ? bot with { Role = Roles.Bot } : null,
    };

    /// <summary>Whoever the channel says writes is a customer; who calls us is known from a token or not at all (A2251).</summary>
    public static Activity Own(Activity activity) => activity with
    {
        From = activity.From! with { Role = Roles.User },
        Unknown = Outsider.WithoutCaller(activity),
    };

    private static bool IsHere(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) && Loopback.Is(uri);
}
