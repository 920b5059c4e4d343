using Microsoft.Data.Sqlite;
using TrustBot.Dialogs.Conversations;

namespace TrustBot.Storage.Sqlite;

/// <summary>The desk's lists: those who wait first, in the order of the queue; then the others, latest change first.</summary>
internal static class Lists
{
    private const string Columns =
        """
        SELECT id, custody, tier, reason, waiting_since, agent, culture, channel, mood, updated, version, wrapped
        FROM conversations JOIN keys ON keys.conversation = id
        """;

    public static IReadOnlyList<ConversationRow> Of(SqliteConnection db, ConversationKeys keys, IReadOnlyCollection<Custody> custody, int limit)
    {
        // A query per custody walks its index and stops at the limit, however many conversations there are.
        var waiting = custody.Contains(Custody.Waiting)
            ? db.Rows(Row, $"{Columns} WHERE custody = 'Waiting' ORDER BY tier DESC, waiting_since LIMIT $limit", ("$limit", limit))
            : [];
        var others = custody.Where(c => c != Custody.Waiting).Distinct().SelectMany(c =>
            db.Rows(Row, $"{Columns} WHERE custody = $custody ORDER BY updated DESC LIMIT $limit", ("$custody", c.ToString()), ("$limit", limit)));
        return [.. waiting.Concat(others.OrderByDescending(r => r.Updated)).Take(limit)];

        ConversationRow Row(SqliteDataReader r)
        {
            var (id, version) = (r.GetString(0), r.GetInt64(10));
            var agent = r.IsDBNull(5)
                ? null
                : new Seal(id, keys.Unwrap(id, r.Blob(11))).Open(r.Blob(5), ConversationJson.Default.AgentRef, Place.Agent(version));
            return new ConversationRow(
                id, Enum.Parse<Custody>(r.GetString(1)), (Tier)r.GetInt32(2), r.GetString(3), r.IsDBNull(4) ? null : r.Time(4),
                agent?.Id, agent?.Name, r.GetString(6), r.GetString(7), r.GetString(8), r.Time(9), version);
        }
    }
}
