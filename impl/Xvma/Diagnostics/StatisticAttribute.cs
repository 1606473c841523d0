namespace Xvma;

/// <summary>What an event is called and what it means, for those who read it at run time. The documentation says the same, which a test holds.</summary>
/// <param name="name">In lower case.</param>
/// <param name="meaning">In one sentence without a full stop.</param>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class StatisticAttribute(string name, string meaning) : Attribute
{
    public string Name { get; } = name;

    public string Meaning { get; } = meaning;
}
