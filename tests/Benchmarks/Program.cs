using Benchmarks;

// One word names what is measured; each prints a table and keeps it under results/.
switch (args.FirstOrDefault())
{
    case "braid":
        BraidBenchmark.Run();
        return 0;
    case "library":
        LibraryBenchmark.Run(args.ElementAtOrDefault(1));
        return 0;
    case "compare":
        CompareBenchmark.Run();
        return 0;
    case "scaling":
        ScalingBenchmark.Run();
        return 0;
    case "engines" when args.Skip(1).All(word => word is "scenarios" or "bugs" or "--quick"):
        EnginesBenchmark.Run(args.Contains("--quick") ? EnginesPlan.Quick : EnginesPlan.Full, args.Skip(1).FirstOrDefault(word => word != "--quick"));
        return 0;
    case "explore":
        ExploreBenchmark.Run();
        return 0;
    case "search":
        SearchBenchmark.Run();
        return 0;
    case "shards":
        ShardsBenchmark.Run();
        return 0;
    case "oracle":
        OracleBenchmark.Run();
        return 0;
    case "strategies":
        StrategiesBenchmark.Run(isQuick: args.Contains("--quick"));
        return 0;
    default:
        Console.Error.WriteLine("usage: Benchmarks braid|compare|engines [scenarios|bugs] [--quick]|explore|library|oracle|scaling|search|shards|strategies [--quick]");
        return 64;
}
