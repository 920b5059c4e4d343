using System.Text;
using TrustBot.Tests.Support;

namespace TrustBot.Dialogs.Tests.House;

public sealed class PortableTests
{
    private const string This = "tests/Dialogs/House/PortableTests.cs";
    private static readonly string[] Code = [".cs", ".razor", ".js", ".mjs", ".css", ".sh", ".csproj", ".props", ".targets", ".yaml", ".chat"];

    [Fact]
    public void NoTrackedFileNamesAPathOfOneMachine() => Verdict.Clean(Found(Portable.MachinePaths, _ => true));

    [Fact]
    public void NoTrackedFileNamesARegistry() => Verdict.Clean(Found(Portable.RegistryHosts, _ => true));

    [Fact]
    public void NothingIsLeftForLater() => Verdict.Clean(Found(Portable.LeftForLater, p => Code.Contains(Path.GetExtension(p))));

    [Theory]
    [InlineData("path = /" + "tmp/x")]
    [InlineData("\"/home/me/bot\"")]
    [InlineData("(/" + "work/main)")]
    [InlineData("at /Users/me")]
    [InlineData(@"C:\Users\me")]
    public void AMachinePathIsSeen(string text) => Assert.Single(Portable.MachinePaths(text));

    [Theory]
    [InlineData("https://example.com/work/hours")]
    [InlineData("../home/page")]
    [InlineData("a/tmp/b")]
    public void AnAddressIsNoMachinePath(string text) => Assert.Empty(Portable.MachinePaths(text));

    [Theory]
    [InlineData("https://registry.npmjs.org/x")]
    [InlineData("https://api.nuget.org/v3/index.json")]
    [InlineData("\"resolved\": \"https://anywhere")]
    public void ARegistryIsSeen(string text) => Assert.NotEmpty(Portable.RegistryHosts(text));

    [Theory]
    [InlineData("// TODO: later")]
    [InlineData("# FIXME")]
    [InlineData("throw new NotImplementedException();")]
    public void WhatIsLeftForLaterIsSeen(string text) => Assert.Single(Portable.LeftForLater(text));

    /// <summary>Looks into every tracked text file but this one, which has to name what it looks for.</summary>
    private static IEnumerable<string> Found(Func<string, IEnumerable<string>> rule, Func<string, bool> among)
    {
        Assert.Contains(This, Repository.Files);
        foreach (var path in Repository.Files.Where(p => p != This && among(p)))
        {
            var bytes = File.ReadAllBytes(Repository.FullPath(path));
            if (Array.IndexOf(bytes, (byte)0, 0, Math.Min(bytes.Length, 8000)) >= 0) continue;
            foreach (var found in rule(Encoding.UTF8.GetString(bytes))) yield return $"{path}: {found}";
        }
    }
}
