using Tenet;

namespace Xvma.Spec.Formal;

/// <summary>A process (chapter 3).</summary>
public readonly record struct Task : IElement;

/// <summary>An extended address space: a task's private one, or a shared_xmm (a group).</summary>
public readonly record struct Xmm : IElement;

/// <summary>A user id.</summary>
public readonly record struct Uid : IElement;

/// <summary>One of the 2^64 addresses.</summary>
public readonly record struct Address : IElement;

/// <summary>A page: a size, and a place aligned to it. Pages of different sizes overlap.</summary>
public readonly record struct Page : IElement;

/// <summary>A page size.</summary>
public readonly record struct Size : IElement;

/// <summary>A range of addresses, as unmap and protect take.</summary>
public readonly record struct Range : IElement;

/// <summary>Memory for one page.</summary>
public readonly record struct Frame : IElement;

/// <summary>What memory holds.</summary>
public readonly record struct Value : IElement;

/// <summary>A GRU chip.</summary>
public readonly record struct Chiplet : IElement;

/// <summary>One of a chiplet's places for a context.</summary>
public readonly record struct Place : IElement;

/// <summary>An address space id: eight consecutive ones, told apart by the region, are one here (CTX-9).</summary>
public readonly record struct Asid : IElement;

/// <summary>An instruction slot: a control block (CBR) with its fault handle (TFH).</summary>
public readonly record struct Slot : IElement;

/// <summary>An invalidation of a range of a space, which may happen again when it is over.</summary>
public readonly record struct Invalidation : IElement;

/// <summary>A range of its own memory that a task exports (XPMEM).</summary>
public readonly record struct Segment : IElement;

/// <summary>The right to attach a segment.</summary>
public readonly record struct Permit : IElement;

/// <summary>One system image.</summary>
public readonly record struct Partition : IElement;
