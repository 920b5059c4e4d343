using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TrustBot.Dialogs.Locales;

/// <summary>
/// A part of a YAML file that knows where it stands, so that each fault can name line, column and key.
/// Every scalar is text: <c>024</c>, <c>no</c> and <c>12:30</c> stay what the designer typed.
/// </summary>
internal sealed class YamlPart
{
    private readonly YamlNode _node;
    private readonly string _path;
    private readonly List<LocaleFault> _faults;

    private YamlPart(YamlNode node, string path, string key, List<LocaleFault> faults)
    {
        (_node, _path, Key, _faults) = (node, path, key, faults);
    }

    public string Key { get; }
    public int Line => (int)_node.Start.Line;
    public bool IsText => _node is YamlScalarNode;
    public bool IsList => _node is YamlSequenceNode;
    public bool IsMap => _node is YamlMappingNode;
    public string Text => (_node as YamlScalarNode)?.Value ?? "";

    /// <summary>Whether the text was written in quotes or as a block, so that no other reader takes it for a number.</summary>
    public bool IsQuoted => _node is YamlScalarNode { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted or ScalarStyle.Literal or ScalarStyle.Folded };

    /// <summary>Reads a file; null when it is empty or cannot be read, which is then among the faults.</summary>
    public static YamlPart? Read(LocaleFile file, List<LocaleFault> faults)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
                return new(root, file.Path, "", faults);
            faults.Add(new(FaultLevel.Error, file.Path, 1, 1, "(file)", "the file holds no keys", "Begin with a line such as `culture: en`"));
        }
        catch (YamlException e)
        {
            faults.Add(new(FaultLevel.Error, file.Path, (int)e.Start.Line, (int)e.Start.Column, "(file)",
                e.Message.Replace('\n', ' '), "Check the indentation, quotes and doubled keys around this line"));
        }
        return null;
    }

    public IEnumerable<YamlPart> Items()
    {
        if (_node is not YamlSequenceNode list) yield break;
        var i = 0;
        foreach (var item in list) yield return Part(item, $"[{i++}]");
    }

    public IEnumerable<(string Name, YamlPart Value)> Entries()
    {
        if (_node is not YamlMappingNode map) yield break;
        foreach (var (key, value) in map)
        {
            if (key is YamlScalarNode { Value: { } name }) yield return (name, Part(value, name));
            else Part(key, "?").Error("the key is not a word", "Write `key: value`");
        }
    }

    public YamlPart? this[string name] =>
        _node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var value) ? Part(value, name) : null;

    /// <summary>The text under a key; a fault and the empty string when it is missing.</summary>
    public string Required(string name)
    {
        if (this[name] is { IsText: true } part) return part.Text;
        Error($"`{name}` is missing", $"Add a line `{name}: …`", name);
        return "";
    }

    public string Optional(string name, string otherwise = "") => this[name] is { IsText: true } part ? part.Text : otherwise;

    /// <summary>A list of texts; one text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string name) => this[name] switch
    {
        null => [],
        { IsText: true, Text: "" } => [],
        { IsText: true } one => [one.Text],
        { } list => [.. list.Items().Select(i => i.Text)],
    };

    /// <summary>A time of day as the minute it is, 0 to 1440 (<c>24:00</c>); null with a fault when it is none.</summary>
    public int? Minute()
    {
        if (Text == "24:00") return 1440;
        if (TimeOnly.TryParseExact(Text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time.Hour * 60 + time.Minute;
        Error($"`{Text}` is not a time of day", "Write it like \"16:00\", midnight at the end as \"24:00\"");
        return null;
    }

    /// <summary>Warns of keys nobody reads, with the nearest known one.</summary>
    public void Knows(params string[] names)
    {
        foreach (var (name, value) in Entries())
            if (!names.Contains(name, StringComparer.Ordinal))
                value.Error($"`{name}` is not a key here", DidYouMean(name, names));
    }

    public void Error(string problem, string mend, string? child = null) => Add(FaultLevel.Error, problem, mend, child);

    public void Warn(string problem, string mend, string? child = null) => Add(FaultLevel.Warning, problem, mend, child);

    internal static string DidYouMean(string name, IEnumerable<string> names)
    {
        var nearest = names.MinBy(n => Distance(n, name));
        return nearest is not null && Distance(nearest, name) <= 3
            ? $"Did you mean `{nearest}`?"
            : $"Known here: {string.Join(", ", names.Order(StringComparer.Ordinal).Take(12))}";
    }

    private void Add(FaultLevel level, string problem, string mend, string? child)
    {
        // The line that is wrong, where there is one; else that of what it is missing from.
        var place = (child is null ? null : this[child]?._node) ?? _node;
        _faults.Add(new(level, _path, (int)place.Start.Line, (int)place.Start.Column,
            child is null ? Key is "" ? "(file)" : Key : Join(child), problem, mend));
    }

    private YamlPart Part(YamlNode node, string name) => new(node, _path, Join(name), _faults);

    private string Join(string name) => Key is "" ? name : name.StartsWith('[') ? Key + name : $"{Key}.{name}";

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j] + 1, left + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, left, row[j]) = (row[j], cost, cost);
            }
        }
        return row[b.Length];
    }
}
