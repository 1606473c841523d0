namespace Tenet.Tests;

/// <summary>The library as a theory.</summary>
public static class LendingLibrary
{
    public static LibraryWords Words { get; } = new();

    public static Theory Theory { get; } = Theory.Build("Lending library", Words, new LibraryRules(Words));

    public static Property Property(string name) => Theory.Properties.Single(property => property.Name == name);
}
