// breaks: no-skipped-tests
import { it } from 'vitest'

it.skip('counts', () => undefined)
