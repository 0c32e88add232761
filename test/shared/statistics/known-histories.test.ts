import { expect, it } from 'vitest'
import { tellingHistories } from './known-histories.ts'

it('tells somebody who knows the program nothing of a half-year of four beside a year of twelve', async () => {
  expect(await tellingHistories('ordinary', 12, [4])).toEqual([])
})
