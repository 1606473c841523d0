namespace Tenet;

/// <summary>
/// The symbols of a theory: each a property with an initialiser, named by it. Derive a class, declare <see cref="Relation{T1}"/>,
/// <see cref="Function{T1, TResult}"/>, <see cref="Constant{T}"/> and <see cref="Shorthand{T1}"/> properties.
/// </summary>
public abstract class Vocabulary;
