import { configureGlobal } from 'fast-check'

/**
 * Properties draw the same examples at every `npm test`: what fails is about the change that was made. New examples are
 * drawn by the long runs, and a counterexample that they find becomes a test of its own.
 */
configureGlobal({ seed: 20_260_101 })
