using TrustBot.Tests.Support;

namespace TrustBot.Dialogs.Tests.House;

public sealed class SentenceTests
{
    /// <summary>Literals that look like sentences and are none for a customer: file, beginning of the literal, why.</summary>
    private static readonly (string File, string Begins, string Why)[] Allowed =
    [
        ("dialogs/Locales/Scripts.cs", "\u4EEC", "signs that tell one Chinese script from the other, not words"),
        ("dialogs/Locales/Scripts.cs", "\u5011", "signs that tell one Chinese script from the other, not words"),
        ("dialogs/Sensing/Faces.cs", "", "emoji and faces made of marks, not words"),
        ("dialogs/Sensing/HanPairs.cs", "", "Chinese characters in pairs, not words"),
        ("dialogs/Sensing/HiddenLetters.cs", "\u0430", "letters of several alphabets that look alike, not a word"),
        ("dialogs/Sensing/Variants.cs", "\u00E0", "vowels with their tones, not a word"),
    ];

    private static readonly string[] SaidToCustomers = ["dialogs/", "bot/Channels/", "bot/Pages/", "bot/Turns/"];

    [Fact]
    public void NoSentenceForCustomersStandsInCode() => Verdict.Clean(
        Product().Where(f => SaidToCustomers.Any(s => f.Path.StartsWith(s, StringComparison.Ordinal)))
            .SelectMany(f => Sentences.In(f).Where(s => !IsAllowed(f.Path, s.Text)))
            .Select(s => $"{s.Place}: \"{s.Text}\" belongs in locales/"));

    [Fact]
    public void NoWordOfAnotherLanguageStandsInCode() => Verdict.Clean(
        Product().SelectMany(f => Sentences.ForeignIn(f).Where(s => !IsAllowed(f.Path, s.Text)))
            .Select(s => $"{s.Place}: \"{s.Text}\" belongs in locales/"));

    [Fact]
    public void NoSentenceForCustomersStandsInAPage() => Verdict.Clean(
        Repository.Files.Where(p => p.StartsWith("bot/Pages/", StringComparison.Ordinal) && p.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(p => Sentences.InMarkup(Repository.Read(p)).Select(s => $"{p}: \"{s}\" belongs in locales/")));

    [Fact]
    public void AnAllowanceThatIsNoLongerNeededIsTakenAway() => Assert.All(Allowed, a =>
        Assert.Contains(Product().Where(f => f.Path == a.File).SelectMany(f => Sentences.In(f).Concat(Sentences.ForeignIn(f))),
            s => s.Text.StartsWith(a.Begins, StringComparison.Ordinal)));

    [Theory]
    [InlineData("var s = \"Sorry about that\";")]
    [InlineData("var s = \"Thank you.\";")]
    [InlineData("var s = $\"Your order {1} is on its way\";")]
    [InlineData("var s = \"\"\"A colleague is coming, please wait.\"\"\";")]
    [InlineData("Say(\"You're welcome to ask\");")]
    [InlineData("var s = \"I am an AI\"u8;")]
    public void ASentenceIsSeen(string statement) => Assert.NotEmpty(Sentences.In(CodeFile.Parse("a.cs", statement)));

    [Theory]
    [InlineData("var s = \"ord\\u00e9\" + \"お待ちください\";")]
    [InlineData("var s = \"件\";")]
    [InlineData("[GeneratedRegex(\"注文|[ー]\")] void F() { }")]
    [InlineData("var s = \"Größe\";")]
    [InlineData("var s = $\"{1}さん\";")]
    public void AWordOfAnotherLanguageIsSeen(string statement) => Assert.NotEmpty(Sentences.ForeignIn(CodeFile.Parse("a.cs", statement)));

    [Theory]
    [InlineData("throw new InvalidOperationException(\"This was not called at start\");")]
    [InlineData("log.LogError(e, \"A runner broke for conversation {Conversation}\");")]
    [InlineData("return new ActivityFault(\"type\", \"it is missing or empty\", \"Name the activity type\");")]
    [InlineData("faults.Add(new(line, \"the file holds no keys\"));")]
    [InlineData("return DirectLineError.Of(403, \"BadArgument\", \"Only the secret makes new tokens.\");")]
    [InlineData("var c = 'ー'; [GeneratedRegex(\"LN[-ー]\")] void F() { }")]
    [InlineData("class A { ActivityFault NoType => new(\"type\", \"it is missing or empty\"); }")]
    [InlineData("PushOutcome Send() => new(PushResult.Refused, \"the channel is busy today\");")]
    [InlineData("return Results.Problem(\"The body is not JSON\");")]
    [InlineData("[Obsolete(\"Use the other one\")] void F() { }")]
    [InlineData("var s = \"asks-for-human\" + \"no-store, no-cache\" + \"default-src 'none'; base-uri 'none'\";")]
    [InlineData("var s = \"yyyy-MM-dd'T'HH:mm:ss.fff'Z'\" + \"application/json; charset=utf-8\" + \"\\u3042\";")]
    public void WordsForDevelopersAndMachinesPass(string statement)
    {
        var file = CodeFile.Parse("a.cs", statement);
        Assert.Empty(Sentences.In(file).Concat(Sentences.ForeignIn(file)));
    }

    [Theory]
    [InlineData("<p>Please wait a moment</p>")]
    [InlineData("<p class=\"x\">@Name,\n  your order has arrived</p>")]
    [InlineData("<button>送信</button>")]
    public void ASentenceInAPageIsSeen(string markup) => Assert.NotEmpty(Sentences.InMarkup(markup));

    [Fact]
    public void APageThatSpeaksThroughPhrasesPasses() => Assert.Empty(Sentences.InMarkup("""
        @* why it is so *@
        <main class="one two three"><h1>@Words["page-heading"]</h1><!-- for those who read it --></main>
        @code { string a = "this is not checked here"; }
        """));

    private static IEnumerable<CodeFile> Product() => CodeFile.In("dialogs").Concat(CodeFile.In("bot"));

    private static bool IsAllowed(string path, string text) =>
        Allowed.Any(a => a.File == path && text.StartsWith(a.Begins, StringComparison.Ordinal));
}
