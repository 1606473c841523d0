using System.Reflection.Emit;

namespace Tenet.Explore;

internal static class Words
{
    /// <summary>Loads the state's words, at the first argument, into local variables.</summary>
    public static LocalBuilder[] Load(ILGenerator il, int count)
    {
        var words = new LocalBuilder[count];
        for (var word = 0; word < count; word++)
        {
            words[word] = il.DeclareLocal(typeof(ulong));
            il.Emit(OpCodes.Ldarg_0);
            if (word > 0)
            {
                il.Emit(OpCodes.Ldc_I4, 8 * word);
                il.Emit(OpCodes.Add);
            }

            il.Emit(OpCodes.Ldind_I8);
            il.Emit(OpCodes.Stloc, words[word]);
        }

        return words;
    }
}
