/** The command's texts, in the terminal and on its own pages, in the two languages that developers read. */

const zh = {
  language: 'zh-CN' as 'zh-CN' | 'en',
  help: `用法：upsdk-kit wallet <网址或目录> [选项]

在本机把任意页面放进模拟的云闪付，不用真机，也不用改代码：
  upsdk-kit wallet http://localhost:8080
  upsdk-kit wallet https://h5.example.test/activity/
  upsdk-kit wallet ./dist

  --port <端口>   默认 9527；被占用时用下一个
  --lan           局域网里的手机也能打开（凭打印出的网址里的密钥）
  --open          打开浏览器
  --verbose       逐条打印请求：方法、路径（不含参数）、状态码
  --insecure      接受任何主机的证书；内网地址和 .test、.local 不需要
  --help          显示本说明

按 Ctrl+C 结束。
`,
  noTarget: '请写上页面的网址或目录，例如：upsdk-kit wallet http://localhost:8080',
  malformedTarget: (given: string) =>
    `不是网址，也没有这个目录：${given}。请写成 http://localhost:8080 或 ./dist`,
  credentials: '网址里不要写用户名和密码，浏览器会询问。请写成 https://h5.example.test/',
  noFolder: (given: string) => `这不是页面，也不是目录：${given}。请写目录或 .html 文件，例如 ./dist`,
  noPage: (given: string, page = './dist') =>
    `目录里没有 index.html：${given}。请写页面文件或构建结果所在的目录，例如 ${page}`,
  malformedPort: (given: string) => `端口不对：${given}。请写 1 到 65535 之间的数字，例如 --port 9527`,
  tooMany: '只能写一个网址或目录，例如：upsdk-kit wallet http://localhost:8080',
  unknownOption: (name: string) => `没有此选项：${name}。用法见 upsdk-kit wallet --help`,
  malformedOption: (name: string) => `选项写法不对：${name}。用法见 upsdk-kit wallet --help`,
  noPort: (first: number, last: number) => `端口 ${first} 到 ${last} 都不能用。请用 --port 换一个`,
  serves: (target: string) => `页面来自 ${target}，云闪付是模拟的，不会扣款。按 Ctrl+C 结束。`,
  pageAlone: (address: string) => `只看页面：${address}`,
  lan: '注意：--lan 让局域网里知道密钥的人都能打开，在那里每笔支付都会“成功”。',
  lanAddress: (address: string) => `手机打开：${address}`,
  lanNowhere: '这台电脑不在局域网里，只有本机能打开。',
  certificate: (host: string) =>
    `${host} 的证书没有可信的签发者。确认是自己的测试服务器后，加上 --insecure 再试。`,
  waitingTitle: '页面还没有启动',
  waiting: (target: string) => `${target} 没有应答，请先启动它。`,
  looksAgain: '本页每秒再试一次。',
  failedTitle: '页面没有正常应答',
  failed: (target: string, code: string) => `${target} 的应答有误（${code}）。请检查它的日志，然后刷新。`,
  refused: '已拒绝：请求来自其他网站。',
  otherName: '已拒绝：请打开终端里打印的网址。',
  phone: (address: string) => `模拟手机：${address}`,
  noKeyTitle: '没有密钥',
  missingTitle: '目录里没有这个页面',
  missing: (path: string) => `没有找到 ${path}。请检查路径，或先构建项目。`,
  folderPages: '目录里的页面：',
  noKey: '请打开终端里打印的网址，或扫描二维码。',
  askTitle: '另一个网站提交了表单',
  ask: (path: string) => `要提交到 ${path}。如果刚才是从登录或支付页面回来，可以继续；否则请关闭本页。`,
  askSend: '继续提交',
  askTooMuch: '另一个网站提交的表单含有文件或过大，无法转交。',
}

export type ServerTexts = typeof zh

const en: ServerTexts = {
  language: 'en',
  help: `Usage: upsdk-kit wallet <address or folder> [options]

Puts a simulated UnionPay wallet in front of any page, on this machine, without a phone and without a change of the page:
  upsdk-kit wallet http://localhost:8080
  upsdk-kit wallet https://h5.example.test/activity/
  upsdk-kit wallet ./dist

  --port <port>   9527 by default; the next one if it is in use
  --lan           phones in this network can open it too, with the key in the address that is printed
  --open          opens the browser
  --verbose       prints each request: method, path without query, status
  --insecure      accepts every host's certificate; private addresses, .test and .local do not need it
  --help          this text

Ctrl+C ends it.
`,
  noTarget: 'Write the address of the page, or a folder: upsdk-kit wallet http://localhost:8080',
  malformedTarget: (given) =>
    `Neither an address nor a folder: ${given}. Write http://localhost:8080 or ./dist`,
  credentials:
    'Leave user and password out of the address, the browser asks for them. Write https://h5.example.test/',
  noFolder: (given) =>
    `Neither a page nor a folder: ${given}. Write a folder or an .html file, for example ./dist`,
  noPage: (given, page = './dist') =>
    `No index.html in the folder: ${given}. Name one of its pages, or the folder of the build, for example ${page}`,
  malformedPort: (given) => `Not a port: ${given}. Write a number from 1 to 65535, for example --port 9527`,
  tooMany: 'Write one address or folder alone: upsdk-kit wallet http://localhost:8080',
  unknownOption: (name) => `No such option: ${name}. See upsdk-kit wallet --help`,
  malformedOption: (name) => `Option used wrongly: ${name}. See upsdk-kit wallet --help`,
  noPort: (first, last) => `None of the ports ${first} to ${last} can be used. Write another one with --port`,
  serves: (target) =>
    `The page is that of ${target}; the wallet is simulated, nothing is charged. Ctrl+C ends it.`,
  pageAlone: (address) => `The page alone: ${address}`,
  lan: 'Note: --lan lets in everybody in this network who has the key, and every payment there “succeeds”.',
  lanAddress: (address) => `On a phone: ${address}`,
  lanNowhere: 'This machine is in no network: only it can open the page.',
  certificate: (host) =>
    `No one trusted has signed the certificate of ${host}. If it is your own test server, try again with --insecure.`,
  waitingTitle: 'The page has not started yet',
  waiting: (target) => `${target} does not answer. Start it first.`,
  looksAgain: 'This page looks again each second.',
  failedTitle: 'The page did not answer properly',
  failed: (target, code) =>
    `The answer of ${target} is broken (${code}). Look at its log, then load this page again.`,
  refused: 'Refused: another site asked for this.',
  otherName: 'Refused: open the address that the terminal shows.',
  phone: (address) => `Simulated phone: ${address}`,
  noKeyTitle: 'No key',
  missingTitle: 'Page not found',
  missing: (path) => `The folder has no ${path}. Check the path, or build the project first.`,
  folderPages: 'The pages of the folder:',
  noKey: 'Open the address that the terminal shows, or scan its QR code.',
  askTitle: 'Another site has sent a form',
  ask: (path) =>
    `It goes to ${path}. Continue if you have just come back from a login or payment page; else close this page.`,
  askSend: 'Send it',
  askTooMuch: 'Another site has sent a form with files, or a large one; it cannot be handed on.',
}

/** Finds the texts for the terminal: by its environment, else by the system, since Windows has no such variables. */
export const textsFor = (env: Readonly<Record<string, string | undefined>>): ServerTexts =>
  /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale)
    ? zh
    : en

/**
 * Finds the texts for a page of our own: by the languages that its browser asks for.
 *
 * @param otherwise the terminal's, for a request without languages
 */
export function textsOf(
  { headers }: { readonly headers: { readonly 'accept-language'?: string | undefined } },
  otherwise: ServerTexts,
): ServerTexts {
  const first = (headers['accept-language'] || '').split(',')[0]?.trim() || '*'
  return first.startsWith('*') ? otherwise : /^zh\b/i.test(first) ? zh : en
}
