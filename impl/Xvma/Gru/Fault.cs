namespace Xvma;

/// <summary>
/// A TLB fault handle (TFH): what one instruction slot missed on and how far it is. Every change makes another version of it, so a dropin
/// that names the version it looked at is refused once a purge has overtaken it (FLT-3).
/// </summary>
/// <param name="Address">The missing address.</param>
/// <param name="Access">Read or write.</param>
/// <param name="Status">Who is to handle it.</param>
/// <param name="Cause">Why the instruction ends, once <see cref="Status"/> is <see cref="FaultStatus.Exception"/>.</param>
internal readonly record struct Fault(ExtendedAddress Address, Access Access, FaultStatus Status, FaultCause Cause = FaultCause.None)
{
    /// <summary>Bytes from the address on that the instruction is going to read; 0 when it reads one operand, or writes (FLT-13).</summary>
    internal ulong Beyond { get; init; }

    /// <summary>As a trace shows it: <c>read of 0x0020_0000_0000_0000, user polling</c>.</summary>
    public override string ToString()
    {
        var what = $"{(Access == Access.Read ? "read" : "write")} of {Address}{(Beyond == 0 ? "" : $" and {ByteUnits.Text(Beyond)} more")}";
        return Status switch
        {
            FaultStatus.FaultMap => $"{what}, fault map",
            FaultStatus.UserPolling => $"{what}, user polling",
            FaultStatus.Exception => $"{what}, exception: {Cause}",
            _ => $"{what}, {Status}",
        };
    }
}
