/** Makes SUPPORT's tables of the engines that the kit has run on, from reports/engines.json. */
import { readFileSync } from 'node:fs'

/** @typedef {Record<string, { version: string, bridges: string[], passed: number, of: number }>} EngineReport */

export const REPORT = 'reports/engines.json'
const FILE = '.github/SUPPORT.md'
const marksOf = (language) => [`<!-- engines ${language} -->`, `<!-- /engines ${language} -->`]

/** The texts in each language: the heads, the engines, and the one that is not available. */
const LANGUAGES = {
  en: {
    heads: ['Engine', 'What ran', 'Bridges', 'Checks passed'],
    engines: {
      v8: [
        'V8',
        "Chrome 55's engine, without a page: every file for pages as it is, ES modules bundled into a script",
      ],
      chromium64: ['Chromium', 'pages, in the oldest browser to be had; how they look in 55 to 63 is open'],
      webkit: ['WebKitGTK', 'the same pages; a current WebKit, in place of the one in iOS'],
      firefox: ['Firefox ESR', 'the same pages'],
    },
    of: 'of',
    without: [
      'WebKit of iOS 10',
      'none to be had. In its place: every published file, minified by terser and oxc, is searched for what it is known to refuse (`test/package/ios-10.test.ts`), and the WebKit above. What else it refuses, and how pages behave in it, is open',
    ],
  },
  zh: {
    heads: ['引擎', '运行内容', '桥接', '通过的检查'],
    engines: {
      v8: ['V8', 'Chrome 55 的引擎，没有页面：原样运行全部供页面使用的文件，ES 模块先打包成一个脚本'],
      chromium64: ['Chromium', '页面，能取得的最旧的浏览器；在 55 至 63 中的显示效果尚未验证'],
      webkit: ['WebKitGTK', '同样的页面；用当前的 WebKit 代替 iOS 里的'],
      firefox: ['Firefox ESR', '同样的页面'],
    },
    of: '/',
    without: [
      'iOS 10 的 WebKit',
      '无法取得。代替的办法：全部发布文件经 terser 和 oxc 压缩后，检查有没有已知它不接受的写法（`test/package/ios-10.test.ts`），以及上面的 WebKit。它还会拒绝什么、页面在其中的表现，尚未验证',
    ],
  },
}

/** Makes the table in a language. */
function engineTable(language, report) {
  const { heads, engines, of, without } = LANGUAGES[language]
  const rows = Object.entries(engines)
    .filter(([name]) => report[name])
    .map(([name, [title, what]]) => {
      const { version, bridges, passed, of: all } = report[name]
      return [`${title} ${version}`, what, bridges.join(', ') || '—', `${passed} ${of} ${all}`]
    })
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [heads, heads.map(() => '---'), ...rows, [...without, '—', '—']].map(line).join('\n')
}

/** Updates the table in a text. */
function withTable(text, language, report) {
  const marks = marksOf(language)
  const [from, to] = marks.map((mark) => text.indexOf(mark))
  if (from < 0 || to < from) throw new Error(`no place for the table: ${marks.join(' … ')}`)
  return `${text.slice(0, from)}${marks[0]}\n${engineTable(language, report)}\n${text.slice(to)}`
}

/** Makes SUPPORT with current tables, by file. */
export function supportWithTables() {
  const report = JSON.parse(readFileSync(REPORT, 'utf8'))
  const text = Object.keys(LANGUAGES).reduce(
    (text, language) => withTable(text, language, report),
    readFileSync(FILE, 'utf8'),
  )
  return { [FILE]: text }
}
