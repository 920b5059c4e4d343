using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace TrustBot.Dialogs.Locales;

/// <summary>Reads the files of <c>locales/</c> into one checked set, or says what is wrong, where and how to mend it.</summary>
public static class LocaleReader
{
    /// <summary>
    /// Reads and checks all files. The set is null when a fault is an error; warnings leave it usable.
    /// </summary>
    public static (LocaleSet? Set, IReadOnlyList<LocaleFault> Faults) Read(IReadOnlyList<LocaleFile> files) => Read(files, out _);

    /// <summary>Likewise; the base culture, against which the others are held, is given also when there are errors.</summary>
    internal static (LocaleSet? Set, IReadOnlyList<LocaleFault> Faults) Read(IReadOnlyList<LocaleFile> files, out Culture? reference)
    {
        var faults = new List<LocaleFault>();
        var cultures = ReadCultures(files, faults);
        reference = cultures.GetValueOrDefault(LocaleSet.Base);
        var territories = files
            .Where(f => f.Path.StartsWith("territories/", StringComparison.Ordinal))
            .Select(f => (Yaml: YamlPart.Read(f, faults), Name: f.Path["territories/".Length..].Replace(".yaml", "", StringComparison.Ordinal)))
            .Where(f => f.Yaml is not null)
            .Select(f => TerritoryReader.Read(f.Yaml!, f.Name)).DistinctBy(t => t.Code, StringComparer.OrdinalIgnoreCase).ToList();
        if (!territories.Any(t => t.Code == Territory.International))
            faults.Add(new(FaultLevel.Error, "territories/INTL.yaml", 0, 0, "territory", "the directory for unknown territories is missing", "Add territories/INTL.yaml"));
        if (!cultures.ContainsKey(LocaleSet.Base))
            faults.Add(new(FaultLevel.Error, $"{LocaleSet.Base}/voice.yaml", 0, 0, "culture", "the base culture is missing", $"Add the folder {LocaleSet.Base} with voice.yaml, cues.yaml and topics.yaml"));
        LocaleLint.Check(cultures.Values, territories, faults);
        LocaleLint.CheckZones(territories, faults);
        var ordered = faults.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column).ToList();
        return faults.Any(f => f.Level == FaultLevel.Error)
            ? (null, ordered)
            : (new LocaleSet(cultures.Values, territories, Hash(files)), ordered);
    }

    /// <summary>Content hash of files: sixteen hexadecimal digits.</summary>
    public static string Hash(IEnumerable<LocaleFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Text.Length}\0"));
            hash.AppendData(Encoding.UTF8.GetBytes(file.Text));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static Dictionary<string, Culture> ReadCultures(IReadOnlyList<LocaleFile> files, List<LocaleFault> faults)
    {
        var heads = new Dictionary<string, (YamlPart File, VoiceReader.Head Head, string Path)>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.Where(f => f.Path.EndsWith("/voice.yaml", StringComparison.Ordinal)))
        {
            if (YamlPart.Read(file, faults) is not { } yaml) continue;
            var head = VoiceReader.ReadHead(yaml);
            var folder = file.Path.Split('/')[0];
            if (head.Tag != folder) yaml.Error($"culture `{head.Tag}` stands in the folder `{folder}`", "Give the folder the culture's name", "culture");
            heads[folder] = (yaml, head, file.Path);
        }
        var cultures = new Dictionary<string, Culture>(StringComparer.OrdinalIgnoreCase);
        // A culture is read after the one it stands over, however long the chain is.
        while (heads.FirstOrDefault(h => !cultures.ContainsKey(h.Key) && (h.Value.Head.Over.Length == 0 || cultures.ContainsKey(h.Value.Head.Over))) is { Key: { } tag, Value: var next })
        {
            var over = next.Head.Over.Length == 0 ? null : cultures[next.Head.Over];
            if (ReadCulture(files, tag, next.File, next.Head, next.Path, over, faults) is { } culture) cultures[tag] = culture;
            heads.Remove(tag);
        }
        foreach (var (_, left) in heads)
            left.File.Error($"it stands over `{left.Head.Over}`, which is not there or stands over it", "Name a culture that has a folder", "over");
        return cultures;
    }

    private static Culture? ReadCulture(
        IReadOnlyList<LocaleFile> files, string folder, YamlPart voiceFile, VoiceReader.Head head, string path, Culture? over, List<LocaleFault> faults)
    {
        if (VoiceReader.Read(voiceFile, path, over?.Voice) is not { } voice) return null;
        YamlPart? Other(string name)
        {
            if (files.FirstOrDefault(f => f.Path == $"{folder}/{name}") is not { } file || YamlPart.Read(file, faults) is not { } yaml) return null;
            if (yaml.Required("culture") is { Length: > 0 } said && said != folder)
                yaml.Error($"culture `{said}` stands in the folder `{folder}`", "Give the culture's name of the folder", "culture");
            return yaml;
        }
        var topics = TopicsReader.Of(Other("topics.yaml"), $"{folder}/topics.yaml", over?.Topics);
        return new()
        {
            Tag = head.Tag,
            Name = head.Name,
            Over = head.Over,
            AlsoAnswers = head.AlsoAnswers,
            Direction = head.Direction,
            Script = head.Script,
            Voice = voice with { Phrases = voice.Phrases.SetItems(topics.Answers.Select(a => KeyValuePair.Create(a.Key, a))) },
            Cues = CuesReader.Read(Other("cues.yaml"), $"{folder}/cues.yaml", over?.Cues),
            Topics = topics.Topics,
        };
    }
}
