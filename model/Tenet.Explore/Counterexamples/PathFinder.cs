using System.Collections.Immutable;

namespace Tenet.Explore;

/// <summary>Turns numbers of states back into a behaviour.</summary>
internal sealed unsafe class PathFinder(CompiledSystem system, StateSpace space, Symmetry? symmetry)
{
    private readonly Packing packing = system.Packing;
    private readonly GroundSystem ground = system.Ground;

    /// <summary>A shortest behaviour to a state.</summary>
    /// <remarks>With symmetry, the search knows only one state of each orbit; here a real behaviour is found that passes through these orbits.</remarks>
    public List<CounterexampleStep> To(uint target)
    {
        var numbers = new Stack<uint>();
        for (var number = target; number != StateSpace.None; number = *space.Parent(number)) numbers.Push(number);
        var first = numbers.Pop();
        var values = ground.Initial.First(initial => Represents(first, Packed(initial)));
        var steps = new List<CounterexampleStep> { new(null, [], State(values)) };
        foreach (var number in numbers) values = Take(steps, values, (_, after) => Represents(number, after));
        return steps;
    }

    /// <summary>Takes the first step from a state that pleases; returns the values after it.</summary>
    public int[] Take(List<CounterexampleStep> steps, int[] values, Func<int, ulong[], bool> pleases)
    {
        foreach (var (action, after) in Successors(values))
        {
            if (!pleases(action, after)) continue;
            var (taken, reached) = (ground.Actions[action & ~SuccessorCompiler.BadStep], packing.Unpack(after));
            steps.Add(new(taken.Rule, [.. taken.Arguments], State(reached)));
            return reached;
        }

        throw new InvalidOperationException("a state has a predecessor that does not lead to it");
    }

    /// <summary>All steps from a state, with the number of each ground action and its mark.</summary>
    public List<(int Action, ulong[] After)> Successors(int[] values)
    {
        var state = Packed(values);
        var most = ground.Actions.Length;
        var (words, actions) = (new ulong[most * packing.Words], new int[most]);
        var found = new List<(int, ulong[])>();
        fixed (ulong* from = state, to = words)
        fixed (int* numbers = actions)
        {
            var count = 0;
            foreach (var method in system.Successors) count += method(from, to + (count * packing.Words), numbers + count);
            for (var i = 0; i < count; i++) found.Add((actions[i], words.AsSpan(i * packing.Words, packing.Words).ToArray()));
        }

        return found;
    }

    public InstanceState State(int[] values) => new(ground.Cells, values);

    private ulong[] Packed(int[] values)
    {
        var state = new ulong[packing.Words];
        packing.Pack(values, state);
        return state;
    }

    private bool Represents(uint number, ulong[] state)
    {
        var copy = state.AsSpan().ToArray();
        fixed (ulong* words = copy)
        {
            symmetry?.Represent(words);
            return StateSpace.AreEqual(words, space.State(number), packing.Words);
        }
    }
}
