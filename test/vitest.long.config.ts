import { defineConfig } from 'vitest/config'

/** The long runs (`*.long.test.ts`): the same promises held against many more cases than `npm test` has time for. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['**/*.long.test.ts'],
    exclude: ['e2e/**'],
    environment: 'node',
    testTimeout: 60 * 60_000,
    // Thousands of folders are tidied up at the end.
    hookTimeout: 10 * 60_000,
  },
})
