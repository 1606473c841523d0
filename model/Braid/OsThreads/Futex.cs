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

    /// <summary>Sleeps until woken, if the word still holds that value.</summary>
    public static void WaitWhile(int* word, int value) => Call(Number, word, WaitPrivate, value, 0, 0, 0);

    public static void WakeOne(int* word) => Call(Number, word, WakePrivate, 1, 0, 0, 0);

    /// <summary>Lets another thread run that is ready to, if there is one.</summary>
    public static void LetOthersRun() => _ = Yield();

    [LibraryImport("libc", EntryPoint = "sched_yield")]
    private static partial int Yield();

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial long Call(long number, int* word, long operation, long value, nint timeout, nint second, long third);
}
