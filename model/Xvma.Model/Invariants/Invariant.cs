using Braid;

namespace Xvma.Model;

/// <summary>What must hold of a machine, told from a picture of it.</summary>
/// <param name="id">Its clause, <c>INV-1</c> …</param>
/// <param name="statement">It in a sentence.</param>
public abstract class Invariant(string id, string statement)
{
    /// <summary>Every invariant that must hold whenever no operation is under way.</summary>
    public static IReadOnlyList<Invariant> AtRest { get; } =
    [
        new RegionInvariant(), new IsolationInvariant(), new AgreementInvariant(), new NoStaleTranslationInvariant(),
        new UidInvariant(), new RightsInvariant(), new CountsInvariant(), new MegaPagesInvariant(), new IdsInvariant(),
        new FailedPartitionsInvariant(),
    ];

    /// <summary>What must hold when every task has ended.</summary>
    public static Invariant NothingLeft { get; } = new NothingLeftInvariant();

    /// <summary>Its clause.</summary>
    public string Id { get; } = id;

    /// <summary>What a violation of <paramref name="clause"/> says in a few words, or null when no invariant has it.</summary>
    public static string? TitleOf(string clause) => clause switch
    {
        "INV-1" => "region",
        "INV-2" => "isolation",
        "INV-3" => "agreement",
        "INV-4" => "no stale translation",
        "INV-5" => "uid",
        "INV-6" => "no use after free",
        "INV-7" => "no dropin across an invalidation",
        "INV-8" => "counts",
        "INV-9" => "ids",
        "INV-10" => "rights",
        "INV-11" => "atomic API",
        "INV-12" => "progress",
        "PAR-3" => "teardown",
        _ => null,
    };

    /// <summary>It in a sentence.</summary>
    public string Statement { get; } = statement;

    /// <summary>Says in a sentence what is wrong with <paramref name="machine"/>, or null when it holds.</summary>
    /// <param name="machine">A picture taken while no operation was under way.</param>
    /// <param name="options">What the machine is made of.</param>
    public abstract string? Refute(MachineSnapshot machine, MachineOptions options);

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Statement}";

    /// <exception cref="Violation">One of them does not hold.</exception>
    internal static void CheckAll(ReadOnlySpan<Invariant> invariants, Machine machine)
    {
        var picture = machine.Snapshot();
        foreach (var invariant in invariants)
        {
            if (invariant.Refute(picture, machine.Options) is { } what) throw new Violation(invariant.Id, what);
        }
    }
}
