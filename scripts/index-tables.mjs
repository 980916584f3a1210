/** Writes the index of `bin/guides.mjs` into both READMEs and into both lists of guides. */
import { readFileSync } from 'node:fs'
import { fileOf, questions, SHARED } from '../bin/guides.mjs'

const MARKED = /(<!-- index -->\n)[\s\S]*?(\n<!-- \/index -->)/

const WORDS = {
  en: { asks: 'to …', where: 'where', guide: 'guide', when: 'when you …', next: '. ', end: '.' },
  zh: { asks: '要做什么', where: '看这里', guide: '指南', when: '什么时候看', next: '。', end: '。' },
}

/** The rows of a README: what one wants to do, the guides, and what one should know before. */
function readmeTable(language) {
  const { asks, where, next } = WORDS[language]
  const folder = language === 'zh' ? 'docs/zh/' : 'docs/'
  const rows = questions.map((question) => {
    const links = question.guides.map(
      ({ file, [language]: [title] }) => `[${title}](${fileOf(file, language)})`,
    )
    const more = question.more?.[language].replace(/\]\((?=[\w-]+\.md)/g, `](${folder}`)
    return `| ${question[language]} | ${[links.join(language === 'zh' ? '、' : ', '), more].filter(Boolean).join(next)} |`
  })
  return [`| ${asks} | ${where} |`, '| --- | --- |', ...rows].join('\n')
}

/** The sections of the list of guides. */
function guidesTable(language) {
  const { guide, when, end } = WORDS[language]
  return questions
    .map((question) => {
      const rows = question.guides.map(({ file, [language]: [title, words] }) => {
        const link = language === 'zh' && SHARED.includes(file) ? `../${file}` : file
        return `| [${title}](${link}) | ${words} |`
      })
      const more = question.more ? [`${question.more[language]}${end}`, ''] : []
      return [
        `## ${question[language]}`,
        '',
        ...more,
        `| ${guide} | ${when} |`,
        '| --- | --- |',
        ...rows,
      ].join('\n')
    })
    .join('\n\n')
}

const withTable = (file, table) =>
  readFileSync(file, 'utf8').replace(MARKED, (_whole, start, end) => start + table + end)

export const indexTables = () => ({
  'README.md': withTable('README.md', readmeTable('en')),
  'README.zh-CN.md': withTable('README.zh-CN.md', readmeTable('zh')),
  'docs/README.md': withTable('docs/README.md', `\n${guidesTable('en')}\n`),
  'docs/zh/README.md': withTable('docs/zh/README.md', `\n${guidesTable('zh')}\n`),
})
