import '../compileCache.js';

const [{ COMMANDS }, { runCommand }, { processTerminal }] = await Promise.all([
  import('./commands.ts'),
  import('./run.ts'),
  import('./terminal.ts'),
]);

process.exitCode = await runCommand('npm run scenario --', COMMANDS, process.argv.slice(2), processTerminal());
