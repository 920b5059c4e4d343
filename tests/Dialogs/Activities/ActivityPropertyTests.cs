using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using TrustBot.Dialogs.Activities;

namespace TrustBot.Dialogs.Tests.Activities;

public sealed class ActivityPropertyTests
{
    [Fact]
    public void ReadingAndWritingAnActivityLosesNothing() => Prop.ForAll(ActivityGen.Activities, json =>
    {
        var (activity, fault) = ActivityReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(fault);
        AssertSame(WithBothLists(json), Write(activity!));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatIsWrittenIsReadAsTheSame() => Prop.ForAll(ActivityGen.Activities, json =>
    {
        var written = Write(Read(json));
        AssertSame(written, Write(Read(written)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void RandomBytesAreRefusedAndNeverThrow() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        var (activity, fault) = ActivityReader.Read(bytes);
        Assert.Null(activity);
        Assert.NotEmpty(fault!.Field);
    }).Check(Many);

    [Fact]
    public void AnActivityWithDamagedBytesIsReadOrRefusedAndWhatIsReadCanBeWritten() => Prop.ForAll(Arb.From(Damaged), bytes =>
    {
        var (activity, fault) = ActivityReader.Read(bytes);
        Assert.True(activity is null != fault is null);
        if (activity is not null) Write(activity);
    }).Check(Many);

    [Fact]
    public void AnActivityWithMisplacedJsonIsReadOrRefusedAndWhatIsReadCanBeWritten() => Prop.ForAll(Arb.From(Misplaced), json =>
    {
        var (activity, fault) = ActivityReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.True(activity is null != fault is null);
        if (activity is not null) Write(activity);
    }).Check(Many);

    private static Config Many => Config.QuickThrowOnFailure.WithMaxTest(500);

    /// <summary>An activity with a few bytes changed, taken out, doubled or cut off.</summary>
    private static Gen<byte[]> Damaged =>
        from json in ActivityGen.Activity
        from hits in Gen.Choose(1, 4)
        from spot in Gen.Choose(0, int.MaxValue).ArrayOf(4)
        from how in Gen.Choose(0, 3).ArrayOf(4)
        from put in Gen.Choose(0, 255).ArrayOf(4)
        select Enumerable.Range(0, hits).Aggregate(Encoding.UTF8.GetBytes(json), (b, i) => b.Length == 0 ? b : Hit(b, spot[i] % b.Length, how[i], (byte)put[i]));

    private static byte[] Hit(byte[] bytes, int at, int how, byte put) => how switch
    {
        0 => [.. bytes[..at], put, .. bytes[(at + 1)..]],
        1 => [.. bytes[..at], .. bytes[(at + 1)..]],
        2 => [.. bytes[..at], bytes[at], .. bytes[at..]],
        _ => bytes[..at],
    };

    /// <summary>An activity in which one field has been given any other JSON.</summary>
    private static Gen<string> Misplaced =>
        from json in ActivityGen.Activity
        from which in Gen.Choose(0, int.MaxValue)
        from value in ActivityGen.Any
        select Replace(JsonNode.Parse(json)!.AsObject(), which, value);

    private static string Replace(JsonObject activity, int which, JsonNode? value)
    {
        var names = activity.Select(p => p.Key).ToList();
        activity[names[which % names.Count]] = value?.DeepClone();
        return activity.ToJsonString();
    }

    /// <summary>Buttons are always written with both their lists: channels hide them otherwise.</summary>
    private static string WithBothLists(string json)
    {
        var activity = JsonNode.Parse(json)!;
        if (activity["suggestedActions"] is { } buttons)
            foreach (var list in new[] { "to", "actions" })
                buttons[list] ??= new JsonArray();
        return activity.ToJsonString();
    }

    private static Activity Read(string json) => ActivityReader.Read(Encoding.UTF8.GetBytes(json)).Activity!;

    private static string Write(Activity activity) => JsonSerializer.Serialize(activity, ActivityJson.Default.Activity);

    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}\nfound    {actual}");
}
