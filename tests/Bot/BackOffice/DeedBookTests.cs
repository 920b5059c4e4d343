using Microsoft.AspNetCore.DataProtection;
using TrustBot.BackOffice.Sample;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.BackOffice;

public sealed class DeedBookTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly EphemeralDataProtectionProvider _protection = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task ADeedStandsInTheBookOnceHoweverOftenItIsAskedFor()
    {
        using (var book = new DeedBook(_scratch.File("book"), _protection))
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => book.Write(Some.Effect, default)));
        using (var again = new DeedBook(_scratch.File("book"), _protection)) await again.Write(Some.Effect, default);
        Assert.Single(await File.ReadAllLinesAsync(_scratch.File("book")));
    }

    [Fact]
    public async Task ALineCutShortByACrashSwallowsNoOther()
    {
        using (var book = new DeedBook(_scratch.File("book"), _protection)) await book.Write(Some.Effect, default);
        var whole = await File.ReadAllBytesAsync(_scratch.File("book"));
        await File.WriteAllBytesAsync(_scratch.File("book"), [.. whole, .. whole[..(whole.Length / 2)]]);

        var other = Some.Effect with { Key = "other" };
        using (var after = new DeedBook(_scratch.File("book"), _protection)) await after.Write(other, default);
        using var last = new DeedBook(_scratch.File("book"), _protection);
        Assert.Equal("already in the book", await last.Write(other, default));
        Assert.Equal("already in the book", await last.Write(Some.Effect, default));
    }

    [Fact]
    public async Task WhatStandsInTheBookIsSealed()
    {
        using var book = new DeedBook(_scratch.File("book"), _protection);
        await book.Write(Some.Effect, default);
        Assert.DoesNotContain("LN-1001", await File.ReadAllTextAsync(_scratch.File("book")), StringComparison.Ordinal);
    }
}
