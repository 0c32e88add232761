import { isRefusal } from '#shared/kernel/refusal.ts'
import { LrkNumber } from '#shared/organisations/lrk-number.ts'
import { calendarDate } from '#shared/calendar/calendar-date.ts'
import { makeDocument } from '../renderer/documents/make-document.ts'
import { madeUpLrkNumbers } from '../demo/story.ts'
import { dice } from '../demo/dice.ts'
import { inventCase } from '../demo/invented-cases.ts'
import { fontFiles } from '../test/documents/font-files.ts'
import {
  caseDetails,
  engagementDetails,
  newCaseload,
  organisationDetails,
  PRACTICE,
} from '../test/support/new-caseload.ts'
import { rounded, timed } from './measure.ts'

/** A report of 30 melders and an invoice of 40 locations: figures through the gate, and both files. */
export async function benchDocuments(): Promise<Record<string, unknown>> {
  const vault = await newCaseload('2026-06-01')
  try {
    await vault.must('practice.save', PRACTICE)
    const { id: organisationId } = await vault.must('organisation.save', {
      id: null,
      details: organisationDetails(),
    })
    await vault.must('engagement.save', engagementDetails(organisationId))
    for (const lrkNumber of madeUpLrkNumbers(40))
      await vault.must('location.save', {
        id: null,
        details: {
          organisationId,
          name: `Locatie ${lrkNumber}`,
          lrkNumber: LrkNumber.parse(lrkNumber),
          type: 'KDV',
          address: { street: '', postcode: '', city: '' },
          costCentre: '',
          joinedOn: calendarDate('2024-01-01'),
          leftOn: null,
        },
      })
    const thrown = dice(30)
    for (let number = 0; number < 30; number += 1) {
      const { firstContactOn, melderRole, subjects } = inventCase(thrown, 2025, number)
      const details = caseDetails(organisationId, { firstContactOn, melderRole, subjects })
      await vault.must('case.start', { details, note: '', minutes: 30 })
    }
    const figures = await timed(() =>
      vault.must('report.preview', { organisationId, period: { year: 2025, half: null } }),
    )
    const { report } = await vault.must('report.settle', {
      organisationId,
      period: { year: 2025, half: null },
      recipient: 'HR',
    })
    const invoice = await timed(() =>
      vault.must('invoice.issue', { organisationId, run: { kind: 'yearly', year: 2026 } }),
    )
    const make = async (job: unknown) => {
      const made = await timed(() => makeDocument(job, fontFiles))
      if (isRefusal(made.value)) throw new Error('a document was refused')
      return { ms: rounded(made.ms), bytes: (made.value as Uint8Array).length }
    }
    return {
      report: {
        melders: 30,
        figuresMs: rounded(figures.ms),
        pdfCold: await make({ kind: 'report-pdf', report }),
        pdf: await make({ kind: 'report-pdf', report }),
        xlsx: await make({ kind: 'report-xlsx', report }),
      },
      invoice: {
        locations: 40,
        issueMs: rounded(invoice.ms),
        pdf: await make({ kind: 'invoice-pdf', invoice: invoice.value.invoice }),
      },
    }
  } finally {
    await vault.discard()
  }
}
