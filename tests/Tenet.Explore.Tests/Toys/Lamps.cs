using static Tenet.Logic;

namespace Tenet.Explore.Tests;

public readonly record struct Lamp : IElement;

public enum Colour
{
    Red,
    Amber,
    Green,
}

/// <summary>Independent lamps: with n of them 3^n states, the farthest 2n steps away, C(n+2, 2) up to their order.</summary>
public sealed class Lamps : Vocabulary
{
    public Function<Lamp, Colour> Shows { get; } = new();

    public static Theory Theory { get; } = Make();

    public static Instance Of(int count) => new Instance("lamps", Theory).With<Lamp>(count);

    private static Theory Make()
    {
        var words = new Lamps();
        return Theory.Build("lamps", words, new LampRules(words));
    }
}

internal sealed class LampRules(Lamps s) : Rules
{
    [Clause("LMP-1")]
    public Draft GoOn { get; } = Action((Lamp l) => When(s.Shows[l] == Colour.Red).Set(s.Shows[l], Colour.Amber));

    [Clause("LMP-1")]
    public Draft GoGreen { get; } = Action((Lamp l) => When(s.Shows[l] == Colour.Amber).Set(s.Shows[l], Colour.Green));

    [Clause("LMP-2")]
    public Draft Stop { get; } = Action((Lamp l) => When(s.Shows[l] == Colour.Green).Set(s.Shows[l], Colour.Red));

    [Clause("LMP-3")]
    public Draft OnlyGreenStops { get; } = EveryStep((Lamp l) => (Next(s.Shows[l]) == Colour.Red && s.Shows[l] != Colour.Red).Implies(s.Shows[l] == Colour.Green));

    [Clause("LMP-3")]
    public Draft AllGreen { get; } = Sometimes(() => All((Lamp l) => s.Shows[l] == Colour.Green));
}
