using Xvma.Observing;

namespace Xvma.Model.Refinement;

/// <summary>What a thread is in the middle of, as far as has been seen.</summary>
internal sealed class ThreadView
{
    private const int None = Shadow.None;

    // Its call.
    public bool IsCalling;
    public CallView Call;
    public int Task;
    public bool HasTakenEffect;
    public int Refusals;
    public int Reserved;
    public bool IsPopulated;

    // What it holds.
    public int ContextGate;
    public int ChipletGate;
    public bool IsUser;

    // Its instruction: one operand, of a copy two, of a vector one after another.
    public ulong First;
    public ulong Second;
    public ulong Left;
    public int Element;
    public int FirstSlot;
    public int SecondSlot;
    public bool IsAnnounced;
    public BindingView? Latched;
    public EntryView? FirstHit;
    public EntryView? SecondHit;
    public AccessState FirstAccess;
    public AccessState SecondAccess;
    public int Missing;

    // Its look-up for a fault.
    public int Look;
    public bool HasReadHandle;

    // Under a chiplet's gate: whose fault it has met, and whether it has asked whose turn it is, and may displace an entry.
    public long Serving;
    public bool MayDisplace;

    // The attachment that the look-up has come upon, until it is over: where it is, and what of the owner's it shows.
    public int ThroughSpace;
    public int ThroughPage;
    public int ThroughPermit;
    public int ShownPage;
    public bool IsWritableThrough;

    // Its invalidation, one for a recall inside of that, what is said of the next, and the chiplet's part of one.
    public int Invalidation;
    public int Recall;
    public InvalidationView Told;
    public bool IsPurging;
    public bool HasPurged;
    /// <summary>Memory given to pages of a mapping that is not there yet, in the order of its pages.</summary>
    public readonly List<long> Beforehand = [];

    public readonly List<int> Overtaken = [];

    // A context being loaded: its place, and ASIDs given to it.
    public int PlaceTaken;
    public readonly List<(int Chiplet, int Space, int Asid)> Given = [];

    public ThreadView() => Reset();

    public bool IsInstruction => IsCalling && Call.Operation >= Operation.Load;

    public bool IsThrough => ThroughSpace != None;

    public bool HoldsNothing => ContextGate == None && ChipletGate == None;

    public void Reset()
    {
        IsCalling = HasReadHandle = HasTakenEffect = IsPopulated = IsUser = IsAnnounced = IsPurging = HasPurged = MayDisplace = false;
        Refusals = 0;
        Serving = 0;
        Task = Reserved = ContextGate = ChipletGate = FirstSlot = SecondSlot = Missing = Look = Invalidation = Recall = ThroughSpace = PlaceTaken = None;
        Told = default;
        Latched = null;
        FirstHit = SecondHit = null;
        FirstAccess = SecondAccess = AccessState.Ahead;
        Overtaken.Clear();
        Beforehand.Clear();
        Given.Clear();
    }
}
