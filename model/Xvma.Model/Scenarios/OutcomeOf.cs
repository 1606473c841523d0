using Xvma.Sync;

namespace Xvma.Model;

internal sealed class OutcomeOf<TSync, T> : Outcome<T>
    where TSync : struct, ISync
    where T : struct
{
    private AtomicRef<TSync, object> cell;

    public OutcomeOf(string what) => cell = new(null, what);

    public override T? Value => (T?)cell.Load();

    public override T Record(T value)
    {
        cell.Store(value);
        return value;
    }
}
