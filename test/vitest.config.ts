import { defineConfig } from 'vitest/config'

/** All tests but those that start the application (test/e2e, with Playwright) and the long runs. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['e2e/**', '**/*.long.test.ts'],
    environment: 'node',
    // One for each core: most tests wait for a disk or for a key on purpose.
    maxWorkers: '100%',
    setupFiles: ['support/fixed-dice.ts'],
    // Real keys are slow to derive on purpose, and a build machine may be slow too.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
