using BenchmarkDotNet.Running;
using TrustBot.Bench;

switch (args)
{
    case ["load"]:
        return ColdLoad.Compare(Shipped.Folder);
    case ["load", var how, var folder, var digest]:
        return ColdLoad.Run(how, folder, digest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ColdLoad).Assembly).Run(args);
        return 0;
}
