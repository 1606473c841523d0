using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Braid;

/// <summary>Generated conversion between <see cref="ScheduleDocument"/> and JSON.</summary>
[JsonSerializable(typeof(ScheduleDocument))]
internal sealed partial class ScheduleJson : JsonSerializerContext
{
    /// <summary>Exact: what is unknown, twice or null where it must not be is an error.</summary>
    public static ScheduleJson Strict { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",                                             // the same bytes on every system
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,      // a file, not a page: the trace stays readable
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    });
}
