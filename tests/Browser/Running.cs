using TrustBot.Tests.Support;

namespace TrustBot.Browser.Tests;

/// <summary>One bot and one browser for the journeys that need no bot of their own.</summary>
[CollectionDefinition(Name)]
public sealed class Running : ICollectionFixture<SharedBot>, ICollectionFixture<Chrome>
{
    public const string Name = "running";
}

/// <summary>The bot that journeys share: each is a new visitor to it.</summary>
public sealed class SharedBot : IAsyncLifetime
{
    private RunningBot? _bot;

    internal RunningBot Bot => _bot!;

    public async Task InitializeAsync() => _bot = await RunningBot.Start();

    public async Task DisposeAsync()
    {
        if (_bot is not null) await _bot.DisposeAsync();
    }
}
