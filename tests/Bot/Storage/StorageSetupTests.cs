using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TrustBot.Privacy;
using TrustBot.Storage;
using TrustBot.Tests.Support;

namespace TrustBot.Tests.Storage;

public sealed class StorageSetupTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private async Task<WebApplication> Started(params string[] more)
    {
        var builder = WebApplication.CreateSlimBuilder(
            [$"--Store:Path={_scratch.File("trustbot.db")}", $"--KeyRing:Path={_scratch.File("keys")}", .. more]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        // Added before the store, and yet finds it open.
        builder.Services.AddHostedService<Early>();
        builder.Services.AddSingleton<Func<ProtectionWords>>(() => Some.ProtectionWords);
        builder.AddSqliteStore();
        var app = builder.Build();
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        return app;
    }

    [Fact]
    public async Task WhatIsKeptIsThereAfterARestartWithTheSameKeyRing()
    {
        var opening = Some.Opening(Some.Id());
        string? token;
        await using (var app = await Started())
        {
            await app.Services.GetRequiredService<IConversationStore>().Append(opening, default);
            token = app.Services.GetRequiredService<Protector>().Protect("c1", "4111111111111111").Text;
            await app.StopAsync();
        }
        await using var again = await Started();
        Assert.NotNull(await again.Services.GetRequiredService<IConversationStore>().Load(opening.Snapshot.Id, default));
        Assert.Equal(token, again.Services.GetRequiredService<Protector>().Protect("c1", "4111111111111111").Text);
    }

    [Fact]
    public async Task TheKeyRingLiesInItsFolderForThisAccountAlone()
    {
        await using var app = await Started();
        Assert.Single(Directory.GetFiles(_scratch.File("keys"), "key-*.xml"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_scratch.File("keys")));
    }

    [Fact]
    public async Task AKeyRingThatCannotBeWrittenIsNamedAtStart()
    {
        File.WriteAllText(_scratch.File("keys"), "a file where the folder should be");
        var told = (await Assert.ThrowsAsync<StartUpException>(() => Started())).Message;
        Assert.Contains($"The key ring's folder {_scratch.File("keys")} cannot be written", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Store:Sync=fast", "Store:Sync must be full, or off for benchmarks.")]
    [InlineData("--Store:Path= ", "Store:Path is empty. Name the database file, for example ./data/trustbot.db.")]
    [InlineData("--KeyRing:Path=", "KeyRing:Path is empty. Name the folder of the key ring, for example ./data/keys.")]
    public async Task AWrongOptionIsNamedAtStart(string option, string told) =>
        Assert.Equal([told], (await Assert.ThrowsAsync<OptionsValidationException>(() => Started(option))).Failures);

    [Fact]
    public async Task AStolenTokenSecretOpensNothingWithoutItsKeyRing()
    {
        await using (var app = await Started()) app.Services.GetRequiredService<Protector>();
        var secret = new FileInfo(_scratch.File("keys/tokens.secret"));
        Assert.Throws<StartUpException>(() => TokenSecret.Ready(secret.Directory!, new EphemeralDataProtectionProvider()));
    }

    private sealed class Early(IConversationStore store) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => store.WithOpenWork(1, cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => store.WithOpenWork(1, cancellationToken);
    }
}
