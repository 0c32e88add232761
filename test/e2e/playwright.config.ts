import { defineConfig } from '@playwright/test'

/** Every test starts the built application; one at a time, since each has several processes of its own. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  testIgnore: '**/*.long.test.ts',
  outputDir: '../../test-results',
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['list']],
})
