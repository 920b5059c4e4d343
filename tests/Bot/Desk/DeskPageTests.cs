using System.Net;
using System.Text.RegularExpressions;
using TrustBot.Dialogs.Conversations;
using TrustBot.Dialogs.Handoffs;
using TrustBot.Dialogs.Locales;

namespace TrustBot.Tests.Desk;

public sealed class DeskPageTests
{
    private const string Attack = "<script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover=\"x";

    [Fact]
    public async Task WhatPeopleWriteIsTextWhereverItIsShown()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one", DeskHost.Customer(Attack), new Noted(new("a", Attack), Attack));
        host.Packets.Given["one"] = PacketWith(Attack);
        var page = await (await host.SignedIn(Attack[..50])).GetStringAsync("/desk/c/one");
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onmouseover=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingRunsOrIsStyledInline()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one", DeskHost.Customer("hello"));
        host.Packets.Given["one"] = PacketWith("words");
        var mara = await host.SignedIn();
        foreach (var path in new[] { "/desk", "/desk/c/one", "/desk/c/none" })
        {
            var answer = await mara.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotMatch(new Regex("<style|\\sstyle=|\\son[a-z]+=|javascript:", RegexOptions.IgnoreCase), page);
            Assert.All(Regex.Matches(page, "<script[^>]*>"), s => Assert.Contains("src=\"/", s.Value, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task AConversationThatIsNotThereIsSaidSo()
    {
        await using var host = await DeskHost.Start();
        var mara = await host.SignedIn();
        var answer = await mara.GetAsync("/desk/c/none");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Open it from the inbox", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheInboxShowsTheMostPressingFirst()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("early");
        await host.Has("danger", c => c with { Custody = Custody.Waiting, Queue = new(DateTimeOffset.UtcNow, Tier.High, ReasonCodes.Crisis, 0, default) });
        await host.Has("others", c => c with { Custody = Custody.Human, Agent = new("x", "Jonas") });
        var inbox = await (await host.SignedIn()).GetStringAsync("/desk/inbox");
        int Place(string id) => inbox.IndexOf($"row-{id}", StringComparison.Ordinal);
        Assert.True(Place("danger") < Place("early") && Place("early") < Place("others"));
        Assert.Contains("4 min", inbox, StringComparison.Ordinal);
        Assert.Contains("Jonas", inbox, StringComparison.Ordinal);
        Assert.Contains("<title>(2) Agent desk</title>", inbox, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyTheOneWhoHasItIsShownTheWaysToActOnIt()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var (mara, jonas) = (await host.SignedIn("Mara"), await host.SignedIn("Jonas"));
        Assert.Contains("/desk/c/one/claim", await mara.GetStringAsync("/desk/c/one"), StringComparison.Ordinal);
        await DeskHost.Submit(mara, "one", "claim");
        var (hers, his) = (await mara.GetStringAsync("/desk/c/one"), await jonas.GetStringAsync("/desk/c/one"));
        Assert.Contains("data-mine=\"yes\"", hers, StringComparison.Ordinal);
        Assert.Contains("/desk/c/one/requeue", hers, StringComparison.Ordinal);
        Assert.Contains("data-mine=\"no\"", his, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/c/one/requeue", his, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/c/one/claim", his, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUpdateBringsNewLinesAndChangesOldOnesInPlace()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one", DeskHost.Customer("first"), DeskHost.Customer("second"),
            new Sensed(2, 2, new Reading { Language = "ja" }, 0));
        var part = await (await host.SignedIn()).GetStringAsync("/desk/c/one/lines?after=2");
        Assert.Matches("<li id=\"seq-2\"[^>]*hx-swap-oob=\"true\"", part);
        Assert.Matches("(?s)hx-swap-oob=\"beforeend:#lines\">.*id=\"seq-3\"", part);
        Assert.Contains("name=\"after\" value=\"4\"", part, StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABrokenPacketDoesNotCloseTheConversation()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one", DeskHost.Customer("hello"));
        host.Packets.Broken = true;
        var page = await (await host.SignedIn()).GetStringAsync("/desk/c/one");
        Assert.Contains("hello", page, StringComparison.Ordinal);
        Assert.Contains("There is no packet", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASuggestedReplyBecomesADraftWithoutScripts()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        host.Packets.Given["one"] = PacketWith("Your parcel is on its way.");
        var page = await (await host.SignedIn()).GetStringAsync("/desk/c/one?draft=0");
        Assert.Matches("<textarea[^>]*>Your parcel is on its way.</textarea>", page);
    }

    private static HandoffPacket PacketWith(string words) => new()
    {
        ConversationId = "one", ChannelId = "directline", Culture = "en", CultureName = "English", Register = Register.Polite, Mood = Mood.Calm,
        Why = [new(ReasonCodes.Frustration, words, 0.9, 0.7, [new(words, 2, 1)])],
        Story = [new("wanted", words, 2)],
        Slots = [new("order", words)],
        FactsTold = [new(words, words, DateTimeOffset.UtcNow, words)],
        MoodTimeline = [new(2, DateTimeOffset.UtcNow, -0.5, 0.5, 0.5, Distress.High)],
        Suggested = [new(words, 0.5, words)],
        ToneAdvice = [words], Missing = [words],
    };
}
