using TrustBot.Channels.Connector;
using TrustBot.Channels.DirectLine;
using TrustBot.Desk;
using TrustBot.Pages;
using TrustBot.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddSqliteStore();
builder.AddDirectLine();
builder.AddConnector();
builder.AddPages();
builder.AddDesk();
var app = builder.Build();
app.MapDirectLine();
app.MapConnector();
app.MapPages();
app.MapDesk();
app.Run();
