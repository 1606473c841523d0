using System.Text.Json;

namespace Tenet.Explore.Tests;

public sealed class CounterexampleTests
{
    [Fact]
    public void It_reads_as_numbered_steps_with_what_each_changes()
    {
        var result = Shootdown.Of(Shootdown.Forgetful, cpus: 2, pages: 1).Explore();

        Assert.Equal(
            """
               0  at first
                      last(page 1)  = cpu 1
               1  TLB-1 map     p = page 1
                      mapped(page 1)  false → true
                      live(frame 1)   false → true
               2  TLB-2 fill    c = cpu 1, p = page 1
                      cached(cpu 1, page 1)  false → true
               3  TLB-4 begin   p = page 1
                      unmap(page 1)  Idle → Purging
               4  TLB-5 purge   p = page 1, c = cpu 2
                      purged(page 1, cpu 2)  false → true
               5  TLB-6 change  p = page 1
                      mapped(page 1)  true → false
                      live(frame 1)   true → false
                      unmap(page 1)   Purging → Ending

              violated here: TLB-7 no stale entry
                  cached(c, p)  ⟶  live(home(p))
              for c = cpu 1, p = page 1

            """.ReplaceLineEndings("\n"),
            CounterexampleText.Of(result.Violation!));
    }

    [Fact]
    public void A_bad_step_names_the_elements_and_is_the_last_one()
    {
        var instance = Shootdown.Of(Shootdown.Forgetful, cpus: 1, pages: 1);
        var result = instance.Explore();

        Assert.Equal(Verdict.SafetyViolated, result.Verdict);
        Assert.Equal("purges are forgotten at the end", result.Violation!.Rule!.Name);
        Assert.Equal("end", result.Violation.Steps[^1].Action!.Name);
        Assert.Equal([0], result.Violation.Elements);
        Behaviour.Require(result.Violation);
    }

    [Fact]
    public void A_deadlock_is_shown_with_the_way_to_it()
    {
        var result = (Locking.Of(Locking.Stuck, 2) with { ChecksResponses = false }).Explore();

        Assert.Equal(Verdict.Deadlock, result.Verdict);
        Behaviour.Require(result.Violation!);
        Assert.Contains("deadlock: no action is possible here", CounterexampleText.Of(result.Violation!), StringComparison.Ordinal);
    }

    [Fact]
    public void The_informal_trace_has_what_the_format_asks_for()
    {
        var violation = Locking.Of(Locking.Unfair, 2).Explore(new() { UsesSymmetry = false }).Violation!;
        using var trace = JsonDocument.Parse(InformalTrace.Of(violation));
        var root = trace.RootElement;

        Assert.Equal("ITF", root.GetProperty("#meta").GetProperty("format").GetString());
        Assert.Equal(violation.LoopsTo, root.GetProperty("loop").GetInt32());
        Assert.Equal(["place", "holds"], root.GetProperty("vars").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(violation.Steps.Length, root.GetProperty("states").GetArrayLength());
        var last = root.GetProperty("states")[violation.Steps.Length - 1];
        Assert.Equal("thread 1", Assert.Single(last.GetProperty("holds").GetProperty("#set").EnumerateArray()).GetString());
        Assert.Equal(["thread 1", "Inside"], last.GetProperty("place").GetProperty("#map")[0].EnumerateArray().Select(part => part.GetString()));
        Assert.Equal("ask", root.GetProperty("states")[1].GetProperty("#meta").GetProperty("action").GetString());
    }
}
