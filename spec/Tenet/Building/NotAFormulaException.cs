namespace Tenet.Building;

/// <summary>An expression says something that formulas cannot; caught where the rule's name is known.</summary>
internal sealed class NotAFormulaException(string message) : Exception(message);
