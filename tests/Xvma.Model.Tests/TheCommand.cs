using Xvma.Cli;

namespace Xvma.Model.Tests;

/// <summary>Runs the command as a pipe would: no terminal, lines of 120 characters.</summary>
internal static class TheCommand
{
    public static Task<(int Code, string Output, string Error)> Run(params string[] args) => RunUntil(TestContext.Current.CancellationToken, args);

    public static async Task<(int Code, string Output, string Error)> RunUntil(CancellationToken stop, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await XvmaCommand.RunAsync(args, new(output, error, IsInteractive: false, Width: 120), stop);
        return (code, output.ToString(), error.ToString());
    }
}
