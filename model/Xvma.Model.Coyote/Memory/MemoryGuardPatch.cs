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

    /// <summary>The assembly in <paramref name="file"/>, changed; the file is not.</summary>
    public static MemoryStream Apply(string file)
    {
        using var module = ModuleDefinition.ReadModule(file);
        var seam = module.GetType(typeof(NativeSync).FullName);
        var check = Guard(module, nameof(MemoryGuard.Check));
        foreach (var (name, accesses) in Accesses)
        {
            Wrap(seam, name, (body, inner) =>
            {
                // Before, because an address out of nowhere would crash; after, because the access itself is a scheduling point.
                EmitChecks(body, accesses, check);
                EmitCall(body, inner);
                EmitChecks(body, accesses, check);
            });
        }

        Wrap(seam, nameof(NativeSync.ReserveMemory), (body, inner) =>
        {
            EmitCall(body, inner);
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
        var changed = new MemoryStream();
        module.Write(changed);
        changed.Position = 0;
        return changed;
    }

    private static MethodReference Guard(ModuleDefinition module, string name) => module.ImportReference(typeof(MemoryGuard).GetMethod(name));

    /// <summary>Puts a method of the same name and shape before the given one, which keeps its body under another name.</summary>
    private static void Wrap(TypeDefinition type, string name, Action<ILProcessor, MethodDefinition> emit)
    {
        var inner = type.Methods.Single(method => method.Name == name);
        var outer = new MethodDefinition(name, inner.Attributes, inner.ReturnType);
        foreach (var parameter in inner.Parameters) outer.Parameters.Add(new(parameter.Name, parameter.Attributes, parameter.ParameterType));
        foreach (var implemented in inner.Overrides) outer.Overrides.Add(implemented);
        inner.Overrides.Clear();
        inner.Name = name + "Unguarded";
        type.Methods.Add(outer);
        var body = outer.Body.GetILProcessor();
        emit(body, inner);
        body.Emit(OpCodes.Ret);
    }

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

    private static void EmitCall(ILProcessor body, MethodDefinition inner)
    {
        foreach (var parameter in body.Body.Method.Parameters) body.Emit(OpCodes.Ldarg, parameter);
        body.Emit(OpCodes.Call, inner);
    }
}
