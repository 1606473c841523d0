namespace Xvma.Sync;

/// <summary>
/// Sees what happens in the cells of an instantiation that is observed, one thing after another, each at the instant at which it happens. It must
/// not use cells itself.
/// </summary>
public interface ISyncObserver
{
    /// <summary>An integer cell is made.</summary>
    /// <param name="cell">Its number, by which it is called from now on; until the next cell of this number is made.</param>
    /// <param name="name">Its name.</param>
    /// <param name="index">Its place in an array of cells; −1 for a cell that stands alone.</param>
    /// <param name="initial">What it holds.</param>
    void Created(int cell, in CellName name, int index, long initial);

    /// <summary>A reference cell is made; parameters as for an integer cell.</summary>
    void Created(int cell, in CellName name, int index, object? initial);

    /// <summary>A thread has touched an integer cell or a mutex.</summary>
    /// <param name="thread">Which thread; numbers mean nothing but which of them are the same.</param>
    /// <param name="cell">The cell's number.</param>
    /// <param name="touch">How.</param>
    /// <param name="value">What it holds now; nothing for a mutex.</param>
    void Touched(int thread, int cell, Touch touch, long value);

    /// <summary>A thread has touched a reference cell; parameters as for an integer cell.</summary>
    void Touched(int thread, int cell, Touch touch, object? value);

    /// <summary>The code has told something that no cell shows.</summary>
    void Told(int thread, object what);
}
