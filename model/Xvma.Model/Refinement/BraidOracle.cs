using Braid;
using Xvma.Observing;
using Xvma.Sync;

namespace Xvma.Model.Refinement;

/// <summary>The oracle of the schedules of one program.</summary>
internal sealed class BraidOracle : IScheduleObserver
{
    private readonly Oracle oracle;
    private readonly Shadow arranged;
    private readonly ISyncObserver cells;
    private Violation? refused;
    private bool isArranged;

    public BraidOracle(Tenet.Theory theory)
    {
        oracle = new(theory);
        arranged = new(theory);
        cells = MachineObserver.Over<BraidSync>(oracle);
    }

    public void Arranged()
    {
        arranged.CopyFrom(oracle.Shadow);
        isArranged = true;
    }

    public void Begin()
    {
        if (refused is not null) throw refused;
        oracle.Shadow.CopyFrom(arranged);
        oracle.Forget();
    }

    public void Created(int cell, in CellName name, int index, long initial) => cells.Created(cell, in name, index, initial);

    public void Created(int cell, in CellName name, int index, object? initial) => cells.Created(cell, in name, index, initial);

    public void Touched(int thread, int cell, Touch touch, long value)
    {
        if (isArranged) cells.Touched(thread, cell, touch, value);
        else Arranging(() => cells.Touched(thread, cell, touch, value));
    }

    public void Touched(int thread, int cell, Touch touch, object? value)
    {
        if (isArranged) cells.Touched(thread, cell, touch, value);
        else Arranging(() => cells.Touched(thread, cell, touch, value));
    }

    public void Told(int thread, object what)
    {
        if (isArranged) cells.Told(thread, what);
        else Arranging(() => cells.Told(thread, what));
    }

    /// <summary>What is met while arranging is what every schedule begins with.</summary>
    private void Arranging(Action step)
    {
        if (refused is not null) return;
        try
        {
            step();
        }
        catch (Violation violation)
        {
            refused = violation;
        }
    }
}
