using Plimsoll.Benchmarks;
using Plimsoll.Benchmarks.Worlds;

return args switch
{
    ["pipeline", .. var rest] => await Pipeline.RunAsync(rest).ConfigureAwait(false),
    ["copies", .. var rest] => Copies.Run(rest),
    ["worlds", .. var rest] => WorldsCommand.Run(rest),
    ["calibration", .. var rest] => WorldsCommand.Calibrate(rest),
    ["kernel", .. var rest] => KernelBenchmark.Run(rest),
    ["kernel-sample", .. var rest] => KernelSample.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        Long measured runs. From the root of the repository:
          dotnet run -c Release --project benchmarks -- pipeline RETURNS [--rounds 3]
            import to finished 60-month, 1,000-replicate costed forecast, inside one process; prints milliseconds and memory
          dotnet run -c Release --project benchmarks -- copies RETURNS TARGET [--times 100]
            writes copies of a folder of returns with new child identifiers
          dotnet run -c Release --project benchmarks -- kernel --hazards FILE --stock FILE [--entries-per-year 240] [--months 60]
              [--replicates 1000] [--seed 1] [--threads 0] [--json]
            the simulation kernel alone on a plain model; time and, with --json, the distribution by month
          dotnet run -c Release --project benchmarks -- kernel-sample --out DIR [--seed 1]
            writes hazards.csv and stock.csv for it
        """);
    Console.Error.WriteLine(WorldsRequest.Usage);
    return 2;
}
