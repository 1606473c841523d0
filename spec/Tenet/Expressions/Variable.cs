namespace Tenet;

/// <summary>A parameter or a bound variable.</summary>
public sealed class Variable(string name, Sort sort) : Formula(sort)
{
    /// <summary>Its name as its author wrote it; two different variables may share one.</summary>
    public string Name { get; } = name;
}
