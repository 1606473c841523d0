using Mono.Cecil;
using Mono.Cecil.Cil;
using Xvma.Sync;

namespace Xvma.Model.Coyote;

/// <summary>Makes the native seam's memory operations, in one loaded copy of it, ask <see cref="MemoryGuard"/>.</summary>
internal static class MemoryGuardPatch
{
    /// <summary>By operation: which argument is an address and which the number of bytes there.</summary>
    private static readonly Dictionary<string, (int Address, int Bytes)[]> Accesses = new()
    {
        [nameof(NativeSync.LoadMemory)] = [(0, 1)],
        [nameof(NativeSync.StoreMemory)] = [(0, 1)],
        [nameof(NativeSync.FetchAddMemory)] = [(0, 1)],
        [nameof(NativeSync.ExchangeMemory)] = [(0, 1)],
        [nameof(NativeSync.CompareExchangeMemory)] = [(0, 1)],
        [nameof(NativeSync.CopyMemory)] = [(0, 2), (1, 2)],
        [nameof(NativeSync.FillMemory)] = [(0, 1)],
    };

    public static void Apply(ModuleDefinition module)
    {
        var seam = module.GetType(typeof(NativeSync).FullName);
        var check = Guard(module, nameof(MemoryGuard.Check));
        foreach (var (name, accesses) in Accesses)
        {
            Wrap(seam, name, (body, inner) =>
            {
                // Before, because an address out of nowhere would crash; after, because the access itself is a scheduling point.
                EmitChecks(body, accesses, check);
                SeamPatch.EmitCall(body, inner);
                EmitChecks(body, accesses, check);
            });
        }

        Wrap(seam, nameof(NativeSync.ReserveMemory), (body, inner) =>
        {
            SeamPatch.EmitCall(body, inner);
            body.Emit(OpCodes.Dup);
            body.Emit(OpCodes.Ldarg_0);
            body.Emit(OpCodes.Call, Guard(module, nameof(MemoryGuard.Reserved)));
        });
        Wrap(seam, nameof(NativeSync.ReleaseMemory), (body, _) =>
        {
            body.Emit(OpCodes.Ldarg_0);
            body.Emit(OpCodes.Ldarg_1);
            body.Emit(OpCodes.Call, Guard(module, nameof(MemoryGuard.Released)));
        });
    }

    private static MethodReference Guard(ModuleDefinition module, string name) => module.ImportReference(typeof(MemoryGuard).GetMethod(name));

    private static void Wrap(TypeDefinition seam, string name, Action<ILProcessor, MethodDefinition> emit) =>
        SeamPatch.Wrap(seam.Methods.Single(method => method.Name == name), "Unguarded", emit);

    private static void EmitChecks(ILProcessor body, (int Address, int Bytes)[] accesses, MethodReference check)
    {
        foreach (var (address, bytes) in accesses)
        {
            body.Emit(OpCodes.Ldarg, body.Body.Method.Parameters[address]);
            body.Emit(OpCodes.Ldarg, body.Body.Method.Parameters[bytes]);
            body.Emit(OpCodes.Conv_I8);
            body.Emit(OpCodes.Call, check);
        }
    }
}
