using BenchmarkDotNet.Running;
using TrustBot.Bench;

// `load` measures a first start, which a benchmark that warms up cannot.
if (args is ["load", ..]) return ColdLoad.Run(args.Skip(1).FirstOrDefault() ?? Path.Combine(AppContext.BaseDirectory, "locales"));
BenchmarkSwitcher.FromAssembly(typeof(ColdLoad).Assembly).Run(args);
return 0;
