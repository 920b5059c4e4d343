using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace TrustBot.Dialogs.Tests.Activities;

/// <summary>Activities as JSON text, as odd as channels and their users make them.</summary>
internal static class ActivityGen
{
    private static readonly string[] TextFields =
    [
        "id", "timestamp", "localTimestamp", "localTimezone", "serviceUrl", "channelId", "textFormat", "locale", "text", "speak",
        "inputHint", "name", "replyToId", "deliveryMode",
    ];

    /// <summary>Texts: ids that only look like GUIDs, dates in forms of many, scripts, emoji, control characters, long runs.</summary>
    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.Elements(
            "", " ", "0", "null", "{}", "00000000-0000-0000-0000-0000000000020", "a|b|0000007", "29:1Jv6-x_q", "2026-11-21T22:15:19.751Z",
            "2026-11-21T22:15:19.7512345+09:00", "21/11/2026", "2026-02-30T25:61:61Z", "注文した靴はどこ?", "تأخّر الطلب", "👩‍👩‍👧‍👦🏽", "e\u0301",
            "\u200f\u202eabc", "\ufeff", "\u2028\u2029", "\u0000\u0001\u001f\u007f", "\\\"/\b\f\n\r\t", "__proto__", "$type", "</script>"),
        from c in Gen.Elements('x', '々', '\u0301', ' ') from n in Gen.Choose(1, 40) select new string(c, n),
        from n in Gen.Choose(int.MinValue, int.MaxValue) select n.ToString(CultureInfo.InvariantCulture));

    /// <summary>Names of fields that nobody has heard of, among them names that differ from known ones by case only.</summary>
    public static Gen<string> UnknownName { get; } = Gen.Elements(
        "Type", "TEXT", "callerId", "semanticAction", "isGroup", "tenantId", "aadObjectId", "x", "", "ü名", "a.b", "$id", "$ref", "$type", "kind", "topic.name", "rôle");

    /// <summary>Any JSON, three levels deep.</summary>
    public static Gen<JsonNode?> Any { get; } = AnyTo(3);

    /// <summary>A whole activity: any known field may be there or not, and each level may hold unknown ones.</summary>
    public static Gen<string> Activity { get; } =
        from type in Gen.Elements("message", "typing", "conversationUpdate", "endOfConversation", "trace", "madeUp")
        from texts in Some(TextFields.Select(f => Text.Select(t => KeyValuePair.Create(f, (JsonNode?)t))))
        from objects in Some([
            Field("from", Account), Field("recipient", Account), Field("conversation", Object("id")),
            Field("attachments", Many(Object("contentType", "contentUrl", "name", "!content"))),
            Field("suggestedActions", from o in Object() from actions in Many(Object("type", "title", "!value")) from to in Many(Text.Select(t => (JsonNode)t))
                                      from given in Some([Gen.Constant(KeyValuePair.Create("actions", (JsonNode?)actions)), Gen.Constant(KeyValuePair.Create("to", (JsonNode?)to))])
                                      select (JsonNode)With((JsonObject)o, given)),
            Field("entities", Many(Any)), Field("membersAdded", Many(Account)), Field("membersRemoved", Many(Account)),
            Field("channelData", NotNull), Field("value", NotNull),
        ])
        from unknown in Unknown
        select With([], [new("type", type), .. texts, .. objects, .. unknown]).ToJsonString();

    /// <summary>The same activities, made smaller by one field at a time when a property fails.</summary>
    public static Arbitrary<string> Activities { get; } = Arb.From(Activity, Smaller);

    private static IEnumerable<string> Smaller(string json)
    {
        var names = JsonNode.Parse(json)!.AsObject().Select(p => p.Key).Where(n => n != "type").ToList();
        foreach (var name in names)
        {
            var less = JsonNode.Parse(json)!.AsObject();
            less.Remove(name);
            yield return less.ToJsonString();
        }
    }

    private static Gen<JsonNode> Account => Object("id", "name", "role");

    private static Gen<JsonNode> NotNull => from node in Any where node is not null select node!;

    private static Gen<List<KeyValuePair<string, JsonNode?>>> Unknown => Some(Enumerable.Repeat(from n in UnknownName from v in Any select KeyValuePair.Create(n, v), 3));

    /// <summary>An object with some of these text fields (those with <c>!</c> hold any JSON) and some unknown ones.</summary>
    private static Gen<JsonNode> Object(params string[] fields) =>
        from known in Some(fields.Select(f => f[0] == '!'
            ? NotNull.Select(v => KeyValuePair.Create(f[1..], (JsonNode?)v))
            : Text.Select(t => KeyValuePair.Create(f, (JsonNode?)t))))
        from unknown in Unknown
        select (JsonNode)With([], [.. known, .. unknown]);

    private static Gen<KeyValuePair<string, JsonNode?>> Field(string name, Gen<JsonNode> value) => value.Select(v => KeyValuePair.Create(name, (JsonNode?)v));

    private static Gen<JsonNode> Many<T>(Gen<T> item) where T : JsonNode? =>
        from items in item.ListOf() select (JsonNode)new JsonArray([.. items.Take(4).Select(i => i?.DeepClone())]);

    private static Gen<List<T>> Some<T>(IEnumerable<Gen<T>> gens) => gens.Aggregate(
        Gen.Constant(new List<T>()),
        (all, gen) => from list in all from there in Gen.Elements(true, false) from item in gen select there ? [.. list, item] : list);

    private static Gen<JsonNode?> AnyTo(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Constant<JsonNode?>(null), Text.Select(t => (JsonNode?)t), Gen.Elements(true, false).Select(b => (JsonNode?)b),
            Gen.Elements("0", "-0", "1.0", "1e400", "0.1000", "123456789012345678901234567890", "-1E-7").Select(n => JsonNode.Parse(n)));
        if (depth == 0) return leaf;
        var list = from items in AnyTo(depth - 1).ListOf() select (JsonNode?)new JsonArray([.. items.Take(3).Select(i => i?.DeepClone())]);
        var map = from names in UnknownName.ListOf() from value in AnyTo(depth - 1)
                  select (JsonNode?)With([], names.Take(3).Select(n => KeyValuePair.Create(n, (JsonNode?)value)));
        return Gen.OneOf(leaf, leaf, list, map);
    }

    private static JsonObject With(JsonObject o, IEnumerable<KeyValuePair<string, JsonNode?>> fields)
    {
        foreach (var (name, value) in fields) o[name] = value?.DeepClone();
        return o;
    }
}
