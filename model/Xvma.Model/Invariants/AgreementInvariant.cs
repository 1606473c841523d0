namespace Xvma.Model;

/// <summary>INV-3: whoever translates an address of one space, does so to the same memory with the same rights.</summary>
public sealed class AgreementInvariant() : Invariant("INV-3", "all members translate one shared address to the same memory with the same rights")
{
    /// <inheritdoc/>
    public override string? Refute(MachineSnapshot machine, MachineOptions options)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var all = machine.Translations().ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            for (var j = i + 1; j < all.Length; j++)
            {
                if (Disagree(all[i], all[j]))
                    return $"Task {all[i].Task} translates {all[i].Page} to frame {all[i].Frame} ({all[i].Rights}), "
                        + $"task {all[j].Task} translates {all[j].Page} to frame {all[j].Frame} ({all[j].Rights}).";
            }
        }
        return null;
    }

    private static bool Disagree(TranslationSnapshot one, TranslationSnapshot other) =>
        one.Space == other.Space && one.Page.Overlaps(other.Page)
        && (one.Page, one.Frame, one.Rights) != (other.Page, other.Frame, other.Rights);
}
