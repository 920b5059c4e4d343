using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;
using TrustBot.Storage;
using TrustBot.Turns;

namespace TrustBot.Channels.Connector;

/// <summary>Posts lines to a Connector channel: once, to a listed host, without following where it points.</summary>
internal sealed class ConnectorClient(IConversationStore store, AwaitedReplies awaited, IOptions<ConnectorOptions> options) : IPush, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 16,
    })
    {
        Timeout = TimeSpan.FromSeconds(15),
    };

    public bool Serves(ConversationReference reference) => reference.ServiceUrl is not null;

    public async Task<PushOutcome> Send(ConversationReference reference, Activity activity, CancellationToken cancel)
    {
        if (!Uri.TryCreate(reference.ServiceUrl, UriKind.Absolute, out var service)
            || !options.Value.DangerouslyAllowAnonymousLoopback || !Loopback.Is(service))
            return new(PushResult.Refused, "host not listed");
        var asked = await Asked(activity, cancel);
        if (asked is { } answered && awaited.Has(answered.Conversation, answered.Accepted.Key))
            return new(PushResult.Delivered, "in the response");

        var replyTo = asked?.Accepted.Activity.Id;
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(service, reference.ConversationId, replyTo));
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(
            Outbound.Form(activity, reference, replyTo), ActivityJson.Default.Activity));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return await Post(request, cancel);
    }

    public void Dispose() => _http.Dispose();

    private async Task<PushOutcome> Post(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            // The body says nothing we need (it may be empty), so however long it is, it is not read.
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var status = (int)response.StatusCode;
            return status switch
            {
                < 300 => new(PushResult.Delivered),
                429 => new(PushResult.NotSent, "status 429"),
                < 500 => new(PushResult.Refused, $"status {status}"),
                _ => new(PushResult.Unknown, $"status {status}"),
            };
        }
        catch (HttpRequestException e) when (e.HttpRequestError is
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return new(PushResult.NotSent, $"no connection: {e.HttpRequestError}");
        }
        catch (HttpRequestException e)
        {
            return new(PushResult.Unknown, $"connection broke: {e.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(PushResult.Unknown, "no answer");
        }
    }

    /// <summary>The activity a line answers. Our ids mean nothing to the channel: it is told its own.</summary>
    private async Task<(string Conversation, Accepted Accepted)?> Asked(Activity line, CancellationToken cancel)
    {
        if (line.ReplyToId?.LastIndexOf('|') is not (> 0 and var bar)) return null;
        var conversation = line.ReplyToId[..bar];
        var seq = Transcript.SeqOf(conversation, line.ReplyToId);
        return await store.Read(conversation, seq - 1, 1, cancel) is [{ Event: Accepted accepted } entry] && entry.Seq == seq
            ? (conversation, accepted)
            : null;
    }

    private static Uri Address(Uri service, string conversation, string? replyTo)
    {
        var path = $"{service.GetLeftPart(UriPartial.Path).TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities";
        return new(string.IsNullOrEmpty(replyTo) ? path : $"{path}/{Uri.EscapeDataString(replyTo)}");
    }
}
