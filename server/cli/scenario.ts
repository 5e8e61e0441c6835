import { enableCompileCache } from 'node:module';

// Before all else that it is to speed up. Threads take it from the environment.
process.env.NODE_COMPILE_CACHE ??= enableCompileCache().directory;
const [{ COMMANDS }, { runCommand }, { processTerminal }] = await Promise.all([
  import('./commands.ts'),
  import('./run.ts'),
  import('./terminal.ts'),
]);

process.exitCode = await runCommand('npm run scenario --', COMMANDS, process.argv.slice(2), processTerminal());
