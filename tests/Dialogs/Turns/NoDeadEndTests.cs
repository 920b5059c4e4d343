using System.Text.Json;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Dialogs.Tests.Turns;

/// <summary>Promise 7: no dead end, wherever a conversation goes.</summary>
public sealed class NoDeadEndTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("en-SG")]
    [InlineData("ja-JP")]
    [InlineData("xx-unheard-of")]
    [InlineData(null)]
    public void WhateverIsWrittenThereIsAlwaysANextStep(string? locale)
    {
        var moves = new HashSet<(Custody, Custody)>();
        for (var seed = 0; seed < 25; seed++)
        {
            var walk = new Walk(seed, locale);
            walk.Open();
            for (var step = 0; step < 60; step++) Stepped(walk, seed, step);
            moves.UnionWith(walk.Moves);
        }
        // The walks have been where things happen, or they prove nothing.
        Assert.True(moves.Count >= 8, string.Join(", ", moves));
    }

    [Fact]
    public void TheSnapshotStaysSmallHoweverLongTheConversation()
    {
        var walk = new Walk(4711);
        walk.Open();
        var largest = 0;
        for (var step = 0; step < 2000; step++)
        {
            Stepped(walk, 4711, step);
            largest = Math.Max(largest, Size(walk.Now));
        }
        Assert.InRange(largest, 1000, 64 * 1024);
    }

    [Theory]
    [InlineData("the router broke and nobody calls me back, ")]
    [InlineData("i want to make a complaint about LN-1001 ")]
    [InlineData("1234 567 ")]
    [InlineData("注文がまだ届きません。")]
    [InlineData("a\u0301\u0301\u0301\u0301")]
    public void OneEnormousMessageIsAnsweredAndLeavesASmallSnapshot(string words)
    {
        var walk = new Walk(1);
        walk.Open();
        walk.Run(walk.Message("I want to make a complaint"));
        walk.Run(walk.Message(string.Concat(Enumerable.Repeat(words, 120_000 / words.Length))));
        walk.Run(walk.Message("hello"));
        Assert.InRange(Size(walk.Now with { Effects = [] }), 1000, 64 * 1024);
    }

    private static void Stepped(Walk walk, int seed, int step)
    {
        try
        {
            walk.Step();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Seed {seed}, step {step}: {e.Message}", e);
        }
    }

    private static int Size(Conversation now) => JsonSerializer.SerializeToUtf8Bytes(now, ConversationJson.Default.Conversation).Length;
}
