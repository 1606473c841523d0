using Tenet;

namespace Xvma.Spec.Formal;

/// <summary>The specification of the system, executable: what the chapters quote, the checker explores, the prover proves and the oracle follows.</summary>
public static class XvmaTheory
{
    /// <summary>The vocabulary.</summary>
    public static XvmaVocabulary Vocabulary { get; } = new();

    /// <summary>The theory.</summary>
    public static Theory Theory { get; } = Theory.Build(
        "Xvma",
        Vocabulary,
        new TaskRules(Vocabulary),
        new MappingRules(Vocabulary),
        new GroupRules(Vocabulary),
        new FrameRules(Vocabulary),
        new InstructionRules(Vocabulary),
        new FaultRules(Vocabulary),
        new ContextRules(Vocabulary),
        new InvalidationRules(Vocabulary),
        new DiscardRules(Vocabulary),
        new MoveRules(Vocabulary),
        new SegmentRules(Vocabulary),
        new PartitionRules(Vocabulary),
        new RetryRules(Vocabulary),
        new SafetyRules(Vocabulary));
}
