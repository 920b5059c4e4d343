using System.Collections.Immutable;

namespace TrustBot.Dialogs.Locales;

/// <summary>
/// What is known of a set of files that has passed every check: with it a set is loaded without being read, and each
/// culture's files are read when someone first speaks it.
/// </summary>
/// <param name="Hash">Content hash of the files, see <see cref="LocaleReader.Hash"/>.</param>
/// <param name="Cultures">The heads of the cultures, each after the one it stands over.</param>
/// <param name="Words">The words that tell a language, parted by spaces, by language.</param>
public sealed record LocaleDigest(string Hash, ImmutableArray<CultureHead> Cultures, ImmutableSortedDictionary<string, string> Words);

/// <summary>What the head of a voice file says about its culture.</summary>
/// <param name="Tag">BCP 47 tag.</param>
/// <param name="Name">The culture's own name for itself.</param>
/// <param name="Over">The culture it stands over; empty for a root.</param>
/// <param name="AlsoAnswers">Other tags it speaks for.</param>
/// <param name="Direction">ltr or rtl.</param>
/// <param name="Script">ISO 15924 script.</param>
public sealed record CultureHead(string Tag, string Name, string Over, ImmutableArray<string> AlsoAnswers, string Direction, string Script);
