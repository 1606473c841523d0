using Linearity.Models;

namespace Linearity.Tests;

public sealed class DisplayTests
{
    [Fact]
    public void A_failure_is_shown_as_columns_with_what_each_answer_would_have_to_be()
    {
        var history = new HistoryBuilder<RegisterCall, long>()
            .Call(0, new(9, RegisterVerb.Write, 4), 0)
            .Invoke(0, new(1, RegisterVerb.Write, 1)).Call(1, new(1, RegisterVerb.Read), 1).Call(2, new(1, RegisterVerb.Read), 0)
            .Respond(0, 0)
            .Build();

        var found = Linearizability.Check(new RegisterModel(), history).Counterexample!;
        var text = HistoryColumns.Render(found, ["writer", "early", "late"]);
        var expected = """
            not linearizable: no order of these 3 calls gives these answers (1 call on other parts not shown)

                  writer          early    late
               3  write 1 ← 1 …
               4                  read 1
               5                  └ 1               would have to be 0
               6                           read 1
               7                           └ 0      ✗ would have to be 1

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void A_long_history_shows_its_end()
    {
        var builder = new HistoryBuilder<long, long>();
        for (var at = 1; at <= 100; at++) builder.Call(at % 2, 1, at);
        var found = Linearizability.Check(new CounterModel(), builder.Call(0, 1, 100).Build()).Counterexample!;

        var text = HistoryColumns.Render(found, mostRows: 4);
        Assert.Contains("… 198 events before …", text, StringComparison.Ordinal);
        Assert.Contains("✗ would have to be 101", text, StringComparison.Ordinal);
        Assert.Equal(8, text.Count(letter => letter == '\n'));
    }
}
