using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Chats;

/// <summary>Plays every <c>.chat</c> file of the tree against the real turn and the real locale files.</summary>
public sealed class ChatTests
{
    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Chats"), "*.chat", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            data.Add(Path.GetRelativePath(AppContext.BaseDirectory, file).Replace('\\', '/'));
        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void TheConversationGoesAsWritten(string file) =>
        ChatRun.Play(ChatFile.Parse(file, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file))), new TurnBot(Shipped.ByCues));
}
