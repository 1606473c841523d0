using Xvma.Cli;

return await XvmaCommand.RunAsync(args, Terminal.OfProcess(), CancellationToken.None);
