/** The tables of five pages in the guide are what “all situations” shows: of each page, one situation is played again. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SITUATIONS } from '../../../wallet/shared/settings'
import { zh } from '../../../wallet/view/texts/zh'
import { describeInBrowser } from '../../browser/harness'
import { oneOfEach } from '../../support/samples'
import { openPhone, type Phone, useDesk } from './phoneDesk'
import { morePages, rawPages } from './phonePages'

const pages = [...rawPages, ...morePages]
/** Each page in each situation. None of them is signed. */
const rows = pages.flatMap((page) =>
  SITUATIONS.filter((one) => one !== 'config-refused').map((situation) => ({ page, situation })),
)
const drawn = oneOfEach('all situations', rows, ({ page }) => page.id)

/** The texts of a line of a cell. The guide names the browser's own dialogs, and leaves out that a text was a toast. */
const textsOf = (line: string) =>
  [...line.matchAll(/(\S*?)「([^」]*)」/g)].map(([, kind = '', text]) =>
    /^(alert|confirm)$/.test(kind) ? `${kind}: ${text}` : text,
  )

/** A cell as the guide has it: without what ran and how long it took. */
async function shortCell(phone: Phone, situation: (typeof SITUATIONS)[number], mode: 'raw' | 'kit') {
  const lines = await phone.cell(situation, mode).locator('p:not(.soft)').allTextContents()
  return lines
    .map((line) => (/^⚠/.test(line) ? `**${line}**` : line))
    .map((line) => (line === zh.phone.sawNothing ? '（无提示）' : line))
    .map((line) => textsOf(line).join(' · ') || line)
    .join('<br>')
}

describeInBrowser('the guide', () => {
  const guide = readFileSync('docs/zh/testing.md', 'utf8')
  const desk = useDesk(Object.fromEntries(pages.map(({ id, html }) => [`${id}.html`, html])))

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
      await phone.runAll({ situations: [situation], modes: ['raw', 'kit'] })
      const cells = [await shortCell(phone, situation, 'raw'), await shortCell(phone, situation, 'kit')]
      expect(guide).toContain(`| ${zh.phone.situations[situation]} | ${cells.join(' | ')} |`)
      await phone.reset()
    },
    90_000,
  )
})
