/**
 * The report of five pages is what “all situations” shows: of each page, one situation is played again.
 * `WRITE_SITUATIONS=1 WHOLE=1` plays all and writes them; `npm run generate` makes the tables.
 */
import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { RUNS, type SituationCell, situationRuns } from '../../../scripts/situations'
import { phoneTexts } from '../../../wallet/phone/texts'
import { SITUATIONS, type Situation } from '../../../wallet/shared/situations'
import { describeInBrowser } from '../../browser/harness'
import { oneOfEach } from '../../support/samples'
import { openPhone, type Phone, useDesk } from './phoneDesk'
import { phonePages } from './phonePages'

const isWritten = Boolean(process.env.WRITE_SITUATIONS)
/** Each page in each situation. None of them is signed. */
const rows = phonePages.flatMap((page) =>
  SITUATIONS.filter((one) => one !== 'config-refused').map((situation) => ({ page, situation })),
)
const drawn = oneOfEach('all situations', rows, ({ page }) => page.id)

const marks = Object.entries(phoneTexts.zh.marks) as [keyof typeof phoneTexts.zh.marks, string][]

/** The texts of a line of a cell. The report names the browser's own dialogs, and leaves out that a text was a toast. */
const textsOf = (line: string) =>
  [...line.matchAll(/(\S*?)「([^」]*)」/g)].map(([, kind = '', text = '']) =>
    /^(alert|confirm)$/.test(kind) ? `${kind}: ${text}` : text,
  )

/** A cell as the report has it: without what ran and how long it took. */
async function readCell(phone: Phone, situation: Situation, mode: 'raw' | 'kit'): Promise<SituationCell> {
  const lines = await phone.cell(situation, mode).locator('.mark, .lines, .ending').allTextContents()
  const found = marks.filter(([, words]) => lines.includes(`${words}. `)).map(([mark]) => mark)
  const blocked = lines.flatMap((line) =>
    (['disabled', 'hidden'] as const).flatMap((how) => {
      const [, name = ''] = /^“(.*)”/.exec(line) ?? []
      return name && phoneTexts.zh.ends[how](name) === line ? [{ name, how }] : []
    }),
  )
  const seen = lines.filter((line) => line !== phoneTexts.zh.noText).flatMap(textsOf)
  return {
    ...(found.length ? { marks: found } : {}),
    ...(blocked[0] ? { blocked: blocked[0] } : {}),
    seen,
  }
}

describeInBrowser('the report of situations', () => {
  const runs = situationRuns()
  const desk = useDesk(Object.fromEntries(phonePages.map(({ id, html }) => [`${id}.html`, html])))

  it.each(drawn.map((row) => [row.page.id, row.situation, row] as const))(
    'has of %s in the situation %s what is seen in either mode',
    async (id, situation, { page }) => {
      // Nothing is asked in a situation.
      const phone = await openPhone({ address: `${desk.address}?situation=success` }, `/${id}.html`)
      phone.page.on('dialog', (dialog) => void dialog.accept())
      for (const tap of page.taps) {
        // A user reads first, and the replay keeps pauses up to this one.
        await phone.page.waitForTimeout(2000)
        await phone.frame.locator(tap).click()
      }
      await expect.poll(() => phone.frame.locator('#out').textContent()).toMatch(/成功|失败/)
      // Some marks are told beside the success.
      await phone.runAll({ situations: ['success', situation], modes: ['raw', 'kit'] })
      const cells = {
        raw: await readCell(phone, situation, 'raw'),
        kit: await readCell(phone, situation, 'kit'),
      }
      if (isWritten) {
        runs[id] = { ...runs[id], [situation]: cells }
        writeFileSync(RUNS, `${JSON.stringify(runs, null, 2)}\n`)
      }
      expect(runs[id]?.[situation]).toEqual(cells)
      await phone.reset()
    },
  )
})
