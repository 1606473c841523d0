namespace Xvma.Model.Refinement;

/// <summary>Values by small numbers, made larger as needed, and cheap to copy: what is copied back before every schedule.</summary>
internal sealed class Table<T>(T none)
{
    private T[] items = [];
    private int used;

    public int Count => used;

    public T this[long index]
    {
        get => index < used ? items[index] : none;
        set
        {
            if (index >= used) Enlarge((int)index + 1);
            items[index] = value;
        }
    }

    public void Add(T value) => this[used] = value;

    public void CopyFrom(Table<T> other)
    {
        if (items.Length < other.used) items = new T[other.items.Length];
        if (other.used > 0) Array.Copy(other.items, items, other.used);
        used = other.used;
    }

    private void Enlarge(int size)
    {
        if (size > items.Length) Array.Resize(ref items, Math.Max(size, Math.Max(8, items.Length * 2)));
        for (; used < size; used++) items[used] = none;
    }
}
