import { expect, test } from '@playwright/test'
import { launchLuwte } from '../../support/launch-electron.ts'

test('shows its one window, named Luwte, from its own address', async () => {
  const luwte = await launchLuwte()
  expect(luwte.page.url()).toBe('app://luwte/')
  expect(luwte.app.windows()).toHaveLength(1)
  await luwte.stop()
})
