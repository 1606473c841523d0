using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>
/// The states at first: relations false, enumerations their first member, what the theory sets, what the instance fixes; the rest is open and
/// every value of it is tried. Then the actions of the instance's prelude happen.
/// </summary>
internal sealed class InitialStates
{
    private const int Most = 1 << 20;

    private readonly Setting setting;
    private readonly CellTable cells;
    private readonly int?[] only;
    private readonly ImmutableArray<int[]> states;

    public InitialStates(Setting setting, CellTable cells, Nodes nodes)
    {
        this.setting = setting;
        this.cells = cells;
        only = [.. cells.All.Select(Empty)];
        var empty = only.Select(value => value ?? 0).ToArray();
        var grounder = new Grounder(setting, cells, nodes);
        foreach (var update in setting.Theory.Initial)
        {
            foreach (var each in grounder.Tuples(update.Each))
            {
                grounder.Bind(update.Each, each);
                var value = grounder.Value(update.Value);
                var indexes = update.Indexes.Select(grounder.Value).ToArray();
                if (indexes.Append(value).SelectMany(Terms.Cells).Any(cell => only[cell] is null))
                    throw new InstanceException($"{setting.Instance.Name}: {update.Symbol} is set at first from a function that is itself open at first");
                only[cells.Find(update.Symbol, [.. indexes.Select(index => index.Value(empty))])] = value.Value(empty);
            }
        }

        states = [.. AllValues().Select(state => AfterPrelude(state, new(setting, cells, nodes, grounder)))];
        foreach (var cell in cells.All) only[cell.Id] = states.All(state => state[cell.Id] == states[0][cell.Id]) ? states[0][cell.Id] : null;
    }

    /// <summary>The states at first.</summary>
    public ImmutableArray<int[]> States => states;

    /// <summary>The value of a cell at first, if it has only one.</summary>
    public int? Only(int cell) => only[cell];

    private ImmutableArray<int[]> AllValues()
    {
        var open = cells.All.Where(cell => only[cell.Id] is null).ToList();
        var count = open.Aggregate(1.0, (product, cell) => product * cell.Size);
        if (count > Most)
        {
            var symbols = string.Join(", ", open.Select(cell => cell.Symbol.Name).Distinct());
            throw new InstanceException($"{setting.Instance.Name}: {count:G3} states at first, since {symbols} may be anything; use Starts to say what they are");
        }

        var all = ImmutableArray.CreateBuilder<int[]>((int)count);
        var values = only.Select(value => value ?? 0).ToArray();
        for (var done = false; !done;)
        {
            all.Add([.. values]);
            done = true;
            foreach (var cell in open)
            {
                if (++values[cell.Id] < cell.Size)
                {
                    done = false;
                    break;
                }

                values[cell.Id] = 0;
            }
        }

        return all.MoveToImmutable();
    }

    private int[] AfterPrelude(int[] state, ActionGrounder actions)
    {
        foreach (var (name, arguments) in setting.Instance.Prelude)
        {
            var rule = setting.Theory.Action(name);
            var fits = arguments.Length == rule.Parameters.Length && arguments.Zip(rule.Parameters).All(pair => pair.First >= 0 && pair.First < setting.Size(pair.Second.Sort));
            if (!fits || actions.Ground(rule, [.. arguments]) is not { } action || !action.Guard.Holds(state))
                throw new InstanceException($"{setting.Instance.Name}: {name}({string.Join(", ", arguments)}) is part of the prelude and cannot happen there");
            var after = state.AsSpan().ToArray();
            foreach (var assignment in action.Assignments) after[assignment.Cell] = assignment.Value.Value(state);
            state = after;
        }

        return state;
    }

    private int? Empty(Cell cell)
    {
        if (cell.Symbol.Result.IsEnumeration || cell.Size == 1) return 0;
        if (setting.Instance.Start.GetValueOrDefault(cell.Symbol) is not { } start) return null;
        var value = start([.. cell.Arguments]);
        return value >= 0 && value < cell.Size
            ? value
            : throw new InstanceException($"{setting.Instance.Name}: {cell.Symbol} starts as {value}, and {cell.Symbol.Result} has {cell.Size} values");
    }
}
