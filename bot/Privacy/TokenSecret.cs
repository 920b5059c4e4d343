using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TrustBot.Privacy;

/// <summary>What keys the tokens of cards: made once, kept in the key ring's folder, itself under the key ring.</summary>
internal static class TokenSecret
{
    private const string FileName = "tokens.secret";

    /// <exception cref="StartUpException">It is there and cannot be opened.</exception>
    public static byte[] Ready(DirectoryInfo folder, IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector("TrustBot.TokenSecret.1");
        var path = Path.Combine(folder.FullName, FileName);
        if (!File.Exists(path))
        {
            var fresh = Path.Combine(folder.FullName, $".{Guid.NewGuid():N}");
            File.WriteAllBytes(fresh, protector.Protect(RandomNumberGenerator.GetBytes(32)));
            File.Move(fresh, path, overwrite: true);
        }
        try
        {
            return protector.Unprotect(File.ReadAllBytes(path));
        }
        catch (CryptographicException e)
        {
            throw new StartUpException(
                $"{path} cannot be opened with the key ring beside it. Restore the folder named by KeyRing:Path from its backup; " +
                "or remove the file, and cards named before get new tokens.", e);
        }
    }
}
