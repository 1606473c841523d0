namespace Braid;

/// <summary>A step with the number a reader knows it by.</summary>
/// <param name="Number">The decision's number, from 1; for what is no decision, that of the decision before.</param>
/// <param name="Index">Index into <see cref="Trace.Steps"/>.</param>
/// <param name="Step">The step.</param>
internal readonly record struct NumberedStep(int Number, int Index, StepRecord Step)
{
    public static List<NumberedStep> Of(Trace trace)
    {
        List<NumberedStep> numbered = new(trace.Steps.Count);
        var number = 0;
        for (var i = 0; i < trace.Steps.Count; i++)
        {
            if (trace.Steps[i].IsDecision) number++;
            numbered.Add(new(number, i, trace.Steps[i]));
        }
        return numbered;
    }
}
