namespace TrustBot.Storage;

internal static class StorageSetup
{
    public static WebApplicationBuilder AddSqliteStore(this WebApplicationBuilder builder) => builder;
}
