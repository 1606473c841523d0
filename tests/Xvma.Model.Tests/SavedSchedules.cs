using System.Reflection;

namespace Xvma.Model.Tests;

/// <summary>The schedules kept in the repository, one a known bug.</summary>
internal static class SavedSchedules
{
    /// <summary>Whether this run is to write them anew: <c>UPDATE_SCHEDULES=1 dotnet test tests/Xvma.Model.Tests</c>.</summary>
    public static bool AreToBeWritten => Environment.GetEnvironmentVariable("UPDATE_SCHEDULES") == "1";

    public static string PathOf(string bug) => Path.Combine(Folder, $"{bug}.json");

    private static string Folder => typeof(SavedSchedules).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "SavedSchedules").Value!;
}
