using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Xvma.Model.Coyote;

/// <summary>Changes one loaded copy of the native seam so that a check can see more of it; the file, and what ships, are not touched.</summary>
internal static class SeamPatch
{
    /// <summary>The assembly in <paramref name="file"/>, changed.</summary>
    /// <param name="file">The rewritten seam.</param>
    /// <param name="isOrdered">Whether it also tells <see cref="SeamOrder"/> of every operation.</param>
    public static MemoryStream Apply(string file, bool isOrdered)
    {
        using var module = ModuleDefinition.ReadModule(file);
        MemoryGuardPatch.Apply(module);
        if (isOrdered) SeamOrderPatch.Apply(module);
        var changed = new MemoryStream();
        module.Write(changed);
        changed.Position = 0;
        return changed;
    }

    /// <summary>Puts a method of the same name and shape before the given one, which keeps its body under another name.</summary>
    public static void Wrap(MethodDefinition inner, string suffix, Action<ILProcessor, MethodDefinition> emit)
    {
        var outer = new MethodDefinition(inner.Name, inner.Attributes, inner.ReturnType);
        foreach (var parameter in inner.Parameters) outer.Parameters.Add(new(parameter.Name, parameter.Attributes, parameter.ParameterType));
        foreach (var implemented in inner.Overrides) outer.Overrides.Add(implemented);
        inner.Overrides.Clear();
        inner.Name += suffix;
        inner.DeclaringType.Methods.Add(outer);
        var body = outer.Body.GetILProcessor();
        emit(body, inner);
        body.Emit(OpCodes.Ret);
    }

    /// <summary>Calls a method with all arguments of the one that is being written.</summary>
    public static void EmitCall(ILProcessor body, MethodDefinition inner)
    {
        foreach (var parameter in body.Body.Method.Parameters) body.Emit(OpCodes.Ldarg, parameter);
        body.Emit(OpCodes.Call, inner);
    }
}
