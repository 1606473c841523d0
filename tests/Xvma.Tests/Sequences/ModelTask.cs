namespace Xvma.Tests.Sequences;

/// <summary>A task as the model knows it.</summary>
internal sealed class ModelTask(int uid, AddressLayout layout)
{
    public int Uid { get; set; } = uid;

    public bool IsDead { get; set; }

    public ModelGroup? Group { get; set; }

    public ModelSpace Own { get; set; } = new(layout.PrivateRegion);
}
