using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Tests.Support;

namespace TrustBot.Dialogs.Tests.Locales;

public sealed class TemplateTests
{
    private static string Render(string template, string language = "en", params (string Name, string Value)[] values) =>
        Template.Parse(template).Render(values.ToDictionary(v => v.Name, v => v.Value), language);

    [Theory]
    [InlineData("Hello {name}.", "Hello Mei.")]
    [InlineData("{ name }", "Mei")]
    [InlineData("{gone}x", "x")]
    [InlineData("'{'name'}'", "{name}")]
    [InlineData("It's # 1", "It's # 1")]
    [InlineData("{n, plural, =3 {three} one {# thing} other {# things}}", "three")]
    [InlineData("{one, plural, one {# thing} other {# things}}", "1 thing")]
    [InlineData("{name, plural, one {a} other {b}}", "b")]
    [InlineData("{name, select, Mei {her} other {them}}", "her")]
    [InlineData("{gone, select, Mei {her} other {them}}", "them")]
    [InlineData("{name, select, other {#}}", "#")]
    [InlineData("{n, plural, other {{name, select, Mei {# for {name}} other {no}}}}", "3 for Mei")]
    public void AWordingIsFilled(string template, string said) => Assert.Equal(said, Render(template, "en", ("name", "Mei"), ("n", "3"), ("one", "1")));

    [Theory]
    [InlineData("{", "no name")]
    [InlineData("}", "without its `{`")]
    [InlineData("{a", "not closed")]
    [InlineData("{a,b}", "is not known")]
    [InlineData("{a, plural}", "needs a comma")]
    [InlineData("{a, plural, one {x}}", "no case `other`")]
    [InlineData("{a, plural, other {x} other {y}}", "written twice")]
    [InlineData("{a, plural, other {x}", "not written")]
    [InlineData("{a, plural, other x}", "not written")]
    [InlineData("{a,select,other{{b,select,other{{c,select,other{{d,select,other{{e,select,other{x}}}}}}}}}}", "nested more than four")]
    public void AMistakeIsNamed(string template, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => Template.Parse(template)).Message, StringComparison.Ordinal);

    [Fact]
    public void PluralsInsideOtherChoicesAreHeldToTheirCasesToo() => Assert.Contains(
        Mini.Faults(("en/voice.yaml", Mini.Voice.Replace("Hello {name}.", "\"{name, select, other {{n, plural, other {x}}}}\""))),
        f => f.Problem.Contains("plural of `n` lacks the case `one`", StringComparison.Ordinal));

    [Fact]
    public void NoTextMakesTheParserThrowAnythingElse() => Prop.ForAll(Arb.From(Scraps), text =>
    {
        try
        {
            Template.Parse(text).Render(new Dictionary<string, string> { ["a"] = "1" }, "ar");
        }
        catch (FormatException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }).Check(Seeded.Runs(2000));

    [Fact]
    public void PlainTextComesBackAsItWasWhenItsBracesAreQuoted() => Prop.ForAll(Arb.From(Scraps), text =>
        Assert.Equal(text, Render(text.Replace("{", "\0").Replace("}", "'}'").Replace("\0", "'{'")))).Check(Seeded.Runs(2000));

    private static Gen<string> Scraps =>
        Gen.Elements("{", "}", "'", "#", ",", " ", "a", "other", "plural", "select", "=1", "one", "é", "👟", "{a}", "{a, plural, other {#}}").ListOf().Select(string.Concat);

    [Theory]
    [InlineData("en", "0:other 1:one 2:other 1.0:other 1.5:other 21:other -1:one")]
    [InlineData("ja", "0:other 1:other 2:other")]
    [InlineData("fr", "0:one 1:one 1.5:one 2:other 1000000:many 2000000:many")]
    [InlineData("pt", "0:one 1:one 2:other 1000000:many")]
    [InlineData("es", "0:other 1:one 1.0:one 2:other 1000000:many")]
    [InlineData("hi", "0:one 0.5:one 1:one 2:other")]
    [InlineData("fil", "1:one 4:other 5:one 6:other 9:other 10:one 1.4:other 1.3:one")]
    [InlineData("ar", "0:zero 1:one 2:two 3:few 10:few 11:many 99:many 100:other 102:other 103:few 111:many 1.5:other")]
    [InlineData("en-SG", "1:one 2:other")]
    public void ANumberHasTheCategoryOfItsLanguage(string language, string table)
    {
        foreach (var row in table.Split(' ').Select(r => r.Split(':')))
            Assert.Equal(row[0] + " " + row[1], row[0] + " " + PluralRules.Category(language, decimal.Parse(row[0], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void ACategoryThatIsNotWordedTakesTheOther() => Assert.Equal("1000000 choses", Render("{n, plural, one {# chose} other {# choses}}", "fr", ("n", "1000000")));
}
