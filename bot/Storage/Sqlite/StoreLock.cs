namespace TrustBot.Storage.Sqlite;

/// <summary>
/// Holds the store for one process: an empty file beside the database, locked by the operating system, so that the
/// lock goes with the process however it ends. The file itself stays; removing it would race with the next holder.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    // EWOULDBLOCK of Linux and macOS; sharing and lock violation of Windows.
    private static readonly int[] HeldElsewhere = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream _file;

    private StoreLock(FileStream file) => _file = file;

    /// <exception cref="StartUpException">The folder cannot be written, or another process has the store.</exception>
    public static StoreLock Take(string databasePath)
    {
        var folder = Path.GetDirectoryName(databasePath)!;
        try
        {
            Directory.CreateDirectory(folder);
            return new StoreLock(new FileStream(databasePath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (HeldElsewhere.Contains(e.HResult))
        {
            throw new StartUpException(
                $"Another process already uses the store {databasePath}. " +
                "Stop that process, or give this one a file of its own with Store:Path.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException(
                $"The folder {folder} cannot be written ({e.Message}). " +
                "Give the account that runs TrustBot the right to write there, or name another place with Store:Path.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
