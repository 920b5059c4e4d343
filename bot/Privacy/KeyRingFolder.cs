namespace TrustBot.Privacy;

/// <summary>The key ring's folder, for this account's eyes only.</summary>
internal static class KeyRingFolder
{
    /// <exception cref="StartUpException">It cannot be written.</exception>
    public static DirectoryInfo Ready(KeyRingOptions options)
    {
        var folder = Path.GetFullPath(options.Path);
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            using var probe = new FileStream(Path.Combine(folder, $".{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return new DirectoryInfo(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException(
                $"The key ring's folder {folder} cannot be written ({e.Message}). " +
                "Give the account that runs TrustBot the right to write there, or name another folder with KeyRing:Path.", e);
        }
    }
}
