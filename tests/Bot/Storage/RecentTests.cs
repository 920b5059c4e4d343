using TrustBot.Storage;

namespace TrustBot.Tests.Storage;

public sealed class RecentTests
{
    private static bool Has(Recent<int> recent, string key) => recent.TryGet(key, out _);

    [Fact]
    public void TheOneNotUsedForLongestGoesFirst()
    {
        var recent = new Recent<int>(2);
        recent.Set("a", 1);
        recent.Set("b", 2);
        Assert.True(Has(recent, "a"));
        recent.Set("c", 3);
        Assert.Equal((true, false, true), (Has(recent, "a"), Has(recent, "b"), Has(recent, "c")));
    }

    [Fact]
    public void HeavyOnesTakeTheRoomOfManyAndTooHeavyOnesAreNotKept()
    {
        var recent = new Recent<int>(10);
        foreach (var key in (string[])["a", "b", "c"]) recent.Set(key, 1, 3);
        recent.Set("d", 1, 7);
        Assert.Equal((false, false, true, true), (Has(recent, "a"), Has(recent, "b"), Has(recent, "c"), Has(recent, "d")));
        recent.Set("e", 1, 11);
        Assert.False(Has(recent, "e"));
    }

    [Fact]
    public void SettingAgainReplacesTheValueAndItsWeight()
    {
        var recent = new Recent<int>(10);
        for (var i = 0; i < 5; i++) recent.Set("a", i, 6);
        recent.Set("b", 9, 4);
        Assert.True(recent.TryGet("a", out var value));
        Assert.Equal((4, true), (value, Has(recent, "b")));
        recent.Forget("a");
        Assert.False(Has(recent, "a"));
    }
}
