using Newtonsoft.Json.Linq;
using NJsonSchema;
using TrustBot.Dialogs.Locales;
using TrustBot.Dialogs.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace TrustBot.Dialogs.Tests.Locales;

/// <summary>The schemas by which editors complete and underline say what the reader says.</summary>
public sealed class SchemaTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "locales", "schema");

    private static string Schema(string path) => path.StartsWith("territories/", StringComparison.Ordinal) ? "territory" : Path.GetFileNameWithoutExtension(path);

    [Fact]
    public async Task EveryShippedFileFitsItsSchema()
    {
        var faults = new List<string>();
        foreach (var kind in Shipped.Files.Where(f => f.Path != "policy.yaml").GroupBy(f => Schema(f.Path)))
        {
            var schema = await Read(kind.Key);
            faults.AddRange(kind.SelectMany(f => schema.Validate(Json(f.Text)).Select(e => $"{f.Path}: {e.Path}: {e.Kind}")));
        }
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("voice", "culture: en\nname: English\nhuman-wrod: human\n")]
    [InlineData("voice", "culture: en\nname: English\nphrases:\n  sorry:\n    polite: { clam: Sorry. }\n")]
    [InlineData("voice", "culture: en\nname: English\nregister: { default: stiff }\n")]
    [InlineData("cues", "culture: en\ngroups:\n  ask-human: [a human]\n")]
    [InlineData("cues", "culture: en\ngroups:\n  asks-human: [{ pattern: a, wole: true }]\n")]
    [InlineData("topics", "culture: en\ntopics:\n  a: { nam: b }\n")]
    [InlineData("territory", "territory: JP\nlines: [{ name: A, kind: help, as-of: \"2026\", source: s, confidence: high }]\n")]
    public async Task WhatTheReaderRefusesTheEditorUnderlines(string schema, string text) => Assert.NotEmpty((await Read(schema)).Validate(Json(text)));

    [Fact]
    public void EveryShippedFileNamesItsSchemaForEditors() => Assert.All(Shipped.Files.Where(f => f.Path != "policy.yaml"), f =>
        Assert.StartsWith($"# yaml-language-server: $schema=../schema/{Schema(f.Path)}.schema.json\n", f.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal));

    [Fact]
    public async Task EveryGroupOfCuesIsInTheSchema() =>
        Assert.Equal([.. CueGroups.All], (await Read("cues")).Properties["groups"].Properties.Keys.Order(StringComparer.Ordinal).ToList());

    private static Task<JsonSchema> Read(string name) => JsonSchema.FromFileAsync(Path.Combine(Folder, $"{name}.schema.json"));

    private static JToken Json(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Token(stream.Documents[0].RootNode);
    }

    private static JToken Token(YamlNode node) => node switch
    {
        YamlMappingNode map => new JObject(map.Select(e => new JProperty(((YamlScalarNode)e.Key).Value!, Token(e.Value)))),
        YamlSequenceNode list => new JArray(list.Select(Token)),
        _ => new JValue(((YamlScalarNode)node).Value),
    };
}
