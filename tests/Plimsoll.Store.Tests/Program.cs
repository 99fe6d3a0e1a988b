using Plimsoll.Store.Tests.Care;

// The tests start this program a second time as a process of its own that imports until it is killed.
return args is [EndlessImport.Command, var kind, var where]
    ? await EndlessImport.RunAsync(kind, where)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
