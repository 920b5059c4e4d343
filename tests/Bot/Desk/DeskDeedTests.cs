using System.Net;
using TrustBot.Dialogs.Activities;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Tests.Desk;

using Channels = Dialogs.Activities.Channels;

public sealed class DeskDeedTests
{
    [Fact]
    public async Task AClaimGoesThroughTheFrontDoorWithTheVersionTheAgentSaw()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one", DeskHost.Customer("a human please"));
        var mara = await host.SignedIn();
        var answer = await DeskHost.Submit(mara, "one", "claim");

        var accepted = (await host.Log("one")).OfType<Accepted>().Last();
        Assert.StartsWith("desk:", accepted.Key, StringComparison.Ordinal);
        Assert.Equal((Channels.Desk, ActivityTypes.Event, InternalEvents.Claim), (accepted.Activity.ChannelId, accepted.Activity.Type, accepted.Activity.Name));
        Assert.Equal(("Mara", Roles.Agent), (accepted.Activity.From!.Name, accepted.Activity.From.Role));
        Assert.Equal(2, accepted.Activity.Value!.Value.GetProperty("version").GetInt64());
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("You have this conversation.", await mara.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSecondToClaimIsToldWhoWasFirst()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var (mara, jonas) = (await host.SignedIn("Mara"), await host.SignedIn("Jonas"));
        var late = await DeskHost.Filled(jonas, "one", "claim");
        await DeskHost.Submit(mara, "one", "claim");
        var answer = await jonas.PostAsync("/desk/c/one/claim", late);
        Assert.Contains("Already claimed by Mara.", await jonas.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
        Assert.Equal("Mara", (await host.Store.Load("one", default))!.Agent!.Name);
    }

    [Fact]
    public async Task ADoubleClickSaysItOnce()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var mara = await host.SignedIn();
        await DeskHost.Submit(mara, "one", "claim");
        var form = await DeskHost.Filled(mara, "one", "send", ("words", "I am here."));
        var fields = await form.ReadAsStringAsync();
        FormUrlEncodedContent Again() => new(System.Web.HttpUtility.ParseQueryString(fields) is var q ? q.AllKeys.Select(k => KeyValuePair.Create(k!, q[k]!)) : []);
        await Task.WhenAll(mara.PostAsync("/desk/c/one/send", Again()), mara.PostAsync("/desk/c/one/send", Again()));
        Assert.Single((await host.Log("one")).OfType<Said>());
    }

    [Fact]
    public async Task WithoutItsTokenNoFormDoesAnything()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var mara = await host.SignedIn();
        var answer = await mara.PostAsync("/desk/c/one/claim", DeskHost.Form(("key", new string('a', 32)), ("version", "1")));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single(await host.Log("one"));
    }

    [Fact]
    public async Task WordsThatDidNotGoOutComeBackToTheAgent()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var (mara, jonas) = (await host.SignedIn("Mara"), await host.SignedIn("Jonas"));
        await DeskHost.Submit(mara, "one", "claim");
        var answer = await DeskHost.Submit(jonas, "one", "send", ("words", "I have looked it up."));
        var page = await jonas.GetStringAsync(answer.Headers.Location);
        Assert.Contains("Not done: Mara has this conversation.", page, StringComparison.Ordinal);
        Assert.Matches("<textarea[^>]*>I have looked it up.</textarea>", page);
        Assert.Contains("not sent", page, StringComparison.Ordinal);
        Assert.Empty((await host.Log("one")).OfType<Said>());
    }

    [Fact]
    public async Task AnAnswerThatTakesLongIsNotCalledDone()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var mara = await host.SignedIn();
        host.Turn.Held = new();
        var answer = await DeskHost.Submit(mara, "one", "claim");
        Assert.Contains("not answered yet", await mara.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
        host.Turn.Held.SetResult();
    }

    [Fact]
    public async Task AWrapUpIsWholeOrNotTaken()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var mara = await host.SignedIn();
        await DeskHost.Submit(mara, "one", "claim");
        var bad = await DeskHost.Submit(mara, "one", "close", ("outcome", "resolved"), ("escalationRight", "maybe"));
        Assert.Equal(HttpStatusCode.NotFound, bad.StatusCode);
        await DeskHost.Submit(mara, "one", "close", ("outcome", "promised"), ("escalationRight", "late"), ("note", "calls at three"));
        Assert.Equal(new("promised", "late", "calls at three"), (await host.Log("one")).OfType<WrappedUp>().Single().WrapUp);
    }

    [Fact]
    public async Task WhatWasAgreedGoesBackWithTheConversation()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var mara = await host.SignedIn();
        await DeskHost.Submit(mara, "one", "claim");
        await DeskHost.Submit(mara, "one", "return", ("agreed", "a new parcel"));
        var back = (await host.Log("one")).OfType<Accepted>().Last().Activity;
        Assert.Equal("a new parcel", back.Value!.Value.GetProperty("agreed").GetString());
        Assert.Equal(Custody.Bot, (await host.Store.Load("one", default))!.Custody);
    }

    [Fact]
    public async Task EmptyWordsAreNotSent()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var mara = await host.SignedIn();
        var before = (await host.Log("one")).Length;
        var answer = await DeskHost.Submit(mara, "one", "send", ("words", "  \n "));
        Assert.Contains("Nothing to send", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, (await host.Log("one")).Length);
    }

    [Fact]
    public async Task WhenTheStoreIsAwayTheAgentIsToldAndNothingIsPretended()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var mara = await host.SignedIn();
        var form = await DeskHost.Filled(mara, "one", "claim");
        host.Store.Away = true;
        var answer = await mara.PostAsync("/desk/c/one/claim", form);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("cannot be reached just now", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Retry-After"));
    }

    [Fact]
    public async Task APageWithScriptsGetsOnlyThePartThatChanged()
    {
        await using var host = await DeskHost.Start();
        await host.HasWaiting("one");
        var mara = await host.SignedIn();
        await DeskHost.Submit(mara, "one", "claim");
        var form = await DeskHost.Filled(mara, "one", "send", ("words", "Hello"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/c/one/send") { Content = form, Headers = { { "HX-Request", "true" } } };
        var answer = await mara.SendAsync(request);
        var part = await answer.Content.ReadAsStringAsync();
        Assert.Equal("desk-changed", answer.Headers.GetValues("HX-Trigger").Single());
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
        Assert.Contains("Sent.", part, StringComparison.Ordinal);
        Assert.Contains("id=\"composer\"", part, StringComparison.Ordinal);
    }
}
