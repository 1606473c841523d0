using System.Diagnostics;
using Xvma.Tests.Support;

namespace Xvma.Tests.Frames;

/// <summary>
/// The kernel refuses to unmap the middle of an area when the process has too many (<c>vm.max_map_count</c>). An unmap gives its memory back
/// all the same. Runs in a child process, because at the limit the runtime itself gets no memory.
/// </summary>
public sealed class ManyAreasTests
{
    private const int Pages = 150_000;

    [Fact]
    [Trait("Clause", "MEM-4")]
    [Trait("Clause", "MEM-6")]
    public async Task Holes_beyond_the_limit_of_the_kernel_give_their_memory_back()
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, ["-explicit", "only", "-method", $"*.{nameof(Holes_beyond_the_limit_in_this_process)}"])
        {
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) is "dotnet") start.ArgumentList.Insert(0, GetType().Assembly.Location);
        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(child.ExitCode == 0 && output.Contains("Total: 1,", StringComparison.Ordinal), output);
    }

    [Fact(Explicit = true)]
    public void Holes_beyond_the_limit_in_this_process()
    {
        const ulong Size = 4096;
        var machine = Machine.Create();
        using (var task = machine.StartTask(uid: 7))
        {
            var window = task.MapPrivate(Pages * Size, PageSize.Of4K);
            for (var page = 0UL; page < Pages; page++) task.Gru.Store(window.Start + (page * Size), page);
            for (var page = 1UL; page < Pages; page += 2) task.Unmap(new(window.Start + (page * Size), Size));
            Assert.Equal(Pages / 2, machine.Snapshot().LiveFrames);
            for (var page = 0UL; page < Pages; page += 2) Assert.Equal(page, task.Gru.Load<ulong>(window.Start + (page * Size)));

            // Addresses that were kept serve again, zeroed.
            for (var page = 1UL; page < Pages; page += 2)
            {
                var again = task.MapPrivate(Size, PageSize.Of4K, at: window.Start + (page * Size));
                Assert.Equal(0UL, task.Gru.Load<ulong>(again.Start));
            }
        }

        Holds.Nothing(machine);
    }
}
