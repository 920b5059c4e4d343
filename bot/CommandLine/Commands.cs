using System.CommandLine;
using TrustBot.Dialogs.Locales;

namespace TrustBot.CommandLine;

/// <summary>The command line: <c>run</c> (default), <c>chat</c>, <c>lint</c>, <c>preview</c>, <c>new</c>, <c>read</c>, <c>evaluate</c>, <c>train</c>.</summary>
internal static class Commands
{
    /// <summary>Runs a command; 0 is good, 1 is a fault found, 2 is a start that failed.</summary>
    public static async Task<int> Invoke(string[] args, Func<string[], WebApplication> assemble)
    {
        var emulator = new Option<bool>("--emulator") { Description = "Open /api/messages to Bot Framework Emulator and the like, without sign-in, on this machine only." };
        var locale = new Option<string>("--locale") { Description = "The customer's locale, for example ja.", DefaultValueFactory = _ => "en" };
        var zone = new Option<string>("--zone") { Description = "The customer's IANA time zone, for example Asia/Tokyo.", DefaultValueFactory = _ => "" };
        var warnings = new Option<bool>("--warnings") { Description = "Show warnings too." };

        var culture = new Argument<string>("culture") { Description = "A BCP 47 tag, for example ja-JP." };
        var page = new Option<string>("--html") { Description = "Write an HTML page with the base language beside it.", DefaultValueFactory = _ => "" };
        var filter = new Option<string>("--key") { Description = "Only phrases whose key has this in it.", DefaultValueFactory = _ => "" };
        var say = new Option<string>("--say") { Description = "A customer's message: how it is read, and what is answered in each register.", DefaultValueFactory = _ => "" };
        var from = new Option<string>("--from") { Description = "The culture to begin from.", DefaultValueFactory = _ => LocaleSet.Base };
        var file = new Argument<string>("file") { Description = "Lines like {\"id\": \"1\", \"culture\": \"en\", \"text\": \"where is my order\"}." };

        var data = new Argument<string>("data") { Description = "JSON lines of labelled messages or dialogues, or a folder of them." };
        var policy = new Option<string>("--policy") { Description = "Another policy.yaml to judge by.", DefaultValueFactory = _ => "" };
        var folds = new Option<bool>("--folds") { Description = "Teach throw-away listeners on all but a part and judge that part: by id, and by family of cultures. For data the shipped one was taught." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var report = new Option<string>("--html") { Description = "Write a page with plots.", DefaultValueFactory = _ => "" };
        var output = new Argument<string>("output") { Description = "Where the listener is written; its card goes beside it." };

        var run = new Command("run", "Start the bot with its pages and the desk (default).") { emulator };
        var chat = new Command("chat", "Talk to the bot in the terminal.") { locale, zone };
        var lint = new Command("lint", "Check the locale files: file, line, what is wrong, how to mend it.") { warnings };
        var read = new Command("read", "Print the reading of each message in a JSON lines file.") { file, json };
        var evaluate = new Command("evaluate", "Measure how well the bot listens on labelled conversations.") { data, policy, folds, json, report };
        var train = new Command("train", "Make the listener that ships from labelled conversations.") { data, output };
        var preview = new Command("preview", "Show what a culture says, or how a message is read and answered in it.") { culture, page, filter, say };
        var start = new Command("new", "Make the files of a new culture.") { culture, from };
        var root = new RootCommand("TrustBot: an honest customer-service bot that hands over in time.") { run, chat, lint, preview, start, read, evaluate, train, emulator };
        foreach (var command in new Command[] { root, run, chat, lint, preview, start, read, evaluate, train }) command.TreatUnmatchedTokensAsErrors = false;

        run.SetAction((parsed, cancel) => RunCommand.Run(assemble, Settings(parsed), parsed.GetValue(emulator), cancel));
        root.SetAction((parsed, cancel) => RunCommand.Run(assemble, Settings(parsed), parsed.GetValue(emulator), cancel));
        chat.SetAction((parsed, cancel) => ChatCommand.Run(assemble, Settings(parsed), parsed.GetValue(locale)!, parsed.GetValue(zone)!, cancel));
        lint.SetAction(parsed => LintCommand.Run(Settings(parsed), parsed.GetValue(warnings)));
        preview.SetAction((parsed, _) => PreviewCommand.Run(Settings(parsed), parsed.GetValue(culture)!, parsed.GetValue(page)!, parsed.GetValue(filter)!, parsed.GetValue(say)!));
        start.SetAction(parsed => NewCommand.Run(Settings(parsed), parsed.GetValue(culture)!, parsed.GetValue(from)!));
        read.SetAction(parsed => ReadCommand.Run(Settings(parsed), parsed.GetValue(file)!));

        evaluate.SetAction(parsed => EvaluateCommand.Run(Settings(parsed), parsed.GetValue(data)!, parsed.GetValue(policy)!, parsed.GetValue(folds), parsed.GetValue(json), parsed.GetValue(report)!));
        train.SetAction(parsed => TrainCommand.Run(Settings(parsed), parsed.GetValue(data)!, parsed.GetValue(output)!));

        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StartUpException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    /// <summary>What is left over are settings, such as <c>--urls http://localhost:5000</c> or <c>--Store:Path=x.db</c>.</summary>
    private static string[] Settings(ParseResult parsed)
    {
        var tokens = parsed.UnmatchedTokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var name = tokens[i].Split('=')[0];
            var known = name.StartsWith("--", StringComparison.Ordinal) && (name.Contains(':', StringComparison.Ordinal) || name is "--urls");
            if (!known) throw new StartUpException($"`{tokens[i]}` is not known here. Commands: run, chat, lint, preview, new, read, evaluate, train; settings look like --urls http://localhost:5000 or --Store:Path=bot.db; --help shows all.");
            if (tokens[i].Contains('=', StringComparison.Ordinal)) continue;
            if (++i == tokens.Count || tokens[i].StartsWith("--", StringComparison.Ordinal))
                throw new StartUpException($"`{tokens[i - 1]}` needs a value, for example {(name is "--urls" ? "--urls http://localhost:5000" : $"{name}=…")}");
        }
        return [.. tokens];
    }
}
