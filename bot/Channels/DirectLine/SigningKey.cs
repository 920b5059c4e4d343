using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using TrustBot.Privacy;

namespace TrustBot.Channels.DirectLine;

/// <summary>
/// The key that signs tokens: 32 random bytes in the key ring's folder, protected by the ring itself, so that tokens
/// outlive a restart and processes that share the ring accept each other's.
/// </summary>
internal sealed class SigningKey
{
    private const string FileName = "directline.key";

    /// <exception cref="StartUpException">The key belongs to another ring, or the ring's folder cannot be written.</exception>
    public SigningKey(IOptions<KeyRingOptions> ring, IDataProtectionProvider protection)
    {
        var path = Path.Combine(KeyRingFolder.Ready(ring.Value).FullName, FileName);
        var protector = protection.CreateProtector("TrustBot.DirectLine.SigningKey");
        if (!File.Exists(path)) Create(path, protector);
        Key = new SymmetricSecurityKey(Open(path, protector));
    }

    public SymmetricSecurityKey Key { get; }

    private static void Create(string path, IDataProtector protector)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(draft, protector.Protect(RandomNumberGenerator.GetBytes(32)));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first: its key is the one to use.
            File.Delete(draft);
        }
    }

    private static byte[] Open(string path, IDataProtector protector)
    {
        try
        {
            return protector.Unprotect(File.ReadAllBytes(path));
        }
        catch (CryptographicException e)
        {
            throw new StartUpException(
                $"{path} cannot be opened with the present key ring. Restore the ring that belongs to it, or delete the file: open chats then start anew.", e);
        }
    }
}
