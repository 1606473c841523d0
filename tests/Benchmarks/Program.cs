using Benchmarks;

// One word names what is measured; each prints a table and keeps it under results/.
switch (args.FirstOrDefault())
{
    case "braid":
        BraidBenchmark.Run();
        return 0;
    default:
        Console.Error.WriteLine("usage: Benchmarks braid");
        return 64;
}
