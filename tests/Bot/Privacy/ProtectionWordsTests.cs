using TrustBot.Dialogs.Locales;
using TrustBot.Privacy;

namespace TrustBot.Tests.Privacy;

public sealed class ProtectionWordsTests
{
    [Fact]
    public void TheListsOfAllCulturesAreJoined()
    {
        var (words, faults) = ProtectionWords.Parse(
        [
            new LocaleFile("en/protect.yaml", "password-before: [\"pw:\"]\ncode-before: [otp]"),
            new LocaleFile("ja-JP/protect.yaml", "password-before: [パスワードは]\ncode-unless: [郵便]\npassword-unless: [ng]"),
            new LocaleFile("en/voice.yaml", "password-before: [not read]"),
        ]);
        Assert.Empty(faults);
        Assert.Equal(["pw:", "パスワードは"], words.PasswordBefore.AsEnumerable());
        Assert.Equal(["otp"], words.CodeBefore.AsEnumerable());
        Assert.Equal(["郵便"], words.CodeUnless.AsEnumerable());
        Assert.Equal(["ng"], words.PasswordUnless.AsEnumerable());
    }

    [Theory]
    [InlineData("password-befor: [x]", 1, "password-befor")]
    [InlineData("code-before: otp", 1, "code-before")]
    [InlineData("code-before:\n  - otp\n  - \"\"", 3, "code-before")]
    [InlineData("code-before: [\".. is\"]", 1, "code-before")]
    [InlineData("- otp", 0, "file")]
    [InlineData("code-before: [otp", 0, "file")]
    public void AFaultIsToldWithItsPlace(string yaml, int line, string key)
    {
        var fault = Assert.Single(ProtectionWords.Parse([new LocaleFile("en/protect.yaml", yaml)]).Faults);
        Assert.Equal(("en/protect.yaml", key), (fault.Path, fault.Key));
        if (line > 0) Assert.Equal(line, fault.Line);
        Assert.NotEmpty(fault.Mend);
    }
}
