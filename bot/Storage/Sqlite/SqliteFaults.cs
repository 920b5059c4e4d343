using Microsoft.Data.Sqlite;

namespace TrustBot.Storage.Sqlite;

/// <summary>Says for operators what SQLite's error codes mean and what mends them (https://sqlite.org/rescode.html).</summary>
internal static class SqliteFaults
{
    public static string Tell(SqliteException fault, string path) => fault.SqliteErrorCode switch
    {
        5 or 6 => $"{path} is locked by another program. Close the backup tool or database browser that has it open.",
        8 or 3 => $"{path} cannot be written. Give the account that runs TrustBot the right to write the file and its folder.",
        10 => $"Reading or writing {path} failed on the disk. Check the disk and the system's log.",
        11 => $"{path} is damaged. Stop TrustBot and restore the file from a backup.",
        13 => $"The disk that holds {path} is full. Free space; TrustBot goes on by itself.",
        14 => $"{path} cannot be opened. Check that it is a file and that the account that runs TrustBot may write it.",
        26 => $"{path} is not a database of TrustBot. Name another file with Store:Path.",
        _ => $"The store {path} failed.",
    } + $" (SQLite {fault.SqliteExtendedErrorCode}: {fault.Message})";
}
