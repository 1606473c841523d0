using System.Text;

namespace Tenet.Explore;

/// <summary>
/// An instance as a model for SPIN, to check this explorer against an independent one: the cells as global variables, one process with one loop
/// whose options are the ground actions, each a single indivisible step back to the loop. So SPIN's stored states and the states found here
/// correspond one to one.
/// </summary>
/// <remarks>
/// Invariants are options that are possible only where one is violated, and assert it then; they add no state elsewhere. A state in which nothing
/// can happen is an invalid end state, unless the instance may end. Transition properties are asserted within the step. Goals and responses are left out.
/// </remarks>
public static class PromelaText
{
    /// <summary>The model.</summary>
    /// <exception cref="InstanceException">The instance does not fit its theory, or has more than one state at first.</exception>
    public static string Of(Instance instance)
    {
        var system = GroundSystemBuilder.Build(instance);
        if (system.Initial.Length > 1) throw new InstanceException($"{instance.Name}: {system.Initial.Length} states at first; a Promela model begins in one");
        return new Writer(system).Write();
    }

    private sealed class Writer(GroundSystem system)
    {
        private readonly StringBuilder text = new();

        public string Write()
        {
            Line($"/* {system.Theory.Name}, instance {system.Instance.Name}: {system.Instance.Purpose}");
            Line("   Run by: spin -a FILE; gcc -O2 -DSAFETY -DBFS -o pan pan.c; ./pan */");
            foreach (var cell in system.Variable)
                Line($"{(cell.Size == 2 ? "bit" : "byte")} {GroundText.Name(cell.Id)} = {system.Initial[0][cell.Id]}; /* {Describe(cell)} */");
            for (var i = 0; i < MostTemporaries(); i++) Line($"byte after{i}; /* 0 but within a step */");
            Line("active proctype system() {");
            if (system.Instance.MayEnd) Line("end:");
            Line("  do");
            foreach (var invariant in system.Invariants) Guard(invariant);
            foreach (var action in system.Actions) Option(action);
            Line("  od");
            Line("}");
            return text.ToString();
        }

        private void Guard(GroundProperty invariant)
        {
            if (ReferenceEquals(invariant.Holds, system.Nodes.True)) return;
            Line($"  :: d_step {{ {GroundText.Of(system.Nodes.Not(invariant.Holds))} -> assert(false) }} /* {invariant.Rule.Title} */");
        }

        private void Option(GroundAction action)
        {
            var arguments = action.Rule.Parameters.Zip(action.Arguments).Select(pair => $"{pair.First.Name} = {system.Setting.Name(pair.First.Sort, pair.Second)}");
            Line($"  :: d_step {{ {GroundText.Of(action.Guard)} -> /* {action.Rule.Title}: {string.Join(", ", arguments)} */");
            if (!ReferenceEquals(action.KeepsTransitions, system.Nodes.True)) Line($"       assert({GroundText.Of(action.KeepsTransitions)});");
            // Values that depend on the state are taken before any cell changes.
            var taken = action.Assignments.Where(assignment => assignment.Value is not KnownTerm).ToList();
            for (var i = 0; i < taken.Count; i++) Line($"       after{i} = {GroundText.Of(taken[i].Value)};");
            for (var i = 0; i < taken.Count; i++) Line($"       {GroundText.Name(taken[i].Cell)} = after{i}; after{i} = 0;");
            foreach (var known in action.Assignments.Where(assignment => assignment.Value is KnownTerm)) Line($"       {GroundText.Name(known.Cell)} = {GroundText.Of(known.Value)};");
            Line("     }");
        }

        private int MostTemporaries() => system.Actions.Select(action => action.Assignments.Count(assignment => assignment.Value is not KnownTerm)).DefaultIfEmpty().Max();

        private string Describe(Cell cell) =>
            $"{cell.Symbol.Name}({string.Join(", ", cell.Arguments.Select((value, index) => system.Setting.Name(cell.Symbol.Arguments[index], value)))})";

        private void Line(string line) => text.Append(line).Append('\n');
    }
}
