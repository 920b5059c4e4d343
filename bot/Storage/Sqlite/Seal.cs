using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TrustBot.Storage.Sqlite;

/// <summary>
/// Seals what a conversation holds with its own key: AES-256-GCM, a fresh nonce each time, bound to the conversation
/// and the place, so that a line moved elsewhere does not open.
/// </summary>
internal sealed class Seal(string conversationId, byte[] key)
{
    private const int NonceSize = 12, TagSize = 16;
    private const byte Format = 1;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    /// <summary>format | nonce | tag | cipher text.</summary>
    public byte[] Close<T>(T value, JsonTypeInfo<T> type, string place)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var box = new byte[1 + NonceSize + TagSize + plain.Length];
        box[0] = Format;
        var nonce = box.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, box.AsSpan(1 + NonceSize + TagSize), box.AsSpan(1 + NonceSize, TagSize), Bound(place));
        CryptographicOperations.ZeroMemory(plain);
        return box;
    }

    /// <exception cref="StoreUnavailableException">It was changed, damaged or written by a newer program.</exception>
    public T Open<T>(byte[] box, JsonTypeInfo<T> type, string place)
    {
        try
        {
            if (box.Length < 1 + NonceSize + TagSize || box[0] != Format) throw new CryptographicException("The format is not known.");
            var plain = new byte[box.Length - 1 - NonceSize - TagSize];
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(box.AsSpan(1, NonceSize), box.AsSpan(1 + NonceSize + TagSize), box.AsSpan(1 + NonceSize, TagSize), plain, Bound(place));
            return JsonSerializer.Deserialize(plain, type)!;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            throw new StoreUnavailableException(
                $"Conversation {conversationId}, {place}, cannot be opened: it was changed, damaged or written by a newer TrustBot. " +
                "Restore the store from a backup, or run the newer program.", e);
        }
    }

    /// <summary>What stands for a dedupe key in clear: without the conversation's key it says nothing.</summary>
    public byte[] Hash(string value) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value));

    private byte[] Bound(string place) => Encoding.UTF8.GetBytes($"{conversationId}\n{place}");
}
