/** What the command line says, in the two languages that developers read. */
export const words = {
  en: {
    several: 'One of several meanings; the server’s msg tells which.',
    officialText: 'official text    ',
    officialAdvice: 'official advice  ',
    reason: 'reason           ',
    how: (retry, presentation) => `(retry: ${retry}, shown as: ${presentation})`,
    check: 'check            ',
    userSees: 'user sees        ',
    noCode: '(no code)',
    empty: '(empty)',
    unknown: (what, nearest) =>
      `${what}: unknown.${nearest.length ? ` Did you mean ${nearest.join(', ')}?` : ''}`,
    ofOneMethod: ' It may be a code of one method: see --method.',
    questions: 'Questions that have it:',
    codes: (count) => `Codes that have it: ${count}`,
  },
  zh: {
    several: '此码有多种含义，由服务端返回的 msg 区分。',
    officialText: '官方描述      ',
    officialAdvice: '官方解决方案  ',
    reason: '原因          ',
    how: (retry, presentation) =>
      `（${{ now: '可立即重试', later: '稍后可重试', never: '不要原样重试' }[retry]}，${{ toast: '轻提示', dialog: '弹窗', none: '不提示' }[presentation]}）`,
    check: '排查          ',
    userSees: '用户看到      ',
    noCode: '（无错误码）',
    empty: '（空）',
    unknown: (what, nearest) => `${what}：未收录。${nearest.length ? `是否为 ${nearest.join('、')}？` : ''}`,
    ofOneMethod: '可能是某个方法自己的错误码，可加 --method。',
    questions: '相关问题：',
    codes: (count) => `相关错误码：${count} 个`,
  },
}
