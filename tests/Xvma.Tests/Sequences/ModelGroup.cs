namespace Xvma.Tests.Sequences;

/// <summary>A group as the model knows it.</summary>
internal sealed class ModelGroup(int id, int uid, AddressLayout layout)
{
    public int Id { get; } = id;

    public int Uid { get; } = uid;

    public int Members { get; set; } = 1;

    public ModelSpace Space { get; } = new(layout.SharedRegion);
}
