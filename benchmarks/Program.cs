using Plimsoll.Benchmarks;
using Plimsoll.Benchmarks.Worlds;

return args switch
{
    ["pipeline", .. var rest] => await Pipeline.RunAsync(rest).ConfigureAwait(false),
    ["copies", .. var rest] => Copies.Run(rest),
    ["worlds", .. var rest] => WorldsCommand.Run(rest),
    ["calibration", .. var rest] => WorldsCommand.Calibrate(rest),
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
        """);
    Console.Error.WriteLine(WorldsRequest.Usage);
    return 2;
}
