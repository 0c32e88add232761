import { defineConfig } from '@playwright/test'
import ordinary from './playwright.config.ts'

/** The long runs (`*.long.test.ts`) of the built application, which `npm test` has no time for. */
export default defineConfig(ordinary, { testMatch: '**/*.long.test.ts', testIgnore: [], retries: 0 })
