using System.Runtime.InteropServices;

namespace Braid;

/// <summary>The kernel's wait queue on a word of memory.</summary>
internal static unsafe partial class Futex
{
    private const int WaitPrivate = 128;
    private const int WakePrivate = 129;

    private static readonly long Number = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 202,
        Architecture.Arm64 => 98,
        _ => 0,
    };

    public static bool IsAvailable { get; } = OperatingSystem.IsLinux() && Number != 0;

    public static void WaitWhileZero(int* word) => Call(Number, word, WaitPrivate, 0, 0, 0, 0);

    public static void WakeOne(int* word) => Call(Number, word, WakePrivate, 1, 0, 0, 0);

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial long Call(long number, int* word, long operation, long value, nint timeout, nint second, long third);
}
