using Linearity;
using Xvma.Tests.Support;

namespace Xvma.Tests.Linearity;

/// <summary>The words that instructions load, store and change are atomic registers, also while their pages come and go.</summary>
public sealed class FacadeTests(ITestOutputHelper output)
{
    private const int Members = 3;
    private const int Pages = 2;
    private const int Calls = 1_200;

    [Theory]
    [MemberData(nameof(StressedMachines.Names), MemberType = typeof(StressedMachines))]
    [Trait("Clause", "INS-3")]
    [Trait("Clause", "INV-4")]
    public void Each_word_is_an_atomic_register_for_as_long_as_its_page_is_mapped(string name)
    {
        var history = Run(StressedMachines.All[name], (call, task, at) => call.Perform(task, at), member => new Random(17 + member));

        var result = Linearizability.Check(new MappedWordModel(), history);
        output.WriteLine($"{history.Operations.Count} calls, {history.Operations.Count(call => call.Result.IsDone)} done, {result.Configurations} configurations");
        Assert.True(result.IsLinearizable, result.Counterexample is { } found ? HistoryColumns.Render(found) : "");
        Assert.True(history.Operations.Count(call => call.Result.IsDone) > Calls / 4);
    }

    [Fact]
    public void An_addition_made_of_a_load_and_a_store_is_told_from_an_atomic_one()
    {
        using var between = new Barrier(Members);
        // All meet between the load and the store of their only call: this is no matter of luck.
        var history = Run(
            new(),
            (call, task, at) =>
            {
                task.Gru.TryLoad(at, 8, out var old);
                between.SignalAndWait(TestContext.Current.CancellationToken);
                task.Gru.TryStore(at, 8, old + call.Value);
                return new(true, old);
            },
            _ => null);

        var result = Linearizability.Check(new MappedWordModel(initial: 0), history);
        Assert.False(result.IsLinearizable);
        var page = HistoryColumns.Render(result.Counterexample!);
        output.WriteLine(page);
        Assert.Contains("✗", page, StringComparison.Ordinal);
    }

    /// <param name="options">The machine.</param>
    /// <param name="perform">Makes a call.</param>
    /// <param name="chance">Of a member: what to call at random; null for one addition to a page mapped before.</param>
    private static History<WordCall, WordAnswer> Run(
        MachineOptions options, Func<WordCall, XvmaTask, ExtendedAddress, WordAnswer> perform, Func<int, Random?> chance)
    {
        var machine = Machine.Create(options);
        var tasks = Enumerable.Range(0, Members).Select(_ => machine.StartTask(uid: 7)).ToArray();
        var group = tasks[0].CreateSharedXmm();
        foreach (var task in tasks[1..]) task.Join(group);
        var start = AddressLayout.Default.SharedBase;
        if (chance(0) is null) tasks[0].TryMapShared(4096, PageSize.Of4K, at: start);

        var recorder = new HistoryRecorder<WordCall, WordAnswer>(Members, new MachineClock());
        Running.Together([.. Enumerable.Range(0, Members).Select(member => (Action)(() =>
        {
            var random = chance(member);
            var session = recorder.Begin(member);
            for (var number = 0; number < (random is null ? 1 : Calls); number++)
            {
                var call = random is null ? new(0, WordVerb.FetchAdd, 1) : Draw(random, (ulong)((member * Calls) + number + 1));
                session.Call(call, () => perform(call, tasks[member], start + (call.Page * 4096)));
            }
        }))]);
        foreach (var task in tasks) task.Exit();
        Holds.Nothing(machine);
        return recorder.ToHistory();
    }

    /// <summary>A page is there about four fifths of the time, and what is stored is stored once.</summary>
    private static WordCall Draw(Random random, ulong unique)
    {
        var verb = random.Next(21) switch
        {
            0 => WordVerb.Unmap,
            < 5 => WordVerb.Map,
            var other => WordVerb.Load + (other % 8),
        };
        return new((ulong)random.Next(Pages), verb, unique, Expected: 0);
    }
}
