import { enableCompileCache } from 'node:module';

/**
 * Keeps what is compiled for the next start. To be imported before all else that it is to speed up, which then has to be loaded by
 * `import()`: what is imported beside it is compiled before this runs. Threads and child processes take it from the environment.
 *
 * JavaScript, so that `node --import ./server/compileCache.js` needs nothing to take types off: that takes a tenth of a second to load,
 * and is not loaded at all for files that are kept.
 */
process.env.NODE_COMPILE_CACHE ??= enableCompileCache().directory;
