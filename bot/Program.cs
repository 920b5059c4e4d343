using TrustBot.BackOffice;
using TrustBot.Channels.Connector;
using TrustBot.Channels.DirectLine;
using TrustBot.CommandLine;
using TrustBot.Desk;
using TrustBot.Locales;
using TrustBot.Pages;
using TrustBot.Storage;
using TrustBot.Turns;

return await Commands.Invoke(args, Assemble);

// What the bot is made of. Another store, channel or back office takes its place here and nowhere else.
static WebApplication Assemble(string[] settings)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
    builder.AddLocales();
    builder.AddSqliteStore();
    builder.AddTurns();
    builder.AddSampleBusiness();
    builder.AddDirectLine();
    builder.AddConnector();
    builder.AddPages();
    builder.AddDesk();

    var app = builder.Build();
    app.UseAntiforgery();
    app.MapDirectLine();
    app.MapConnector();
    app.MapPages();
    app.MapDesk();
    return app;
}
