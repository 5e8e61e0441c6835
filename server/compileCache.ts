import { enableCompileCache } from 'node:module';

/**
 * Keeps what is compiled for the next start. To be imported before all else that it is to speed up, which then has to be loaded by
 * `import()`: what is imported beside it is compiled before this runs. Threads and child processes take it from the environment.
 */
process.env.NODE_COMPILE_CACHE ??= enableCompileCache().directory;
