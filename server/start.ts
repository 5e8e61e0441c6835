import './compileCache.ts';
import './heap.ts';

await import('./serve.ts');
