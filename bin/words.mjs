/** What the command line says, in the two languages that developers read. */
export const words = {
  en: {
    help: (tags) => `Usage: upsdk-kit explain <code> [msg] [options]
       upsdk-kit explain <reason or words> [options]
       upsdk-kit wallet <address or folder>    (upsdk-kit wallet --help)

Explains a code of UnionPay's upsdk or servers: official text and advice, reason, and what the user is told.
<code> may also be a whole answer: '{"resp":"BC0024","msg":"…"}'. [msg], the text that came with the code,
tells which of several meanings applies. Words, in Chinese or English, are looked for in the questions that are
asked most, in the guides and in all texts: upsdk-kit explain 手机号

  --method <name>   the upsdk method that failed; some have codes of their own
  --locale <tag>    the language of the message: ${tags}; zh-Hans is the default
  --json            for programs
  --version         the version of upsdk-kit
  --help            this text

Answers in Chinese if --locale is Chinese; without --locale, if the words or the system (LC_ALL, LANG, else its
own setting) are. For an error text in Chinese, explained in English: --locale en
Exits with 0 for what is known, 1 for what is not, 2 for a wrong command.
`,
    seeHelp: 'See upsdk-kit --help.',
    noSuchCommand: (name) => `No such command: ${name}`,
    noSuchOption: (name) => `No such option: ${name}`,
    malformedOption: (name) => `Option used wrongly: ${name}`,
    malformedLocale: (tag) => `Not a language tag: ${tag}. Write one such as zh-CN.`,
    commands:
      'upsdk-kit explain <code or words>, upsdk-kit wallet <address or folder>. More: upsdk-kit --help',
    needsCode: 'explain needs a code, or words.',
    happened: 'what happened    ',
    who: 'who fixes it     ',
    several: 'One of several meanings; the server’s msg tells which.',
    language: 'en',
    officialText: 'official text    ',
    officialAdvice: 'official advice  ',
    reason: 'reason           ',
    how: (retry, presentation) => `(retry: ${retry}, shown as: ${presentation})`,
    check: 'check            ',
    userSees: 'user sees        ',
    noSuchMethod: (name, nearest) =>
      `${name}: not a method of upsdk. What follows is of no method.${nearest.length ? ` Did you mean ${nearest.join(', ')}?` : ''}`,
    inPayment: ({ unsent, sent }) => [
      `in a payment     not sent (error.sent is false): ${unsent}`,
      `                 sent, perhaps paid: ${sent}`,
    ],
    toDo: 'what to do       ',
    reasons: 'The reasons',
    noCode: '(no code)',
    empty: '(empty)',
    unknown: (what, nearest) =>
      `${what}: unknown.${nearest.length ? ` Did you mean ${nearest.join(', ')}?` : ''}`,
    ofOneMethod: ' It may be a code of one method: see --method.',
    ofPay: (code) =>
      `${code}: a code of pay. See upsdk-kit explain ${code} --method pay; other methods may have it too.`,
    folder: 'docs',
    next: (faq, issues) => [
      'Try the words of the error message, the name of the method, or what went wrong: upsdk-kit explain "nothing happens"',
      `The questions that are asked most: ${faq}`,
      `A text that ends in [GCUP06038] or the like is UnionPay's: send it to them. Your own server's code? Look in its log. Else ask${issues ? ` at ${issues}` : ''}, with JSON.stringify(error).`,
    ],
    questions: 'Questions that have it:',
    guides: 'Guides that have it:',
    codes: (count) => `Codes that have it: ${count}`,
    moreCodes: 'and: ',
  },
  zh: {
    help: (tags) => `用法：upsdk-kit explain <错误码> [msg] [选项]
      upsdk-kit explain <原因或文字> [选项]
      upsdk-kit wallet <网址或目录>（见 upsdk-kit wallet --help）

解释云闪付 upsdk 或银联服务端的错误码：官方描述与解决方案、原因，以及用户看到的提示。
<错误码> 也可以是完整的返回：'{"resp":"BC0024","msg":"…"}'。[msg] 是随错误码返回的文字，用来区分多种含义。
也可以输入文字（中文或英文），在常见问题、使用指南和所有描述里查找：upsdk-kit explain 手机号

  --method <name>   失败的 upsdk 方法；有些方法有自己的错误码
  --locale <tag>    用户提示的语言：${tags}，默认 zh-Hans
  --json            供程序读取
  --version         upsdk-kit 的版本
  --help            显示本说明

--locale 是中文时用中文输出，是其他语言时用英文；没有 --locale 时，输入的文字或系统语言（LC_ALL、LANG，
否则为系统设置）是中文就用中文，否则用英文。用英文解释中文报错：--locale en
退出码：0 已收录，1 未收录，2 命令有误。
`,
    seeHelp: '用法见 upsdk-kit --help。',
    noSuchCommand: (name) => `没有此命令：${name}`,
    noSuchOption: (name) => `没有此选项：${name}`,
    malformedOption: (name) => `选项写法不对：${name}`,
    malformedLocale: (tag) => `语言标签不对：${tag}。请写成 zh-CN 这样的标签。`,
    commands: 'upsdk-kit explain <错误码或文字>，upsdk-kit wallet <网址或目录>。更多见 upsdk-kit --help',
    needsCode: 'explain 后面要有错误码或文字。',
    happened: '发生了什么    ',
    who: '谁来处理      ',
    several: '此码有多种含义，由服务端返回的 msg 区分。',
    language: 'zh',
    officialText: '官方描述      ',
    officialAdvice: '官方解决方案  ',
    reason: '原因          ',
    how: (retry, presentation) =>
      `（${{ now: '可立即重试', later: '稍后可重试', never: '不要原样重试' }[retry]}，${{ toast: '轻提示', dialog: '弹窗', none: '不提示' }[presentation]}）`,
    check: '排查          ',
    userSees: '用户看到      ',
    noSuchMethod: (name, nearest) =>
      `${name}：upsdk 没有这个方法，以下按未指定方法解释。${nearest.length ? `是否为 ${nearest.join('、')}？` : ''}`,
    inPayment: ({ unsent, sent }) => [
      `支付时        没有发出（error.sent 为 false）：${unsent}`,
      `              已发出，可能已经付款：${sent}`,
    ],
    toDo: '怎么办        ',
    reasons: '原因',
    noCode: '（无错误码）',
    empty: '（空）',
    unknown: (what, nearest) => `${what}：未收录。${nearest.length ? `是否为 ${nearest.join('、')}？` : ''}`,
    ofOneMethod: '可能是某个方法自己的错误码，可加 --method。',
    ofPay: (code) => `${code}：pay 的错误码，请查 upsdk-kit explain ${code} --method pay；其他方法也可能有。`,
    folder: 'docs/zh',
    next: (faq, issues) => [
      '可以换成报错原文、方法名或现象再查，如：upsdk-kit explain 点了没反应',
      `常见问题：${faq}`,
      `末尾有 [GCUP06038] 之类的文字来自银联，请带上时间向银联查询。如果是自己后端的错误码，请查后端日志；否则请提问${issues ? `（${issues}）` : ''}，附上 JSON.stringify(error)。`,
    ],
    questions: '相关问题：',
    guides: '相关指南：',
    codes: (count) => `相关错误码：${count} 个`,
    moreCodes: '其余：',
  },
}
