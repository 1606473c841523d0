namespace Xvma;

/// <summary>A TLB entry as one loaded context sees it.</summary>
/// <param name="Task">The task that could use it.</param>
/// <param name="Space">The space that the entry's ASID stands for in that context.</param>
/// <param name="Asid">The entry's tag.</param>
/// <param name="Page">The addresses it translates.</param>
/// <param name="Frame">The id of the frame it leads to.</param>
/// <param name="Rights">What it allows.</param>
public sealed record TranslationSnapshot(long Task, long Space, long Asid, AddressRange Page, long Frame, Rights Rights);
