namespace Tenet.Explore;

/// <summary>One value of the state: a symbol at one tuple of arguments.</summary>
/// <param name="Id">Its position among all cells.</param>
/// <param name="Symbol">The relation or function.</param>
/// <param name="Arguments">The tuple, as positions in the sorts.</param>
/// <param name="Size">How many values it can have.</param>
internal sealed record Cell(int Id, Symbol Symbol, int[] Arguments, int Size);
