import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../../support/luwte-test.ts'
import { findMarkers } from '../../support/find-markers.ts'

const marker = 'proefverhaal7b41f9'

test('leaves nothing on the disk of what the page held, in whatever storage it kept it', async ({
  luwte,
  profile,
}) => {
  await luwte.page.evaluate(async (text) => {
    localStorage.setItem(text, text)
    sessionStorage.setItem(text, text)
    document.title = text
    history.pushState({ text }, '', `/#${text}`)
    await new Promise((resolve, reject) => {
      const opening = indexedDB.open(text)
      opening.onupgradeneeded = () => opening.result.createObjectStore(text).put({ text }, text)
      opening.onsuccess = resolve
      opening.onerror = reject
    })
    const cache = await caches.open(text)
    await cache.put('https://elders.example/', new Response(text))
    const note = document.createElement('textarea')
    note.value = `${text} spelfaut`
    document.body.append(note)
    note.focus()
  }, marker)
  await luwte.page.keyboard.press('Control+KeyA')
  await luwte.page.waitForTimeout(1500)
  await luwte.page.evaluate(() => window.host.lock()).catch(() => undefined)
  await luwte.ended()
  expect(findMarkers([profile], [marker])).toEqual([])
})

test('would find such a text in either of the ways in which programs write it', ({ profile }) => {
  writeFileSync(join(profile, 'a'), `x${marker}x`)
  writeFileSync(join(profile, 'b'), Buffer.from(`x${marker}x`, 'utf16le'))
  expect(findMarkers([profile], [marker])).toHaveLength(2)
})

test('starts with nothing of the session before, and makes no crash dumps', async ({ launch, profile }) => {
  const first = await launch()
  await first.page.evaluate((text) => {
    localStorage.setItem('kept', text)
    document.cookie = `kept=${text}; max-age=3600`
  }, marker)
  await first.page.evaluate(() => window.host.lock()).catch(() => undefined)
  await first.ended()
  const second = await launch()
  const kept = await second.page.evaluate(() => [localStorage.getItem('kept'), document.cookie])
  expect(kept).toEqual([null, ''])
  await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await second.ended()
  expect(findMarkers([profile], ['MDMP'])).toEqual([])
})
