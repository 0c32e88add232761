import { describe, expect, it } from 'vitest'
import { CHECKED_PARTS, CheckFinding } from '#shared/contracts/safety-check.ts'
import { findingWords } from '../../../renderer/locale/security-check.ts'

const BACKUP = 'luwte-0123abcd-57-2026-03-12.luwte'

const everything = CHECKED_PARTS.flatMap((part) =>
  CheckFinding.options.flatMap((finding) =>
    [true, false].map((mended) => {
      const of = part === 'backups' ? BACKUP : 'header-a'
      const words = findingWords({ part, place: 'stick' }, { finding, of }, mended)
      return { part, finding, words, text: [words.title, words.what, words.safe, words.act].join(' ') }
    }),
  ),
)
const about = (finding: CheckFinding) => everything.filter((one) => one.finding === finding)

describe('what a check tells', () => {
  it('says of every finding in every part what it is, what is safe and what to do', () => {
    for (const { words } of everything)
      for (const sentence of [words.title, words.what, words.safe, words.act])
        expect(sentence).toMatch(/^(\p{Lu}|stick).{8,}/u)
  })

  it('never speaks of somebody where something is damaged, nor of damage where somebody changed something', () => {
    for (const { part, text } of about('damaged'))
      if (part !== 'lock') expect(text).not.toMatch(/iemand|een ander|veranderd/)
    for (const { words } of about('tampered'))
      expect(`${words.title} ${words.what}`).not.toMatch(/beschadigd|stuk|kapot/i)
  })

  it('calls neither of them a wrong passphrase', () => {
    for (const { text } of everything) expect(text).not.toMatch(/past niet|verkeerd|onjuist/i)
  })

  it('names a backup by its day and its file', () => {
    const [damaged] = about('damaged').filter(({ part }) => part === 'backups')
    expect(damaged?.words.what).toContain('12 maart 2026')
    expect(damaged?.words.what).toContain(BACKUP)
  })
})
