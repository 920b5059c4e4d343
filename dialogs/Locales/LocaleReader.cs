using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace TrustBot.Dialogs.Locales;

/// <summary>Reads the files of <c>locales/</c> into one checked set, or says what is wrong, where and how to mend it.</summary>
public static class LocaleReader
{
    private const string VoiceFile = "voice.yaml";

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
        var territories = ReadTerritories(files, faults);
        if (!territories.Any(t => t.Code == Territory.International))
            faults.Add(new(FaultLevel.Error, "territories/INTL.yaml", 0, 0, "territory", "the directory for unknown territories is missing", "Add territories/INTL.yaml"));
        if (!cultures.ContainsKey(LocaleSet.Base))
            faults.Add(new(FaultLevel.Error, $"{LocaleSet.Base}/voice.yaml", 0, 0, "culture", "the base culture is missing", $"Add the folder {LocaleSet.Base} with voice.yaml, cues.yaml and topics.yaml"));
        LocaleLint.Check(cultures.Values, territories, faults);
        LocaleLint.CheckZones(territories, faults);
        LocaleLint.CheckNotices(reference, territories, faults);
        var ordered = faults.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column).ToList();
        return faults.Any(f => f.Level == FaultLevel.Error)
            ? (null, ordered)
            : (new LocaleSet(cultures.Values, territories, Hash(files)), ordered);
    }

    /// <summary>The set that a digest is of; nothing is checked again. Faults are those of territories alone, which are never trusted unseen.</summary>
    internal static (LocaleSet Set, IReadOnlyList<LocaleFault> Faults) Trust(IReadOnlyList<LocaleFile> files, LocaleDigest digest)
    {
        var faults = new List<LocaleFault>();
        var cultures = new Dictionary<string, Culture>(StringComparer.OrdinalIgnoreCase);
        foreach (var head in digest.Cultures)
        {
            var over = head.Over.Length == 0 ? null : cultures[head.Over];
            cultures[head.Tag] = Of(head, new(() => ReadParts(files, head.Tag, over, [])!));
        }
        return (new(cultures.Values, ReadTerritories(files, faults), digest.Hash), faults);
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

    private static List<Territory> ReadTerritories(IReadOnlyList<LocaleFile> files, List<LocaleFault> faults) =>
        [.. files.Where(f => f.Path.StartsWith("territories/", StringComparison.Ordinal))
            .Select(f => (Yaml: YamlPart.Read(f, faults), Name: f.Path["territories/".Length..].Replace(".yaml", "", StringComparison.Ordinal)))
            .Where(f => f.Yaml is not null)
            .Select(f => TerritoryReader.Read(f.Yaml!, f.Name)).DistinctBy(t => t.Code, StringComparer.OrdinalIgnoreCase)];

    private static Dictionary<string, Culture> ReadCultures(IReadOnlyList<LocaleFile> files, List<LocaleFault> faults)
    {
        var heads = new Dictionary<string, (YamlPart File, CultureHead Head)>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.Where(f => f.Path.EndsWith("/" + VoiceFile, StringComparison.Ordinal)))
        {
            if (YamlPart.Read(file, faults) is not { } yaml) continue;
            var head = VoiceReader.ReadHead(yaml);
            var folder = file.Path.Split('/')[0];
            if (head.Tag != folder) yaml.Error($"culture `{head.Tag}` stands in the folder `{folder}`", "Give the folder the culture's name", "culture");
            heads[folder] = (yaml, head);
        }
        var cultures = new Dictionary<string, Culture>(StringComparer.OrdinalIgnoreCase);
        // A culture is read after the one it stands over, however long the chain is.
        while (heads.FirstOrDefault(h => !cultures.ContainsKey(h.Key) && (h.Value.Head.Over.Length == 0 || cultures.ContainsKey(h.Value.Head.Over))) is { Key: { } tag, Value: var next })
        {
            var over = next.Head.Over.Length == 0 ? null : cultures[next.Head.Over];
            if (ReadParts(files, tag, over, faults, next.File) is { } parts) cultures[tag] = Of(next.Head, new(parts));
            heads.Remove(tag);
        }
        foreach (var (_, left) in heads)
            left.File.Error($"it stands over `{left.Head.Over}`, which is not there or stands over it", "Name a culture that has a folder", "over");
        return cultures;
    }

    private static Culture Of(CultureHead head, Lazy<CultureParts> parts) => new()
    {
        Tag = head.Tag,
        Name = head.Name,
        Over = head.Over,
        AlsoAnswers = head.AlsoAnswers,
        Direction = head.Direction,
        Script = head.Script,
        Parts = parts,
    };

    private static CultureParts? ReadParts(IReadOnlyList<LocaleFile> files, string folder, Culture? over, List<LocaleFault> faults, YamlPart? voiceFile = null)
    {
        if ((voiceFile ?? File(VoiceFile)) is not { } file || VoiceReader.Read(file, $"{folder}/{VoiceFile}", over?.Voice) is not { } voice) return null;
        var topics = TopicsReader.Of(Named("topics.yaml"), $"{folder}/topics.yaml", over?.Topics);
        return new(
            voice with { Phrases = voice.Phrases.SetItems(topics.Answers.Select(a => KeyValuePair.Create(a.Key, a))) },
            CuesReader.Read(Named("cues.yaml"), $"{folder}/cues.yaml", over?.Cues),
            topics.Topics);

        YamlPart? File(string name) => files.FirstOrDefault(f => f.Path == $"{folder}/{name}") is { } found ? YamlPart.Read(found, faults) : null;

        YamlPart? Named(string name)
        {
            if (File(name) is not { } yaml) return null;
            if (yaml.Required("culture") is { Length: > 0 } said && said != folder)
                yaml.Error($"culture `{said}` stands in the folder `{folder}`", "Give the culture's name of the folder", "culture");
            return yaml;
        }
    }
}
