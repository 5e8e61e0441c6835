import './compileCache.js';
import './heap.ts';

await import('./serve.ts');
