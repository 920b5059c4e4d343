using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace TrustBot.Storage.Sqlite;

/// <summary>
/// The keys of conversations, wrapped by the key ring. A conversation whose key row is gone is erased: nothing opens
/// what is left of it.
/// </summary>
internal sealed class ConversationKeys(IDataProtectionProvider protection)
{
    // Not a conversation: the row that proves, at start, that this key ring belongs to this store.
    private const string Probe = "";

    private readonly IDataProtector _protector = protection.CreateProtector("TrustBot.ConversationKeys.1");
    private readonly Recent<byte[]> _unwrapped = new(20_000);

    public byte[] Wrap(string conversationId, byte[] key) => _protector.CreateProtector(conversationId).Protect(key);

    /// <summary>The key of a conversation used lately; null when it must be looked up.</summary>
    public byte[]? Known(string conversationId) => _unwrapped.TryGet(conversationId, out var known) ? known : null;

    /// <summary>The key of a conversation; null when it has none or has been erased.</summary>
    public byte[]? Find(SqliteConnection connection, string conversationId)
    {
        if (Known(conversationId) is { } known) return known;
        var wrapped = connection.Rows(r => r.Blob(0), "SELECT wrapped FROM keys WHERE conversation = $id", ("$id", conversationId));
        return wrapped is [var one] ? Unwrap(conversationId, one) : null;
    }

    public byte[] Unwrap(string conversationId, byte[] wrapped)
    {
        if (Known(conversationId) is { } known) return known;
        try
        {
            var key = _protector.CreateProtector(conversationId).Unprotect(wrapped);
            Keep(conversationId, key);
            return key;
        }
        catch (CryptographicException e)
        {
            throw new StoreUnavailableException(
                $"The key ring cannot open conversation {conversationId}. Restore the folder KeyRing:Path from its backup.", e);
        }
    }

    /// <summary>Only for keys whose row is durable: two may open a conversation at once, and one of their keys is never written.</summary>
    public void Keep(string conversationId, byte[] key) => _unwrapped.Set(conversationId, key);

    /// <exception cref="StartUpException">The store was written with another key ring.</exception>
    public void Prove(SqliteConnection connection, string path)
    {
        var wrapped = connection.Rows(r => r.Blob(0), "SELECT wrapped FROM keys WHERE conversation = $id", ("$id", Probe));
        if (wrapped is [])
        {
            connection.Run("INSERT INTO keys (conversation, wrapped) VALUES ($id, $wrapped)", ("$id", Probe), ("$wrapped", Wrap(Probe, Seal.NewKey())));
            return;
        }
        try
        {
            _ = _protector.CreateProtector(Probe).Unprotect(wrapped[0]);
        }
        catch (CryptographicException e)
        {
            throw new StartUpException(
                $"The key ring does not open the store {path}: it was written with another one. " +
                "Restore the key ring that belongs to it to the folder named by KeyRing:Path, or start with an empty store at another Store:Path.", e);
        }
    }
}
