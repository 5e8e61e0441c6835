import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const common = {
  testTimeout: 20_000,
  hookTimeout: 20_000,
  // The cache does not notice changes of tsconfig.json.
  fsModuleCache: false,
};

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    ...common,
    projects: [
      {
        test: {
          ...common,
          name: 'rules',
          include: ['test/{shared,client,board}/**/*.test.ts', 'test/{shared,client,board}/**/*.test.tsx'],
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Real servers, databases and browsers need the other core for themselves.
        test: { ...common, name: 'real', include: ['test/{server,e2e}/**/*.test.ts'], sequence: { groupOrder: 1 } },
      },
    ],
  },
});
