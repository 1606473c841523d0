using System.Runtime.InteropServices;

namespace Xvma.Proofs.Smt;

/// <summary>The few functions of Z3's C interface that are needed to hand it SMT-LIB text.</summary>
internal static partial class Z3Native
{
    private const string Library = "libz3";
    private static readonly object Gate = new();
    private static nint handle;

    /// <summary>Loads the library once for the process, by the first of some names that is found.</summary>
    public static bool TryLoad(IEnumerable<string> names)
    {
        lock (Gate)
        {
            foreach (var name in names)
            {
                if (!NativeLibrary.TryLoad(name, out var found))
                    continue;
                if (handle == 0)
                {
                    handle = found;
                    NativeLibrary.SetDllImportResolver(typeof(Z3Native).Assembly, static (wanted, _, _) => wanted == Library ? handle : 0);
                }

                return true;
            }

            return false;
        }
    }

    [LibraryImport(Library, EntryPoint = "Z3_get_full_version")]
    internal static partial nint GetFullVersion();

    // Read by contexts made later.
    [LibraryImport(Library, EntryPoint = "Z3_global_param_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetGlobal(string name, string value);

    [LibraryImport(Library, EntryPoint = "Z3_mk_config")]
    internal static partial nint MakeConfig();

    [LibraryImport(Library, EntryPoint = "Z3_del_config")]
    internal static partial void DeleteConfig(nint config);

    [LibraryImport(Library, EntryPoint = "Z3_mk_context")]
    internal static partial nint MakeContext(nint config);

    [LibraryImport(Library, EntryPoint = "Z3_del_context")]
    internal static partial void DeleteContext(nint context);

    // Without this an error ends the process.
    [LibraryImport(Library, EntryPoint = "Z3_set_error_handler")]
    internal static partial void SetErrorHandler(nint context, nint handler);

    [LibraryImport(Library, EntryPoint = "Z3_get_error_code")]
    internal static partial int GetErrorCode(nint context);

    [LibraryImport(Library, EntryPoint = "Z3_get_error_msg")]
    internal static partial nint GetErrorMessage(nint context, int code);

    // The text that comes back belongs to the context: it is to be copied before anything else is asked of that.
    [LibraryImport(Library, EntryPoint = "Z3_eval_smtlib2_string", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint Evaluate(nint context, string text);
}
