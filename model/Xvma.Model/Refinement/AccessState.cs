namespace Xvma.Model.Refinement;

/// <summary>How far an operand of an announced instruction is.</summary>
internal enum AccessState
{
    /// <summary>It is accessed, if at all, when the instruction is withdrawn at the latest.</summary>
    Ahead,

    /// <summary>It has been accessed.</summary>
    Made,

    /// <summary>Its memory is lost, and the instruction ends.</summary>
    Lost,

    /// <summary>Its request was lost, and the instruction is tried again or given up.</summary>
    Refused,
}
