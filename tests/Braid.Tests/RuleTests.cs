using Xvma.Sync;

namespace Braid.Tests;

/// <summary>Code that cannot be executed again is reported, not explored wrongly.</summary>
public sealed class RuleTests
{
    /// <summary>Both threads look at a plain field to decide which cell to read: executed again, they decide otherwise.</summary>
    public static Func<Program> PlainField() => Lambda.Of(stage =>
    {
        var (x, y) = (new Cell("x"), new Cell("y"));
        var shared = 0;
        stage.Thread("first", () =>
        {
            x.Store(1);
            if (shared++ % 3 == 0) x.Load();
            else y.Load();
            x.Store(2);
        });
        stage.Thread("second", () =>
        {
            x.Store(3);
            x.Load();
        });
    });

    [Fact]
    public void A_plain_shared_field_that_decides_what_is_done_is_reported()
    {
        var result = Explore.All(PlainField());

        Assert.Equal(FailureKind.RuleBroken, result.Failure!.Kind);
        Assert.Contains("executed again", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_field_in_a_cell_is_not()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var (x, y, shared) = (new Cell("x"), new Cell("y"), new Cell("shared"));
            stage.Thread("first", () =>
            {
                x.Store(1);
                if (shared.Add(1) % 3 == 1) x.Load();
                else y.Load();
                x.Store(2);
            });
            stage.Thread("second", () =>
            {
                x.Store(3);
                x.Load();
            });
        }));

        Assert.Equal(Verdict.Exhausted, result.Verdict);
    }

    [Fact]
    public void A_plain_field_that_survives_from_schedule_to_schedule_is_reported()
    {
        Func<Program> program = Lambda.Of(stage =>
        {
            var (x, y) = (new Cell("x"), new Cell("y"));
            var runs = 0;
            stage.Thread("first", () =>
            {
                x.Store(1);
                (runs++ == 0 ? x : y).Store(2);
            });
            stage.Thread("second", () => x.Load());
        });

        Assert.Equal(FailureKind.RuleBroken, Explore.All(program).Failure!.Kind);
        Assert.Equal(Verdict.Exhausted, Explore.All(program, new() { Backend = Backend.OsThreads }).Verdict);
    }

    [Fact]
    public void What_goes_wrong_while_arranging_is_told_to_the_caller()
    {
        Assert.Throws<FormatException>(() => Explore.All(Lambda.Of(_ => throw new FormatException())));
        Assert.Throws<InvalidOperationException>(() => Explore.All(Lambda.Of(_ => { })));
    }

    [Fact]
    public void A_cell_created_in_a_body_outside_of_Share_is_reported()
    {
        var result = Explore.All(Lambda.Of(stage => stage.Thread("maker", () => new Cell("new").Load())));

        Assert.Equal(FailureKind.RuleBroken, result.Failure!.Kind);
        Assert.Contains("'new' is created outside of Share", result.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_created_in_Share_is_the_same_one_when_its_maker_is_executed_again()
    {
        Program Make()
        {
            AtomicRef<BraidSync, Cell>[] published = [default];
            return new Lambda(
                stage =>
                {
                    published[0] = new(null, "published");
                    var other = new Cell("other");
                    stage.Thread("maker", () =>
                    {
                        other.Store(1);
                        var made = Seam<BraidSync>.Share(7L, static initial => new Cell("made", initial));
                        published[0].Store(made);
                        other.Store(2);
                        made.Add(1);
                        if (!ReferenceEquals(published[0].Load(), made)) throw new Violation("same", "The maker no longer knows its own object.");
                    });
                    stage.Thread("user", () =>
                    {
                        other.Load();
                        published[0].Load()?.Add(10);
                    });
                },
                atRest: () =>
                {
                    if (published[0].Load()!.Load() is not (8 or 18)) throw new Violation("sum", "An addition was lost.");
                });
        }

        Assert.Equal(Verdict.Exhausted, Explore.All(Make).Verdict);
        Assert.Equal(Verdict.Exhausted, Explore.All(Make, new() { Backend = Backend.OsThreads }).Verdict);
    }

    [Fact]
    public void A_shared_object_may_not_be_made_out_of_the_state_of_others()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var x = new Cell("x");
            stage.Thread("maker", () =>
            {
                x.Load();
                Seam<BraidSync>.Share(x, static from => new Cell("made", from.Load()));
            });
        }));

        Assert.Equal(FailureKind.RuleBroken, result.Failure!.Kind);
    }

    [Fact]
    public void A_cell_that_was_never_created_is_reported()
    {
        var result = Explore.All(Lambda.Of(stage =>
        {
            var none = default(AtomicInt64<BraidSync>);
            stage.Thread("user", () => none.Load());
        }));

        Assert.Equal(FailureKind.RuleBroken, result.Failure!.Kind);
    }

    [Fact]
    public void The_seam_outside_of_an_exploration_says_so() =>
        Assert.Throws<InvalidOperationException>(() => new Cell("nowhere"));
}
