using Braid;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Xvma.Sync;

namespace Xvma.Model.Coyote;

/// <summary>Makes every operation of the native seam, in one loaded copy of it, tell <see cref="SeamOrder"/>.</summary>
/// <remarks>
/// An operation such as giving back a contended lock has scheduling points after its effect, at which others run and see it; its place in the
/// order is therefore behind the atomic access that makes it so, not where it returns. Where there is no such access, as in a
/// reader-writer lock, it is where it returns.
/// </remarks>
internal static class SeamOrderPatch
{
    /// <summary>Operations that are decisions under Braid as well; on a reference cell the second name applies.</summary>
    private static readonly Dictionary<string, (OperationKind Kind, OperationKind OnReference)> Operations = new()
    {
        [nameof(NativeSync.Load)] = (OperationKind.Load, OperationKind.LoadReference),
        [nameof(NativeSync.LoadSequential)] = (OperationKind.Load, default),
        [nameof(NativeSync.Store)] = (OperationKind.Store, OperationKind.StoreReference),
        [nameof(NativeSync.StoreSequential)] = (OperationKind.Store, default),
        [nameof(NativeSync.CompareExchange)] = (OperationKind.CompareExchange, OperationKind.CompareExchangeReference),
        [nameof(NativeSync.Exchange)] = (OperationKind.Exchange, OperationKind.ExchangeReference),
        [nameof(NativeSync.Add)] = (OperationKind.Add, default),
        [nameof(NativeSync.And)] = (OperationKind.And, default),
        [nameof(NativeSync.Or)] = (OperationKind.Or, default),
        [nameof(NativeSync.SpinWhileEqual)] = (OperationKind.SpinWhileEqual, default),
        [nameof(NativeSync.Enter)] = (OperationKind.Enter, default),
        [nameof(NativeSync.TryEnter)] = (OperationKind.TryEnter, default),
        [nameof(NativeSync.Exit)] = (OperationKind.Exit, default),
        [nameof(NativeSync.EnterRead)] = (OperationKind.EnterRead, default),
        [nameof(NativeSync.TryEnterRead)] = (OperationKind.TryEnterRead, default),
        [nameof(NativeSync.ExitRead)] = (OperationKind.ExitRead, default),
        [nameof(NativeSync.EnterWrite)] = (OperationKind.EnterWrite, default),
        [nameof(NativeSync.TryEnterWrite)] = (OperationKind.TryEnterWrite, default),
        [nameof(NativeSync.ExitWrite)] = (OperationKind.ExitWrite, default),
        [nameof(NativeSync.PrepareToWait)] = (OperationKind.PrepareToWait, default),
        [nameof(NativeSync.Wait)] = (OperationKind.Wait, default),
        [nameof(NativeSync.WakeAll)] = (OperationKind.WakeAll, default),
        [nameof(NativeSync.Choose)] = (OperationKind.Choose, default),
        [nameof(NativeSync.Delay)] = (OperationKind.Delay, default),
        [nameof(NativeSync.ReleaseMemory)] = (OperationKind.ReleaseMemory, default),
        [nameof(NativeSync.LoadMemory)] = (OperationKind.LoadMemory, default),
        [nameof(NativeSync.StoreMemory)] = (OperationKind.StoreMemory, default),
        [nameof(NativeSync.CopyMemory)] = (OperationKind.CopyFrom, default),
        [nameof(NativeSync.FillMemory)] = (OperationKind.FillMemory, default),
        [nameof(NativeSync.FetchAddMemory)] = (OperationKind.FetchAddMemory, default),
        [nameof(NativeSync.ExchangeMemory)] = (OperationKind.ExchangeMemory, default),
        [nameof(NativeSync.CompareExchangeMemory)] = (OperationKind.CompareExchangeMemory, default),
    };

    /// <summary>What a value of several words does is, under Braid, done to a reference.</summary>
    private static readonly Dictionary<string, OperationKind> OnValues = new()
    {
        [nameof(AtomicValue<NativeSync, int>.Load)] = OperationKind.LoadReference,
        [nameof(AtomicValue<NativeSync, int>.Store)] = OperationKind.StoreReference,
        [nameof(AtomicValue<NativeSync, int>.TryChange)] = OperationKind.CompareExchangeReference,
        [nameof(AtomicValue<NativeSync, int>.Take)] = OperationKind.ExchangeReference,
    };

    public static void Apply(ModuleDefinition module)
    {
        var note = module.ImportReference(typeof(SeamOrder).GetMethod(nameof(SeamOrder.Note)));
        foreach (var type in module.GetTypes().Where(type => type.Namespace == typeof(NativeSync).Namespace && type.Name.StartsWith("Native", StringComparison.Ordinal)))
        {
            foreach (var method in type.Methods.Where(method => method.HasBody)) NoteEffects(method, note);
        }

        foreach (var method in module.GetTypes().Single(type => type.Name.StartsWith("NativeValue`", StringComparison.Ordinal)).Methods)
        {
            if (OnValues.TryGetValue(method.Name, out var kind)) Enclose(method, note, kind);
        }

        var seam = module.GetType(typeof(NativeSync).FullName);
        foreach (var method in seam.Methods.ToList())
        {
            if (!Operations.TryGetValue(method.Name, out var kinds)) continue;
            var isReference = method.Parameters[0].ParameterType is ByReferenceType { ElementType.MetadataType: MetadataType.Object };
            SeamPatch.Wrap(method, "Unordered", (body, inner) =>
            {
                Emit(body, note, (int)(isReference ? kinds.OnReference : kinds.Kind));
                SeamPatch.EmitCall(body, inner);
                Emit(body, note, SeamOrder.End);
            });
        }
    }

    private static void NoteEffects(MethodDefinition method, MethodReference note)
    {
        var accesses = method.Body.Instructions.Where(IsAtomic).ToList();
        if (accesses.Count == 0) return;
        // What is put in makes branches longer than their short forms reach.
        method.Body.SimplifyMacros();
        var body = method.Body.GetILProcessor();
        foreach (var access in accesses)
        {
            body.InsertAfter(access, body.Create(OpCodes.Call, note));
            body.InsertAfter(access, body.Create(OpCodes.Ldc_I4, SeamOrder.Effect));
        }
    }

    /// <summary>Tells of beginning and end inside of a method, of which there can be many returns.</summary>
    private static void Enclose(MethodDefinition method, MethodReference note, OperationKind kind)
    {
        var body = method.Body.GetILProcessor();
        foreach (var ret in method.Body.Instructions.Where(instruction => instruction.OpCode == OpCodes.Ret).ToList())
        {
            // What jumps to the return jumps to the note.
            (ret.OpCode, ret.Operand) = (OpCodes.Ldc_I4, SeamOrder.End);
            body.InsertAfter(ret, body.Create(OpCodes.Ret));
            body.InsertAfter(ret, body.Create(OpCodes.Call, note));
        }

        var first = method.Body.Instructions[0];
        body.InsertBefore(first, body.Create(OpCodes.Ldc_I4, (int)kind));
        body.InsertBefore(first, body.Create(OpCodes.Call, note));
    }

    private static bool IsAtomic(Instruction instruction) =>
        instruction.Operand is MethodReference { DeclaringType.Name: nameof(Interlocked) or nameof(Volatile) } called
        && !called.Name.Contains("Barrier", StringComparison.Ordinal);

    private static void Emit(ILProcessor body, MethodReference note, int what)
    {
        body.Emit(OpCodes.Ldc_I4, what);
        body.Emit(OpCodes.Call, note);
    }
}
