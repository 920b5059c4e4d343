using BenchmarkDotNet.Running;
using TrustBot.Bench;

switch (args)
{
    case ["load"]:
        return ColdLoad.Compare(Shipped.Folder);
    case ["load", var how, var folder, var digest]:
        return ColdLoad.Run(how, folder, digest);
    case ["teach-languages", var turns, var others, var part, var file]:
        return LanguageTraining.Run(turns, others, part, file);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ColdLoad).Assembly).Run(args);
        return 0;
}
