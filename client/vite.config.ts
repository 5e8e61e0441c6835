import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [preact()],
  build: {
    outDir: here('../dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 2048,
    // Phaser alone is larger than the limit; it is loaded late and apart.
    chunkSizeWarningLimit: 1600,
  },
  server: { fs: { allow: [here('..')] } },
});
