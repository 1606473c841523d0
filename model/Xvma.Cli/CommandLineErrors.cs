using System.CommandLine;
using System.CommandLine.Parsing;

namespace Xvma.Cli;

/// <summary>What is wrong with a command line, in one sentence of this command's own words.</summary>
internal static class CommandLineErrors
{
    /// <summary>The sentence for the first thing that is wrong, and where to look what there is.</summary>
    public static string Sentence(ParseResult parsed)
    {
        // A word that is no command brings two errors; the one that names the word says more than “a command is required”.
        var unknown = parsed.UnmatchedTokens.FirstOrDefault(word => parsed.Errors.Any(error => error.Message.Contains($"'{word}'", StringComparison.Ordinal)));
        var command = parsed.CommandResult.Command;
        var path = command is RootCommand || command.Name == "xvma" ? "xvma" : $"xvma {command.Name}";
        return $"{(unknown is null ? Of(parsed.Errors[0]) : Unknown(unknown, command, path))} ({path} --help lists what there is)";
    }

    private static string Unknown(string word, Command command, string path)
    {
        if (word.StartsWith('-')) return $"{path} has no option {word}{Nearest.Ask(word, command.Options.Select(option => option.Name))}";
        if (command.Subcommands.Count > 0) return $"there is no command “{word}”{Nearest.Ask(word, command.Subcommands.Select(each => each.Name))}";
        return $"{path} does not know what to do with “{word}”{Nearest.Ask($"--{word}", command.Options.Select(option => option.Name))}";
    }

    private static string Of(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens: [] } option when IsTheParsers(error, "Required argument missing") => $"{option.Option.Name} needs a value",
        OptionResult { Tokens: [.., var word] } option when IsTheParsers(error, "Cannot parse") => $"{option.Option.Name} “{word.Value}” is {Flaw(word.Value, option.Option.ValueType)}",
        OptionResult option when IsTheParsers(error, "Option '") && error.Message.Contains("expects a single argument", StringComparison.Ordinal) => $"{option.Option.Name} may be given once only",
        ArgumentResult { Tokens: [] } argument when IsTheParsers(error, "Required argument missing") => $"{argument.Argument.Name} is missing",
        CommandResult command when IsTheParsers(error, "Required argument missing") => $"{command.Command.Arguments[0].Name} is missing",
        CommandResult when IsTheParsers(error, "Required command") => "a command is missing",
        OptionResult option when error.Message.EndsWith("is required.", StringComparison.Ordinal) => $"{option.Option.Name} {option.Option.HelpName} is missing",
        _ => OneLine(error.Message),
    };

    private static bool IsTheParsers(ParseError error, string beginning) => error.Message.StartsWith(beginning, StringComparison.Ordinal);

    private static string Flaw(string word, Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.Double => "no number",
        TypeCode.Int32 or TypeCode.Int64 or TypeCode.UInt32 or TypeCode.UInt64 when word.All(char.IsAsciiDigit) => "too large",
        TypeCode.Int32 or TypeCode.Int64 => "no whole number",
        TypeCode.UInt32 or TypeCode.UInt64 => "no whole number of at least 0",
        _ => "no value for it",
    };

    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
