using System.Text;
using GoalGuard.Tool.Commands;

Console.OutputEncoding = Encoding.UTF8;
return await GoalGuardCommand.RunAsync(args, Consoles.OfProcess());
