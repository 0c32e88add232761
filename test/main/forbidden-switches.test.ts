import { describe, expect, it } from 'vitest'
import { forbiddenSwitch } from '../../electron/main/forbidden-switches.ts'

describe('fault 25: drops, navigation, window.open, 10,000 malformed messages on every channel, forbidden switches, WebRTC', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '--js-flags=--expose-gc',
    '--no-sandbox',
    '-no-sandbox',
    '--NO-SANDBOX',
    '--enable-features=X',
    '--proxy-server=http://192.0.2.1',
    '--proxy-pac-url=x',
    '--host-resolver-rules=MAP * 192.0.2.1',
    '--host-rules=x',
    '--load-extension=/tmp/x',
    '--enable-logging',
    '--renderer-cmd-prefix=x',
  ])('refuses to start with %s', (argument) => {
    expect(forbiddenSwitch(['luwte', 'app', argument])).toBeDefined()
  })

  it('starts with what a desktop, a person and the program itself pass along', () => {
    const usual = [
      'luwte',
      '--user-data-dir=/home/iemand/inspect',
      '--started-after=idle',
      '--force-dark-mode',
      '--lang=nl',
    ]
    expect(forbiddenSwitch(usual)).toBeUndefined()
  })

  it('takes a name of the program that begins with dashes for no switch', () => {
    expect(forbiddenSwitch(['--inspect'])).toBeUndefined()
  })
})
