using TrustBot.Pages;

namespace TrustBot.Tests.Support;

/// <summary>The pages' words in English and Japanese, so that tests of pages hang on no locale file.</summary>
internal sealed class TwoTongues : IPageWords
{
    private static readonly Dictionary<string, string> English = new()
    {
        ["page-title"] = "Lantern: help chat",
        ["page-heading"] = "Lantern help chat",
        ["page-intro"] = "Ask about an order, a refund, a bill or an outage.",
        ["page-ai-note"] = "You are talking to an AI. A person can take over whenever you ask.",
        ["page-human-button"] = "Talk to a person",
        ["page-new"] = "New conversation",
        ["page-conversation-label"] = "Conversation",
        ["page-message-label"] = "Your message",
        ["page-send"] = "Send",
        ["page-you"] = "You",
        ["page-plain-link"] = "Use the simple page without scripts",
        ["page-chat-link"] = "Use the full chat page",
        ["page-loading"] = "The chat is opening.",
        ["page-failed"] = "The chat could not be opened. The simple page works without it.",
        ["page-waiting"] = "Your message is here. The answer appears above as soon as it is ready.",
        ["page-too-fast"] = "That was too quick for us. Wait a moment and send it again.",
        ["ai-name"] = "Lantern assistant (AI)",
        ["chip-human"] = "Talk to a person",
    };

    private static readonly Dictionary<string, string> Japanese = new()
    {
        ["page-title"] = "ランタン お問い合わせチャット",
        ["page-heading"] = "ランタン お問い合わせチャット",
        ["page-intro"] = "ご注文、返金、請求、障害についてご案内します。",
        ["page-ai-note"] = "お相手はAIです。ご希望があれば、いつでも担当者に代わります。",
        ["page-human-button"] = "担当者と話す",
        ["page-new"] = "新しい会話",
        ["page-conversation-label"] = "会話",
        ["page-message-label"] = "メッセージ",
        ["page-send"] = "送信",
        ["page-you"] = "お客様",
        ["page-plain-link"] = "スクリプトを使わないページを開く",
        ["page-chat-link"] = "通常のチャットページを開く",
        ["page-loading"] = "チャットを開いています。",
        ["page-failed"] = "チャットを開けませんでした。シンプルなページをご利用ください。",
        ["page-waiting"] = "メッセージを受け取りました。回答は上に表示されます。",
        ["page-too-fast"] = "送信が速すぎます。少し待ってからもう一度お送りください。",
        ["ai-name"] = "ランタン アシスタント（AI）",
        ["chip-human"] = "担当者と話したい",
    };

    public PageText For(string? localeTag, string? acceptLanguage) =>
        (localeTag ?? acceptLanguage ?? "").StartsWith("ja", StringComparison.OrdinalIgnoreCase)
            ? new("ja-JP", "ltr", key => Japanese[key])
            : new("en", "ltr", key => English[key]);
}
