import './compileCache.ts';

await import('./serve.ts');
