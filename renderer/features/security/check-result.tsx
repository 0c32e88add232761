import { type CheckedPart, hasFault, isFault, type WholeCheck } from '#shared/contracts/safety-check.ts'
import { checkText as text, faultsIn, findingWords, partWords } from '../../locale/security-check.ts'
import { Notice } from '../../ui/notice.tsx'
import { Stack } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'

function outcome(part: CheckedPart): string {
  const { findings } = part
  if (hasFault(part)) return text.noticed(findings.length)
  if (findings.some(({ finding }) => finding === 'out-of-reach')) return text.notSeen
  return findings.length > 0 ? text.asLeft : text.whole
}

function Verdict({ check }: { check: WholeCheck }) {
  const faults = faultsIn(check)
  const hasNotes = check.parts.some(({ findings }) => findings.length > 0)
  if (faults > 0) return <p className="section-standing">{text.notGood(faults)}</p>
  return (
    <Notice title={text.allGood}>
      <p>{hasNotes ? text.allGoodWithNotes : text.allGoodBody}</p>
    </Notice>
  )
}

/** What a check of everything came to: a word on the whole, every finding in three sentences, and part by part. */
export function CheckResult({ check }: { check: WholeCheck }) {
  const found = check.parts.flatMap((part) =>
    part.findings.map((finding) => ({
      key: `${part.part}/${part.place ?? ''}/${finding.of}/${finding.finding}`,
      isFault: isFault(finding),
      words: findingWords(part, finding, check.mended),
    })),
  )
  return (
    <>
      <div role="status">
        <Verdict check={check} />
      </div>
      {found.length > 0 && (
        <Stack>
          {found.map(({ key, isFault: asksAttention, words: { title, what, safe, act } }) => (
            <Notice key={key} tone={asksAttention ? 'warn' : 'calm'} title={title}>
              <p>{what}</p>
              <p>
                <strong>{text.safe}</strong> {safe}
              </p>
              <p>
                <strong>{text.act}</strong> {act}
              </p>
            </Notice>
          ))}
        </Stack>
      )}
      <Table
        caption={text.caption}
        rows={check.parts}
        rowKey={({ part, place }) => `${part}/${place ?? ''}`}
        columns={[
          { key: 'part', heading: text.columns.part, cell: (part) => partWords(part).name },
          { key: 'looked', heading: text.columns.looked, cell: (part) => partWords(part).looked },
          { key: 'outcome', heading: text.columns.outcome, cell: outcome },
        ]}
      />
    </>
  )
}
